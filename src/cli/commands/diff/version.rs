//! One of two versions: a file, standard input, or what git has at `REV:PATH`.

use std::path::Path;
use std::process::Command;

use crate::Reading;
use crate::cli::failure::{Failure, reason};
use crate::cli::files::inputs::Input;
use crate::cli::files::reading::{open_content, open_map};
use crate::cli::files::sources;

/// Reads a version. What is wrong with it is the business of `wardley check`.
///
/// # Errors
///
/// When it cannot be read, or holds no text.
pub(super) fn read(name: &str) -> Result<Reading, Failure> {
    let opened = if name != "-" && is_revision(name) {
        open_content(sources::content(name.to_owned(), from_git(name)?), name, None)?.map_of(name)?
    } else {
        open_map(&Input::named(Path::new(name), None))?
    };
    Ok(opened.reading)
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
