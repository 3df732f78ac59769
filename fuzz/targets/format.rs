//! Any text is written in its canonical form, which is its own canonical form and draws the same map.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wardley::map::Map;
use wardley::resolve::NoIncludes;
use wardley::source::{Source, SourceId};
use wardley::{format::format, syntax};

fn formatted(text: &str) -> String {
    let source = Source::new("fuzz", text);
    format(&source, &syntax::parse(&source, SourceId::default()).file)
}

/// How much of each kind is on the map.
fn counts(text: &str) -> [usize; 7] {
    let Map { components, links, pipelines, movements, notes, annotations, forces, .. } =
        wardley::read(Source::new("fuzz", text), &mut NoIncludes).map;
    let named = components.iter().filter(|component| !component.name.is_empty()).count();
    [named, links.len(), pipelines.len(), movements.len(), notes.len(), annotations.len(), forces.len()]
}

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let once = formatted(&text);
    assert_eq!(formatted(&once), once);
    assert_eq!(counts(&once), counts(&text), "{once}");
});
