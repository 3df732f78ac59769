//! Distances and directions between points. `sqrt` is the only root: it gives the same digits everywhere.

use crate::scene::Point;

/// The distance between two points.
pub(super) fn distance(a: Point, b: Point) -> f64 {
    let (x, y) = (b.x - a.x, b.y - a.y);
    (x * x + y * y).sqrt()
}

/// The distance of a point from the stretch between `a` and `b`.
pub(super) fn distance_from_line(point: Point, a: Point, b: Point) -> f64 {
    let (x, y) = (b.x - a.x, b.y - a.y);
    let square = x * x + y * y;
    let part = if square > 0.0 { ((point.x - a.x) * x + (point.y - a.y) * y) / square } else { 0.0 };
    let part = part.clamp(0.0, 1.0);
    distance(point, Point::new(a.x + part * x, a.y + part * y))
}

/// The direction from `a` to `b`, of length 1; to the right where both are one.
pub(super) fn direction(a: Point, b: Point) -> Point {
    let length = distance(a, b);
    if length > 0.0 { Point::new((b.x - a.x) / length, (b.y - a.y) / length) } else { Point::new(1.0, 0.0) }
}

/// The point `ahead` of `from` in `direction`, and `aside` to the right of that way (down, where the way leads right).
pub(super) fn step(from: Point, direction: Point, ahead: f64, aside: f64) -> Point {
    Point::new(from.x + direction.x * ahead - direction.y * aside, from.y + direction.y * ahead + direction.x * aside)
}
