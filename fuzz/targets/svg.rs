//! Any bytes become one well-formed SVG document, with and without frills, that carries no script and loads nothing.

#![no_main]

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
    let picture = svg(&layout.scene, &svg::Options::default());
    let document = roxmltree::Document::parse(&picture).expect("well-formed XML");
    for node in document.descendants().filter(|node| node.is_element()) {
        let name = node.tag_name().name();
        assert!(!["script", "foreignObject", "iframe", "image", "use"].contains(&name), "{name}");
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on"), "{}", attribute.name());
            let value = attribute.value().trim_start().to_ascii_lowercase();
            assert!(!value.starts_with("javascript:") && !value.starts_with("data:"), "{value}");
        }
    }
});
