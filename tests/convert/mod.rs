//! MAP → other forms.

#[cfg(feature = "cli")]
mod command;
#[cfg(feature = "serde")]
mod json;
mod lines;
mod mermaid;

use wardley::layout::place::{Places, Plot, places};
use wardley::map::Map;
use wardley::resolve::NoIncludes;
use wardley::source::Source;

pub(crate) fn map(text: &str) -> Map {
    wardley::read(Source::new("test", text), &mut NoIncludes).map
}

pub(crate) fn placed(map: &Map) -> Places {
    places(map, Plot { width: 1200.0, height: 700.0 }, None)
}
