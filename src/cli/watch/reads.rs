//! What a picture was made from: [`Reads`], the files and what was in them, so that the same content is not drawn twice.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::cli::files::sources::{self, Content};
use crate::cli::picture::Drawing;
use crate::problem::Problem;

/// Files and what was in them; `None` for one that was not there.
#[derive(Default)]
pub(crate) struct Reads(BTreeMap<PathBuf, Option<String>>);

/// What became of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// All hold what they held.
    Same,
    /// Some hold something else.
    Changed,
    /// One that held something is missing or empty.
    Gone,
}

impl Reads {
    /// What was read for a drawing of `map`: the map, what it includes, and what it would include if it were there.
    pub(crate) fn of(map: &Path, drawing: &Drawing) -> Self {
        let mut reads = BTreeMap::new();
        for source in drawing.sources.iter() {
            reads.insert(drawing.paths.of(source.name()), Some(source.text().to_owned()));
        }
        for problem in &drawing.problems {
            if let Problem::IncludeMissing { span, path, .. } = problem {
                let missing = drawing.paths.included(drawing.sources.get(span.source).name(), path);
                reads.entry(missing).or_insert(None);
            }
        }
        // A map in JSON is another text than its file.
        if drawing.paths.is_empty() {
            reads = BTreeMap::from([(map.to_owned(), content(map))]);
        }
        Self(reads)
    }

    /// What could not be read, or not be drawn from.
    pub(crate) fn nothing(map: &Path) -> Self {
        Self(BTreeMap::from([(map.to_owned(), content(map))]))
    }

    /// What became of them.
    pub(crate) fn state(&self) -> State {
        let mut state = State::Same;
        for (path, before) in &self.0 {
            let now = content(path);
            if now == *before {
                continue;
            }
            let held = before.as_ref().is_some_and(|text| !text.is_empty());
            if held && now.is_none_or(|text| text.is_empty()) {
                return State::Gone;
            }
            state = State::Changed;
        }
        state
    }

    /// The files.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.0.keys().map(PathBuf::as_path)
    }
}

/// The text in a file, as a map's text is read.
fn content(path: &Path) -> Option<String> {
    let bytes = sources::file(path).ok()?;
    match sources::content(String::new(), bytes) {
        Content::Map(source, _) => Some(source.text().to_owned()),
        Content::Other(_) => Some(String::new()),
    }
}
