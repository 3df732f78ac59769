//! What a picture was made from: [`Reads`], the files and what was in them, so that the same content is not drawn twice.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crate::cli::files::sources::{self, Content};
use crate::cli::picture::Drawing;
use crate::problem::Problem;

/// How long a file may be missing or empty before that is believed. Some editors empty a file first and fill it then; others
/// remove it and put a new one in its place.
const SETTLE: Duration = Duration::from_millis(250);
const STEP: Duration = Duration::from_millis(4);

/// Files and what was in them; `None` for one that was not there.
#[derive(Default)]
pub(crate) struct Reads(BTreeMap<PathBuf, Option<String>>);

impl Reads {
    /// What was read for a drawing of `map`: the map, what it includes, and what it would include if it were there.
    pub(crate) fn of(map: &Path, drawing: &Drawing) -> Self {
        let mut reads = BTreeMap::new();
        for (at, source) in drawing.sources.iter().enumerate() {
            let path = if at == 0 { map.to_owned() } else { PathBuf::from(source.name()) };
            reads.insert(path, Some(source.text().to_owned()));
        }
        for problem in &drawing.problems {
            if let Problem::IncludeMissing { span, path, .. } = problem {
                let from = Path::new(drawing.sources.get(span.source).name());
                reads.entry(from.with_file_name("").join(path)).or_insert(None);
            }
        }
        Self(reads)
    }

    /// What could not be read, or not be drawn from.
    pub(crate) fn nothing(map: &Path) -> Self {
        Self(BTreeMap::from([(map.to_owned(), content(map))]))
    }

    /// Whether all is as it was.
    pub(crate) fn hold(&self) -> bool {
        !self.0.is_empty() && self.0.iter().all(|(path, before)| content(path) == *before)
    }

    /// The files.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.0.keys().map(PathBuf::as_path)
    }

    /// Waits, not for long, while a file that held something is missing or empty.
    pub(crate) fn settle(&self) {
        let held = |path: &&PathBuf| self.0[*path].as_ref().is_some_and(|text| !text.is_empty());
        let gone = |path: &PathBuf| fs::metadata(path).map_or(true, |about| about.len() == 0);
        let start = Instant::now();
        for path in self.0.keys().filter(held) {
            while gone(path) && start.elapsed() < SETTLE {
                thread::sleep(STEP);
            }
        }
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
