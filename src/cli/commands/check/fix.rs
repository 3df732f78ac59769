//! `wardley check --fix`: fixes what can be fixed without asking.

use std::io;
use std::path::Path;

use crate::cli::commands::check::verdict::Verdict;
use crate::cli::commands::check::{Format, checked, closing, opening, written};
use crate::cli::failure::{Failure, Status};
use crate::cli::files::inputs::Input;
use crate::cli::files::reading::{only_maps, read_text};
use crate::cli::files::sources::{self, Content};
use crate::cli::files::write;
use crate::cli::report::{Look, diff};
use crate::cli::terminal;
use crate::problem::{Problem, apply};
use crate::source::Source;

/// One change can uncover another; after so many rounds the rest is left for the next run.
const ROUNDS: usize = 64;

/// Fixes every input in place, standard input to standard output; with `diff` shows the changes and writes nothing. Of the inputs
/// those stay that can be checked again.
pub(super) fn run(inputs: &mut Vec<Input>, verdict: &Verdict, diff: bool, format: Format) -> Status {
    let mut status = Status::Fine;
    let (mut changes, mut maps) = (0, 0);
    inputs.retain(|input| match one(input, verdict, diff, format) {
        Ok((count, left)) => {
            changes += count;
            maps += usize::from(count > 0);
            status = status.max(left);
            !matches!(input, Input::Stdin { .. })
        }
        Err(failure) => {
            status = status.max(failure.report());
            false
        }
    });
    if changes > 0 {
        let would = if diff { "would fix" } else { "fixed" };
        terminal::say(&format!("{would} {changes} problem{} in {maps} map{}\n", plural(changes), plural(maps)));
    }
    status.max(if diff && changes > 0 { Status::Problems } else { Status::Fine })
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// Fixes one input and says how many changes were made. What is left of standard input is reported here.
fn one(input: &Input, verdict: &Verdict, diff: bool, format: Format) -> Result<(usize, Status), Failure> {
    let Content::Map(source, _) = sources::read(input)? else { return Ok((0, Status::Fine)) };
    only_maps(&source)?;
    let (text, count) = fix(&source, input.path(), verdict)?;
    if count > 0 && !is_plain(input, &source) {
        return Err(Failure::usage(format!("{} is not UTF-8 and is left as it is", input.name())));
    }
    if diff {
        terminal::text(&diff::unified(input.name().as_str(), source.text(), &text))?;
        return Ok((count, Status::Fine));
    }
    match input {
        Input::Stdin { .. } => {
            terminal::result(text.as_bytes())?;
            let left = checked(read_text(Source::new(source.name(), text), input.path())?, verdict);
            let look = Look::of(&io::stderr());
            terminal::say(
                &[opening(format), written(format, &left, look, usize::MAX), closing(format).to_owned()].concat(),
            );
            return Ok((count, verdict.status(&left.problems)));
        }
        Input::File { path, .. } if count > 0 => {
            write::write(path, text.as_bytes()).map_err(|error| Failure::inout("write", path.display(), &error))?;
        }
        Input::File { .. } => {}
    }
    Ok((count, Status::Fine))
}

/// Whether the bytes of the input are just its text, so that a new text can take their place.
fn is_plain(input: &Input, source: &Source) -> bool {
    match input {
        Input::Stdin { .. } => true,
        Input::File { path, .. } => std::fs::read(path).is_ok_and(|bytes| {
            let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
            bytes == source.text().as_bytes()
        }),
    }
}

/// The text without the problems that have a fix, and how many there were.
fn fix(source: &Source, at: Option<&Path>, verdict: &Verdict) -> Result<(String, usize), Failure> {
    let (mut text, mut count) = (source.text().to_owned(), 0);
    for _ in 0..ROUNDS {
        let opened = read_text(Source::new(source.name(), text.clone()), at)?;
        let checked = checked(opened, verdict);
        let (fixed, changes) = apply(checked.problems.iter().filter_map(Problem::fix), &text);
        if changes == 0 {
            break;
        }
        (text, count) = (fixed, count + changes);
    }
    Ok((text, count))
}
