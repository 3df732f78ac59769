//! `wardley render`: maps into pictures.

use std::io;
use std::path::PathBuf;

use super::draw::{Artist, Drawing};
use super::failure::{Failure, Status};
use super::output::{self, Format, Job, Output};
use super::progress::Progress;
use super::source::{self, Content};
use super::tally::Tally;
use super::{inputs, look, report, side_by_side, terminal, write};
use crate::problem::{Problem, Severity};
use crate::source::Source;

pub(super) const ABOUT: &str = "Draws maps as SVG or PNG";

const MORE: &str = "\
Draws maps as SVG or PNG.

INPUT is a file, a folder (all .wm, .owm and .wardley files below it, without what ignore files name), \
or - for standard input. A picture goes beside its map, under the same name; \
standard input is drawn to standard output.

Every text gives a picture of what could be understood, and a list of what could not.";

#[derive(clap::Args)]
#[command(about = ABOUT, long_about = MORE, after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    wish: Wish,
}

/// What is to be drawn, where to, and how.
#[derive(Clone, clap::Args)]
pub(super) struct Wish {
    /// Maps: files, folders, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    pub(super) inputs: Vec<PathBuf>,

    /// Where to: a file, a folder (DIR/), or - for standard output
    #[arg(short, long, value_name = "PATH")]
    pub(super) output: Option<PathBuf>,

    /// What kind of picture; else the ending of -o says it, else it is svg
    #[arg(short, long)]
    pub(super) format: Option<Format>,

    /// Draw nothing where there is a warning, and fail
    #[arg(long, visible_alias = "deny-warnings")]
    pub(super) strict: bool,

    /// Tell of errors only
    #[arg(short, long)]
    pub(super) quiet: bool,

    #[command(flatten)]
    pub(super) look: look::Options,
}

const EXAMPLES: &str = "\
Examples:
  wardley render tea.wm                            tea.svg, beside it
  wardley render tea.wm -o tea.png --scale 3       a PNG, three pixels for one
  wardley render maps/ -o site/pictures/ --strict  every map below maps/, or a failure
  wardley render - --inline < tea.wm > tea.html    one line to put into a page
  wardley render tea.wm --theme auto               light or dark, as the reader's screen is

Exit status:
  0  drawn; there may have been warnings
  1  a map has errors, or warnings with --strict
  2  the arguments make no sense
  3  something could not be read or written";

/// Draws all that is asked for. What is wrong with one map holds up no other.
pub(super) fn run(args: &Args) -> Result<Status, Failure> {
    let args = &args.wish;
    let found = inputs::find(&args.inputs);
    let (jobs, format) = output::plan(found.inputs, args.output.as_deref(), args.format)?;
    let artist = Artist::new(&args.look, format)?;
    let mut tally = Tally::default();
    for failure in &found.failures {
        tally.status = tally.status.max(failure.tell());
    }
    let mut progress = Progress::new(jobs.len(), args.quiet);
    let render = |at: usize| render(&jobs[at], &artist, args);
    side_by_side::in_order(jobs.len(), render, |outcome: Outcome| {
        progress.step(&outcome.message);
        tally.add(&outcome);
    });
    progress.clear();
    if !args.quiet {
        terminal::say(&tally.summary(&jobs));
    }
    Ok(tally.status)
}

/// What became of one map.
pub(super) struct Outcome {
    /// What there is to say, ready to be printed; may be empty.
    pub(super) message: String,
    /// Whether there is a picture now.
    pub(super) drawn: bool,
    /// How many errors and how many warnings the map has.
    pub(super) problems: [usize; 2],
    /// What it makes of the exit status.
    pub(super) status: Status,
}

fn render(job: &Job, artist: &Artist, args: &Wish) -> Outcome {
    attempt(job, artist, args).unwrap_or_else(|failure| Outcome {
        message: failure.line(),
        drawn: false,
        problems: [0, 0],
        status: failure.status,
    })
}

fn attempt(job: &Job, artist: &Artist, args: &Wish) -> Result<Outcome, Failure> {
    let drawing = match source::read(&job.input)? {
        Content::Map(source, mended) => artist.draw(source, mended, job.input.may_include())?,
        Content::Other(problem) => Drawing::none(Source::new(job.input.name(), ""), problem),
    };
    publish(&drawing, &job.output, args)
}

/// Writes a drawing's picture where it belongs, and finds the words for what is to be said about it.
pub(super) fn publish(drawing: &Drawing, output: &Output, args: &Wish) -> Result<Outcome, Failure> {
    let problems = [Severity::Error, Severity::Warning]
        .map(|severity| drawing.problems.iter().filter(|problem| problem.severity() == severity).count());
    let failed = problems[0] > 0 || args.strict && problems[1] > 0;
    let picture = drawing.picture.as_ref().filter(|_| !(args.strict && failed));
    if let Some(picture) = picture {
        match output {
            Output::Stdout => drop(terminal::result(picture)?),
            Output::File(path) => {
                write::write(path, picture).map_err(|error| Failure::inout("write", path.display(), &error))?;
            }
        }
    }
    let least = if args.quiet { Severity::Error } else { Severity::Warning };
    let told: Vec<&Problem> = drawing.problems.iter().filter(|problem| problem.severity() >= least).collect();
    Ok(Outcome {
        message: report::report(&drawing.sources, &told, report::Look::of(&io::stderr()), report::SCREENFUL),
        drawn: picture.is_some(),
        problems,
        status: if failed { Status::Problems } else { Status::Fine },
    })
}
