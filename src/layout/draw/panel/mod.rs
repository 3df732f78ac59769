//! The panel below the map: what drives what, from work to value, and the streams with their scores.

mod columns;
mod table;

use super::drawing::Drawing;
use super::lines::fit;
use super::sheet::Sheet;
use crate::geometry::Point;
use crate::scene::{Item, Role, Shape, Text, Weight};
use crate::theme::Slot;

/// Air above the panel and below it.
const MARGIN: f64 = 14.0;

/// Draws the panel below everything else, where the map says anything of it. Returns how much higher the picture becomes.
pub(in crate::layout) fn draw(sheet: &Sheet, drawing: &mut Drawing) -> f64 {
    let strategy = &sheet.map.strategy;
    if strategy.is_empty() {
        return 0.0;
    }
    let top = sheet.plane.picture.1;
    let mut bottom = top + MARGIN;
    if strategy.north_stars.len() + strategy.inputs.len() + strategy.values.len() + strategy.work.len() > 0 {
        bottom = columns::draw(sheet, bottom, drawing) + MARGIN;
    }
    if !strategy.streams.is_empty() {
        bottom = table::draw(sheet, bottom, drawing) + MARGIN;
    }
    let more = bottom - top;
    let paper = drawing.items.iter_mut().find(|item| item.role == Role::Background);
    if let Some(Shape::Rect { height, .. }) = paper.and_then(|paper| paper.shapes.first_mut()) {
        *height += more;
    }
    more
}

/// A text in lines no wider than `width`, from this upper left corner; also returns how high they are.
fn lines(sheet: &Sheet, text: &str, corner: Point, width: f64, bold: bool) -> (Vec<Shape>, f64) {
    let (size, pitch) = (sheet.sizes().label, sheet.sizes().label_line);
    let weight = if bold { Weight::Bold } else { Weight::Regular };
    let lines = fit(text, width, &|text| sheet.fonts.width(text, size, bold));
    let height = lines.len() as f64 * pitch;
    let shapes = lines.iter().enumerate().map(|(at, line)| {
        let at = Point::new(corner.x, corner.y + 0.8 * size + at as f64 * pitch);
        Shape::Text(Text { at, label: true, ..sheet.text(line, size, weight, Slot::Panel) })
    });
    (shapes.collect(), height)
}

/// The head of a column.
fn head(sheet: &Sheet, words: &str, corner: Point, width: f64) -> (Item, f64) {
    let (shapes, height) = lines(sheet, words, corner, width, true);
    (Item { role: Role::Panel, name: words.to_owned(), shapes, ..Item::default() }, height)
}

/// A share in words: `42 %`.
pub(in crate::layout) fn percent(share: f64) -> String {
    format!("{} %", (share * 100.0).round())
}
