//! Lines as drawn by hand: every stroke wavers a little, always in the same way at the same place.

use crate::geometry::{Point, direction, distance};
use crate::scene::{Item, PathPart, Role, Shape};

/// How far a stroke strays from its line.
const STRAY: f64 = 1.7;
/// A long line is drawn in strokes of about this length.
const STROKE: f64 = 60.0;
/// The control points of a quarter of a circle lie this part of the radius from its ends.
const QUARTER: f64 = 0.552_284_75;

/// Redraws everything but text and paper by hand.
pub(super) fn draw(items: &mut [Item]) {
    for item in items.iter_mut().filter(|item| item.role != Role::Background) {
        for shape in &mut item.shapes {
            if let Some(drawn) = redrawn(shape) {
                *shape = drawn;
            }
        }
    }
}

fn redrawn(shape: &Shape) -> Option<Shape> {
    match shape {
        Shape::Text(_) => None,
        Shape::Line { from, to, stroke } => {
            let mut parts = vec![PathPart::Move(*from)];
            line(*from, *to, &mut parts);
            Some(Shape::Path { parts, fill: None, stroke: Some(stroke.clone()) })
        }
        Shape::Circle { center, radius, fill, stroke } => {
            Some(Shape::Path { parts: circle(*center, *radius), fill: *fill, stroke: stroke.clone() })
        }
        Shape::Rect { corner, width, height, fill, stroke, .. } => {
            let (right, bottom) = (corner.x + width, corner.y + height);
            let corners =
                [*corner, Point::new(right, corner.y), Point::new(right, bottom), Point::new(corner.x, bottom)];
            let mut parts = vec![PathPart::Move(corners[0])];
            for at in 0..4 {
                line(corners[at], corners[(at + 1) % 4], &mut parts);
            }
            parts.push(PathPart::Close);
            Some(Shape::Path { parts, fill: *fill, stroke: stroke.clone() })
        }
        Shape::Path { parts, fill, stroke } => {
            Some(Shape::Path { parts: path(parts), fill: *fill, stroke: stroke.clone() })
        }
    }
}

/// Straight parts waver; curves stay.
fn path(given: &[PathPart]) -> Vec<PathPart> {
    let mut parts = Vec::with_capacity(given.len());
    let (mut start, mut at) = (Point::default(), Point::default());
    for part in given {
        match *part {
            PathPart::Move(to) => {
                start = to;
                parts.push(*part);
            }
            PathPart::Line(to) => line(at, to, &mut parts),
            PathPart::Close => {
                line(at, start, &mut parts);
                parts.push(*part);
            }
            PathPart::Quad(..) | PathPart::Cubic(..) => parts.push(*part),
        }
        at = match *part {
            PathPart::Move(to) | PathPart::Line(to) | PathPart::Quad(_, to) | PathPart::Cubic(_, _, to) => to,
            PathPart::Close => start,
        };
    }
    parts
}

/// Strokes from one point to another, whose ends are kept.
fn line(from: Point, to: Point, parts: &mut Vec<PathPart>) {
    let length = distance(from, to);
    let way = direction(from, to);
    let strokes = (length / STROKE).ceil().clamp(1.0, 200.0);
    let stray = STRAY.min(length * 0.04);
    let mut last = from;
    for number in 0..strokes as u64 {
        let end_of = (number + 1) as f64 / strokes * length;
        let end = if number as f64 + 1.0 < strokes {
            from.step(way, end_of, stray * 0.5 * chance(from, to, number))
        } else {
            to
        };
        let middle = Point::new(f64::midpoint(last.x, end.x), f64::midpoint(last.y, end.y));
        parts.push(PathPart::Quad(middle.step(way, 0.0, stray * chance(to, from, number)), end));
        last = end;
    }
}

/// A circle that is not quite round.
fn circle(center: Point, radius: f64) -> Vec<PathPart> {
    let stray = STRAY.min(radius * 0.12);
    let out = |number: u64| radius + stray * chance(center, Point::new(radius, 0.0), number);
    let ends = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)].map(|(x, y)| Point::new(x, y));
    let reach = [out(0), out(1), out(2), out(3)];
    let at = |quarter: usize, aside: f64| {
        let (way, reach) = (ends[quarter % 4], reach[quarter % 4]);
        center.step(way, reach, aside)
    };
    let mut parts = vec![PathPart::Move(at(0, 0.0))];
    for quarter in 0..4 {
        let handle = radius * QUARTER;
        parts.push(PathPart::Cubic(at(quarter, handle), at(quarter + 1, -handle), at(quarter + 1, 0.0)));
    }
    parts.push(PathPart::Close);
    parts
}

/// A number from -1 to 1 that looks like chance and is always the same for the same points.
fn chance(a: Point, b: Point, number: u64) -> f64 {
    let mut hash = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for value in [a.x, a.y, b.x, b.y] {
        // Sixteenths of a pixel.
        hash = (hash ^ (value * 16.0).round() as i64 as u64).wrapping_mul(0xff51_afd7_ed55_8ccd);
        hash ^= hash >> 33;
    }
    (hash >> 40) as f64 / f64::from(1 << 23) - 1.0
}
