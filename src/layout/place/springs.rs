//! Levels by least squares: every need wishes the needed thing one step below whoever needs it.
//!
//! This is the trophic level of `MacKay`, Johnson and Sansom ("How directed is a directed network?", 2020): it needs no order and
//! no breaking of cycles. Things with at most two neighbors are taken out exactly, so that chains, trees and rings of any
//! length cost nothing; what remains is solved by conjugate gradients.

/// How close the residual must come to 0, as a share of where it began.
const TOLERANCE: f64 = 1e-8;
/// The most multiplications spent on the core; a core that needs more (a huge lattice) stays approximate.
const WORK: usize = 40_000_000;
/// A thing with more springs than this is not looked at for being taken out.
const FEW: usize = 8;

/// What holds a thing near a height.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pin {
    pub(super) at: f64,
    pub(super) weight: f64,
}

/// From one thing to another that should lie `length` further down.
#[derive(Clone, Copy, Debug)]
struct Spring {
    to: u32,
    weight: f64,
    length: f64,
}

/// The heights `h`, counted downwards, that make the sum of `(h(b) - h(a) - step)²` over all `needs` `(a, b)`, with that of
/// `weight·(h - at)²` over all pins, smallest. A part without pins has any one of its many solutions.
pub(super) fn heights(needs: &[(u32, u32)], step: f64, pins: &[Option<Pin>]) -> Vec<f64> {
    let mut springs: Vec<Vec<Spring>> = vec![Vec::new(); pins.len()];
    for &(a, b) in needs.iter().filter(|(a, b)| a != b) {
        springs[a as usize].push(Spring { to: b, weight: 1.0, length: step });
        springs[b as usize].push(Spring { to: a, weight: 1.0, length: -step });
    }
    let (gone, order) = take_out(&mut springs, pins);
    let mut heights = core(&springs, &gone, pins);
    for (at, held) in order.into_iter().rev() {
        let weight: f64 = held.iter().map(|spring| spring.weight).sum();
        let pull: f64 = held.iter().map(|spring| spring.weight * (heights[spring.to as usize] - spring.length)).sum();
        heights[at as usize] = if weight > 0.0 { pull / weight } else { 0.0 };
    }
    heights
}

/// Things in the order in which they were taken out, each with the at most two springs that then held it.
type Order = Vec<(u32, Vec<Spring>)>;

/// Takes out, one after the other, what has no pin and at most two neighbors, and joins these by the spring that does the same.
fn take_out(springs: &mut [Vec<Spring>], pins: &[Option<Pin>]) -> (Vec<bool>, Order) {
    let mut live: Vec<usize> = springs.iter().map(Vec::len).collect();
    let mut gone = vec![false; springs.len()];
    let mut order = Order::new();
    let mut queue: Vec<u32> = (0..springs.len() as u32).rev().collect();
    while let Some(at) = queue.pop() {
        let index = at as usize;
        if gone[index] || pins[index].is_some() || live[index] > FEW {
            continue;
        }
        springs[index].retain(|spring| !gone[spring.to as usize]);
        let held = merged(&springs[index]);
        if held.len() > 2 {
            continue;
        }
        gone[index] = true;
        for spring in std::mem::take(&mut springs[index]) {
            live[spring.to as usize] -= 1;
        }
        if let [a, b] = held[..] {
            let weight = a.weight * b.weight / (a.weight + b.weight);
            let length = b.length - a.length;
            springs[a.to as usize].push(Spring { to: b.to, weight, length });
            springs[b.to as usize].push(Spring { to: a.to, weight, length: -length });
            live[a.to as usize] += 1;
            live[b.to as usize] += 1;
        }
        queue.extend(held.iter().map(|spring| spring.to));
        order.push((at, held));
    }
    for list in springs.iter_mut() {
        list.retain(|spring| !gone[spring.to as usize]);
    }
    (gone, order)
}

/// Springs to one and the same thing made one, of the same effect.
fn merged(springs: &[Spring]) -> Vec<Spring> {
    let mut merged: Vec<Spring> = Vec::with_capacity(springs.len());
    for spring in springs {
        if let Some(same) = merged.iter_mut().find(|same| same.to == spring.to) {
            let weight = same.weight + spring.weight;
            same.length = (same.weight * same.length + spring.weight * spring.length) / weight;
            same.weight = weight;
        } else {
            merged.push(*spring);
        }
    }
    merged
}

