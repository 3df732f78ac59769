//! [`Stretch`]: a straight line that hundreds of boxes are held against, prepared so that most are told apart from it by
//! comparisons alone.

use crate::geometry::{Point, Rect, Segment};

/// A straight line with air around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    segment: Segment,
    /// How far around the line a box begins to touch it.
    air: f64,
    /// The box around the line and its air.
    hull: Rect,
    /// From start to end.
    way: Point,
    /// Twice the area between the line, prolonged, and the origin: equal for all points of the line.
    offset: f64,
    length: f64,
}

impl Stretch {
    pub(crate) fn new(segment: Segment, air: f64) -> Self {
        let Segment { from, to } = segment;
        let way = Point::new(to.x - from.x, to.y - from.y);
        let offset = way.x * from.y - way.y * from.x;
        Self { segment, air, hull: segment.hull().grown(air), way, offset, length: segment.length() }
    }

    /// The line without its air.
    pub(crate) fn segment(&self) -> Segment {
        self.segment
    }

    /// How many pixels of it lie in a box or in the air around that; `None` if they do not touch.
    #[inline]
    pub(crate) fn inside(&self, bounds: Rect) -> Option<f64> {
        if bounds.is_apart(self.hull, 0.0) || self.passes(bounds) {
            return None;
        }
        let (enter, leave) = bounds.grown(self.air).clip(self.segment)?;
        Some((leave - enter) * self.length)
    }

    /// Whether all corners of the box are on one side of the line, prolonged, and clear of its air.
    fn passes(&self, bounds: Rect) -> bool {
        let (x, y) = (bounds.left + bounds.right, bounds.top + bounds.bottom);
        let away = self.way.x * y - self.way.y * x - 2.0 * self.offset;
        let reach = |extent: f64| extent + 2.0 * self.air;
        away.abs() > self.way.x.abs() * reach(bounds.height()) + self.way.y.abs() * reach(bounds.width())
    }
}
