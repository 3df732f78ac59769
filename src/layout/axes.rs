//! The two axes: lines, heads and captions; the dividers between stages and levels, and their names.

use super::arrow;
use super::drawing::Drawing;
use super::labels::{ObstacleKind, Shape as Form};
use super::lines::fit;
use super::sheet::Sheet;
use crate::scene::{Anchor, Item, Point, Role, Shape, Text, Weight};
use crate::theme::Slot;

/// From the horizontal axis down to the first baseline of the stage names.
const BELOW: f64 = 17.0;
/// From a divider right to the name of the stage behind it.
const BESIDE: f64 = 7.0;
/// From the vertical axis left to the baseline of the text along it, ...
const ALONG: f64 = 8.0;
/// ... and to that of the caption, where level names stand between.
const FURTHER: f64 = 25.0;

/// The names of the stages, broken into lines that are as wide as the stages.
pub(super) fn stage_names(
    map: &crate::map::Map,
    theme: &crate::theme::Theme,
    fonts: &crate::text::Fonts,
    width: f64,
) -> Vec<Vec<String>> {
    let size = theme.sizes.axis_text;
    let last = map.evolution.stages.len().saturating_sub(1);
    let caption = fonts.width(CAPTION, size, true) + BESIDE;
    (0..map.evolution.stages.len())
        .map(|at| {
            let (start, end) = map.evolution.bounds(at);
            let room = (end - start) * width - BESIDE - if at == last { caption } else { 2.0 };
            fit(&map.evolution.stages[at].name, room, &|text| fonts.width(text, size, false))
        })
        .collect()
}

/// The caption of the horizontal axis.
const CAPTION: &str = "Evolution";

/// Draws both axes.
pub(super) fn draw(sheet: &Sheet, names: &[Vec<String>], drawing: &mut Drawing) {
    if sheet.theme.territory {
        territory(sheet, drawing);
    }
    if sheet.map.evolution.shown {
        stages(sheet, names, drawing);
    }
    if sheet.map.value_chain.shown && sheet.map.value_chain.bands {
        levels(sheet, drawing);
    }
    let mut axis = Item { role: Role::Axis, ..Item::default() };
    if sheet.map.evolution.shown {
        evolution(sheet, &mut axis.shapes);
    }
    if sheet.map.value_chain.shown {
        value_chain(sheet, &mut axis.shapes);
    }
    drawing.add(axis);
}

fn evolution(sheet: &Sheet, shapes: &mut Vec<Shape>) {
    let (plot, sizes) = (sheet.plane.plot, sheet.sizes());
    let (start, end) = (Point::new(plot.left, plot.bottom), Point::new(plot.right, plot.bottom));
    let tip = Point::new(plot.right + sizes.axis_head, plot.bottom);
    shapes.push(Shape::Line { from: start, to: end, stroke: sheet.stroke(Slot::Axis, sizes.axis_stroke) });
    shapes.push(arrow::head(tip, Point::new(1.0, 0.0), sizes.axis_head, sheet.fill(Slot::Axis)));
    shapes.push(Shape::Text(Text {
        at: Point::new(plot.right, plot.bottom + BELOW),
        anchor: Anchor::End,
        ..sheet.text(CAPTION, sizes.axis_text, Weight::Bold, Slot::AxisText)
    }));
}

fn value_chain(sheet: &Sheet, shapes: &mut Vec<Shape>) {
    let (plot, sizes, axis) = (sheet.plane.plot, sheet.sizes(), &sheet.map.value_chain);
    let tip = Point::new(plot.left, plot.top - sizes.axis_head);
    shapes.push(Shape::Line {
        from: Point::new(plot.left, plot.bottom),
        to: Point::new(plot.left, plot.top),
        stroke: sheet.stroke(Slot::Axis, sizes.axis_stroke),
    });
    shapes.push(arrow::head(tip, Point::new(0.0, -1.0), sizes.axis_head, sheet.fill(Slot::Axis)));
    let x = plot.left - if axis.bands { FURTHER } else { ALONG };
    // A level at the end that is called as the end is says it already.
    let said = |end: &str| axis.bands && level_names(sheet).iter().any(|level| level.eq_ignore_ascii_case(end));
    let ends = [
        (axis.bottom.as_str(), plot.bottom, Anchor::Start, Weight::Regular),
        (axis.caption.as_str(), plot.center().y, Anchor::Middle, Weight::Bold),
        (axis.top.as_str(), plot.top, Anchor::End, Weight::Regular),
    ];
    for (content, y, anchor, weight) in ends.into_iter().filter(|(content, ..)| !content.is_empty() && !said(content)) {
        shapes.push(Shape::Text(Text {
            at: Point::new(x, y),
            anchor,
            turned: -90.0,
            ..sheet.text(content, sizes.axis_text, weight, Slot::AxisText)
        }));
    }
}

