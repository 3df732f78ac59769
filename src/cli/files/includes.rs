//! The texts that maps include: files, named relative to the map that includes them.
//!
//! What an `include` may reach: every plain file with a path that starts from the map's folder, also by `..`, that whoever runs the
//! command may read. Paths from the root are refused, so that a map says the same wherever its folder is put. A text on standard input
//! includes nothing unless it is said where it belongs. All texts of a map together are bounded as one is.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::cli::failure::reason;
use crate::cli::files::inputs::Kind;
use crate::cli::files::sources::{self, Content, Size};
use crate::problem::Problem;
use crate::resolve::{Load, LoadError};
use crate::source::Source;

/// Where the texts of one map are. A text knows its name only, which loses what is no UTF-8.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paths(BTreeMap<String, PathBuf>);

impl Paths {
    /// The path of the text called `name`.
    pub(crate) fn of(&self, name: &str) -> PathBuf {
        self.0.get(name).cloned().unwrap_or_else(|| name.into())
    }

    /// Whether nothing is known.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where `path`, as it is written in the text called `from`, leads.
    pub(crate) fn included(&self, from: &str, path: &str) -> PathBuf {
        clean(&self.of(from).with_file_name("").join(path))
    }
}

/// Includes files, as long as there is room for more text.
pub(crate) struct Files {
    pub(crate) paths: Paths,
    size: Size,
}

impl Files {
    /// For the includes of a text that is at `path`.
    pub(crate) fn of(source: &Source, path: &Path) -> Self {
        let paths = Paths(BTreeMap::from([(source.name().to_owned(), path.to_owned())]));
        Self { paths, size: Size::of(source.text().as_bytes()) }
    }
}

impl Load for Files {
    fn load(&mut self, from: &str, path: &str) -> Result<Source, LoadError> {
        let failed = |reason: &str| LoadError::Failed(reason.to_owned());
        if Path::new(path).has_root() {
            return Err(failed("its path must start from this map's folder"));
        }
        let path = self.paths.included(from, path);
        let name = path.display().to_string();
        let bytes = sources::file(&path).map_err(|error| LoadError::Failed(reason(&error)))?;
        match sources::content(name.clone(), bytes) {
            Content::Map(source, _) => {
                // A text that is known already is not read again.
                if self.paths.0.insert(name, path).is_none() {
                    self.size = self.size.with(source.text().as_bytes());
                }
                if self.size.is_too_much() { Err(failed("the map's texts are too long together")) } else { Ok(source) }
            }
            Content::Other(Problem::TextTooLong { .. }) => Err(failed("it is too long for a map")),
            Content::Other(_) => Err(failed("it is not a text")),
        }
    }
}

/// Includes maps by their endings, below the folder of the one that includes them: for texts that come from elsewhere than a file.
/// What the file itself includes may be anywhere.
pub(crate) struct FilesBelow<'a> {
    files: Files,
    folder: PathBuf,
    known: &'a [PathBuf],
}

impl<'a> FilesBelow<'a> {
    /// Those below the folder of `path`, where `source` is as if it were there, and `known` ones.
    pub(crate) fn of(source: &Source, path: &Path, known: &'a [PathBuf]) -> Self {
        Self { files: Files::of(source, path), folder: clean(&path.with_file_name("")), known }
    }
}

impl Load for FilesBelow<'_> {
    fn load(&mut self, from: &str, path: &str) -> Result<Source, LoadError> {
        let file = self.files.paths.included(from, path);
        let inside = |rest: &Path| rest.components().all(|part| matches!(part, Component::Normal(_)));
        let below = file.strip_prefix(&self.folder).is_ok_and(inside);
        if self.known.contains(&file) || below && Kind::Maps.holds(&file) {
            return self.files.load(from, path);
        }
        Err(LoadError::Failed("save the map first: only maps below its folder are read here".to_owned()))
    }
}

/// The path without `x/..`, so that one file has one name however it is reached.
fn clean(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in path.components() {
        let named = matches!(clean.components().next_back(), Some(Component::Normal(_)));
        if part == Component::ParentDir && named {
            clean.pop();
        } else {
            clean.push(part);
        }
    }
    clean
}
