//! Names that hold no longer: struck through.

use crate::geometry::Point;
use crate::layout::draw::lines::bounds;
use crate::scene::{Ink, Item, Shape, Stroke, Text};
use crate::theme::{Slot, Theme};

/// How far above its baseline a text is struck, in its own size: through the middle of small letters.
const HEIGHT: f64 = 0.27;

/// Strikes every text of an item.
pub(super) fn all(item: &mut Item, theme: &Theme) {
    let texts = item.shapes.iter().filter_map(text).map(|text| line(text, theme));
    let lines: Vec<Shape> = texts.collect();
    item.shapes.extend(lines);
}

/// Strikes the last lines of an item's label that say `was`, and draws them as what is gone.
pub(super) fn last(item: &mut Item, was: &str, theme: &Theme) {
    let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).count();
    let mut left = letters(was);
    let mut lines = Vec::new();
    for shape in item.shapes.iter_mut().rev() {
        let Shape::Text(text) = shape else { continue };
        if !text.label || left == 0 {
            break;
        }
        left = left.saturating_sub(letters(&text.content));
        text.ink = ink(theme);
        lines.push(line(text, theme));
    }
    item.shapes.extend(lines);
}

fn text(shape: &Shape) -> Option<&Text> {
    if let Shape::Text(text) = shape { Some(text) } else { None }
}

fn line(text: &Text, theme: &Theme) -> Shape {
    let (area, y) = (bounds(text), text.at.y - HEIGHT * text.size);
    Shape::Line {
        from: Point::new(area.left - 1.0, y),
        to: Point::new(area.right + 1.0, y),
        stroke: Stroke { ink: ink(theme), width: 1.2, dashes: Vec::new() },
    }
}

fn ink(theme: &Theme) -> Ink {
    Ink { slot: Slot::Removed, color: theme.palette.color(Slot::Removed) }
}
