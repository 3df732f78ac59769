//! Any bytes are laid out, with every place a number.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wardley::layout::{self, layout, theme_of};
use wardley::resolve::NoIncludes;
use wardley::source::Source;
use wardley::text::Fonts;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let map = wardley::read(Source::new("fuzz", text), &mut NoIncludes).map;
    let layout = layout(&map, theme_of(&map), &Fonts::shipped(), &layout::Options::default());
    for label in &layout.labels {
        let bounds = label.placed.bounds;
        let sides = [bounds.left, bounds.top, bounds.right, bounds.bottom];
        assert!(sides.iter().all(|side| side.is_finite()), "{bounds:?}");
    }
});
