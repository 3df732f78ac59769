//! [`Rect`] and the few distances that labels need.

use crate::layout::vector::distance;
use crate::scene::Point;

/// An upright rectangle in pixels, y down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge, not left of `left`.
    pub right: f64,
    /// Its lower edge, not above `top`.
    pub bottom: f64,
}

impl Rect {
    /// The rectangle between these edges.
    pub const fn new(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self { left, top, right, bottom }
    }

    /// The rectangle that reaches this far from its middle.
    pub const fn around(center: Point, half_width: f64, half_height: f64) -> Self {
        Self::new(center.x - half_width, center.y - half_height, center.x + half_width, center.y + half_height)
    }

    /// The rectangle with these points in opposite corners.
    pub fn between(a: Point, b: Point) -> Self {
        Self::new(a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y))
    }

    /// Its width.
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// Its height.
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// Its middle.
    pub fn center(self) -> Point {
        Point::new(f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }

    /// Whether a point lies in it or on its edge.
    pub fn holds(self, point: Point) -> bool {
        (self.left..=self.right).contains(&point.x) && (self.top..=self.bottom).contains(&point.y)
    }

    /// Larger by `margin` on each side.
    #[must_use]
    pub fn grown(self, margin: f64) -> Self {
        Self::new(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self::new(
            self.left.min(other.left),
            self.top.min(other.top),
            self.right.max(other.right),
            self.bottom.max(other.bottom),
        )
    }

    /// The same rectangle elsewhere.
    #[must_use]
    pub fn moved(self, right: f64, down: f64) -> Self {
        Self::new(self.left + right, self.top + down, self.right + right, self.bottom + down)
    }
}

impl Rect {
    /// How far apart two rectangles are, along x and along y; below 0 where they overlap.
    pub(in crate::layout) fn gaps(self, other: Self) -> (f64, f64) {
        ((self.left - other.right).max(other.left - self.right), (self.top - other.bottom).max(other.top - self.bottom))
    }

    /// Whether two rectangles are more than this far apart along x or along y.
    pub(super) fn is_apart(self, other: Self, by: f64) -> bool {
        self.left - other.right > by
            || other.left - self.right > by
            || self.top - other.bottom > by
            || other.top - self.bottom > by
    }

    /// The distance between two rectangles; 0 where they overlap.
    pub(super) fn distance(self, other: Self) -> f64 {
        let (x, y) = self.gaps(other);
        length(x.max(0.0), y.max(0.0))
    }

    /// The point in the rectangle that is nearest to `point`.
    pub(super) fn nearest(self, point: Point) -> Point {
        Point::new(point.x.max(self.left).min(self.right), point.y.max(self.top).min(self.bottom))
    }

    /// The distance to a point; 0 inside.
    pub fn distance_to(self, point: Point) -> f64 {
        distance(self.nearest(point), point)
    }

    /// How far the rectangle reaches out of `area`, all sides together.
    pub(super) fn outside(self, area: Self) -> f64 {
        (area.left - self.left).max(0.0)
            + (area.top - self.top).max(0.0)
            + (self.right - area.right).max(0.0)
            + (self.bottom - area.bottom).max(0.0)
    }

    /// Whether all edges are within half a pixel of the other's.
    pub(super) fn is_nearly(self, other: Self) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() < 0.5;
        near(self.left, other.left)
            && near(self.top, other.top)
            && near(self.right, other.right)
            && near(self.bottom, other.bottom)
    }

    /// The part of a straight line inside, as its start and end in 0..=1 along the line.
    #[inline]
    pub(super) fn clip(self, from: Point, to: Point) -> Option<(f64, f64)> {
        let across = stretch(from.x, to.x - from.x, self.left, self.right)?;
        let down = stretch(from.y, to.y - from.y, self.top, self.bottom)?;
        let (enter, leave) = (across.0.max(down.0).max(0.0), across.1.min(down.1).min(1.0));
        (enter <= leave).then_some((enter, leave))
    }
}

/// From when to when something that starts at `start` and goes `step` in one unit of time is between `low` and `high`.
fn stretch(start: f64, step: f64, low: f64, high: f64) -> Option<(f64, f64)> {
    if step == 0.0 {
        return (low <= start && start <= high).then_some((0.0, 1.0));
    }
    let (a, b) = ((low - start) / step, (high - start) / step);
    Some(if a < b { (a, b) } else { (b, a) })
}

/// Whether two straight lines cross.
pub(super) fn cross((a, b): (Point, Point), (c, d): (Point, Point)) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

/// `hypot` in operations that are exact everywhere.
fn length(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}
