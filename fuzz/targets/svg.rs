//! Any bytes become one well-formed SVG document that carries no script and loads nothing.

#![no_main]

#[path = "../../tests/harmless.rs"]
#[allow(dead_code, reason = "the hostile names are for the tests; here they are seeds of chance")]
mod harmless;

use libfuzzer_sys::fuzz_target;
use wardley::layout::{self, layout, theme_of};
use wardley::render::svg::{self, svg};
use wardley::resolve::NoIncludes;
use wardley::source::Source;
use wardley::text::Fonts;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let map = wardley::read(Source::new("fuzz", text), &mut NoIncludes).map;
    let layout = layout(&map, theme_of(&map), &Fonts::shipped(), &layout::Options::default());
    harmless::check(&svg(&layout.scene, &svg::Options::default()));
});
