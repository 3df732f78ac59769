//! Scenes as PDF, a page each: lines and letters sharp at every size, text that can be selected and searched, fonts embedded
//! with the glyphs in use, links that lead somewhere. The same bytes for the same scenes: no time and no random number.

mod document;
mod fonts;
mod outlines;
mod page;
mod shading;
mod words;

use std::collections::BTreeSet;

use crate::scene::Scene;
use crate::text::Fonts;
use fonts::Embedded;
use page::Page;

/// What may be chosen about a PDF.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Options<'a> {
    /// The name of the whole document. Default: the title of its only page; of several, none.
    pub title: Option<&'a str>,
    /// The language of the text, as a BCP 47 tag such as `en` or `pt-BR`. Default: `en`.
    pub language: &'a str,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { title: None, language: "en" }
    }
}

/// The PDF of some scenes: a page each, in their order, with an outline where there are several. A page is as large as its
/// scene at 96 pixels to the inch.
///
/// A link to `#page=2` leads to that page, every other one as its address says.
pub fn pdf(scenes: &[&Scene], fonts: &Fonts, options: &Options<'_>) -> Vec<u8> {
    // A face whose outlines turn out not to be embeddable is drawn instead, so each round has one face less to embed.
    let mut drawn = BTreeSet::new();
    loop {
        let mut embedded = Embedded::new(fonts, &drawn);
        let pages: Vec<Page> = scenes.iter().map(|scene| Page::of(scene, &mut embedded)).collect();
        match document::write(&pages, &embedded, options) {
            Ok(bytes) => return bytes,
            Err(face) => drawn.insert(face),
        };
    }
}
