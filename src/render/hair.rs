//! [`Hair`]: lines at most one pixel wide, in straight pieces.
//!
//! tiny-skia displaces a thin line that comes in over the upper edge of what it paints on, by up to a pixel for all of its
//! length. So lines are cut before they are painted on a band.

use tiny_skia::{Path, PathBuilder, PathSegment, Point};

/// Straight pieces, in pixels of the picture.
pub(super) struct Hair(Vec<[Point; 2]>);

impl Hair {
    /// The pieces of a path. Curves are followed to within a tenth of a pixel.
    pub(super) fn of(path: &Path) -> Self {
        let mut hair = Self(Vec::new());
        let (mut start, mut at) = (Point::zero(), Point::zero());
        for segment in path.segments() {
            match segment {
                PathSegment::MoveTo(to) => start = to,
                PathSegment::LineTo(to) => hair.0.push([at, to]),
                PathSegment::QuadTo(by, to) => {
                    let bend = second_difference(at, by, to);
                    hair.follow(at, (bend * 2.5).sqrt(), |t| between(between(at, by, t), between(by, to, t), t));
                }
                PathSegment::CubicTo(by, then, to) => {
                    let bend = second_difference(at, by, then).max(second_difference(by, then, to));
                    hair.follow(at, (bend * 7.5).sqrt(), |t| {
                        let middle = between(by, then, t);
                        let first = between(between(at, by, t), middle, t);
                        between(first, between(middle, between(then, to, t), t), t)
                    });
                }
                PathSegment::Close => hair.0.push([at, start]),
            }
            at = match segment {
                PathSegment::MoveTo(to)
                | PathSegment::LineTo(to)
                | PathSegment::QuadTo(_, to)
                | PathSegment::CubicTo(_, _, to) => to,
                PathSegment::Close => start,
            };
        }
        hair
    }

    fn follow(&mut self, mut from: Point, pieces: f32, curve: impl Fn(f32) -> Point) {
        let pieces = pieces.ceil().clamp(1.0, 100.0);
        for piece in 1..=pieces as u16 {
            let to = curve(f32::from(piece) / pieces);
            self.0.push([from, to]);
            from = to;
        }
    }

    /// What of it lies between the rows `top` and `bottom`, moved up by `top`.
    pub(super) fn within(&self, top: f32, bottom: f32) -> Option<Path> {
        let mut builder = PathBuilder::new();
        let mut last = None;
        for &[from, to] in &self.0 {
            if from.y.min(to.y) >= bottom || from.y.max(to.y) <= top {
                continue;
            }
            let cut = |end: Point, other: Point| {
                let part = if end.y < top { (top - end.y) / (other.y - end.y) } else { 0.0 };
                let end = between(end, other, part);
                Point::from_xy(end.x, (end.y - top).max(0.0))
            };
            let (from, to) = (cut(from, to), cut(to, from));
            if last != Some(from) {
                builder.move_to(from.x, from.y);
            }
            builder.line_to(to.x, to.y);
            last = Some(to);
        }
        builder.finish()
    }
}

fn between(one: Point, other: Point, part: f32) -> Point {
    Point::from_xy(one.x + (other.x - one.x) * part, one.y + (other.y - one.y) * part)
}

fn second_difference(one: Point, two: Point, three: Point) -> f32 {
    (one.x - 2.0 * two.x + three.x).abs().max((one.y - 2.0 * two.y + three.y).abs())
}
