//! [`FontFile`]: a font as another format holds it, with the measures that format asks for.

use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider;
use skrifa::string::StringId;
use skrifa::{GlyphId, MetadataProvider, Tag};

use super::face::Face;
use super::{Fonts, Letter};

/// A font to be put into another file. Measures are in 1/1000 em, up positive.
pub(crate) struct FontFile<'a> {
    /// The whole file.
    pub(crate) bytes: &'a [u8],
    /// Which face of a collection it is; 0 where the file is a single font.
    pub(crate) index: u32,
    /// Its `PostScript` name, of letters, digits and `-` only.
    pub(crate) name: String,
    /// Whether its outlines are TrueType's, else they are CFF's.
    pub(crate) is_truetype: bool,
    /// The box around all glyphs: left, bottom, right, top.
    pub(crate) bounds: [f32; 4],
    /// How far letters reach up and down.
    pub(crate) reach: [f32; 2],
    /// How high capitals are.
    pub(crate) capitals: f32,
    /// How wide each glyph is that was asked for, in the order asked.
    pub(crate) widths: Vec<f32>,
}

impl Fonts {
    /// The font that holds a letter, as a file to be subset; `None` where its outlines are in a form that cannot be.
    pub(crate) fn file(&self, face: usize, bold: bool, glyphs: &[u16]) -> Option<FontFile<'_>> {
        self.face(face, bold).file(glyphs)
    }

    /// The face and the weight that a glyph is of, for which one file is enough: fonts for further characters have one weight.
    pub(crate) fn file_of(letter: Letter, bold: bool) -> Option<(usize, bool, u16)> {
        match letter {
            Letter::Glyph { face, id } => Some((face, bold && face == 0, u16::try_from(id).ok()?)),
            Letter::Missing { .. } => None,
        }
    }
}

impl Face {
    fn file(&self, glyphs: &[u16]) -> Option<FontFile<'_>> {
        let font = self.font()?;
        let has = |tag: &[u8; 4]| font.table_data(Tag::new(tag)).is_some();
        let is_truetype = has(b"glyf");
        if !is_truetype && !has(b"CFF ") || !self.is_default_instance() {
            return None;
        }
        let thousandth = 1000.0 / Self::units(&font) as f32;
        let metrics = font.metrics(Size::unscaled(), LocationRef::default());
        let widths = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let width = |&id: &u16| widths.advance_width(GlyphId::from(id)).unwrap_or(0.0) * thousandth;
        let bounds = metrics.bounds.unwrap_or_default();
        let name = font.localized_strings(StringId::POSTSCRIPT_NAME).english_or_first();
        let name = name.map(|name| name.chars().filter(|&char| char.is_ascii_alphanumeric() || char == '-').collect());
        Some(FontFile {
            bytes: self.bytes(),
            index: self.index(),
            name: name.filter(|name: &String| !name.is_empty()).unwrap_or_else(|| "Font".to_owned()),
            is_truetype,
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|side| side * thousandth),
            reach: [metrics.ascent, metrics.descent].map(|side| side * thousandth),
            capitals: metrics.cap_height.unwrap_or(metrics.ascent) * thousandth,
            widths: glyphs.iter().map(width).collect(),
        })
    }
}

/// The place of the `CFF` table in an OpenType font.
pub(crate) fn compact_outlines(font: &[u8]) -> Option<&[u8]> {
    let font = skrifa::FontRef::new(font).ok()?;
    font.data_for_tag(Tag::new(b"CFF ")).map(|table| table.as_bytes())
}
