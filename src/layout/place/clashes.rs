//! What it costs that symbols, movements and boxes of pipelines are in each other's way.

use super::sketch::{PipelineBox, Symbol};
use crate::geometry::{Point, Segment};

/// The cost of each pixel that things overlap.
const CLOSE: f64 = 1.6;
/// The cost of what nobody can read: a symbol on another, in a foreign box, in the way of a foreign movement.
pub(super) const WRONG: f64 = 40.0;
/// Things whose names meet from left to right keep this far apart, in pixels,
const LINE: f64 = 22.0;
/// and, where they are large, this far from edge to edge.
const AIR: f64 = 4.0;
/// A movement leaves this much between it and a foreign symbol, in pixels,
const BESIDE: f64 = 5.0;
/// and this much to another movement that runs along it.
const ARROWS: f64 = 14.0;
/// A movement is at least this long from edge to edge, with its head and perhaps a bar of inertia, in pixels.
const SHORTEST: f64 = 26.0;

/// A movement, from the symbol of the component to that of the moved state.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arrow {
    pub(super) from: u32,
    pub(super) to: u32,
    /// Whether it leads to the right.
    pub(super) rightward: bool,
}

/// The farthest that two symbols can be from each other, from top to bottom, and yet cost anything.
pub(super) fn farthest(widest: f64) -> f64 {
    LINE.max(2.0 * widest + AIR)
}

/// Two symbols whose names meet, or that lie on each other.
pub(super) fn symbols(one: &Symbol, at: Point, other: &Symbol, there: Point) -> f64 {
    let apart = (there.y - at.y).abs();
    let radii = one.size.radius + other.size.radius;
    let near = LINE.max(radii + AIR) - apart;
    if near <= 0.0 || other.unit == one.unit {
        return 0.0;
    }
    let ((from, to), (low, high)) = (one.reach(at.x), other.reach(there.x));
    let close = CLOSE * near.min(to.min(high) - from.max(low)).max(0.0);
    let on = Segment::new(at, there).length() < radii + 1.0;
    close + if on { WRONG } else { 0.0 }
}

/// A symbol in the box of a foreign pipeline that hangs below `parent`.
pub(super) fn boxed(symbol: &Symbol, at: Point, one: &PipelineBox, parent: f64) -> f64 {
    let air = symbol.size.radius + AIR;
    if one.unit == symbol.unit || at.x <= one.ends.0 - air || at.x >= one.ends.1 + air {
        return 0.0;
    }
    let below = at.y - parent;
    let depth = (below + air).min(one.height + air - below).max(0.0);
    2.0 * CLOSE * depth + if depth > AIR { WRONG } else { 0.0 }
}

/// Two boxes that overlap, each below its parent.
pub(super) fn boxes(one: &PipelineBox, parent: f64, other: &PipelineBox, other_parent: f64) -> f64 {
    let meet = one.unit != other.unit && one.ends.0 < other.ends.1 && other.ends.0 < one.ends.1;
    let height = if parent < other_parent { one.height } else { other.height };
    if meet { CLOSE * (height + 2.0 * AIR - (parent - other_parent).abs()).max(0.0) } else { 0.0 }
}

/// A movement through a foreign symbol.
pub(super) fn through(arrow: Segment, symbol: &Symbol, at: Point) -> f64 {
    let gap = arrow.distance_to(at) - symbol.size.radius;
    WRONG * ((BESIDE - gap) / BESIDE).clamp(0.0, 1.0)
}

/// Two movements that run along each other.
pub(super) fn along(one: Segment, other: Segment) -> f64 {
    let (left, right) = (one.hull().left.max(other.hull().left), one.hull().right.min(other.hull().right));
    if left < right { 2.0 * CLOSE * (ARROWS - (one.from.y - other.from.y).abs()).max(0.0) } else { 0.0 }
}

/// A movement that is too short, or leads the wrong way.
pub(super) fn short(arrow: Segment, rightward: bool, radii: f64) -> f64 {
    let length = if rightward { arrow.to.x - arrow.from.x } else { arrow.from.x - arrow.to.x };
    2.0 * CLOSE * (radii + SHORTEST - length).max(0.0)
}
