//! Arrow heads, as filled paths.

use crate::geometry::Point;
use crate::scene::{Fill, PathPart, Shape};

/// A head with its tip here, pointing in `direction`, this long and two thirds as wide.
pub(super) fn head(tip: Point, direction: Point, length: f64, fill: Fill) -> Shape {
    Shape::Path {
        parts: vec![
            PathPart::Move(tip),
            PathPart::Line(tip.step(direction, -length, length / 3.0)),
            PathPart::Line(tip.step(direction, -length, -length / 3.0)),
            PathPart::Close,
        ],
        fill: Some(fill),
        stroke: None,
    }
}
