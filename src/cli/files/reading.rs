//! The one way from bytes to a map and its problems: the text in them, then the map language, Mermaid's spelling of it, or JSON.

use std::path::Path;

use crate::Reading;
use crate::cli::failure::Failure;
use crate::cli::files::includes::{Files, Paths};
use crate::cli::files::inputs::{Input, Kind};
use crate::cli::files::sources::{self, Content};
use crate::convert::{self, JsonError};
use crate::resolve::NoIncludes;
use crate::source::Source;

/// What was read from an input.
pub(crate) struct Opened {
    /// The map, and all that is wrong with it, from its bytes on.
    pub(crate) reading: Reading,
    /// Whether there was a text to read. Else the map is empty, and the one problem says what the input holds instead.
    pub(crate) is_text: bool,
    /// Where its texts are.
    pub(crate) paths: Paths,
}

/// Reads an input.
///
/// # Errors
///
/// When it cannot be read, or is JSON without a map. A text in the map language always gives one.
pub(crate) fn open(input: &Input) -> Result<Opened, Failure> {
    if let Input::File { path, .. } = input
        && Kind::Pages.holds(path)
    {
        return Err(page(&input.name()));
    }
    open_content(sources::read(input)?, &input.name(), input.path())
}

/// As [`open`], where nothing is to be made of what is no text.
///
/// # Errors
///
/// As [`open`], and when the input holds no text.
pub(crate) fn open_map(input: &Input) -> Result<Opened, Failure> {
    open(input)?.map_of(&input.name())
}

impl Opened {
    /// The same if it is a text.
    ///
    /// # Errors
    ///
    /// When it is none. `name` is what it is called.
    pub(crate) fn map_of(self, name: &str) -> Result<Self, Failure> {
        match self.reading.problems.first() {
            Some(problem) if !self.is_text => Err(Failure::cannot("read", name, &problem.message())),
            _ => Ok(self),
        }
    }
}

/// Reads what an input called `name` holds. It may include other files if it is a file itself, at the path `at`.
///
/// # Errors
///
/// As [`open`].
pub(crate) fn open_content(content: Content, name: &str, at: Option<&Path>) -> Result<Opened, Failure> {
    match content {
        Content::Map(source, encoding) => {
            let mut opened = read_text(source, at)?;
            opened.reading.problems.splice(0..0, encoding);
            Ok(opened)
        }
        Content::Other(problem) => {
            let mut reading = Reading { problems: vec![problem], ..Reading::default() };
            reading.sources.add(Source::new(name, ""));
            Ok(Opened { reading, is_text: false, paths: Paths::default() })
        }
    }
}

/// Reads a map from a text. It may include other files if it is one itself, at the path `at`.
///
/// # Errors
///
/// When it is JSON and holds no map.
pub(crate) fn read_text(source: Source, at: Option<&Path>) -> Result<Opened, Failure> {
    let name = source.name().to_owned();
    let failed = |error: JsonError| Failure::cannot("read", name, &error.to_string());
    let Some(path) = at else {
        let reading = convert::read(source, &mut NoIncludes).map_err(failed)?;
        return Ok(Opened { reading, is_text: true, paths: Paths::default() });
    };
    let mut files = Files::of(&source, path);
    let reading = convert::read(source, &mut files).map_err(failed)?;
    // What is read from JSON is no text that is anywhere.
    let paths = if reading.files.is_empty() { Paths::default() } else { files.paths };
    Ok(Opened { reading, is_text: true, paths })
}

/// Refuses what holds maps but is not in the map language, before a new text is written in its place.
///
/// # Errors
///
/// When the text is JSON, or a page of Markdown by its name.
pub(crate) fn only_maps(source: &Source) -> Result<(), Failure> {
    let name = source.name();
    if convert::is_json(source.text()) {
        let message = format!("{name} holds JSON, not a map's text; `wardley convert {name} -f wm` makes a text of it");
        return Err(Failure::usage(message));
    }
    if Kind::Pages.holds(Path::new(name)) {
        return Err(page(name));
    }
    Ok(())
}

fn page(name: &str) -> Failure {
    Failure::usage(format!("{name} is a page of Markdown, not a map's text; `wardley md` draws the maps in it"))
}
