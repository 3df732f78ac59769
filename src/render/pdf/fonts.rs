//! [`Embedded`]: the fonts of a document with the glyphs that are in use, and the characters that each stands for.

use std::collections::{BTreeMap, BTreeSet};

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, Str};
use subsetter::GlyphRemapper;

use super::document::{Numbers, pack};
use crate::text::{FontFile, Fonts, compact_outlines};

/// A face and whether it is bold.
pub(super) type FaceKey = (usize, bool);

/// The fonts in use so far.
pub(super) struct Embedded<'f> {
    pub(super) fonts: &'f Fonts,
    /// Faces whose outlines cannot be embedded.
    drawn: &'f BTreeSet<FaceKey>,
    faces: BTreeMap<FaceKey, Glyphs>,
}

/// The glyphs of one face in use.
#[derive(Default)]
struct Glyphs {
    numbers: GlyphRemapper,
    /// What each new number stands for.
    text: BTreeMap<u16, String>,
    /// How wide each new number is, in 1/1000 em.
    widths: BTreeMap<u16, f32>,
}

/// A glyph in the document.
pub(super) struct Placed {
    /// Its number in the embedded font.
    pub(super) number: u16,
    /// In 1/1000 em.
    pub(super) width: f32,
    /// Whether the document says already that it stands for other characters.
    pub(super) differs: bool,
}

const IDENTITY: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

impl<'f> Embedded<'f> {
    pub(super) fn new(fonts: &'f Fonts, drawn: &'f BTreeSet<FaceKey>) -> Self {
        Self { fonts, drawn, faces: BTreeMap::new() }
    }

    /// Whether glyphs of a face are embedded, else they are drawn.
    pub(super) fn holds(&self, key: FaceKey) -> bool {
        !self.drawn.contains(&key) && (self.faces.contains_key(&key) || self.fonts.file(key.0, key.1, &[]).is_some())
    }

    /// Takes a glyph into the document, and that it stands for `text`.
    pub(super) fn glyph(&mut self, key: FaceKey, id: u16, text: &str) -> Placed {
        let glyphs = self.faces.entry(key).or_default();
        let number = glyphs.numbers.remap(id);
        let fonts = self.fonts;
        let measure = || fonts.file(key.0, key.1, &[id]).and_then(|file| file.widths.first().copied()).unwrap_or(0.0);
        let width = *glyphs.widths.entry(number).or_insert_with(measure);
        let known = glyphs.text.entry(number).or_insert_with(|| text.to_owned());
        Placed { number, width, differs: known != text }
    }

    /// The name of a face in the document.
    pub(super) fn name((face, bold): FaceKey) -> String {
        format!("F{face}{}", if bold { "b" } else { "" })
    }

    /// Writes the fonts; each with its name.
    ///
    /// # Errors
    ///
    /// The first face that cannot be subset.
    pub(super) fn write(&self, pdf: &mut Pdf, numbers: &mut Numbers) -> Result<Vec<(String, Ref)>, FaceKey> {
        let write = |(&key, glyphs): (&FaceKey, &Glyphs)| {
            let file = self.fonts.file(key.0, key.1, &[]).ok_or(key)?;
            let subset = subsetter::subset(file.bytes, file.index, &glyphs.numbers).map_err(|_| key)?;
            let outlines = if file.is_truetype { &subset } else { compact_outlines(&subset).ok_or(key)? };
            Ok((Self::name(key), glyphs.write(pdf, numbers, &file, outlines)))
        };
        self.faces.iter().map(write).collect()
    }
}

impl Glyphs {
    fn write(&self, pdf: &mut Pdf, numbers: &mut Numbers, file: &FontFile<'_>, outlines: &[u8]) -> Ref {
        let [font, cid_font, descriptor, data, map] = std::array::from_fn(|_| numbers.next());
        let name = format!("{}+{}", tag(outlines), file.name);
        let name = Name(name.as_bytes());
        let kind = if file.is_truetype { CidFontType::Type2 } else { CidFontType::Type0 };

        let mut composite = pdf.type0_font(font);
        composite.base_font(name).encoding_predefined(Name(b"Identity-H")).descendant_font(cid_font).to_unicode(map);
        composite.finish();

        let mut cid = pdf.cid_font(cid_font);
        cid.subtype(kind).base_font(name).system_info(IDENTITY).font_descriptor(descriptor).default_width(0.0);
        if file.is_truetype {
            cid.cid_to_gid_map_predefined(Name(b"Identity"));
        }
        let mut widths = cid.widths();
        for (&number, &width) in &self.widths {
            widths.consecutive(number, [width]);
        }
        widths.finish();
        cid.finish();

        let [left, bottom, right, top] = file.bounds;
        let mut about = pdf.font_descriptor(descriptor);
        about.name(name).flags(FontFlags::SYMBOLIC).bbox(Rect::new(left, bottom, right, top)).italic_angle(0.0);
        about.ascent(file.reach[0]).descent(file.reach[1]).cap_height(file.capitals).stem_v(80.0);
        if file.is_truetype {
            about.font_file2(data)
        } else {
            about.font_file3(data)
        };
        about.finish();

        let packed = pack(outlines);
        let mut stream = pdf.stream(data, &packed);
        stream.filter(Filter::FlateDecode);
        if file.is_truetype {
            stream.pair(Name(b"Length1"), i32::try_from(outlines.len()).unwrap_or(i32::MAX));
        } else {
            stream.pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
        }
        stream.finish();

        let mut meanings = UnicodeCmap::new(Name(b"Custom"), IDENTITY);
        for (&number, text) in &self.text {
            if !text.is_empty() {
                meanings.pair_with_multiple(number, text.chars());
            }
        }
        let meanings = meanings.finish().into_vec();
        let packed = pack(&meanings);
        pdf.cmap(map, &packed).name(Name(b"Custom")).system_info(IDENTITY).filter(Filter::FlateDecode);
        font
    }
}

/// Six letters that differ where subsets of one font differ.
fn tag(bytes: &[u8]) -> String {
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let letter = |at: u32| char::from(b'A' + (hash / 26_u64.pow(at) % 26) as u8);
    (0..6).map(letter).collect()
}
