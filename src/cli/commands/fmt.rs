//! `wardley fmt`: maps in canonical form.

use std::path::{Path, PathBuf};

use crate::cli::commands::Verb;
use crate::cli::failure::{Failure, Status};
use crate::cli::files::inputs::{self, Input, Kind};
use crate::cli::files::reading::{only_maps, read_text};
use crate::cli::files::sources::{self, Content};
use crate::cli::files::write;
use crate::cli::parallel;
use crate::cli::report::diff;
use crate::cli::terminal::{self, plain, signals};
use crate::format::format;
use crate::layout::{self, layout};
use crate::problem::Problem;
use crate::source::{Source, SourceId};
use crate::text::Fonts;
use crate::{pin, syntax};

const MORE: &str = "\
Writes maps in one canonical form, in place; standard input goes to standard output.

INPUT is a file, a folder (all .wm, .owm, .wmap and .wardley files below it, and Mermaid's that are maps, without what ignore files name), \
or - for standard input.

The map stays the very same, and so do comments and the order of lines. A line that says nothing known stays as it is. \
Older forms (market X, x-axis, build X, evolve on a component's line) become those of today.";

#[derive(clap::Args)]
#[command(about = Self::ABOUT, long_about = MORE, after_help = EXAMPLES)]
pub(super) struct Args {
    /// Maps: files, folders, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,

    /// Write nothing; list the maps that are in another form, and fail if there are any
    #[arg(long)]
    check: bool,

    /// Write nothing; show what would change, and fail if anything would
    #[arg(long)]
    diff: bool,

    /// Write down the places that the layout chose for what has none, so that later changes leave it where it is
    #[arg(long)]
    pin: bool,

    /// What standard input is called in messages, and where its includes are looked for
    #[arg(long, value_name = "PATH")]
    stdin_filepath: Option<PathBuf>,
}

impl Verb for Args {
    const ABOUT: &str = "Writes maps in one canonical form";

    /// Formats all that is asked for. What is wrong with one map holds up no other.
    fn run(&self) -> Result<Status, Failure> {
        let found = inputs::find(&self.inputs, Kind::Maps, self.stdin_filepath.as_deref()).into_changeable();
        let mut status = Status::Fine;
        for failure in &found.failures {
            status = status.max(failure.report());
        }
        if found.inputs.len() > 1 {
            signals::clean_up_when_asked_to_end(None);
        }
        let work = |at: usize| treat(&found.inputs[at], self);
        let mut ending = Ok(());
        parallel::in_order(found.inputs.len(), work, |outcome| match outcome {
            Ok((shown, one)) => {
                status = status.max(one);
                if ending.is_ok() {
                    ending = terminal::text(&shown).map(drop);
                }
            }
            Err(failure) => status = status.max(failure.report()),
        });
        ending.map(|()| status)
    }
}

const EXAMPLES: &str = "\
Examples:
  wardley fmt tea.wm              formats tea.wm
  wardley fmt --check maps/       fails if a map below maps/ is not in canonical form
  wardley fmt --diff tea.wm       shows what would change
  wardley fmt - < tea.wm          to standard output, as editors want it
  wardley fmt --pin tea.wm        and with a number for every place

Exit status:
  0  done; with --check or --diff: there was nothing to do
  1  with --check or --diff: there is something to do
  2  the arguments make no sense
  3  something could not be read or written";

/// What there is to show of one map, and how it ended.
fn treat(input: &Input, args: &Args) -> Result<(String, Status), Failure> {
    let name = input.name();
    let source = match sources::read(input)? {
        Content::Map(source, None) => source,
        // What is no text must not be written over with something else.
        Content::Map(_, Some(problem)) | Content::Other(problem) => return Err(unreadable(&name, &problem)),
    };
    only_maps(&source)?;
    let text = if args.pin { pinned(&source, input.path())? } else { canonical(&source) };
    let same = text == source.text();
    let verdict = if same { Status::Fine } else { Status::Problems };
    if args.diff {
        return Ok((diff::unified(&name, source.text(), &text), verdict));
    }
    if args.check {
        return Ok((if same { String::new() } else { plain(&format!("{name}\n")) }, verdict));
    }
    match input {
        Input::Stdin { .. } => return Ok((text, Status::Fine)),
        Input::File { path, .. } if !same => {
            write::write(path, text.as_bytes()).map_err(|error| Failure::inout("write", &name, &error))?;
        }
        Input::File { .. } => {}
    }
    Ok((String::new(), Status::Fine))
}

fn canonical(source: &Source) -> String {
    format(source, &syntax::parse(source, SourceId::default()).file)
}

/// The canonical form with a number for every coordinate that the layout had to find.
fn pinned(source: &Source, at: Option<&Path>) -> Result<String, Failure> {
    let reading = read_text(source.clone(), at)?.reading;
    let map = &reading.map;
    let places = layout(map, layout::theme_of(map), &Fonts::shipped(), &layout::Options::default()).places;
    let Some(file) = reading.files.first() else { return Ok(canonical(source)) };
    Ok(canonical(&Source::new(source.name(), pin::pinned(source, file, map, &places))))
}

fn unreadable(name: &str, problem: &Problem) -> Failure {
    Failure::cannot("format", name, &problem.message())
}
