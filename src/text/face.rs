//! [`Face`]: one font file, read when first needed.

use std::borrow::Cow;
use std::sync::OnceLock;

use harfrust::{FontRef, ShaperData, ShaperInstance};
use skrifa::instance::{Location, LocationRef, Size};
use skrifa::outline::DrawSettings;
use skrifa::raw::{FileRef, TableProvider};
use skrifa::{GlyphId, MetadataProvider, Tag};

use super::FontError;
use super::pen::{Outlines, Pen, Placed};

/// One face of a font file.
pub(super) struct Face {
    bytes: Cow<'static, [u8]>,
    /// Which face of a collection it is; 0 where the file is a single font.
    index: u32,
    /// Where in a variable font its letters are regular, for what reads outlines and for the shaper.
    variation: Option<(Location, ShaperInstance)>,
    /// What the shaper keeps about the font; costs some 30 µs, so it is made when the first text asks for it.
    shaping: OnceLock<ShaperData>,
}

/// What is asked of a variable font: its default may be as thin as a hair.
const REGULAR: [(&str, f32); 1] = [("wght", 400.0)];

impl Face {
    /// A font that is part of the program.
    pub(super) const fn shipped(bytes: &'static [u8]) -> Self {
        Self::of(Cow::Borrowed(bytes), 0)
    }

    /// A font from elsewhere; `index` counts the faces of a collection from 0.
    pub(super) fn read(bytes: Vec<u8>, index: u32) -> Result<Self, FontError> {
        let faces = match FileRef::new(&bytes) {
            Ok(FileRef::Font(_)) => 1,
            Ok(FileRef::Collection(collection)) => collection.len(),
            Err(_) => return Err(FontError::NoFont),
        };
        if index >= faces {
            return Err(FontError::NoFace { faces });
        }
        let mut face = Self::of(Cow::Owned(bytes), index);
        let font = face.font().ok_or(FontError::NoFont)?;
        if !font.charmap().has_map() {
            return Err(FontError::NoCharacters);
        }
        if draws_nothing(&font) {
            let has_color =
                [b"COLR", b"CBDT", b"sbix", b"SVG "].iter().any(|tag| font.data_for_tag(Tag::new(tag)).is_some());
            return Err(if has_color { FontError::Color } else { FontError::NoOutlines });
        }
        if font.axes().iter().count() > 0 {
            let variation = (font.axes().location(REGULAR), ShaperInstance::from_variations(&font, REGULAR));
            face.variation = Some(variation);
        }
        Ok(face)
    }

    const fn of(bytes: Cow<'static, [u8]>, index: u32) -> Self {
        Self { bytes, index, variation: None, shaping: OnceLock::new() }
    }

    pub(super) fn font(&self) -> Option<FontRef<'_>> {
        FontRef::from_index(&self.bytes, self.index).ok()
    }

    fn location(&self) -> LocationRef<'_> {
        self.variation.as_ref().map_or_else(LocationRef::default, |(location, _)| LocationRef::from(location))
    }

    /// Which instance of a variable font it is.
    pub(super) fn instance(&self) -> Option<&ShaperInstance> {
        self.variation.as_ref().map(|(_, instance)| instance)
    }

    /// Which face of a collection it is.
    #[cfg(feature = "pdf")]
    pub(super) fn index(&self) -> u32 {
        self.index
    }

    /// Whether its outlines are as they stand in the file.
    #[cfg(feature = "pdf")]
    pub(super) fn is_default_instance(&self) -> bool {
        self.location().coords().iter().all(|coordinate| coordinate.to_f32() == 0.0)
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
        let _ = glyph.draw(DrawSettings::unhinted(Size::unscaled(), self.location()), &mut Outlines(&mut upright));
    }
}

/// Whether a font has outlines for none of its first characters: a font of pictures, or one whose colored parts are put
/// together from others.
fn draws_nothing(font: &FontRef<'_>) -> bool {
    /// Characters to try: whitespace and the like are empty in every font.
    const TRIED: usize = 64;
    let outlines = font.outline_glyphs();
    font.charmap()
        .mappings()
        .filter(|(code, _)| *code > 0x7f || char::from(*code as u8).is_ascii_graphic())
        .take(TRIED)
        .all(|(_, glyph)| {
            let mut parts = Count(0);
            let drawn = outlines.get(glyph).map(|glyph| {
                glyph.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut Outlines(&mut parts))
            });
            !matches!(drawn, Some(Ok(_))) || parts.0 == 0
        })
}

/// Counts the parts of an outline.
struct Count(usize);

impl Pen for Count {
    fn move_to(&mut self, _: f32, _: f32) {
        self.0 += 1;
    }

    fn line_to(&mut self, _: f32, _: f32) {
        self.0 += 1;
    }

    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {
        self.0 += 1;
    }

    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
        self.0 += 1;
    }

    fn close(&mut self) {}
}
