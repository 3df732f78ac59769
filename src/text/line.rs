//! [`Line`]: a line of text as letters at their places.

use std::borrow::Cow;
use std::ops::Range;

use harfrust::{Direction, ShapeOptions, UnicodeBuffer};
use unicode_bidi::{BidiInfo, Level};

use super::face::Face;
use super::{Fonts, Pen, unicode};

/// One line of text, 1 em high, its baseline starting at (0, 0). All measures are in em.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// From left to right.
    pub glyphs: Vec<Glyph>,
    /// How wide the line is.
    pub width: f64,
}

/// A letter at its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// What is drawn.
    pub letter: Letter,
    /// To the right, in em.
    pub x: f64,
    /// Down, in em.
    pub y: f64,
    /// Where in the text the characters start that it stands for, in bytes. Glyphs that stand for them together share it.
    pub cluster: usize,
}

/// What is drawn for a letter, wherever it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Letter {
    /// A glyph of a font.
    Glyph {
        /// The number of the font: 0 is the shipped one.
        face: usize,
        /// The glyph's number in the font.
        id: u32,
    },
    /// A box for a character that no font has.
    Missing {
        /// Whether the box is 1 em wide, else 0.6 em.
        wide: bool,
    },
}

/// Shapes a line: first into runs of one direction, these into stretches of one face, each of which the shaper sets.
pub(super) fn line(fonts: &Fonts, text: &str, bold: bool) -> Line {
    let text = printable(text);
    let mut line = Line::default();
    for (run, from_right) in runs(&text) {
        let mut stretches = stretches(fonts, &text[run.clone()], bold);
        if from_right {
            stretches.reverse();
        }
        for (range, face) in stretches {
            let range = run.start + range.start..run.start + range.end;
            match face {
                Some(face) => line.shape(fonts, &text, range, face, bold, from_right),
                None => line.miss(&text, range, from_right),
            }
        }
    }
    line
}

impl Line {
    fn shape(&mut self, fonts: &Fonts, text: &str, range: Range<usize>, number: usize, bold: bool, from_right: bool) {
        let face = fonts.face(number, bold);
        let Some(font) = face.font() else { return };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text[range.clone()]);
        buffer.set_direction(if from_right { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.guess_segment_properties();
        let shaped =
            face.shaping(&font).shaper(&font).instance(face.instance()).build().shape(buffer, ShapeOptions::new());
        let units = Face::units(&font);
        let start = self.width;
        let mut across = 0;
        for (info, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            self.glyphs.push(Glyph {
                letter: Letter::Glyph { face: number, id: info.glyph_id },
                x: start + f64::from(across + place.x_offset) / units,
                y: -f64::from(place.y_offset) / units,
                cluster: range.start + info.cluster as usize,
            });
            across = across.saturating_add(place.x_advance);
        }
        self.width = start + f64::from(across) / units;
    }

    fn miss(&mut self, text: &str, range: Range<usize>, from_right: bool) {
        let mut put = |(at, letter): (usize, char)| {
            let wide = unicode::is_wide(letter);
            let letter = Letter::Missing { wide };
            self.glyphs.push(Glyph { letter, x: self.width, y: 0.0, cluster: range.start + at });
            self.width += missing_width(wide);
        };
        let seen = text[range.clone()].char_indices().filter(|&(_, letter)| !unicode::is_ignorable(letter));
        if from_right { seen.rev().for_each(&mut put) } else { seen.for_each(&mut put) }
    }
}

fn missing_width(wide: bool) -> f64 {
    if wide { 1.0 } else { 0.6 }
}

/// A box with a thin rim, as fonts have it for what they lack.
pub(super) fn draw_missing(wide: bool, pen: &mut impl Pen) {
    let right = missing_width(wide) as f32 - 0.08;
    for (left, right, top, bottom) in [(0.08, right, -0.7, 0.0), (right - 0.05, 0.13, -0.65, -0.05)] {
        pen.move_to(left, top);
        pen.line_to(right, top);
        pen.line_to(right, bottom);
        pen.line_to(left, bottom);
        pen.close();
    }
}

fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().any(|letter| unicode::printable(letter) != letter) {
        Cow::Owned(text.chars().map(unicode::printable).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Runs of one direction, from left to right as seen; whether each is read from the right.
fn runs(text: &str) -> Vec<(Range<usize>, bool)> {
    if !unicode::may_turn(text) {
        return vec![(0..text.len(), false)];
    }
    let bidi = BidiInfo::new(text, Some(Level::ltr()));
    let mut runs = Vec::new();
    for paragraph in &bidi.paragraphs {
        let (levels, visual) = bidi.visual_runs(paragraph, paragraph.range.clone());
        runs.extend(visual.into_iter().map(|run| (run.clone(), levels[run.start].is_rtl())));
    }
    runs
}

/// Stretches that one face has all characters of; `None` where no face has them.
fn stretches(fonts: &Fonts, text: &str, bold: bool) -> Vec<(Range<usize>, Option<usize>)> {
    if fonts.more.is_empty() && text.is_ascii() {
        return vec![(0..text.len(), Some(0))];
    }
    let mut stretches: Vec<(Range<usize>, Option<usize>)> = Vec::new();
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        // A mark or a blank stays with the face before it where it can, so that the shaper sees whole words.
        let before = stretches.last().and_then(|(_, face)| *face).filter(|_| !letter.is_ascii_graphic());
        let face = match before {
            Some(face) if unicode::is_ignorable(letter) || fonts.face(face, bold).has(letter) => Some(face),
            _ => fonts.face_with(letter, bold),
        };
        match stretches.last_mut() {
            Some((range, same)) if *same == face => range.end = end,
            _ => stretches.push((at..end, face)),
        }
    }
    stretches
}
