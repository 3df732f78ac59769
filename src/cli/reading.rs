//! A map from a text in any form: the map language, Mermaid's spelling of it, JSON.

use super::failure::Failure;
use super::includes::Files;
use crate::convert::read_json;
use crate::resolve::NoIncludes;
use crate::source::Source;
use crate::{Reading, read};

/// Reads a map. `includes` says whether it may include other files.
///
/// # Errors
///
/// When JSON holds no map. A text in the map language always gives one.
pub(super) fn reading(source: Source, includes: bool) -> Result<Reading, Failure> {
    if !is_json(&source) {
        return Ok(if includes { read(source, &mut Files) } else { read(source, &mut NoIncludes) });
    }
    let mut read =
        read_json(source.text()).map_err(|error| Failure::cannot("read", source.name(), &error.to_string()))?;
    if read.sources.iter().next().is_none() {
        // What is wrong with the map is told under this name.
        read.sources.add(Source::new(source.name(), ""));
    }
    Ok(Reading { sources: read.sources, map: read.map, ..Reading::default() })
}

/// Whether the text is an object in JSON. No map begins with a brace and a quote.
fn is_json(source: &Source) -> bool {
    let behind_brace = source.text().trim_start().strip_prefix('{');
    behind_brace.is_some_and(|rest| rest.trim_start().starts_with('"'))
}
