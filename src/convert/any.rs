//! A map from a text in any form: [`read`].

use super::{JsonError, read_json};
use crate::Reading;
use crate::resolve::Load;
use crate::source::Source;

/// Reads a map from the map language, Mermaid's spelling of it, or JSON.
///
/// # Errors
///
/// When it is JSON and holds no map. A text in the map language always gives one.
pub fn read(source: Source, load: &mut dyn Load) -> Result<Reading, JsonError> {
    if !is_json(source.text()) {
        return Ok(crate::read(source, load));
    }
    let mut read = read_json(source.text())?;
    if read.sources.iter().next().is_none() {
        // What is wrong with the map is reported under this name.
        read.sources.add(Source::new(source.name(), ""));
    }
    Ok(Reading { sources: read.sources, map: read.map, ..Reading::default() })
}

/// Whether a text is an object in JSON. No map begins with a brace and a quote.
pub fn is_json(text: &str) -> bool {
    let behind_brace = text.trim_start().strip_prefix('{');
    behind_brace.is_some_and(|rest| rest.trim_start().starts_with('"'))
}
