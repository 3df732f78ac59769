//! Arrow heads, as filled paths.

use super::vector::step;
use crate::scene::{Fill, PathPart, Point, Shape};

/// A head with its tip here, pointing in `direction`, this long and two thirds as wide.
pub(super) fn head(tip: Point, direction: Point, length: f64, fill: Fill) -> Shape {
    Shape::Path {
        parts: vec![
            PathPart::Move(tip),
            PathPart::Line(step(tip, direction, -length, length / 3.0)),
            PathPart::Line(step(tip, direction, -length, -length / 3.0)),
            PathPart::Close,
        ],
        fill: Some(fill),
        stroke: None,
    }
}
