//! The one way from bytes to a map and its problems: the text in them, then the map language, Mermaid's spelling of it, or JSON.

use std::path::Path;

use crate::Reading;
use crate::cli::failure::Failure;
use crate::cli::files::includes::Files;
use crate::cli::files::inputs::{Input, Kind};
use crate::cli::files::sources::{self, Content};
use crate::convert;
use crate::resolve::{Load, NoIncludes};
use crate::source::Source;

/// What was read from an input.
pub(crate) struct Opened {
    /// The map, and all that is wrong with it, from its bytes on.
    pub(crate) reading: Reading,
    /// Whether there was a text to read. Else the map is empty, and the one problem says what the input holds instead.
    pub(crate) is_text: bool,
}

/// Reads an input.
///
/// # Errors
///
/// When it cannot be read, or is JSON without a map. A text in the map language always gives one.
pub(crate) fn open(input: &Input) -> Result<Opened, Failure> {
    open_content(sources::read(input)?, &input.name(), input.may_include())
}

/// Reads what an input called `name` holds. `includes` says whether it may include other files.
///
/// # Errors
///
/// As [`open`].
pub(crate) fn open_content(content: Content, name: &str, includes: bool) -> Result<Opened, Failure> {
    match content {
        Content::Map(source, encoding) => {
            let mut reading = read_text(source, includes)?;
            reading.problems.splice(0..0, encoding);
            Ok(Opened { reading, is_text: true })
        }
        Content::Other(problem) => {
            let mut reading = Reading { problems: vec![problem], ..Reading::default() };
            reading.sources.add(Source::new(name, ""));
            Ok(Opened { reading, is_text: false })
        }
    }
}

/// Reads a map from a text.
///
/// # Errors
///
/// When it is JSON and holds no map.
pub(crate) fn read_text(source: Source, includes: bool) -> Result<Reading, Failure> {
    let load: &mut dyn Load = if includes { &mut Files } else { &mut NoIncludes };
    let name = source.name().to_owned();
    convert::read(source, load).map_err(|error| Failure::cannot("read", name, &error.to_string()))
}

/// Refuses what holds maps but is not in the map language, before a new text is written in its place.
///
/// # Errors
///
/// When the text is JSON, or a page of Markdown by its name.
pub(crate) fn only_maps(source: &Source) -> Result<(), Failure> {
    let name = source.name();
    if convert::is_json(source.text()) {
        let message = format!("{name} holds JSON, not a map's text; `wardley convert {name} -t wm` makes a text of it");
        return Err(Failure::usage(message));
    }
    if Kind::Pages.holds(Path::new(name)) {
        let message = format!("{name} is a page of Markdown, not a map's text; `wardley md` draws the maps in it");
        return Err(Failure::usage(message));
    }
    Ok(())
}
