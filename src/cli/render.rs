//! `wardley render`: maps into pictures.

use std::io;
use std::path::PathBuf;

use clap::ValueEnum;

use super::deps::{self, Deps};
use super::draw::{Artist, Drawing};
use super::failure::{Failure, Status};
use super::links::Links;
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

    /// Write nothing; name the pictures that are not as they would be drawn, and fail
    #[arg(long)]
    check: bool,

    /// Draw each map light, dark, or both (light,dark); the dark picture is called NAME.dark.svg
    #[arg(long, value_name = "SHADES", value_delimiter = ',')]
    emit: Vec<Shade>,

    /// Write which files the pictures were made from
    #[arg(long, value_name = "PATH")]
    deps: Option<PathBuf>,

    /// How they are written
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t, requires = "deps")]
    deps_format: deps::Format,
}

/// One of a pair of pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shade {
    /// In the look asked for
    Light,
    /// In the dark look
    Dark,
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
  wardley render maps/ --emit light,dark           a pair of pictures of each map
  wardley render maps/ --check                     fails where a picture is not up to date
  wardley render tea.wm --deps tea.d               says what the picture depends on, for make

Exit status:
  0  drawn; there may have been warnings
  1  a map has errors, or warnings with --strict; --check found a stale picture
  2  the arguments make no sense
  3  something could not be read or written";

/// Draws all that is asked for. What is wrong with one map holds up no other.
pub(super) fn run(args: &Args) -> Result<Status, Failure> {
    let wish = &args.wish;
    let found = inputs::find(&wish.inputs);
    let (jobs, format) = output::plan(found.inputs, wish.output.as_deref(), wish.format)?;
    if (args.check || !args.emit.is_empty()) && jobs.iter().any(|job| job.output == Output::Stdout) {
        return Err(Failure::usage("--check and --emit are for files, not for standard output"));
    }
    let looks = looks(args)?;
    let series =
        looks.iter().map(|(shade, look)| Series::new(*shade, look, &jobs, format)).collect::<Result<Vec<_>, _>>()?;
    let mut tally = Tally::default();
    for failure in &found.failures {
        tally.status = tally.status.max(failure.tell());
    }
    let count = jobs.len() * series.len();
    let mut progress = Progress::new(count, wish.quiet);
    let mut deps = Vec::new();
    let render = |at: usize| series[at % series.len()].render(at / series.len(), args);
    side_by_side::in_order(count, render, |outcome: Outcome| {
        progress.step(&outcome.message);
        tally.add(&outcome);
        deps.extend(outcome.deps);
    });
    progress.clear();
    if !wish.quiet && !args.check {
        let all: Vec<Job> = series.iter().flat_map(|series| series.jobs.iter().cloned()).collect();
        terminal::say(&tally.summary(&all));
    }
    if let Some(path) = &args.deps {
        tally.status = tally.status.max(deps::tell(path, args.deps_format, &deps)?);
    }
    Ok(tally.status)
}

/// The looks to draw in.
fn looks(args: &Args) -> Result<Vec<(Shade, look::Options)>, Failure> {
    let look = &args.wish.look;
    if args.emit.is_empty() {
        return Ok(vec![(Shade::Light, look.clone())]);
    }
    if look.theme.as_deref() == Some("auto") {
        return Err(Failure::usage("--theme auto is both shades in one picture; --emit makes a picture of each"));
    }
    let dark = || look::Options { theme: Some("dark".to_owned()), ..look.clone() };
    Ok(args.emit.iter().map(|&shade| (shade, if shade == Shade::Dark { dark() } else { look.clone() })).collect())
}

/// All maps in one look.
struct Series<'a> {
    artist: Artist<'a>,
    jobs: Vec<Job>,
    links: Links,
}

impl<'a> Series<'a> {
    fn new(shade: Shade, look: &'a look::Options, jobs: &[Job], format: Format) -> Result<Self, Failure> {
        let mut jobs = jobs.to_vec();
        for job in &mut jobs {
            if let (Shade::Dark, Output::File(path)) = (shade, &mut job.output) {
                *path = output::dark_of(path);
            }
        }
        Ok(Self { artist: Artist::new(look, format)?, links: Links::of(&jobs), jobs })
    }

    fn render(&self, at: usize, args: &Args) -> Outcome {
        self.attempt(&self.jobs[at], args).unwrap_or_else(|failure| Outcome::of(&failure))
    }

    fn attempt(&self, job: &Job, args: &Args) -> Result<Outcome, Failure> {
        let drawing = match source::read(&job.input)? {
            Content::Map(source, mended) => {
                self.artist
                    .draw_changed(source, mended, job.input.may_include(), |scene| self.links.lead(scene, job))?
            }
            Content::Other(problem) => Drawing::none(Source::new(job.input.name(), ""), problem),
        };
        let mut outcome =
            if args.check { compare(&drawing, job, &args.wish) } else { publish(&drawing, &job.output, &args.wish)? };
        if let (Some(_), Output::File(output)) = (&args.deps, &job.output) {
            let inputs = drawing.sources.iter().map(|source| source.name().into()).chain(args.wish.look.font.clone());
            outcome.deps = Some(Deps { output: output.clone(), inputs: inputs.collect() });
        }
        Ok(outcome)
    }
}

/// Whether a picture is as it would be drawn now.
fn compare(drawing: &Drawing, job: &Job, wish: &Wish) -> Outcome {
    let mut outcome = outcome(drawing, wish);
    if let Output::File(path) = &job.output
        && outcome.drawn
        && std::fs::read(path).ok().as_ref() != drawing.picture.as_ref()
    {
        outcome.message.extend([&path.display().to_string(), " is not as ", &job.input.name(), " says\n"]);
        outcome.status = outcome.status.max(Status::Problems);
    }
    outcome
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
    /// What the picture was made from, where that is asked for.
    deps: Option<Deps>,
}

impl Outcome {
    /// What becomes of a map that something hinders.
    pub(super) fn of(failure: &Failure) -> Self {
        Self { message: failure.line(), drawn: false, problems: [0, 0], status: failure.status, deps: None }
    }
}

/// Writes a drawing's picture where it belongs, and finds the words for what is to be said about it.
pub(super) fn publish(drawing: &Drawing, output: &Output, wish: &Wish) -> Result<Outcome, Failure> {
    let outcome = outcome(drawing, wish);
    if let Some(picture) = drawing.picture.as_ref().filter(|_| outcome.drawn) {
        match output {
            Output::Stdout => drop(terminal::result(picture)?),
            Output::File(path) => {
                write::write(path, picture).map_err(|error| Failure::inout("write", path.display(), &error))?;
            }
        }
    }
    Ok(outcome)
}

fn outcome(drawing: &Drawing, wish: &Wish) -> Outcome {
    let problems = [Severity::Error, Severity::Warning]
        .map(|severity| drawing.problems.iter().filter(|problem| problem.severity() == severity).count());
    let failed = problems[0] > 0 || wish.strict && problems[1] > 0;
    let least = if wish.quiet { Severity::Error } else { Severity::Warning };
    let told: Vec<&Problem> = drawing.problems.iter().filter(|problem| problem.severity() >= least).collect();
    Outcome {
        message: report::report(&drawing.sources, &told, report::Look::of(&io::stderr()), report::SCREENFUL),
        drawn: drawing.picture.is_some() && !(wish.strict && failed),
        problems,
        status: if failed { Status::Problems } else { Status::Fine },
        deps: None,
    }
}
