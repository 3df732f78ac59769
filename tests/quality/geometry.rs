//! Boxes, discs and lines: as much geometry as it takes to see what covers what.

use wardley::geometry::Point;

/// What overlaps by no more than this touches, in pixels.
const TOUCH: f64 = 0.5;

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Frame {
    pub(super) fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Whether both cover some place.
    pub(super) fn covers(&self, other: &Self) -> bool {
        let (a, b) = (self, other);
        a.right.min(b.right) - a.left.max(b.left) > TOUCH && a.bottom.min(b.bottom) - a.top.max(b.top) > TOUCH
    }

    /// How far it is from a point; 0 inside.
    pub(super) fn distance(&self, point: Point) -> f64 {
        distance(self.nearest(point), point)
    }

    /// The point in it that is nearest to a point.
    pub(super) fn nearest(&self, point: Point) -> Point {
        Point::new(point.x.max(self.left).min(self.right), point.y.max(self.top).min(self.bottom))
    }

    /// Whether a straight line runs through it.
    pub(super) fn is_struck(&self, from: Point, to: Point) -> bool {
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let ways = [
            (from.x, to.x - from.x, self.left + TOUCH, self.right - TOUCH),
            (from.y, to.y - from.y, self.top + TOUCH, self.bottom - TOUCH),
        ];
        for (start, way, low, high) in ways {
            if way == 0.0 {
                if start < low || start > high {
                    return false;
                }
                continue;
            }
            let (a, b) = ((low - start) / way, (high - start) / way);
            enter = enter.max(a.min(b));
            leave = leave.min(a.max(b));
        }
        enter <= leave
    }
}

/// What a symbol covers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Form {
    Disc(Point, f64),
    Square(Frame),
}

impl Form {
    pub(super) fn center(&self) -> Point {
        match self {
            Self::Disc(center, _) => *center,
            Self::Square(frame) => {
                Point::new(f64::midpoint(frame.left, frame.right), f64::midpoint(frame.top, frame.bottom))
            }
        }
    }

    /// How far a box is from it; 0 where they overlap.
    pub(super) fn distance(&self, frame: &Frame) -> f64 {
        match self {
            Self::Disc(center, radius) => (frame.distance(*center) - radius).max(0.0),
            Self::Square(square) => {
                let x = (square.left - frame.right).max(frame.left - square.right).max(0.0);
                let y = (square.top - frame.bottom).max(frame.top - square.bottom).max(0.0);
                (x * x + y * y).sqrt()
            }
        }
    }

    /// Whether a box covers some of it.
    pub(super) fn is_under(&self, frame: &Frame) -> bool {
        match self {
            Self::Disc(center, radius) => frame.distance(*center) < radius - TOUCH,
            Self::Square(square) => square.covers(frame),
        }
    }

    /// Whether a straight line runs through it.
    pub(super) fn is_struck(&self, from: Point, to: Point) -> bool {
        match self {
            Self::Disc(center, radius) => distance_from_line(*center, from, to) < radius - TOUCH,
            Self::Square(square) => square.is_struck(from, to),
        }
    }

    /// Whether two symbols cover some place. A square counts as the disc in it.
    pub(super) fn covers(&self, other: &Self) -> bool {
        distance(self.center(), other.center()) < self.radius() + other.radius() - TOUCH
    }

    fn radius(&self) -> f64 {
        match self {
            Self::Disc(_, radius) => *radius,
            Self::Square(frame) => frame.width() / 2.0,
        }
    }
}

pub(super) fn distance(a: Point, b: Point) -> f64 {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).sqrt()
}

/// Whether two straight lines cross.
pub(super) fn cross((a, b): (Point, Point), (c, d): (Point, Point)) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

fn distance_from_line(point: Point, from: Point, to: Point) -> f64 {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let square = x * x + y * y;
    let along = if square > 0.0 { ((point.x - from.x) * x + (point.y - from.y) * y) / square } else { 0.0 };
    let along = along.clamp(0.0, 1.0);
    distance(point, Point::new(from.x + along * x, from.y + along * y))
}
