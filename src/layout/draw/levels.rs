//! The vertical axis: the value chain from visible to invisible, and the levels where the map speaks of them.

use super::arrow;
use super::drawing::Drawing;
use super::lines::fit;
use super::sheet::Sheet;
use crate::geometry::Point;
use crate::layout::labels::{Footprint, ObstacleKind};
use crate::scene::{Anchor, Item, Role, Shape, Text, Weight};
use crate::theme::Slot;

/// From the axis left to the baseline of the text along it.
const ALONG: f64 = 7.0;
/// From the baseline of a text along the axis to that of the next one further left.
const FURTHER: f64 = 13.0;
/// Air between the texts of one column.
const AIR: f64 = 12.0;
/// Air between the names of levels and the captions.
const APART: f64 = 5.0;
/// Where captions stand at most, so that they stay in the picture.
const FURTHEST: f64 = 32.0;
/// What levels are called where the map uses their words and names none.
const LEVELS: [&str; 4] = ["Visible", "Aware", "Unaware", "Invisible"];

/// Draws the levels as items of their own; line, head and captions are added to the axis.
pub(super) fn draw(sheet: &Sheet, drawing: &mut Drawing, axis: &mut Vec<Shape>) {
    let levels = if sheet.map.value_chain.bands { levels(sheet) } else { Vec::new() };
    for (at, level) in levels.iter().enumerate() {
        one(sheet, at, levels.len(), level, drawing);
    }
    line(sheet, axis);
    captions(sheet, &levels, axis);
}

/// The names of the levels from the top, each in lines that fit into its band.
fn levels(sheet: &Sheet) -> Vec<Vec<String>> {
    let named: Vec<&str> = sheet.map.value_chain.levels.iter().map(String::as_str).collect();
    let names = if named.is_empty() { &LEVELS[..] } else { &named };
    let band = sheet.plane.plot.height() / names.len() as f64;
    let measure = |text: &str| sheet.fonts.width(text, sheet.sizes().caption, false);
    names.iter().map(|name| fit(name, band - AIR, &measure)).collect()
}

fn one(sheet: &Sheet, at: usize, count: usize, name: &[String], drawing: &mut Drawing) {
    let (plot, sizes) = (sheet.plane.plot, sheet.sizes());
    let band = plot.height() / count as f64;
    let top = plot.top + at as f64 * band;
    let mut item = Item { role: Role::Level, name: name.join(" "), ..Item::default() };
    if at > 0 {
        let (from, to) = (Point::new(plot.left, top), Point::new(plot.right, top));
        let stroke = sheet.dashed(Slot::Divider, 1.0, sizes.divider_dashes);
        item.shapes.push(Shape::Line { from, to, stroke });
        drawing.block(ObstacleKind::Divider, Footprint::Line(vec![from, to]), Vec::new());
    }
    // Turned to the left, the first line is the leftmost.
    for (line, text) in name.iter().rev().enumerate() {
        item.shapes.push(Shape::Text(Text {
            at: Point::new(plot.left - ALONG - line as f64 * FURTHER, top + band / 2.0),
            anchor: Anchor::Middle,
            italic: true,
            turned: -90.0,
            ..sheet.text(text, sizes.caption, Weight::Regular, Slot::AxisText)
        }));
    }
    drawing.add(item);
}

fn line(sheet: &Sheet, shapes: &mut Vec<Shape>) {
    let (plot, sizes) = (sheet.plane.plot, sheet.sizes());
    let tip = Point::new(plot.left, plot.top - sizes.axis_head);
    shapes.push(Shape::Line {
        from: Point::new(plot.left, plot.bottom),
        to: Point::new(plot.left, plot.top),
        stroke: sheet.stroke(Slot::Axis, sizes.axis_stroke),
    });
    shapes.push(arrow::head(tip, Point::new(0.0, -1.0), sizes.axis_head, sheet.fill(Slot::Axis)));
}

/// What stands at both ends of the axis, and its caption between them; further left where there is no room for all three.
fn captions(sheet: &Sheet, levels: &[Vec<String>], shapes: &mut Vec<Shape>) {
    let (plot, axis) = (sheet.plane.plot, &sheet.map.value_chain);
    // A level that is called as the end is says it already.
    let end = |text: &str| {
        let said = levels.iter().any(|level| level.join(" ").eq_ignore_ascii_case(text));
        if said { String::new() } else { text.to_owned() }
    };
    let text = |content: &str, weight| sheet.text(content, sheet.sizes().axis_text, weight, Slot::AxisText);
    let (bottom, top) = (text(&end(&axis.bottom), Weight::Regular), text(&end(&axis.top), Weight::Regular));
    let caption = text(&axis.caption, Weight::Bold);
    let columns = levels.iter().map(Vec::len).max().unwrap_or(0) as f64;
    let away = if columns > 0.0 { (ALONG + columns * FURTHER + APART).min(FURTHEST) } else { ALONG };
    let ends = plot.left - away;
    let narrow = caption.width / 2.0 + bottom.width.max(top.width) + AIR > plot.height() / 2.0;
    let middle = if narrow && bottom.width + top.width > 0.0 { ends - FURTHER } else { ends };
    for (text, x, y, anchor) in [
        (bottom, ends, plot.bottom, Anchor::Start),
        (caption, middle, plot.center().y, Anchor::Middle),
        (top, ends, plot.top, Anchor::End),
    ] {
        if !text.content.is_empty() {
            shapes.push(Shape::Text(Text { at: Point::new(x, y), anchor, turned: -90.0, ..text }));
        }
    }
}
