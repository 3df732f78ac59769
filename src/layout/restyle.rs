//! Items drawn already, in another style: quieter than the rest, in one color, dashed, wider.

use crate::scene::{Fill, Ink, Item, Shape, Stroke};
use crate::theme::{Palette, Slot};

/// How opaque quiet texts are: black on white keeps a contrast of 4.5 to 1.
const TEXT: f64 = 0.58;
/// How opaque quiet lines are.
const LINE: f64 = 0.4;

/// Lets an item stand back. What is filled stays as it is, so that nothing shows through.
pub(super) fn quiet(item: &mut Item) {
    for shape in &mut item.shapes {
        inks(shape, |ink, is_text| {
            let share = if is_text { TEXT } else { LINE };
            ink.color = ink.color.with_alpha((f64::from(ink.color.alpha) * share).round() as u8);
        });
    }
}

/// Draws an item's lines and letters in one color. The band of a flow stays as it is: it lies under its line.
pub(super) fn recolor(item: &mut Item, slot: Slot, palette: &Palette) {
    for shape in &mut item.shapes {
        inks(shape, |ink, _| {
            if ink.slot != Slot::Flow {
                *ink = Ink { slot, color: palette.color(slot) };
            }
        });
    }
}

/// Dashes an item's lines.
pub(super) fn dash(item: &mut Item, dashes: [f64; 2]) {
    for shape in &mut item.shapes {
        if let Some(stroke) = stroke(shape).filter(|stroke| stroke.ink.slot != Slot::Flow) {
            stroke.dashes = dashes.to_vec();
        }
    }
}

/// Widens an item's lines.
pub(super) fn widen(item: &mut Item, factor: f64) {
    for shape in &mut item.shapes {
        if let Some(stroke) = stroke(shape).filter(|stroke| stroke.ink.slot != Slot::Flow) {
            stroke.width *= factor;
        }
    }
}

fn stroke(shape: &mut Shape) -> Option<&mut Stroke> {
    match shape {
        Shape::Circle { stroke, .. } | Shape::Rect { stroke, .. } | Shape::Path { stroke, .. } => stroke.as_mut(),
        Shape::Line { stroke, .. } => Some(stroke),
        Shape::Text(_) => None,
    }
}

/// Changes what a shape is drawn with: lines, letters (`true`), and areas that have no edge, such as heads of arrows.
fn inks(shape: &mut Shape, mut change: impl FnMut(&mut Ink, bool)) {
    match shape {
        Shape::Circle { fill, stroke, .. } | Shape::Rect { fill, stroke, .. } | Shape::Path { fill, stroke, .. } => {
            match (stroke, fill) {
                (Some(stroke), _) => change(&mut stroke.ink, false),
                (None, Some(Fill::Plain(ink))) => change(ink, false),
                (None, Some(Fill::Edges(..) | Fill::Across(..)) | None) => {}
            }
        }
        Shape::Line { stroke, .. } => change(&mut stroke.ink, false),
        Shape::Text(text) => change(&mut text.ink, true),
    }
}
