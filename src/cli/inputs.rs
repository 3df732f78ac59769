//! Which maps are meant: files, folders with all maps below them, and `-` for standard input.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use ignore::WalkBuilder;

use super::failure::{Failure, Status};

/// The endings by which maps are found in folders. A file that is named may end as it likes.
const ENDINGS: [&str; 3] = ["wm", "owm", "wardley"];

/// One map to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File {
        /// Where it is.
        path: PathBuf,
        /// Where it is below the folder that was named; just the name of a file that was named itself.
        inner: PathBuf,
    },
}

impl Input {
    /// What to call it in messages.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".to_owned(),
            Self::File { path, .. } => path.display().to_string(),
        }
    }

    /// Whether its includes are read: only a file has a folder that they could be in.
    pub(super) fn may_include(&self) -> bool {
        matches!(self, Self::File { .. })
    }
}

/// The inputs that were found, each once, in order; and what could not be.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) inputs: Vec<Input>,
    pub(super) failures: Vec<Failure>,
}

/// Finds the maps that `named` (files, folders, `-`) stand for.
pub(super) fn find(named: &[PathBuf]) -> Found {
    let mut found = Found::default();
    for path in named {
        if path.as_os_str() == "-" {
            found.inputs.push(Input::Stdin);
        } else if path.is_dir() {
            below(path, &mut found);
        } else {
            let inner = path.file_name().map_or_else(|| path.clone(), PathBuf::from);
            found.inputs.push(Input::File { path: path.clone(), inner });
        }
    }
    if found.inputs.len() > 1 {
        let mut seen = BTreeSet::new();
        found.inputs.retain(|input| match input {
            Input::Stdin => seen.insert(PathBuf::from("-")),
            Input::File { path, .. } => seen.insert(identity(path)),
        });
    }
    found
}

/// All maps below a folder, by name. What ignore files (`.gitignore`, `.ignore`) leave out is left out, and so is what is hidden.
fn below(folder: &Path, found: &mut Found) {
    let before = (found.inputs.len(), found.failures.len());
    let walk = WalkBuilder::new(folder).require_git(false).sort_by_file_name(Ord::cmp).build();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| !kind.is_dir()) && is_map(entry.path()) => {
                let path = entry.into_path();
                let inner = path.strip_prefix(folder).unwrap_or(&path).to_owned();
                found.inputs.push(Input::File { path, inner });
            }
            Ok(_) => {}
            Err(error) => {
                let message = format!("cannot read all of {}: {error}", folder.display());
                found.failures.push(Failure { status: Status::InOut, message });
            }
        }
    }
    if before == (found.inputs.len(), found.failures.len()) {
        let message = format!("no maps in {}: no file ends in .wm, .owm or .wardley", folder.display());
        found.failures.push(Failure { status: Status::InOut, message });
    }
}

/// Whether a file in a folder is taken for a map.
pub(super) fn is_map(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ENDINGS.iter().any(|map| ending.eq_ignore_ascii_case(map)))
}

/// The one name of the file behind a path, also of one that does not exist yet: links and dots resolved.
pub(super) fn identity(path: &Path) -> PathBuf {
    let resolved = |path: &Path| -> io::Result<PathBuf> {
        match (fs::canonicalize(path), path.parent(), path.file_name()) {
            (Err(_), Some(parent), Some(name)) => {
                let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
                Ok(fs::canonicalize(parent)?.join(name))
            }
            (whole, ..) => whole,
        }
    };
    resolved(path).or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}
