//! [`Sheet`]: what is known before the first stroke, and how strokes and letters look.

use crate::geometry::Point;
use crate::layout::mark::Marks;
use crate::layout::place::Places;
use crate::layout::plane::Plane;
use crate::map::Map;
use crate::scene::{Anchor, Fill, Ink, Shape, Stroke, Text, Weight};
use crate::text::Fonts;
use crate::theme::{Sizes, Slot, Theme};

/// What is known before the first stroke.
pub(crate) struct Sheet<'a> {
    pub(crate) map: &'a Map,
    pub(crate) theme: &'a Theme,
    pub(crate) fonts: &'a Fonts,
    pub(crate) places: &'a Places,
    pub(crate) plane: Plane,
    pub(crate) marks: Marks,
}

impl Sheet<'_> {
    pub(crate) fn sizes(&self) -> &Sizes {
        &self.theme.sizes
    }

    pub(crate) fn ink(&self, slot: Slot) -> Ink {
        Ink { color: self.theme.palette.color(slot), slot }
    }

    pub(crate) fn fill(&self, slot: Slot) -> Fill {
        Fill::Plain(self.ink(slot))
    }

    pub(crate) fn stroke(&self, slot: Slot, width: f64) -> Stroke {
        Stroke { ink: self.ink(slot), width, dashes: Vec::new() }
    }

    pub(crate) fn dashed(&self, slot: Slot, width: f64, dashes: [f64; 2]) -> Stroke {
        Stroke { dashes: dashes.to_vec(), ..self.stroke(slot, width) }
    }

    /// A measured line of text, without a place, regular, starting there, no label.
    pub(crate) fn text(&self, content: &str, size: f64, weight: Weight, slot: Slot) -> Text {
        Text {
            content: content.to_owned(),
            at: Point::default(),
            size,
            weight,
            italic: false,
            anchor: Anchor::Start,
            ink: self.ink(slot),
            turned: 0.0,
            label: false,
            width: self.fonts.width(content, size, weight == Weight::Bold),
        }
    }

    pub(crate) fn circle(&self, center: Point, radius: f64, fill: Slot, stroke: Option<Stroke>) -> Shape {
        Shape::Circle { center, radius, fill: Some(self.fill(fill)), stroke }
    }
}
