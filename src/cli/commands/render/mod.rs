//! `wardley render`: maps into pictures.

mod deps;
mod document;
mod steps;
mod tally;

use std::path::PathBuf;

use clap::ValueEnum;

use crate::cli::commands::Verb;
use crate::cli::failure::{Failure, Status};
use crate::cli::files::inputs::{self, Kind};
use crate::cli::files::outputs::{self, Format, Job, Output};
use crate::cli::files::reading;
use crate::cli::picture::args::DrawArgs;
use crate::cli::picture::links::Links;
use crate::cli::picture::look;
use crate::cli::picture::publish::{Outcome, publish, put};
use crate::cli::picture::{Drawing, Renderer};
use crate::cli::terminal::progress::Progress;
use crate::cli::terminal::signals;
use crate::cli::{parallel, terminal};
use deps::Deps;
use steps::StepArgs;
use tally::Tally;

const MORE: &str = "\
Draws maps as SVG, PNG, PDF or HTML.

INPUT is a file, a folder (all .wm, .owm, .wmap and .wardley files below it, and Mermaid's that are maps, without what ignore files name), \
or - for standard input. A picture goes beside its map, under the same name; \
standard input is drawn to standard output.

Every text gives a picture of what could be understood, and a list of what could not.";

#[derive(clap::Args)]
#[command(about = Self::ABOUT, long_about = MORE, after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    draw: DrawArgs,

    /// Write nothing; list the pictures that are out of date, and fail if there are any
    #[arg(long)]
    check: bool,

    /// Draw each map light, dark, or both (light,dark); the dark picture is called NAME.dark.svg
    #[arg(long, value_name = "SHADES", value_delimiter = ',')]
    emit: Vec<Shade>,

    /// What standard input is called in messages, and where its includes are looked for
    #[arg(long, value_name = "PATH")]
    stdin_filepath: Option<PathBuf>,

    /// Write which files the pictures were made from
    #[arg(long, value_name = "PATH")]
    deps: Option<PathBuf>,

    /// How they are written
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t, requires = "deps")]
    deps_format: deps::Format,

    #[command(flatten)]
    steps: StepArgs,
}

impl Verb for Args {
    const ABOUT: &str = "Draws maps as SVG, PNG, PDF or HTML";

    /// Draws all that is asked for. What is wrong with one map holds up no other.
    fn run(&self) -> Result<Status, Failure> {
        let draw = &self.draw;
        let found = inputs::find(&draw.inputs, Kind::Maps, self.stdin_filepath.as_deref());
        let (jobs, format) = outputs::plan(found.inputs, draw.output.as_deref(), draw.format())?;
        let to_stdout = jobs.iter().any(|job| job.output == Output::Stdout);
        if (self.check || !self.emit.is_empty()) && to_stdout {
            return Err(Failure::usage("--check and --emit are for files, not for standard output"));
        }
        if self.steps.steps && to_stdout {
            return Err(Failure::usage("--steps is for files, not for standard output; --step draws one"));
        }
        let looks = looks(self)?;
        let series = looks
            .iter()
            .map(|(shade, look)| Series::new(*shade, look, &jobs, format))
            .collect::<Result<Vec<_>, _>>()?;
        let pictures: Vec<Job> = series.iter().flat_map(|series| series.jobs.iter().cloned()).collect();
        if series.len() > 1 {
            outputs::distinct(&pictures, outputs::is_document(&jobs, format))?;
        }
        if let Some(path) = self.deps.as_deref().filter(|path| path.as_os_str() != "-") {
            let fonts = draw.look.font.iter().map(|font| font.path.as_path());
            let pictures = pictures.iter().filter_map(|job| job.output.path());
            outputs::spare(&[path], jobs.iter().filter_map(|job| job.input.path()).chain(fonts).chain(pictures))?;
        }
        let mut tally = Tally::default();
        for failure in &found.failures {
            tally.status = tally.status.max(failure.report());
        }
        if outputs::is_document(&jobs, format) {
            if self.steps.are_asked_for() {
                return Err(Failure::usage(
                    "--steps and --step are for pictures, not for one document of several maps",
                ));
            }
            return document::run(&series, self, tally);
        }
        let count = jobs.len() * series.len();
        if count > 1 {
            signals::clean_up_when_asked_to_end(None);
        }
        let mut progress = Progress::new(count, draw.quiet);
        let mut deps = Vec::new();
        let render = |at: usize| series[at % series.len()].render(at / series.len(), self);
        parallel::in_order(count, render, |(outcome, made_from): (Outcome, Option<Deps>)| {
            progress.step(&outcome.message);
            tally.add(&outcome);
            deps.extend(made_from);
        });
        progress.clear();
        if !draw.quiet && !self.check {
            terminal::say(&tally.summary(&pictures, &draw.place()));
        }
        if let Some(path) = &self.deps {
            tally.status = tally.status.max(deps::write(path, self.deps_format, &deps)?);
        }
        Ok(tally.status)
    }
}

