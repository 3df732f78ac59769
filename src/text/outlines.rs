//! [`Outlines`]: the outlines of letters, each read from its font once. In a large map most letters have been drawn before.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::pen::{Pen, Placed};
use super::{Fonts, Letter};

/// The letters drawn so far.
pub(crate) struct Outlines<'a> {
    fonts: &'a Fonts,
    known: HashMap<(Letter, bool), Recording>,
}

impl<'a> Outlines<'a> {
    pub(crate) fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, known: HashMap::new() }
    }

    /// Draws one line of text whose baseline starts at (0, 0): pixels, to the right and down.
    pub(crate) fn line(&mut self, text: &str, size: f64, bold: bool, pen: &mut impl Pen) {
        for glyph in self.fonts.line(text, bold).glyphs {
            let mut placed = Placed { pen, x: glyph.x * size, y: glyph.y * size, across: size, down: size };
            let recording = match self.known.entry((glyph.letter, bold)) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => {
                    let mut recording = Recording::default();
                    self.fonts.draw(glyph.letter, bold, &mut recording);
                    new.insert(recording)
                }
            };
            recording.play(&mut placed);
        }
    }
}

/// What was drawn with a pen.
#[derive(Default)]
struct Recording(Vec<Part>);

enum Part {
    Move(f32, f32),
    Line(f32, f32),
    Quad([f32; 4]),
    Curve([f32; 6]),
    Close,
}

impl Recording {
    fn play(&self, pen: &mut impl Pen) {
        for part in &self.0 {
            match *part {
                Part::Move(x, y) => pen.move_to(x, y),
                Part::Line(x, y) => pen.line_to(x, y),
                Part::Quad([cx, cy, x, y]) => pen.quad_to(cx, cy, x, y),
                Part::Curve([ax, ay, bx, by, x, y]) => pen.curve_to(ax, ay, bx, by, x, y),
                Part::Close => pen.close(),
            }
        }
    }
}

impl Pen for Recording {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.push(Part::Move(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.push(Part::Line(x, y));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.push(Part::Quad([cx, cy, x, y]));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.push(Part::Curve([ax, ay, bx, by, x, y]));
    }

    fn close(&mut self) {
        self.0.push(Part::Close);
    }
}
