//! [`Face`]: one font file, read when first needed.

use std::borrow::Cow;
use std::sync::OnceLock;

use harfrust::{FontRef, ShaperData};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::DrawSettings;
use skrifa::raw::TableProvider;
use skrifa::{GlyphId, MetadataProvider};

use super::FontError;
use super::pen::{Outlines, Pen, Placed};

/// One font file.
pub(super) struct Face {
    bytes: Cow<'static, [u8]>,
    /// What the shaper keeps about the font; costs some 30 µs, so it is made when the first text asks for it.
    shaping: OnceLock<ShaperData>,
}

impl Face {
    /// A font that is part of the program.
    pub(super) const fn shipped(bytes: &'static [u8]) -> Self {
        Self { bytes: Cow::Borrowed(bytes), shaping: OnceLock::new() }
    }

    /// A font from elsewhere.
    pub(super) fn read(bytes: Vec<u8>) -> Result<Self, FontError> {
        let face = Self { bytes: Cow::Owned(bytes), shaping: OnceLock::new() };
        let font = face.font().ok_or(FontError)?;
        let drawable = font.charmap().has_map() && font.outline_glyphs().format().is_some();
        if drawable { Ok(face) } else { Err(FontError) }
    }

    pub(super) fn font(&self) -> Option<FontRef<'_>> {
        FontRef::from_index(&self.bytes, 0).ok()
    }

    /// The whole file.
    #[cfg(feature = "pdf")]
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(super) fn has(&self, letter: char) -> bool {
        self.font().is_some_and(|font| font.charmap().map(letter).is_some())
    }

    pub(super) fn shaping(&self, font: &FontRef<'_>) -> &ShaperData {
        self.shaping.get_or_init(|| ShaperData::new(font))
    }

    /// Units of the font in 1 em.
    pub(super) fn units(font: &FontRef<'_>) -> f64 {
        font.head().map_or(1000.0, |head| f64::from(head.units_per_em().max(1)))
    }

    /// Draws a glyph 1 em high, down positive; nothing if the font has no such glyph.
    pub(super) fn draw(&self, id: u32, pen: &mut impl Pen) {
        let Some(font) = self.font() else { return };
        let Some(glyph) = font.outline_glyphs().get(GlyphId::new(id)) else { return };
        let scale = 1.0 / Self::units(&font);
        let mut upright = Placed { pen, x: 0.0, y: 0.0, across: scale, down: -scale };
        // A glyph that cannot be read stays undrawn, as every renderer has it.
        let _ =
            glyph.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut Outlines(&mut upright));
    }
}
