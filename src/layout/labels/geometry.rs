//! [`Rect`] and the few distances that labels need.

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
