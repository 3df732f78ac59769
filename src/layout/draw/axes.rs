//! Both axes, and what a theme writes into the corners of the plot.

use super::drawing::Drawing;
use super::levels;
use super::lines::bounds;
use super::sheet::Sheet;
use super::stages::{self, StageNames};
use crate::geometry::Point;
use crate::layout::labels::{Footprint, ObstacleKind};
use crate::scene::{Anchor, Item, Role, Shape, Text, Weight};
use crate::theme::Slot;

/// Draws both axes as far as the map shows them.
pub(super) fn draw(sheet: &Sheet, names: &StageNames, drawing: &mut Drawing) {
    if sheet.theme.territory {
        territory(sheet, drawing);
    }
    let mut axis = Item { role: Role::Axis, ..Item::default() };
    if sheet.map.evolution.shown {
        stages::draw(sheet, names, drawing);
        stages::axis(sheet, names, &mut axis.shapes);
    }
    if sheet.map.value_chain.shown {
        levels::draw(sheet, drawing, &mut axis.shapes);
    }
    drawing.add(axis);
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
        drawing.block(ObstacleKind::Box, Footprint::Box(bounds(&text)), Vec::new());
        item.shapes.push(Shape::Text(text));
    }
    drawing.add(item);
}
