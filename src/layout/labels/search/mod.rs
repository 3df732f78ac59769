//! The search: each label takes its best place, then moves while that helps, then pushes others away where that helps
//! more than it hurts. No chance is involved, and work is counted in comparisons, never in time.

mod board;
mod conflicts;
#[cfg(test)]
mod optimum;
mod rows;
pub(crate) mod solver;
mod weigh;

use std::collections::VecDeque;

use crate::layout::labels::costs::{Cost, points};
use crate::layout::labels::search::board::Board;

/// Candidates within this many points of the best are as good as it, when choosing who goes first.
const AS_GOOD: f64 = 20.0;
/// A label that costs this much more than it could is worth pushing others for.
const TROUBLED: f64 = 2.0;
/// Rounds of pushing.
const ROUNDS: usize = 6;
/// Candidates that a pushing label tries.
const TRIES: usize = 16;
/// A label is pushed when the pushing one costs it more than this.
const PUSH: f64 = 0.5;

/// One after the other takes the best place that is left; those with the fewest good places among many rivals go first.
pub(crate) fn greedy(board: &mut Board) {
    let mut order: Vec<(usize, usize)> =
        board.labels().into_iter().map(|label| (freedom(board, label), label)).collect();
    order.sort_unstable();
    for (_, label) in order {
        let (_, candidate) = board.best(label);
        board.put(label, candidate);
    }
}

/// How many good places a label has for each rival, in 1/1024.
fn freedom(board: &Board, label: usize) -> usize {
    let candidates = &board.candidates[label];
    let enough = board.least(label) + points(AS_GOOD);
    let good = candidates.partition_point(|candidate| candidate.cost <= enough);
    (good << 10) / board.rivals(label).max(1)
}

/// Each label in turn moves to its best place, until none wants to.
pub(crate) fn settle(board: &mut Board, labels: impl IntoIterator<Item = usize>) {
    let mut queue: VecDeque<usize> = labels.into_iter().collect();
    let mut waits = vec![false; board.candidates.len()];
    for &label in &queue {
        waits[label] = true;
    }
    while let Some(label) = queue.pop_front() {
        waits[label] = false;
        if board.is_exhausted() {
            return;
        }
        let Some(here) = board.chosen(label) else { continue };
        let (cost, there) = board.best(label);
        if there == here || cost >= board.cost_at(label, here, Cost::MAX) {
            continue;
        }
        let left = board.body(label).reach();
        board.put(label, there);
        let taken = board.body(label).reach();
        for place in [left, taken] {
            for other in board.around(place) {
                if other != label && !waits[other] {
                    waits[other] = true;
                    queue.push_back(other);
                }
            }
        }
    }
}

/// Those of these labels that are in trouble take a place though others stand there; those answer with their best place, and
/// so do those whom they come upon, `depth` times. The best such chain of moves is made if all together then cost less.
/// Whoever is near a label that moved may try again.
pub(crate) fn push(board: &mut Board, labels: impl IntoIterator<Item = usize>, depth: usize) {
    let mut labels: Vec<usize> = labels.into_iter().collect();
    for _ in 0..ROUNDS {
        if labels.is_empty() || board.is_exhausted() {
            return;
        }
        let mut troubled = Vec::new();
        for label in labels {
            let trouble = board.cost(label) - board.least(label);
            if trouble >= points(TROUBLED) {
                troubled.push((-trouble, label));
            }
        }
        troubled.sort_unstable();
        let before = board.choices();
        for (_, label) in troubled {
            push_from(board, label, depth);
        }
        labels = board.near_changes(&before);
    }
}

/// Makes the best chain of moves that begins with this label, if there is a good one.
fn push_from(board: &mut Board, label: usize, depth: usize) {
    let cost = board.cost(label);
    if cost - board.least(label) < points(TROUBLED) || board.is_exhausted() {
        return;
    }
    let mut best: (Cost, Vec<Move>) = (0, Vec::new());
    for candidate in 0..board.candidates[label].len().min(TRIES) {
        if board.candidates[label][candidate].cost >= cost || board.is_exhausted() {
            break;
        }
        if board.chosen(label) == Some(candidate) {
            continue;
        }
        let (gain, moves) = chain(board, label, candidate, depth);
        for step in moves.iter().rev() {
            board.put(step.label, step.from);
        }
        if gain < best.0 {
            best = (gain, moves);
        }
    }
    let labels: Vec<usize> = best.1.iter().map(|step| step.label).collect();
    for step in &best.1 {
        board.put(step.label, step.to);
    }
    settle(board, labels);
}

/// A label went from one of its candidates to another.
struct Move {
    label: usize,
    from: usize,
    to: usize,
}

/// Moves a label and lets the others answer. Returns by how much all together cost more now, and the moves made.
fn chain(board: &mut Board, label: usize, candidate: usize, depth: usize) -> (Cost, Vec<Move>) {
    let mut moves: Vec<Move> = Vec::new();
    let mut change = go(board, label, candidate, &mut moves);
    let mut pushed = board.disturbed(label, PUSH);
    for _ in 0..depth {
        let mut next = Vec::new();
        for label in std::mem::take(&mut pushed) {
            if moves.iter().any(|step| step.label == label) {
                continue;
            }
            let (cost, candidate) = board.best(label);
            if Some(candidate) != board.chosen(label) && cost < board.cost(label) {
                change += go(board, label, candidate, &mut moves);
                next.extend(board.disturbed(label, PUSH));
            }
        }
        pushed = next;
    }
    (change, moves)
}

/// Moves one label. Returns by how much all together cost more now.
fn go(board: &mut Board, label: usize, to: usize, moves: &mut Vec<Move>) -> Cost {
    let Some(from) = board.chosen(label) else { return 0 };
    let before = board.cost(label);
    board.put(label, to);
    moves.push(Move { label, from, to });
    board.cost(label) - before
}
