//! [`Ground`]: what a drawing stands on.

use super::{Fill, Ink, Role, Scene, Shape};
use crate::theme::{Color, Slot};

/// What a drawing stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// The paper of its theme.
    #[default]
    Theme,
    /// Nothing: it shows what lies beneath the picture. The shading of a plot darkens that.
    None,
    /// This color.
    Color(Color),
}

/// How much the outer edges of a shaded plot darken what lies beneath: as much as the theme's gray darkens white.
const SHADE: Color = Color { red: 0, green: 0, blue: 0, alpha: 38 };

impl Scene {
    /// The same drawing on another ground.
    #[must_use]
    pub fn on(mut self, ground: Ground) -> Self {
        if ground == Ground::Theme {
            return self;
        }
        for item in self.items.iter_mut().filter(|item| item.role == Role::Background) {
            item.shapes.retain_mut(|shape| {
                let (Shape::Rect { fill: Some(fill), .. } | Shape::Path { fill: Some(fill), .. }) = shape else {
                    return true;
                };
                match (fill, ground) {
                    (Fill::Plain(ink), Ground::Color(color)) if ink.slot == Slot::Paper => ink.color = color,
                    (Fill::Plain(ink), Ground::None) if ink.slot == Slot::Paper => return false,
                    (Fill::Edges(edge, middle), _) => {
                        *edge = Ink { color: SHADE, ..*edge };
                        *middle = Ink { color: SHADE.with_alpha(0), ..*middle };
                    }
                    _ => {}
                }
                true
            });
        }
        if let Ground::Color(color) = ground {
            self.dark = self.dark.map(|dark| dark.with(Slot::Paper, color));
        }
        self
    }
}
