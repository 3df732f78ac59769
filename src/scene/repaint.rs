//! The same drawing in other colors.

use super::{Fill, Ink, Scene, Shape, Stroke};
use crate::theme::Palette;

impl Scene {
    /// The drawing in the colors of `palette`. What is faint here stays as faint.
    #[must_use]
    pub fn repainted(&self, palette: &Palette) -> Self {
        let mut scene = Self { dark: None, ..self.clone() };
        for shape in scene.items.iter_mut().flat_map(|item| &mut item.shapes) {
            repaint(shape, palette);
        }
        scene
    }
}

fn repaint(shape: &mut Shape, palette: &Palette) {
    let ink = |ink: &mut Ink| {
        let color = palette.color(ink.slot);
        ink.color = color.with_alpha(color.alpha.min(ink.color.alpha));
    };
    let line = |stroke: &mut Stroke| ink(&mut stroke.ink);
    let area = |fill: &mut Fill| match fill {
        Fill::Plain(plain) => ink(plain),
        Fill::Edges(first, second) | Fill::Across(first, second) => [first, second].into_iter().for_each(ink),
    };
    match shape {
        Shape::Circle { fill, stroke, .. } | Shape::Rect { fill, stroke, .. } | Shape::Path { fill, stroke, .. } => {
            fill.iter_mut().for_each(area);
            stroke.iter_mut().for_each(line);
        }
        Shape::Line { stroke, .. } => line(stroke),
        Shape::Text(text) => ink(&mut text.ink),
    }
}