fn stages(sheet: &Sheet, names: &[Vec<String>], drawing: &mut Drawing) {
    let (plot, sizes) = (sheet.plane.plot, sheet.sizes());
    let lines = names.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let foot = plot.bottom + BELOW + (lines - 1) as f64 * sizes.axis_line - 2.0;
    for (at, stage) in sheet.map.evolution.stages.iter().enumerate() {
        let left = plot.left + sheet.map.evolution.bounds(at).0 * plot.width();
        let mut item = Item { role: Role::Stage, name: stage.name.replace('\n', " "), ..Item::default() };
        if at > 0 {
            let (from, to) = (Point::new(left, plot.top), Point::new(left, foot));
            let stroke = sheet.dashed(Slot::Divider, 1.0, sizes.divider_dashes);
            item.shapes.push(Shape::Line { from, to, stroke });
            drawing.block(ObstacleKind::Divider, Form::Line(vec![from, to]), Vec::new());
        }
        for (line, name) in names[at].iter().enumerate() {
            item.shapes.push(Shape::Text(Text {
                at: Point::new(
                    left + if at > 0 { BESIDE } else { 0.0 },
                    plot.bottom + BELOW + line as f64 * sizes.axis_line,
                ),
                italic: true,
                ..sheet.text(name, sizes.axis_text, Weight::Regular, Slot::AxisText)
            }));
        }
        drawing.add(item);
    }
}

/// What levels are called where the map uses their words and names none.
const LEVELS: [&str; 4] = ["Visible", "Aware", "Unaware", "Invisible"];

/// The names of the levels from the top.
fn level_names<'a>(sheet: &Sheet<'a>) -> Vec<&'a str> {
    let named = &sheet.map.value_chain.levels;
    if named.is_empty() { LEVELS.to_vec() } else { named.iter().map(String::as_str).collect() }
}

fn levels(sheet: &Sheet, drawing: &mut Drawing) {
    let (plot, sizes) = (sheet.plane.plot, sheet.sizes());
    let names = level_names(sheet);
    let band = plot.height() / names.len() as f64;
    for (at, name) in names.iter().enumerate() {
        let top = plot.top + at as f64 * band;
        let mut item = Item { role: Role::Level, name: (*name).to_owned(), ..Item::default() };
        if at > 0 {
            let (from, to) = (Point::new(plot.left, top), Point::new(plot.right, top));
            let stroke = sheet.dashed(Slot::Divider, 1.0, sizes.divider_dashes);
            item.shapes.push(Shape::Line { from, to, stroke });
            drawing.block(ObstacleKind::Divider, Form::Line(vec![from, to]), Vec::new());
        }
        item.shapes.push(Shape::Text(Text {
            at: Point::new(plot.left - ALONG, top + band / 2.0),
            anchor: Anchor::Middle,
            italic: true,
            turned: -90.0,
            ..sheet.text(name, sizes.caption, Weight::Regular, Slot::AxisText)
        }));
        drawing.add(item);
    }
}

/// The names of both sides of the map, as Simon Wardley draws them.
fn territory(sheet: &Sheet, drawing: &mut Drawing) {
    let plot = sheet.plane.plot;
    let mut item = Item { role: Role::Axis, ..Item::default() };
    for (name, x, anchor) in
        [("Uncharted", plot.left + 10.0, Anchor::Start), ("Industrialised", plot.right - 10.0, Anchor::End)]
    {
        let text = Text {
            at: Point::new(x, plot.top + 15.0),
            anchor,
            ..sheet.text(name, sheet.sizes().caption, Weight::Bold, Slot::AxisText)
        };
        drawing.block(ObstacleKind::Box, Form::Box(super::lines::bounds(&text)), Vec::new());
        item.shapes.push(Shape::Text(text));
    }
    drawing.add(item);
}
