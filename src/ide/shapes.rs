//! How far shapes reach, and the course of lines.

use crate::geometry::{Point, Rect};
use crate::scene::{PathPart, Shape};

/// A bend is this many straight pieces.
const PIECES: u32 = 8;

/// The box around all shapes that are no text.
pub(super) fn bounds(shapes: &[Shape]) -> Option<Rect> {
    let boxes = shapes.iter().filter_map(|shape| match shape {
        Shape::Circle { center, radius, .. } => Some(Rect::around(*center, *radius, *radius)),
        Shape::Rect { corner, width, height, .. } => {
            Some(Rect::new(corner.x, corner.y, corner.x + width, corner.y + height))
        }
        Shape::Line { from, to, .. } => Some(Rect::between(*from, *to)),
        Shape::Path { parts, .. } => {
            let points = course_of_path(parts);
            points.iter().map(|&point| Rect::between(point, point)).reduce(Rect::hull)
        }
        Shape::Text(_) => None,
    });
    boxes.reduce(Rect::hull)
}

/// The points of the first line or path among the shapes.
pub(super) fn course(shapes: &[Shape]) -> Vec<Point> {
    let found = shapes.iter().find_map(|shape| match shape {
        Shape::Line { from, to, .. } => Some(vec![*from, *to]),
        Shape::Path { parts, fill: None, .. } => Some(course_of_path(parts)),
        _ => None,
    });
    found.unwrap_or_default()
}

fn course_of_path(parts: &[PathPart]) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::with_capacity(parts.len());
    for part in parts {
        let from = points.last().copied().unwrap_or_default();
        match *part {
            PathPart::Move(to) | PathPart::Line(to) => points.push(to),
            PathPart::Quad(bend, to) => {
                points.extend(steps().map(|at| between(between(from, bend, at), between(bend, to, at), at)));
            }
            PathPart::Cubic(first, second, to) => points.extend(steps().map(|at| {
                let (a, b, c) = (between(from, first, at), between(first, second, at), between(second, to, at));
                between(between(a, b, at), between(b, c, at), at)
            })),
            PathPart::Close => {}
        }
    }
    points
}

fn steps() -> impl Iterator<Item = f64> {
    (1..=PIECES).map(|step| f64::from(step) / f64::from(PIECES))
}

fn between(from: Point, to: Point, at: f64) -> Point {
    Point::new(from.x + (to.x - from.x) * at, from.y + (to.y - from.y) * at)
}
