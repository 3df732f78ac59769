//! Text drawn as outlines.

use crate::scene::{PathPart, Point, Text, Weight};
use crate::text::{Fonts, Pen};

/// How far slanted letters lean to the right for each pixel up: as Arial's own slanted letters, 12 degrees.
pub(super) const SLANT: f64 = 0.2126;

/// Draws a line of text, part by part, at its place but not turned.
pub(super) fn draw(fonts: &Fonts, text: &Text, to: impl FnMut(PathPart)) {
    let slant = if text.italic { SLANT } else { 0.0 };
    let mut placed = Placed { start: text.start(), slant, to };
    fonts.outline(&text.content, text.size, text.weight == Weight::Bold, &mut placed);
}

struct Placed<T> {
    start: Point,
    slant: f64,
    to: T,
}

impl<T> Placed<T> {
    fn at(&self, x: f32, y: f32) -> Point {
        let (x, y) = (f64::from(x), f64::from(y));
        Point::new(self.start.x + x - y * self.slant, self.start.y + y)
    }
}

impl<T: FnMut(PathPart)> Pen for Placed<T> {
    fn move_to(&mut self, x: f32, y: f32) {
        let part = PathPart::Move(self.at(x, y));
        (self.to)(part);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let part = PathPart::Line(self.at(x, y));
        (self.to)(part);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let part = PathPart::Quad(self.at(cx, cy), self.at(x, y));
        (self.to)(part);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let part = PathPart::Cubic(self.at(ax, ay), self.at(bx, by), self.at(x, y));
        (self.to)(part);
    }

    fn close(&mut self) {
        (self.to)(PathPart::Close);
    }
}
