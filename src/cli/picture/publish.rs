//! What becomes of a drawing: its picture where it belongs, and words about its problems: [`Outcome`].

use std::io;
use std::path::PathBuf;

use crate::cli::failure::{Failure, Status};
use crate::cli::files::outputs::{self, Output};
use crate::cli::files::write;
use crate::cli::picture::Drawing;
use crate::cli::picture::args::DrawArgs;
use crate::cli::{report, terminal};
use crate::problem::{Problem, Severity};

/// What became of one map.
pub(crate) struct Outcome {
    /// What there is to say, ready to be printed; may be empty.
    pub(crate) message: String,
    /// Whether there is a picture now.
    pub(crate) drawn: bool,
    /// How many errors and how many warnings the map has.
    pub(crate) problems: [usize; 2],
    /// What it makes of the exit status.
    pub(crate) status: Status,
}

impl Outcome {
    /// What a drawing comes to, before anything is written.
    pub(crate) fn new(drawing: &Drawing, draw: &DrawArgs) -> Self {
        let problems = [Severity::Error, Severity::Warning]
            .map(|severity| drawing.problems.iter().filter(|problem| problem.severity() == severity).count());
        let failed = problems[0] > 0 || draw.is_strict() && problems[1] > 0;
        let least = if draw.quiet { Severity::Error } else { Severity::Warning };
        let reported: Vec<&Problem> = drawing.problems.iter().filter(|problem| problem.severity() >= least).collect();
        Self {
            message: report::report(&drawing.sources, &reported, report::Look::of(&io::stderr()), report::SCREENFUL),
            drawn: drawing.picture.is_some() && !(draw.is_strict() && failed),
            problems,
            status: if failed { Status::Problems } else { Status::Fine },
        }
    }

    /// What becomes of a map that something hinders.
    pub(crate) fn of(failure: &Failure) -> Self {
        Self { message: failure.line(), drawn: false, problems: [0, 0], status: failure.status() }
    }
}

/// Writes a drawing's picture where it belongs, and finds the words for what is to be said about it.
pub(crate) fn publish(drawing: &Drawing, output: &Output, draw: &DrawArgs) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::new(drawing, draw);
    outcome.drawn &= drawing.picture.is_some();
    if let Some(picture) = drawing.picture.as_ref().filter(|_| outcome.drawn) {
        if let Output::File(path) = output {
            let read: Vec<PathBuf> =
                drawing.read().chain(draw.look.font.iter().map(|font| font.path.clone())).collect();
            outputs::spare(&[path], read.iter().map(PathBuf::as_path))?;
        }
        put(picture, output)?;
    }
    Ok(outcome)
}

/// Writes a picture where it belongs.
pub(crate) fn put(picture: &[u8], output: &Output) -> Result<(), Failure> {
    match output {
        Output::Stdout => terminal::result(picture).map(drop),
        Output::File(path) => {
            write::write(path, picture).map_err(|error| Failure::inout("write", path.display(), &error))
        }
    }
}
