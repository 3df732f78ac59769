//! The paper, and the shading of the plot.

use super::drawing::Drawing;
use super::sheet::Sheet;
use crate::geometry::{Point, Rect};
use crate::scene::{Fill, Item, Role, Shape};
use crate::theme::Slot;

/// Paper, and the shading of the plot where the theme has one.
pub(super) fn draw(sheet: &Sheet, drawing: &mut Drawing) {
    let (width, height) = sheet.plane.picture;
    let rect = |area: Rect, fill| Shape::Rect {
        corner: Point::new(area.left, area.top),
        width: area.width(),
        height: area.height(),
        rounding: 0.0,
        fill: Some(fill),
        stroke: None,
    };
    let mut shapes = vec![rect(Rect::new(0.0, 0.0, width, height), sheet.fill(Slot::Paper))];
    if sheet.theme.territory {
        let shading = Fill::Edges(sheet.ink(Slot::PlotEdge), sheet.ink(Slot::Plot));
        shapes.push(rect(sheet.plane.plot, shading));
    }
    drawing.add(Item { role: Role::Background, shapes, ..Item::default() });
}
