//! The horizontal axis: the stages of evolution, their names and the dividers between them.

use super::arrow;
use super::drawing::Drawing;
use super::lines::fit;
use super::sheet::Sheet;
use crate::geometry::Point;
use crate::layout::labels::{Footprint, ObstacleKind};
use crate::map::Map;
use crate::scene::{Anchor, Item, Role, Shape, Text, Weight};
use crate::text::Fonts;
use crate::theme::{Slot, Theme};

/// From the axis down to the first baseline of the stage names.
const BELOW: f64 = 17.0;
/// From a divider right to the name of the stage behind it.
const BESIDE: f64 = 7.0;
/// The caption of the axis.
const CAPTION: &str = "Evolution";

/// The names of the stages in lines, and where the caption stands among them.
#[derive(Default)]
pub(crate) struct StageNames {
    /// By stage, none wider than it.
    names: Vec<Vec<String>>,
    /// The line at whose end the caption stands: the first, or the one below all names where the last stage needs its place.
    caption: usize,
}

impl StageNames {
    /// Breaks the names for a plot of this width.
    pub(crate) fn of(map: &Map, theme: &Theme, fonts: &Fonts, width: f64) -> Self {
        if !map.evolution.shown {
            return Self::default();
        }
        let size = theme.sizes.axis_text;
        let measure = |text: &str| fonts.width(text, size, false);
        let room = |at: usize| {
            let (start, end) = map.evolution.bounds(at);
            (end - start) * width - if at > 0 { BESIDE } else { 0.0 }
        };
        let longest_word = |name: &str| name.split_whitespace().map(measure).fold(0.0, f64::max);
        let mut names: Vec<Vec<String>> = Vec::new();
        let mut caption = 0;
        for (at, stage) in map.evolution.stages.iter().enumerate() {
            let mut room = room(at) - 2.0;
            if at + 1 == map.evolution.stages.len() {
                let beside = room - fonts.width(CAPTION, size, true) - BESIDE;
                if beside < longest_word(&stage.name) {
                    caption = names.iter().map(Vec::len).max().unwrap_or(0).max(fit(&stage.name, room, &measure).len());
                } else {
                    room = beside;
                }
            }
            names.push(fit(&stage.name, room, &measure));
        }
        Self { names, caption }
    }

    /// How many lines there are below the axis.
    pub(crate) fn lines(&self) -> usize {
        self.names.iter().map(Vec::len).max().unwrap_or(0).max(self.caption + 1)
    }
}

/// The line of the axis, its head and its caption.
pub(crate) fn axis(sheet: &Sheet, names: &StageNames, shapes: &mut Vec<Shape>) {
    let (plot, sizes) = (sheet.plane.plot, sheet.sizes());
    let (start, end) = (Point::new(plot.left, plot.bottom), Point::new(plot.right, plot.bottom));
    let tip = Point::new(plot.right + sizes.axis_head, plot.bottom);
    shapes.push(Shape::Line { from: start, to: end, stroke: sheet.stroke(Slot::Axis, sizes.axis_stroke) });
    shapes.push(arrow::head(tip, Point::new(1.0, 0.0), sizes.axis_head, sheet.fill(Slot::Axis)));
    shapes.push(Shape::Text(Text {
        at: Point::new(plot.right, baseline(sheet, names.caption)),
        anchor: Anchor::End,
        ..sheet.text(CAPTION, sizes.axis_text, Weight::Bold, Slot::AxisText)
    }));
}

/// Every stage with its name and the divider before it.
pub(crate) fn draw(sheet: &Sheet, names: &StageNames, drawing: &mut Drawing) {
    let (plot, sizes) = (sheet.plane.plot, sheet.sizes());
    let lines = names.names.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let foot = baseline(sheet, lines - 1) - 2.0;
    for (at, stage) in sheet.map.evolution.stages.iter().enumerate() {
        let left = plot.left + sheet.map.evolution.bounds(at).0 * plot.width();
        let mut item = Item { role: Role::Stage, name: stage.name.replace('\n', " "), ..Item::default() };
        if at > 0 {
            let (from, to) = (Point::new(left, plot.top), Point::new(left, foot));
            let stroke = sheet.dashed(Slot::Divider, 1.0, sizes.divider_dashes);
            item.shapes.push(Shape::Line { from, to, stroke });
            drawing.block(ObstacleKind::Divider, Footprint::Line(vec![from, to]), Vec::new());
        }
        for (line, name) in names.names[at].iter().enumerate() {
            item.shapes.push(Shape::Text(Text {
                at: Point::new(left + if at > 0 { BESIDE } else { 0.0 }, baseline(sheet, line)),
                italic: true,
                ..sheet.text(name, sizes.axis_text, Weight::Regular, Slot::AxisText)
            }));
        }
        drawing.add(item);
    }
}

/// Where a line of text below the axis stands.
fn baseline(sheet: &Sheet, line: usize) -> f64 {
    sheet.plane.plot.bottom + BELOW + line as f64 * sheet.sizes().axis_line
}
