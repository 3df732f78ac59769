//! Badges: where metrics are measured. A star for the North Star, letters in diamonds for its inputs.

use std::collections::HashMap;

use super::drawing::Drawing;
use super::sheet::Sheet;
use crate::geometry::{Point, Rect};
use crate::layout::labels::{Footprint, ObstacleKind};
use crate::map::{ComponentId, Metric};
use crate::scene::{Anchor, Fill, Item, PathPart, Role, Shape, Text, Weight};
use crate::theme::Slot;

/// Half the height of a badge, in sizes of a label.
const REACH: f64 = 0.68;
/// Where the points of a star stand, as sines and cosines of fifths of a turn: outer ones, and the inner ones between them.
const STAR: [(f64, f64); 10] = [
    (0.0, -1.0),
    (0.2245, -0.309),
    (0.9511, -0.309),
    (0.3633, 0.118),
    (0.5878, 0.809),
    (0.0, 0.382),
    (-0.5878, 0.809),
    (-0.3633, 0.118),
    (-0.9511, -0.309),
    (-0.2245, -0.309),
];

/// Draws the badges of all metrics that are measured somewhere, several at one component side by side.
pub(super) fn draw(sheet: &Sheet, drawing: &mut Drawing) {
    let strategy = &sheet.map.strategy;
    let stars = strategy.north_stars.iter().map(|metric| (metric, None));
    let inputs = strategy.inputs.iter().enumerate().map(|(at, metric)| (metric, Some(letter(at))));
    let mut taken: HashMap<ComponentId, f64> = HashMap::new();
    for (metric, letter) in stars.chain(inputs) {
        let Some(id) = metric.at else { continue };
        let mark = sheet.marks.component(id);
        let reach = sheet.sizes().label * REACH;
        let place = taken.entry(id).or_default();
        let (left, up) = mark.outline.halves();
        let center = Point::new(mark.center.x - left - reach - *place, mark.center.y - up - 0.8 * reach);
        *place += 2.2 * reach;
        let shapes = badge(sheet, letter.as_deref(), center);
        drawing.add(item(metric, shapes));
        drawing.block(ObstacleKind::Mark, Footprint::Box(Rect::around(center, reach, reach)), Vec::new());
    }
}

/// `a`, `b`, …, `z`, `aa`: the letter of an input, by its index.
pub(in crate::layout) fn letter(input: usize) -> String {
    let mut letters = String::new();
    let mut left = input + 1;
    while left > 0 {
        left -= 1;
        letters.insert(0, char::from(b'a' + (left % 26) as u8));
        left /= 26;
    }
    letters
}

/// A star, or a letter in a diamond.
pub(in crate::layout) fn badge(sheet: &Sheet, letter: Option<&str>, center: Point) -> Vec<Shape> {
    let reach = sheet.sizes().label * REACH;
    let outline = |points: &[(f64, f64)]| {
        let at = |&(x, y): &(f64, f64)| Point::new(center.x + reach * x, center.y + reach * y);
        let mut parts = vec![PathPart::Move(at(&points[0]))];
        parts.extend(points[1..].iter().map(|point| PathPart::Line(at(point))));
        parts.push(PathPart::Close);
        Shape::Path {
            parts,
            fill: Some(Fill::Plain(sheet.ink(Slot::MetricFill))),
            stroke: Some(sheet.stroke(Slot::MetricText, 1.0)),
        }
    };
    let Some(letter) = letter else { return vec![outline(&STAR)] };
    let size = sheet.sizes().label * 0.75;
    let text = sheet.text(letter, size, Weight::Bold, Slot::MetricText);
    let text = Text { at: Point::new(center.x, center.y + 0.33 * size), anchor: Anchor::Middle, ..text };
    vec![outline(&[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)]), Shape::Text(text)]
}

fn item(metric: &Metric, shapes: Vec<Shape>) -> Item {
    Item {
        role: Role::Metric,
        name: metric.name.clone(),
        tooltip: Some(
            metric.definition.as_ref().map_or_else(|| metric.name.clone(), |words| format!("{}: {words}", metric.name)),
        ),
        span: Some(metric.span),
        shapes,
        ..Item::default()
    }
}
