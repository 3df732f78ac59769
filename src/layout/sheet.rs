//! [`Sheet`]: what is known before the first stroke, and how strokes and letters look.

use super::mark::Marks;
use super::place::Places;
use super::plane::Plane;
use crate::map::Map;
use crate::scene::{Anchor, Fill, Ink, Point, Shape, Stroke, Text, Weight};
use crate::text::Fonts;
use crate::theme::{Sizes, Slot, Theme};

/// What is known before the first stroke.
pub(super) struct Sheet<'a> {
    pub(super) map: &'a Map,
    pub(super) theme: &'a Theme,
    pub(super) fonts: &'a Fonts,
    pub(super) places: &'a Places,
    pub(super) plane: Plane,
    pub(super) marks: Marks,
}

impl Sheet<'_> {
    pub(super) fn sizes(&self) -> &Sizes {
        &self.theme.sizes
    }

    pub(super) fn ink(&self, slot: Slot) -> Ink {
        Ink { color: self.theme.palette.color(slot), slot }
    }

    pub(super) fn fill(&self, slot: Slot) -> Fill {
        Fill::Plain(self.ink(slot))
    }

    pub(super) fn stroke(&self, slot: Slot, width: f64) -> Stroke {
        Stroke { ink: self.ink(slot), width, dashes: Vec::new() }
    }

    pub(super) fn dashed(&self, slot: Slot, width: f64, dashes: [f64; 2]) -> Stroke {
        Stroke { dashes: dashes.to_vec(), ..self.stroke(slot, width) }
    }

    /// A measured line of text, without a place, regular, starting there, no label.
    pub(super) fn text(&self, content: &str, size: f64, weight: Weight, slot: Slot) -> Text {
        Text {
            content: content.to_owned(),
            at: Point::default(),
            size,
            weight,
            italic: false,
            anchor: Anchor::Start,
            ink: self.ink(slot),
            halo: None,
            turned: 0.0,
            label: false,
            width: self.fonts.width(content, size, weight == Weight::Bold),
        }
    }

    pub(super) fn circle(&self, center: Point, radius: f64, fill: Slot, stroke: Option<Stroke>) -> Shape {
        Shape::Circle { center, radius, fill: Some(self.fill(fill)), stroke }
    }
}
