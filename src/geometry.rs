//! [`Point`], [`Segment`], [`Rect`]: the only geometry there is. Pixels, x to the right, y down.
//!
//! `sqrt` is the only root: with + − × ÷ it gives the same digits on every machine.

/// A place in the picture, in pixels from its upper left corner; also a direction, as the step from one place to another.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// A straight line from one point to another.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Segment {
    /// Where it starts.
    pub from: Point,
    /// Where it ends.
    pub to: Point,
}

/// An upright rectangle.
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

/// The distance between two points.
pub fn distance(a: Point, b: Point) -> f64 {
    length(b.x - a.x, b.y - a.y)
}

/// The direction from `a` to `b`, of length 1; to the right where both are one.
pub fn direction(a: Point, b: Point) -> Point {
    let length = distance(a, b);
    if length > 0.0 { Point::new((b.x - a.x) / length, (b.y - a.y) / length) } else { Point::new(1.0, 0.0) }
}

/// The cross product of `b - a` and `c - a`: twice the area of the triangle, above 0 where `c` lies to the right of the way
/// from `a` to `b` (below it, where that leads right), 0 where all three lie on one line.
pub fn cross(a: Point, b: Point, c: Point) -> f64 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

impl Point {
    /// The point at `x`, `y`.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The point `ahead` of this one in `direction`, and `aside` to the right of that way (down, where it leads right).
    #[must_use]
    pub fn step(self, direction: Self, ahead: f64, aside: f64) -> Self {
        Self::new(
            self.x + direction.x * ahead - direction.y * aside,
            self.y + direction.y * ahead + direction.x * aside,
        )
    }
}

impl Segment {
    /// The straight line between these points.
    pub const fn new(from: Point, to: Point) -> Self {
        Self { from, to }
    }

    /// How long it is.
    pub fn length(self) -> f64 {
        distance(self.from, self.to)
    }

    /// The point at this part of its length: 0 is its start, 1 its end.
    pub fn at(self, part: f64) -> Point {
        Point::new(self.from.x + part * (self.to.x - self.from.x), self.from.y + part * (self.to.y - self.from.y))
    }

    /// The distance of a point from it.
    pub fn distance_to(self, point: Point) -> f64 {
        let (x, y) = (self.to.x - self.from.x, self.to.y - self.from.y);
        let square = x * x + y * y;
        let part =
            if square > 0.0 { ((point.x - self.from.x) * x + (point.y - self.from.y) * y) / square } else { 0.0 };
        distance(point, self.at(part.clamp(0.0, 1.0)))
    }

    /// Whether two cross; not where one only touches the other.
    pub fn crosses(self, other: Self) -> bool {
        let parts = |one: Self, two: Self| cross(one.from, one.to, two.from) * cross(one.from, one.to, two.to) < 0.0;
        parts(self, other) && parts(other, self)
    }

    /// The smallest rectangle that holds it.
    pub fn hull(self) -> Rect {
        Rect::between(self.from, self.to)
    }
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

    /// Its corners, clockwise from the upper left.
    pub fn corners(self) -> [Point; 4] {
        [
            Point::new(self.left, self.top),
            Point::new(self.right, self.top),
            Point::new(self.right, self.bottom),
            Point::new(self.left, self.bottom),
        ]
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

    /// How far apart two rectangles are, along x and along y; below 0 where they overlap.
    pub fn gaps(self, other: Self) -> (f64, f64) {
        ((self.left - other.right).max(other.left - self.right), (self.top - other.bottom).max(other.top - self.bottom))
    }

    /// Whether two rectangles are more than this far apart along x or along y.
    pub fn is_apart(self, other: Self, by: f64) -> bool {
        self.left - other.right > by
            || other.left - self.right > by
            || self.top - other.bottom > by
            || other.top - self.bottom > by
    }

    /// The distance between two rectangles; 0 where they overlap.
    pub fn distance(self, other: Self) -> f64 {
        let (x, y) = self.gaps(other);
        length(x.max(0.0), y.max(0.0))
    }

    /// The point in the rectangle that is nearest to `point`.
    pub fn nearest(self, point: Point) -> Point {
        Point::new(point.x.max(self.left).min(self.right), point.y.max(self.top).min(self.bottom))
    }

    /// The distance to a point; 0 inside.
    pub fn distance_to(self, point: Point) -> f64 {
        distance(self.nearest(point), point)
    }

    /// How far the rectangle reaches out of `area`, all sides together.
    pub fn outside(self, area: Self) -> f64 {
        (area.left - self.left).max(0.0)
            + (area.top - self.top).max(0.0)
            + (self.right - area.right).max(0.0)
            + (self.bottom - area.bottom).max(0.0)
    }

    /// Whether all edges are within half a pixel of the other's.
    pub fn is_nearly(self, other: Self) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() < 0.5;
        near(self.left, other.left)
            && near(self.top, other.top)
            && near(self.right, other.right)
            && near(self.bottom, other.bottom)
    }

    /// The part of a straight line inside, as its start and end in 0..=1 along the line (the algorithm of Liang and Barsky).
    #[inline]
    pub fn clip(self, line: Segment) -> Option<(f64, f64)> {
        let Segment { from, to } = line;
        let across = slab(from.x, to.x - from.x, self.left, self.right)?;
        let down = slab(from.y, to.y - from.y, self.top, self.bottom)?;
        let (enter, leave) = (across.0.max(down.0).max(0.0), across.1.min(down.1).min(1.0));
        (enter <= leave).then_some((enter, leave))
    }
}

/// From when to when something that starts at `start` and goes `step` in one unit of time is between `low` and `high`.
fn slab(start: f64, step: f64, low: f64, high: f64) -> Option<(f64, f64)> {
    if step == 0.0 {
        return (low <= start && start <= high).then_some((0.0, 1.0));
    }
    let (a, b) = ((low - start) / step, (high - start) / step);
    Some(if a < b { (a, b) } else { (b, a) })
}

fn length(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}
