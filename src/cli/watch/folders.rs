//! Which folders to watch so that nothing is missed: [`Folders`].

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::cli::files::inputs;

/// The folders, and what in them matters.
#[derive(Default)]
pub(crate) struct Folders {
    /// Files that were read, under every name that events may give them.
    files: BTreeSet<PathBuf>,
    /// Folders in which new maps are picked up.
    inputs: BTreeSet<PathBuf>,
    /// Folders on the way from the root to a file: renaming one changes what stands at the file's path.
    above: BTreeSet<PathBuf>,
    /// Pictures we write.
    outputs: BTreeSet<PathBuf>,
}

impl Folders {
    /// Another folder in which maps are picked up, with all below it that is not ignored.
    pub(crate) fn add_input(&mut self, folder: &Path) {
        for entry in WalkBuilder::new(folder).require_git(false).build().flatten() {
            if entry.file_type().is_some_and(|kind| kind.is_dir()) {
                let folder = inputs::identity(entry.path());
                self.add_above(&folder);
                self.inputs.insert(folder);
            }
        }
    }

    /// Another file that was read, or will be when it is there.
    pub(crate) fn add_file(&mut self, path: &Path) {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        // The folder's own name and the file's: where links lead is watched too.
        let folder = absolute.parent().map(inputs::identity).unwrap_or_default();
        let here = absolute.file_name().map_or_else(|| folder.clone(), |name| folder.join(name));
        for file in [here, inputs::identity(&absolute), absolute] {
            if let Some(parent) = file.parent() {
                self.add_above(parent);
                self.above.insert(parent.to_owned());
            }
            self.files.insert(file);
        }
    }

    /// Another picture we write. It is drawn again when it goes, or its folder does.
    pub(crate) fn add_output(&mut self, path: &Path) {
        for output in [inputs::identity(path), std::path::absolute(path).unwrap_or_default()] {
            self.add_above(&output);
            self.outputs.insert(output);
        }
    }

    fn add_above(&mut self, folder: &Path) {
        self.above.extend(folder.ancestors().skip(1).map(Path::to_owned));
    }

    /// All folders to watch.
    pub(crate) fn all(&self) -> BTreeSet<PathBuf> {
        self.inputs.union(&self.above).cloned().collect()
    }

    /// Whether what happens at `path` can change a picture.
    pub(crate) fn matters(&self, path: &Path) -> bool {
        let in_inputs = || path.parent().is_some_and(|parent| self.inputs.contains(parent));
        self.is_file(path)
            || self.is_output(path)
            || self.is_folder(path)
            || in_inputs() && (inputs::Kind::Maps.holds(path) || path.is_dir())
    }

    /// Whether `path` is a file that was read.
    pub(crate) fn is_file(&self, path: &Path) -> bool {
        self.files.contains(path)
    }

    /// Whether `path` is a picture that we write.
    pub(crate) fn is_output(&self, path: &Path) -> bool {
        self.outputs.contains(path)
    }

    /// Whether `path` is a folder that is watched.
    pub(crate) fn is_folder(&self, path: &Path) -> bool {
        self.inputs.contains(path) || self.above.contains(path)
    }
}
