//! Which maps are meant: files, folders with all maps below them, and `-` for standard input.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use crate::cli::failure::Failure;
use crate::cli::files::sources;
use crate::cli::terminal;

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
            Self::Maps => &["wm", "owm", "wmap", "wardley"],
            Self::Pages => &["md", "markdown", "mdx"],
        }
    }

    /// Whether a file in a folder is one of these. Mermaid's files are where they hold a map.
    pub(crate) fn holds(self, path: &Path) -> bool {
        let ends_in = |endings: &[&str]| {
            path.extension().is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
        };
        ends_in(self.endings()) || self == Self::Maps && ends_in(&["mmd", "mermaid"]) && sources::begins_as_map(path)
    }

    fn none(self, folder: &Path) -> String {
        let folder = folder.display();
        match self {
            Self::Maps => format!(
                "no maps in {folder}: no file ends in .wm, .owm, .wmap or .wardley, and none in .mmd or .mermaid begins with wardley-beta"
            ),
            Self::Pages => format!("no pages in {folder}: no file ends in .md, .markdown or .mdx"),
        }
    }
}

/// One map to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// Standard input.
    Stdin {
        /// What `--stdin-filepath` says it is.
        known_as: Option<PathBuf>,
    },
    /// A file.
    File {
        /// Where it is.
        path: PathBuf,
        /// Where it is below the folder that was named; just the name of a file that was named itself.
        inner: PathBuf,
        /// Whether it is a link that leads out of the folder that was named.
        leads_out: bool,
    },
}

impl Input {
    /// What an argument names: a file, or with `-` standard input, which is known as the path that `--stdin-filepath` says.
    pub(crate) fn named(name: &Path, known_as: Option<&Path>) -> Self {
        if name.as_os_str() == "-" { Self::Stdin { known_as: known_as.map(Path::to_owned) } } else { Self::file(name) }
    }

    /// A file that was named itself.
    pub(crate) fn file(path: &Path) -> Self {
        let inner = path.file_name().map_or_else(|| path.to_owned(), PathBuf::from);
        Self::File { path: path.to_owned(), inner, leads_out: false }
    }

    /// What to call it in messages.
    pub(crate) fn name(&self) -> String {
        self.path().map_or_else(|| "<stdin>".to_owned(), |path| path.display().to_string())
    }

    /// Where it is, or is said to be. Only what is somewhere can include what is beside it.
    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdin { known_as } => known_as.as_deref(),
            Self::File { path, .. } => Some(path),
        }
    }
}

/// The inputs that were found, each once, in order; and what could not be.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) inputs: Vec<Input>,
    pub(crate) failures: Vec<Failure>,
}

impl Found {
    /// The same for who writes into what is found: without links that lead out of the folder that was named, and with words about
    /// each.
    pub(crate) fn into_changeable(mut self) -> Self {
        self.inputs.retain(|input| {
            let leads_out = matches!(input, Input::File { leads_out: true, .. });
            if leads_out {
                terminal::say(&format!(
                    "{} leads out of its folder and is left alone; it can be named itself\n",
                    input.name()
                ));
            }
            !leads_out
        });
        self
    }
}

/// Finds the files of a kind that `named` (files, folders, `-`) stand for. Standard input is known as the path `known_as`.
pub(crate) fn find(named: &[PathBuf], kind: Kind, known_as: Option<&Path>) -> Found {
    let mut found = Found::default();
    for path in named {
        if path.as_os_str() != "-" && path.is_dir() {
            below(path, kind, &mut found);
        } else {
            found.inputs.push(Input::named(path, known_as));
        }
    }
    if found.inputs.len() > 1 {
        let mut seen = BTreeSet::new();
        found.inputs.retain(|input| match input {
            Input::Stdin { .. } => seen.insert(PathBuf::from("-")),
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
            Ok(entry) if kind.holds(entry.path()) && is_readable(&entry) => {
                let is_link = entry.path_is_symlink();
                let path = entry.into_path();
                let inner = path.strip_prefix(folder).unwrap_or(&path).to_owned();
                let leads_out = is_link && !identity(&path).starts_with(identity(folder));
                found.inputs.push(Input::File { path, inner, leads_out });
            }
            Ok(_) => {}
            Err(error) => {
                let message = format!("cannot read all of {}: {error}", folder.display());
                found.failures.push(Failure::file(&message));
            }
        }
    }
    if before == (found.inputs.len(), found.failures.len()) {
        found.failures.push(Failure::file(&kind.none(folder)));
    }
}

/// Whether an entry of a folder is a file or leads to one, or to what is missing, which is then reported. What else there is in
/// folders is left alone: pipes never end, devices do things.
fn is_readable(entry: &DirEntry) -> bool {
    match entry.file_type() {
        Some(kind) if kind.is_symlink() => fs::metadata(entry.path()).map_or(true, |about| about.is_file()),
        Some(kind) => kind.is_file(),
        None => false,
    }
}

/// The one name of the file behind a path, also of one that does not exist yet: links and dots resolved.
pub(crate) fn identity(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if let Ok(whole) = fs::canonicalize(&absolute) {
        return whole;
    }
    let there = absolute.ancestors().skip(1).find_map(|above| Some((above, fs::canonicalize(above).ok()?)));
    let Some((above, mut identity)) = there else { return absolute };
    // What does not exist is no link: `..` leads back.
    for part in absolute.strip_prefix(above).unwrap_or(Path::new("")).components() {
        if part == Component::ParentDir {
            identity.pop();
        } else {
            identity.push(part);
        }
    }
    identity
}
