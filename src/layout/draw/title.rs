//! The title above the plot; long ones in several lines.

use super::drawing::Drawing;
use super::lines::fit;
use super::sheet::Sheet;
use crate::geometry::{Point, Rect};
use crate::layout::labels::{Footprint, ObstacleKind};
use crate::map::Map;
use crate::scene::{Item, Role, Shape, Text, Weight};
use crate::source::Span;
use crate::text::Fonts;
use crate::theme::{Slot, Theme};
use crate::vocabulary::Keyword;

/// From the last baseline of the title down to the plot: room for the head of the axis.
const ABOVE: f64 = 16.0;
/// Air between the title and labels behind it.
const AFTER: f64 = 12.0;

/// The lines above the plot, none wider than it is.
pub(crate) struct Heading {
    title: Vec<String>,
    /// What stands below the title, each in lines of its own.
    below: Vec<(Option<Span>, Vec<String>)>,
}

impl Heading {
    pub(crate) fn of(map: &Map, theme: &Theme, fonts: &Fonts, width: f64) -> Self {
        let measure = |text: &str| fonts.width(text, theme.sizes.title, true);
        let title = map.title.as_ref().map_or_else(Vec::new, |title| fit(&title.text, width, &measure));
        let measure = |text: &str| fonts.width(text, theme.sizes.note, false);
        let below = map.words().filter(|(keyword, ..)| matches!(keyword, Keyword::Purpose | Keyword::Scope));
        let below = below.map(|(_, words, span)| (Some(span), fit(words, width, &measure))).collect();
        Self { title, below }
    }

    /// How much more room it takes than a title of one line, in pixels.
    pub(crate) fn above(&self, theme: &Theme) -> f64 {
        self.title.len().saturating_sub(1) as f64 * theme.sizes.title_line + self.height_below(theme)
    }

    /// The height of what stands below the title, in pixels.
    fn height_below(&self, theme: &Theme) -> f64 {
        let lines: usize = self.below.iter().map(|(_, lines)| lines.len()).sum();
        lines as f64 * theme.sizes.note_line
    }
}

pub(crate) fn draw(sheet: &Sheet, heading: &Heading, drawing: &mut Drawing) {
    let (plot, sizes) = (sheet.plane.plot, sheet.sizes());
    let foot = plot.top - ABOVE - heading.height_below(sheet.theme);
    let mut baseline = foot;
    for (span, lines) in &heading.below {
        let mut item = Item { role: Role::Title, span: *span, ..Item::default() };
        for text in lines {
            baseline += sizes.note_line;
            let text = sheet.text(text, sizes.note, Weight::Regular, Slot::Subtitle);
            item.shapes.push(line(text, Point::new(plot.left, baseline), drawing));
        }
        drawing.add(item);
    }
    let Some(title) = &sheet.map.title else { return };
    let mut item = Item { role: Role::Title, span: Some(title.span), ..Item::default() };
    for (above, text) in heading.title.iter().rev().enumerate() {
        let text = sheet.text(text, sizes.title, Weight::Bold, Slot::Title);
        item.shapes.push(line(text, Point::new(plot.left, foot - above as f64 * sizes.title_line), drawing));
    }
    item.shapes.reverse();
    drawing.add(item);
}

/// A line of text at its place, which labels stay out of.
fn line(text: Text, at: Point, drawing: &mut Drawing) -> Shape {
    let area = Rect::new(at.x, at.y - text.size, at.x + text.width + AFTER, at.y + 0.3 * text.size);
    drawing.block(ObstacleKind::Reserved, Footprint::Box(area), Vec::new());
    Shape::Text(Text { at, ..text })
}
