//! The texts that maps include: files, named relative to the map that includes them.

use std::path::{Component, Path, PathBuf};

use crate::cli::failure::reason;
use crate::cli::files::sources::{self, Content};
use crate::problem::Problem;
use crate::resolve::{Load, LoadError};
use crate::source::Source;

/// Includes files below and beside the map. Paths that do not start from the map are refused: a map says the same wherever
/// its folder is put.
pub(crate) struct Files;

impl Load for Files {
    fn load(&mut self, from: &str, path: &str) -> Result<Source, LoadError> {
        let failed = |reason: &str| LoadError::Failed(reason.to_owned());
        if Path::new(path).has_root() {
            return Err(failed("its path must start from this map's folder"));
        }
        let path = clean(&Path::new(from).with_file_name("").join(path));
        let bytes = sources::file(&path).map_err(|error| LoadError::Failed(reason(&error)))?;
        match sources::content(path.display().to_string(), bytes) {
            Content::Map(source, _) => Ok(source),
            Content::Other(Problem::TextTooLong { .. }) => Err(failed("it is too long for a map")),
            Content::Other(_) => Err(failed("it is not a text")),
        }
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
