//! Maps as JSON, both ways: [`json`], [`read_json`], [`schema`].

mod document;
mod layout;
mod read;
mod strategy;
mod write;

pub use read::JsonError;

use document::Document;

use crate::layout::Layout;
use crate::map::Map;
use crate::source::Sources;

/// A map that was read from JSON, and the texts that it was once read from, if the JSON holds them.
#[derive(Clone, Debug, Default)]
pub struct FromJson {
    /// The map.
    pub map: Map,
    /// The texts that its spans point into. Without any, all spans are empty.
    pub sources: Sources,
}

/// Writes a map as JSON: all that is said of it, the texts it was read from, and where in them everything stands. With `layout`
/// also where everything stands in the picture, in pixels. What it looks like is reported by [`schema`].
///
/// Nothing is lost: [`read_json`] gives the very same map.
///
/// ```
/// use wardley::convert::{json, read_json};
/// use wardley::resolve::NoIncludes;
/// use wardley::source::Source;
///
/// let reading = wardley::read(Source::new("tea.wm", "component Kettle [0.4, 0.6]"), &mut NoIncludes);
/// let text = json(&reading.map, &reading.sources, None);
/// assert_eq!(read_json(&text).unwrap().map, reading.map);
/// ```
pub fn json(map: &Map, sources: &Sources, layout: Option<&Layout>) -> String {
    let mut document = write::document(map, sources);
    document.layout = layout.map(|layout| layout::layout(map, layout));
    // Only maps with other keys than strings cannot be written, and there are none.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads a map from JSON. Other programs may leave out whatever has a default, and name components instead of counting them.
///
/// ```
/// let text = r#"{"version": 1, "components": [{"name": "Cup"}, {"name": "Tea"}],
///                "links": [{"from": {"name": "Cup"}, "to": {"name": "Tea"}}]}"#;
/// let map = wardley::convert::read_json(text).unwrap().map;
/// assert_eq!(map.component(map.links[0].to.component).name, "Tea");
/// ```
///
/// # Errors
///
/// When it is no JSON, or not as the [`schema`] says, or refers to what is not there.
pub fn read_json(text: &str) -> Result<FromJson, JsonError> {
    let document: Document = serde_json::from_str(text)?;
    read::map(document)
}

/// The JSON Schema of what [`json`] writes and [`read_json`] reads.
///
/// It is written by hand: it says more than could be derived from the types, such as ranges, and needs no code.
pub fn schema() -> &'static str {
    include_str!("schema.json")
}
