//! Which maps are meant: files, folders with all maps below them, and `-` for standard input.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use ignore::WalkBuilder;

use crate::cli::failure::{Failure, Status};

/// What is looked for in folders. A file that is named may end as it likes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Maps.
    Maps,
    /// Pages of Markdown, which may hold maps.
    Pages,
}

impl Kind {
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Maps => &["wm", "owm", "wardley"],
            Self::Pages => &["md", "markdown", "mdx"],
        }
    }

    /// Whether a file in a folder is one of these.
    pub(crate) fn holds(self, path: &Path) -> bool {
        path.extension().is_some_and(|ending| self.endings().iter().any(|known| ending.eq_ignore_ascii_case(known)))
    }

    fn none(self, folder: &Path) -> String {
        let folder = folder.display();
        match self {
            Self::Maps => format!("no maps in {folder}: no file ends in .wm, .owm or .wardley"),
            Self::Pages => format!("no pages in {folder}: no file ends in .md, .markdown or .mdx"),
        }
    }
}

/// One map to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
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
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".to_owned(),
            Self::File { path, .. } => path.display().to_string(),
        }
    }

    /// Whether its includes are read: only a file has a folder that they could be in.
    pub(crate) fn may_include(&self) -> bool {
        matches!(self, Self::File { .. })
    }
}

/// The inputs that were found, each once, in order; and what could not be.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) inputs: Vec<Input>,
    pub(crate) failures: Vec<Failure>,
}

/// Finds the maps that `named` (files, folders, `-`) stand for.
pub(crate) fn find(named: &[PathBuf]) -> Found {
    find_all(named, Kind::Maps)
}

/// Finds the files of a kind that `named` (files, folders, `-`) stand for.
pub(crate) fn find_all(named: &[PathBuf], kind: Kind) -> Found {
    let mut found = Found::default();
    for path in named {
        if path.as_os_str() == "-" {
            found.inputs.push(Input::Stdin);
        } else if path.is_dir() {
            below(path, kind, &mut found);
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

/// All files of a kind below a folder, by name. What ignore files (`.gitignore`, `.ignore`) leave out is left out, and so is what is hidden.
fn below(folder: &Path, kind: Kind, found: &mut Found) {
    let before = (found.inputs.len(), found.failures.len());
    let walk = WalkBuilder::new(folder).require_git(false).sort_by_file_name(Ord::cmp).build();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|is| !is.is_dir()) && kind.holds(entry.path()) => {
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
        found.failures.push(Failure { status: Status::InOut, message: kind.none(folder) });
    }
}

/// The one name of the file behind a path, also of one that does not exist yet: links and dots resolved.
pub(crate) fn identity(path: &Path) -> PathBuf {
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
