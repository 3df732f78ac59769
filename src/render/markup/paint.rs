//! How shapes are painted: attributes, and classes where the colors follow the reader's color scheme.

use super::super::number;
use super::Markup;
use crate::scene::{Fill, Ink, Stroke};
use crate::theme::Color;

impl Markup<'_> {
    /// The attributes of a shape with a fill and an edge.
    pub(super) fn paint(&mut self, fill: Option<Fill>, stroke: Option<&Stroke>) {
        let plain = match fill {
            Some(Fill::Plain(ink)) => Some(ink),
            _ => None,
        };
        self.class(false, plain, stroke.map(|stroke| stroke.ink));
        match fill {
            None => self.push(" fill=\"none\""),
            Some(Fill::Plain(ink)) => self.ink("fill", ink),
            Some(gradient) => self.gradient(gradient),
        }
        if let Some(stroke) = stroke {
            self.stroke(stroke);
        }
    }

    fn gradient(&mut self, gradient: Fill) {
        let known = self.gradients.iter().position(|known| *known == gradient);
        let at = known.unwrap_or_else(|| {
            self.gradients.push(gradient);
            self.gradients.len() - 1
        });
        self.push(" fill=\"url(#");
        self.gaps.push(self.text.len());
        self.push("-g");
        number::push_whole(&mut self.text, at as u64);
        self.push(")\"");
    }

    /// The attributes of a line.
    pub(super) fn stroke(&mut self, stroke: &Stroke) {
        self.ink("stroke", stroke.ink);
        self.numbers([("stroke-width", stroke.width)]);
        if !stroke.dashes.is_empty() {
            self.push(" stroke-dasharray=\"");
            for (at, dash) in stroke.dashes.iter().enumerate() {
                if at > 0 {
                    self.push(" ");
                }
                number::push(&mut self.text, *dash);
            }
            self.push("\"");
        }
    }

    /// One color, as `fill` or `stroke`.
    pub(super) fn ink(&mut self, what: &str, ink: Ink) {
        self.push(" ");
        self.push(what);
        self.push("=\"");
        self.hex(ink.color);
        self.push("\"");
        if ink.color.alpha < 255 {
            self.push(" ");
            self.push(what);
            self.push("-opacity=\"");
            number::push(&mut self.text, f64::from(ink.color.alpha) / 255.0);
            self.push("\"");
        }
    }

    fn hex(&mut self, color: Color) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        self.push("#");
        for part in [color.red, color.green, color.blue] {
            for digit in [part >> 4, part & 15] {
                self.text.push(char::from(DIGITS[usize::from(digit)]));
            }
        }
    }

    /// The classes of a shape, if it has any.
    pub(super) fn class(&mut self, label: bool, fill: Option<Ink>, stroke: Option<Ink>) {
        let mut names = Vec::new();
        if label {
            names.push("wm-label".to_owned());
        }
        if let Some(slots) = &mut self.slots {
            names.extend(fill.map(|ink| slots.class("fill", ink)));
            names.extend(stroke.map(|ink| slots.class("stroke", ink)));
        }
        if !names.is_empty() {
            self.attribute("class", &names.join(" "));
        }
    }
}
