//! One row for each stream: number, name, path, metric, time to value, and a bar with its value score.

use super::{head, lines, percent};
use crate::geometry::Point;
use crate::layout::draw::drawing::Drawing;
use crate::layout::draw::sheet::Sheet;
use crate::layout::draw::streams::{pill, slot};
use crate::map::Stream;
use crate::scene::{Fill, Item, Role, Shape, Text, Weight};
use crate::theme::Slot;

/// The heads of the columns, and their shares of the width.
const COLUMNS: [(&str, f64); 5] =
    [("Stream", 0.2), ("Path", 0.35), ("Metric", 0.19), ("Time to value", 0.11), ("Value score", 0.15)];
/// Room for the number in front of a name.
const NUMBER: f64 = 26.0;
/// Air between columns, and between rows.
const AIR: f64 = 8.0;

/// Draws the table with its upper edge here; returns where it ends.
pub(super) fn draw(sheet: &Sheet, top: f64, drawing: &mut Drawing) -> f64 {
    let mut deepest = top;
    for ((words, _), (left, width)) in COLUMNS.into_iter().zip(columns(sheet)) {
        let (item, height) = head(sheet, words, Point::new(left, top), width);
        drawing.add(item);
        deepest = deepest.max(top + height);
    }
    let mut y = deepest + AIR / 2.0;
    for (at, stream) in sheet.map.strategy.streams.iter().enumerate() {
        y = row(sheet, at, stream, y, drawing) + AIR;
    }
    y
}

/// Where each column begins, and how wide it is.
fn columns(sheet: &Sheet) -> [(f64, f64); 5] {
    let whole = sheet.plane.plot.width();
    let mut left = sheet.plane.plot.left;
    COLUMNS.map(|(_, share)| {
        let column = (left, whole * share - AIR);
        left += whole * share;
        column
    })
}

fn row(sheet: &Sheet, at: usize, stream: &Stream, top: f64, drawing: &mut Drawing) -> f64 {
    let path: Vec<String> = stream.path.iter().map(|&id| sheet.map.component(id).name.replace('\n', " ")).collect();
    let [name, way, metric, time, bar] = columns(sheet);
    let or_dash = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
    let size = sheet.sizes().label;
    let mut shapes = Vec::from(pill(sheet, at, Point::new(name.0 + 10.0, top + 0.5 * size)).1);
    let mut height = 1.5 * size;
    let cells = [
        (stream.name.clone(), (name.0 + NUMBER, name.1 - NUMBER)),
        (path.join(" → "), way),
        (or_dash(&stream.metric), metric),
        (or_dash(&stream.time), time),
    ];
    for (text, (left, width)) in cells {
        let (texts, high) = lines(sheet, &text, Point::new(left, top), width, false);
        shapes.extend(texts);
        height = height.max(high);
    }
    if let Some(score) = sheet.map.strategy.stream_score(at) {
        shapes.extend(score_bar(sheet, at, score, Point::new(bar.0, top), bar.1));
    }
    drawing.add(Item {
        role: Role::Stream,
        name: stream.name.clone(),
        span: Some(stream.span),
        shapes,
        ..Item::default()
    });
    top + height
}

/// A bar as long as the score, in an outline of the whole, and the score in words behind it.
fn score_bar(sheet: &Sheet, stream: usize, score: f64, corner: Point, width: f64) -> [Shape; 3] {
    let size = sheet.sizes().label;
    let whole = (width - 3.2 * size).max(1.0);
    let rect = |width: f64, fill: Option<Fill>, edge: bool| Shape::Rect {
        corner,
        width,
        height: 0.9 * size,
        rounding: 0.0,
        fill,
        stroke: edge.then(|| sheet.stroke(Slot::Panel, 0.8)),
    };
    let words = sheet.text(&percent(score), size, Weight::Regular, Slot::Panel);
    [
        rect(whole * score, Some(sheet.fill(slot(stream))), false),
        rect(whole, None, true),
        Shape::Text(Text {
            at: Point::new(corner.x + whole + 0.5 * size, corner.y + 0.8 * size),
            label: true,
            ..words
        }),
    ]
}