/// Solves for what was not taken out: conjugate gradients, scaled by the diagonal (Jacobi).
fn core(springs: &[Vec<Spring>], gone: &[bool], pins: &[Option<Pin>]) -> Vec<f64> {
    let count = springs.len();
    let mut heights = vec![0.0; count];
    let rows: Vec<usize> = (0..count).filter(|&row| !gone[row]).collect();
    let (mut diagonal, mut rest) = (vec![1.0; count], vec![0.0; count]);
    for &row in &rows {
        let pin = pins[row].unwrap_or(Pin { at: 0.0, weight: 0.0 });
        let sum: f64 = springs[row].iter().map(|spring| spring.weight).sum();
        let pull: f64 = springs[row].iter().map(|spring| spring.weight * spring.length).sum();
        diagonal[row] = if sum + pin.weight > 0.0 { sum + pin.weight } else { 1.0 };
        rest[row] = pin.weight * pin.at - pull;
    }
    let dot = |a: &[f64], b: &[f64]| rows.iter().map(|&row| a[row] * b[row]).sum::<f64>();
    let mut scaled = vec![0.0; count];
    let scale = |rest: &[f64], scaled: &mut [f64]| {
        for &row in &rows {
            scaled[row] = rest[row] / diagonal[row];
        }
    };
    scale(&rest, &mut scaled);
    let mut way = scaled.clone();
    let mut image = vec![0.0; count];
    let mut length = dot(&rest, &scaled);
    let end = length * TOLERANCE * TOLERANCE;
    let size: usize = rows.iter().map(|&row| springs[row].len() + 8).sum();
    for _ in 0..(WORK / size.max(1)).min(rows.len()) {
        if length <= end {
            break;
        }
        for &row in &rows {
            let others: f64 = springs[row].iter().map(|spring| spring.weight * way[spring.to as usize]).sum();
            image[row] = diagonal[row] * way[row] - others;
        }
        let share = length / dot(&way, &image);
        if !share.is_finite() {
            break;
        }
        for &row in &rows {
            heights[row] += share * way[row];
            rest[row] -= share * image[row];
        }
        scale(&rest, &mut scaled);
        let before = length;
        length = dot(&rest, &scaled);
        for &row in &rows {
            way[row] = scaled[row] + length / before * way[row];
        }
    }
    heights
}

#[cfg(test)]
mod tests {
    use super::*;

    fn top(count: usize) -> Vec<Option<Pin>> {
        let mut pins = vec![None; count];
        pins[0] = Some(Pin { at: 0.0, weight: 50.0 });
        pins
    }

    fn close(found: &[f64], expected: &[f64]) {
        assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-6), "{found:?} is not {expected:?}");
    }

    #[test]
    fn a_chain_descends_by_whole_steps() {
        close(&heights(&[(0, 1), (1, 2), (2, 3)], 1.0, &top(4)), &[0.0, 1.0, 2.0, 3.0]);
    }

    #[test]
    fn a_shortcut_pulls_the_chain_together() {
        // The long way wants 2, the short way 1: the error is shared by three springs.
        close(&heights(&[(0, 1), (1, 2), (0, 2)], 1.0, &top(3)), &[0.0, 2.0 / 3.0, 4.0 / 3.0]);
    }

    #[test]
    fn a_ring_is_level() {
        close(&heights(&[(0, 1), (1, 2), (2, 0)], 1.0, &top(3)), &[0.0, 0.0, 0.0]);
    }

    #[test]
    fn a_thing_that_needs_itself_is_no_different() {
        close(&heights(&[(0, 0), (0, 1), (1, 1)], 1.0, &top(2)), &[0.0, 1.0]);
    }

    #[test]
    fn the_core_is_solved_like_the_rest() {
        // Every one of six things with every other: all have five neighbors, nothing can be taken out.
        let needs: Vec<(u32, u32)> = (0..6).flat_map(|a| (a + 1..6).map(move |b| (a, b))).collect();
        let found = heights(&needs, 1.0, &top(6));
        for (at, &height) in found.iter().enumerate().skip(1) {
            let pull: f64 = needs
                .iter()
                .filter(|&&(a, b)| a as usize == at || b as usize == at)
                .map(|&(a, b)| {
                    (found[b as usize] - found[a as usize] - 1.0) * if b as usize == at { 1.0 } else { -1.0 }
                })
                .sum();
            assert!(pull.abs() < 1e-6, "{height} at {at} is pulled by {pull}");
        }
    }

    #[test]
    fn a_long_chain_is_exact() {
        let needs: Vec<(u32, u32)> = (0..99_999).map(|at| (at, at + 1)).collect();
        let found = heights(&needs, 1.0, &top(100_000));
        assert!((found[99_999] - 99_999.0).abs() < 1e-3, "{}", found[99_999]);
    }
}
