//! Pairs of lines that run along each other, so that they look like one.

use super::{Chord, Course};
use crate::geometry::{Point, distance};

/// Lines whose directions differ by less than this (the sine of the angle) may run along each other.
const ANGLE: f64 = 0.02;
/// They do where they are less than this apart, in pixels,
const APART: f64 = 2.0;
/// over more than this, in pixels.
const SHARED: f64 = 20.0;
/// Directions are sorted into this many slices of the half turn, and again into slices that lie half a slice further,
/// so that two directions less than half a slice apart are in one slice at least once.
const SLICES: usize = 50;
/// Lines of one direction are sorted into strips this wide, in pixels.
const STRIP: f64 = 8.0;
/// A line is in at most this many strips, and is compared with at most so many others in each of them.
const MOST: usize = 32;

/// Pairs of drawn lines that run along each other, the shorter one first; of equally long ones, the one declared earlier.
/// In order of declaration.
pub(super) fn pairs(lines: &[Chord], courses: &[Course]) -> Vec<(usize, usize)> {
    let mut sorted = Vec::with_capacity(lines.len() * 4);
    for (at, line) in lines.iter().enumerate() {
        if courses[at] == Course::Straight && distance(line.from, line.to) > SHARED {
            strips(at, line, &mut sorted);
        }
    }
    sorted.sort_by(|a: &Stretch, b| {
        (a.slice, a.strip).cmp(&(b.slice, b.strip)).then(a.start.total_cmp(&b.start)).then(a.line.cmp(&b.line))
    });
    let mut pairs = Vec::new();
    for (at, one) in sorted.iter().enumerate() {
        let others = sorted[at + 1..].iter().take(MOST);
        for other in
            others.take_while(|other| (other.slice, other.strip) == (one.slice, one.strip) && other.start < one.end)
        {
            let (a, b) = (one.line.min(other.line), one.line.max(other.line));
            if run_along(&lines[a], &lines[b]) {
                pairs.push((a, b));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let length = |at: usize| distance(lines[at].from, lines[at].to);
    pairs.into_iter().map(|(a, b)| if length(a) > length(b) { (b, a) } else { (a, b) }).collect()
}

/// A line in one strip of one slice, from where to where along the slice's direction.
struct Stretch {
    slice: usize,
    strip: i64,
    start: f64,
    end: f64,
    line: usize,
}

/// Adds a line to the strips it is in. A strip also holds what is a little beside it, so that neighbors meet in one strip.
fn strips(at: usize, line: &Chord, into: &mut Vec<Stretch>) {
    let turn = turn(line.to.x - line.from.x, line.to.y - line.from.y);
    let width = 2.0 / SLICES as f64;
    for half in 0..2 {
        let slice = ((turn + 1.0) / width + 0.5 * half as f64) as usize % SLICES;
        let middle = (slice as f64 + 0.5 - 0.5 * half as f64) * width - 1.0;
        let (x, y) = direction(middle);
        let along = |point: Point| point.x * x + point.y * y;
        let across = |point: Point| point.y * x - point.x * y;
        let (a, b) = (across(line.from), across(line.to));
        let (start, end) = (along(line.from).min(along(line.to)), along(line.from).max(along(line.to)));
        let strips = ((a.min(b) - APART) / STRIP).floor() as i64..=((a.max(b) + APART) / STRIP).floor() as i64;
        into.extend(strips.take(MOST).map(|strip| Stretch {
            slice: slice + half * SLICES,
            strip,
            start,
            end,
            line: at,
        }));
    }
}

/// A direction as a number from -1 to 1 that grows with the angle at most as fast (the diamond's measure of an angle);
/// opposite directions are one, and -1 and 1 are one.
fn turn(dx: f64, dy: f64) -> f64 {
    let (dx, dy) = if dx < 0.0 { (-dx, -dy) } else { (dx, dy) };
    dy / (dx + dy.abs())
}

/// The unit vector of a [`turn`].
fn direction(turn: f64) -> (f64, f64) {
    let (x, y) = (1.0 - turn.abs(), turn);
    let length = (x * x + y * y).sqrt();
    (x / length, y / length)
}

fn run_along(a: &Chord, b: &Chord) -> bool {
    let (longer, shorter) = if distance(a.from, a.to) >= distance(b.from, b.to) { (a, b) } else { (b, a) };
    let length = distance(longer.from, longer.to);
    let (x, y) = ((longer.to.x - longer.from.x) / length, (longer.to.y - longer.from.y) / length);
    let along = |point: Point| (point.x - longer.from.x) * x + (point.y - longer.from.y) * y;
    let across = |point: Point| (point.y - longer.from.y) * x - (point.x - longer.from.x) * y;
    let (s, e) = (along(shorter.from), along(shorter.to));
    let (from, to) = (across(shorter.from), across(shorter.to));
    if (to - from).abs() >= ANGLE * distance(shorter.from, shorter.to) {
        return false;
    }
    let (start, end) = (s.min(e).max(0.0), s.max(e).min(length));
    let at = |place: f64| from + (to - from) * (place - s) / (e - s);
    end - start > SHARED && at(start).abs() < APART && at(end).abs() < APART
}
