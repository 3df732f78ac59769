//! The title above the plot; long ones in several lines.

use super::drawing::Drawing;
use super::lines::fit;
use super::sheet::Sheet;
use crate::geometry::{Point, Rect};
use crate::layout::labels::{Footprint, ObstacleKind};
use crate::map::Map;
use crate::scene::{Item, Role, Shape, Text, Weight};
use crate::text::Fonts;
use crate::theme::{Slot, Theme};

/// From the last baseline of the title down to the plot: room for the head of the axis.
const ABOVE: f64 = 16.0;
/// Air between the title and labels behind it.
const AFTER: f64 = 12.0;

/// The lines above the plot, none wider than it is.
pub(crate) struct Heading {
    title: Vec<String>,
}

impl Heading {
    pub(crate) fn of(map: &Map, theme: &Theme, fonts: &Fonts, width: f64) -> Self {
        let measure = |text: &str| fonts.width(text, theme.sizes.title, true);
        Self { title: map.title.as_ref().map_or_else(Vec::new, |title| fit(&title.text, width, &measure)) }
    }

    /// How much more room it takes than a title of one line, in pixels.
    pub(crate) fn above(&self, theme: &Theme) -> f64 {
        self.title.len().saturating_sub(1) as f64 * theme.sizes.title_line
    }
}

pub(crate) fn draw(sheet: &Sheet, heading: &Heading, drawing: &mut Drawing) {
    let Some(title) = &sheet.map.title else { return };
    let (plot, sizes) = (sheet.plane.plot, sheet.sizes());
    let mut item = Item { role: Role::Title, span: Some(title.span), ..Item::default() };
    for (line, text) in heading.title.iter().rev().enumerate() {
        let at = Point::new(plot.left, plot.top - ABOVE - line as f64 * sizes.title_line);
        let text = Text { at, ..sheet.text(text, sizes.title, Weight::Bold, Slot::Title) };
        let area = Rect::new(at.x, at.y - sizes.title, at.x + text.width + AFTER, at.y + 0.3 * sizes.title);
        drawing.block(ObstacleKind::Reserved, Footprint::Box(area), Vec::new());
        item.shapes.push(Shape::Text(text));
    }
    item.shapes.reverse();
    drawing.add(item);
}
