//! How wide is a word, where may it break, what do its letters look like: one answer for layout, SVG and PNG.
//!
//! The shipped font is Liberation Sans, whose letters are as wide as Arial's and Helvetica's. Text is shaped by the shaper
//! that resvg uses. The system's fonts are never looked at, so that a map looks the same on every machine.

mod ascii;
mod face;
#[cfg(feature = "pdf")]
mod file;
mod line;
mod outlines;
mod pen;
mod unicode;
mod wrap;

#[cfg(feature = "pdf")]
pub(crate) use file::{FontFile, compact_outlines};
pub use line::{Glyph, Letter, Line};
pub(crate) use outlines::Outlines;
pub use pen::Pen;
pub(crate) use unicode::printable;
pub use wrap::{Wrap, wraps};

use face::Face;

/// The font families that SVG text asks for: all of one width, the shipped one among them.
pub const FAMILIES: &str = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif";

/// The shipped font, and fonts for the characters it lacks.
pub struct Fonts {
    regular: Face,
    bold: Face,
    more: Vec<Face>,
}

/// Why bytes cannot be used as a font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FontError {
    /// They are no TrueType or OpenType font, nor a collection of such.
    NoFont,
    /// The collection has fewer faces.
    NoFace {
        /// As many.
        faces: u32,
    },
    /// Its table of characters is missing, or cut off.
    NoCharacters,
    /// It holds colored pictures.
    Color,
    /// It holds pictures of pixels.
    NoOutlines,
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Fonts(the shipped one and {} more)", self.more.len())
    }
}

impl Default for Fonts {
    fn default() -> Self {
        Self::shipped()
    }
}

impl std::fmt::Display for FontError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoFont => formatter.write_str("not a font that can be read (TrueType or OpenType is)"),
            Self::NoFace { faces: 1 } => formatter.write_str("it holds a single face, number 0"),
            Self::NoFace { faces } => write!(formatter, "it holds {faces} faces, numbered from 0"),
            Self::NoCharacters => formatter.write_str("a font whose table of characters is missing or cut off"),
            Self::Color => formatter.write_str("a color font; letters here have one color (for emoji, try Noto Emoji)"),
            Self::NoOutlines => formatter.write_str("a font of pixels, without outlines"),
        }
    }
}

impl std::error::Error for FontError {}

impl Fonts {
    /// The shipped font alone. Costs nothing before a text needs more than plain ASCII widths.
    pub fn shipped() -> Self {
        Self {
            regular: Face::shipped(include_bytes!("liberation/LiberationSans-Regular.ttf")),
            bold: Face::shipped(include_bytes!("liberation/LiberationSans-Bold.ttf")),
            more: Vec::new(),
        }
    }

    /// Cuts of the shipped font in its place: for programs that must be small. What the cuts lack counts as missing; the
    /// widths must be those of the shipped font.
    pub const fn cut(regular: &'static [u8], bold: &'static [u8]) -> Self {
        Self { regular: Face::shipped(regular), bold: Face::shipped(bold), more: Vec::new() }
    }

    /// Adds a font for characters that those before it lack: the first face of a collection, the regular weight of a
    /// variable font.
    ///
    /// # Errors
    ///
    /// When the bytes are not a font whose letters can be drawn.
    pub fn add(&mut self, bytes: Vec<u8>) -> Result<(), FontError> {
        self.add_face(bytes, 0)
    }

    /// As [`add`](Self::add), with a face of a collection, counted from 0.
    ///
    /// # Errors
    ///
    /// When the bytes are not a font whose letters can be drawn, or have no such face.
    pub fn add_face(&mut self, bytes: Vec<u8>, face: u32) -> Result<(), FontError> {
        self.more.push(Face::read(bytes, face)?);
        Ok(())
    }

    /// The width of one line of text in pixels, kerned; letters are `size` pixels high.
    /// A character that no font has counts 1 em if it is East Asian wide, else 0.6 em.
    pub fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        match ascii::width(text, bold) {
            Some(units) => units as f64 / 2048.0 * size,
            None => self.line(text, bold).width * size,
        }
    }

    /// The characters that no font has, each once, in the order of the text.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut missing = Vec::new();
        if text.is_ascii() {
            return missing;
        }
        for letter in text.chars().map(unicode::printable) {
            if !unicode::is_ignorable(letter) && self.face_with(letter, false).is_none() && !missing.contains(&letter) {
                missing.push(letter);
            }
        }
        missing
    }

    /// The letters of one line, at their places.
    pub fn line(&self, text: &str, bold: bool) -> Line {
        line::line(self, text, bold)
    }

    /// Draws one line of text whose baseline starts at (0, 0): pixels, to the right and down.
    pub fn outline(&self, text: &str, size: f64, bold: bool, pen: &mut impl Pen) {
        Outlines::new(self).line(text, size, bold, pen);
    }

    /// Draws one letter that is 1 high and whose origin is (0, 0); down is positive.
    pub fn draw(&self, letter: Letter, bold: bool, pen: &mut impl Pen) {
        match letter {
            Letter::Glyph { face, id } => self.face(face, bold).draw(id, pen),
            Letter::Missing { wide } => line::draw_missing(wide, pen),
        }
    }

    /// The shipped face is number 0.
    fn face(&self, number: usize, bold: bool) -> &Face {
        match number.checked_sub(1) {
            Some(at) => &self.more[at],
            None if bold => &self.bold,
            None => &self.regular,
        }
    }

    /// The number of the first face that has a character.
    fn face_with(&self, letter: char, bold: bool) -> Option<usize> {
        (0..=self.more.len()).find(|&number| self.face(number, bold).has(letter))
    }
}