/// One of a pair of pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shade {
    /// In the look asked for
    Light,
    /// In the dark look
    Dark,
}

const EXAMPLES: &str = "\
Examples:
  wardley render tea.wm                            tea.svg, beside it
  wardley render tea.wm -o tea.png --scale 3       a PNG, three pixels for one
  wardley render tea.wm -o tea.html                a page to be moved and zoomed, in one file
  wardley render maps/ -o all.pdf                  one document, a page for each map
  wardley render maps/ -o site/pictures/ --strict  every map below maps/, or a failure
  wardley render - --inline < tea.wm > tea.html    one line to put into a page
  wardley render tea.wm --theme auto               light or dark, as the reader's screen is
  wardley render maps/ --emit light,dark           a pair of pictures of each map
  wardley render maps/ --check                     fails where a picture is not up to date
  wardley render story.wm --steps                  story.svg, and story-1.svg, ... for its steps
  wardley render tea.wm --deps tea.d               says what the picture depends on, for make

Exit status:
  0  drawn; there may have been warnings
  1  a map has errors, or warnings with --strict; --check found a stale picture
  2  the arguments make no sense
  3  something could not be read or written";

/// The looks to draw in.
fn looks(args: &Args) -> Result<Vec<(Shade, look::Options)>, Failure> {
    let look = &args.draw.look;
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
struct Series {
    renderer: Renderer,
    jobs: Vec<Job>,
    links: Links,
}

impl Series {
    fn new(shade: Shade, look: &look::Options, jobs: &[Job], format: Format) -> Result<Self, Failure> {
        let mut jobs = jobs.to_vec();
        for job in &mut jobs {
            if let (Shade::Dark, Output::File(path)) = (shade, &mut job.output) {
                *path = outputs::dark_of(path);
            }
        }
        Ok(Self { renderer: Renderer::new(look.clone(), format)?, links: Links::of(&jobs), jobs })
    }

    fn render(&self, at: usize, args: &Args) -> (Outcome, Option<Deps>) {
        self.attempt(&self.jobs[at], args).unwrap_or_else(|failure| (Outcome::of(&failure), None))
    }

    /// What became of a map, and what its picture was made from, where that is asked for.
    fn attempt(&self, job: &Job, args: &Args) -> Result<(Outcome, Option<Deps>), Failure> {
        let opened = reading::open(&job.input)?;
        let drawing = self.renderer.draw_changed(opened, |laid| {
            self.links.lead(&mut laid.layout.scene, job);
            args.steps.choose(&self.renderer, laid, &job.input.name())
        })?;
        let mut outcome =
            if args.check { compare(&drawing, job, &args.draw) } else { publish(&drawing, &job.output, &args.draw)? };
        if let Some(laid) = drawing.laid.as_ref().filter(|_| outcome.drawn) {
            for (picture, output) in args.steps.pictures(&self.renderer, laid, job)? {
                if !args.check {
                    put(&picture, &output)?;
                } else if let Some(message) = out_of_date(&picture, &output) {
                    outcome.message += &message;
                    outcome.status = outcome.status.max(Status::Problems);
                }
            }
        }
        Ok((outcome, args.made_from(&drawing, job)))
    }
}

impl Args {
    /// What a picture was made from, where that is asked for.
    fn made_from(&self, drawing: &Drawing, job: &Job) -> Option<Deps> {
        match (&self.deps, &job.output) {
            (Some(_), Output::File(output)) => {
                Some(Deps::of(output, drawing.read().chain(self.draw.look.font.iter().map(|font| font.path.clone()))))
            }
            _ => None,
        }
    }
}

/// Whether a picture is as it would be drawn now.
fn compare(drawing: &Drawing, job: &Job, draw: &DrawArgs) -> Outcome {
    let mut outcome = Outcome::new(drawing, draw);
    let picture = drawing.picture.as_ref().filter(|_| outcome.drawn);
    if let Some(message) = picture.and_then(|picture| out_of_date(picture, &job.output)) {
        outcome.message += &message;
        outcome.status = outcome.status.max(Status::Problems);
    }
    outcome
}

/// What to say where the file of a picture does not hold it.
fn out_of_date(picture: &[u8], output: &Output) -> Option<String> {
    let Output::File(path) = output else { return None };
    let same = std::fs::read(path).is_ok_and(|bytes| bytes == picture);
    (!same).then(|| format!("{} is out of date\n", path.display()))
}
