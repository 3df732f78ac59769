//! One of two versions: a file, standard input, or what git has at `REV:PATH`.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Reading;
use crate::cli::failure::{Failure, reason};
use crate::cli::files::inputs::Input;
use crate::cli::files::reading::{Opened, open, open_content};
use crate::cli::files::sources;

/// Reads a version. What is wrong with it is the business of `wardley check`.
///
/// # Errors
///
/// When it cannot be read, or holds no text.
pub(super) fn read(name: &str) -> Result<Reading, Failure> {
    let path = PathBuf::from(name);
    let Opened { reading, is_text } = if name == "-" {
        open(&Input::Stdin)?
    } else if is_revision(name) {
        open_content(sources::content(name.to_owned(), from_git(name)?), name, false)?
    } else {
        open(&Input::File { inner: path.clone(), path })?
    };
    match reading.problems.first() {
        Some(problem) if !is_text => Err(Failure::cannot("read", name, &problem.message())),
        _ => Ok(reading),
    }
}

/// Whether a name is `REV:PATH`: no file is called so, and it is no path with a drive.
fn is_revision(name: &str) -> bool {
    let drive = name.as_bytes().get(..3).is_some_and(|start| start[1] == b':' && matches!(start[2], b'/' | b'\\'));
    name.contains(':') && !(cfg!(windows) && drive) && !Path::new(name).exists()
}

fn from_git(name: &str) -> Result<Vec<u8>, Failure> {
    let run = Command::new("git").args(["show", "--end-of-options", name]).output();
    let done = run.map_err(|error| Failure::cannot("run", "git", &reason(&error)))?;
    if done.status.success() {
        return Ok(done.stdout);
    }
    let message = String::from_utf8_lossy(&done.stderr);
    let why = message.lines().next().unwrap_or("git show failed").trim_start_matches("fatal: ");
    Err(Failure::cannot("read", name, why))
}
