//! `wardley diff`: what changed between two versions of a map, in words or as a picture.

mod json;
mod markdown;
mod version;

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::Reading;
use crate::cli::commands::Verb;
use crate::cli::failure::{Failure, Status};
use crate::cli::files::outputs::{self, Format, Output};
use crate::cli::picture::publish::put;
use crate::cli::picture::{Renderer, look};
use crate::cli::terminal;
use crate::compare::{Changes, compare, text, union};

const MORE: &str = "\
Says what changed between two versions of a map, or draws it.

OLD and NEW are files, - for standard input, or REV:PATH for what git has there (asked of `git show`). \
Things are the same that have the same name; one with another name at the same place, or with the same links, was renamed.

With -o both versions are drawn as one picture, everything where NEW has it: what was added, what was removed, \
what moved from where, what was renamed. A key below the map says how.";

#[derive(clap::Args)]
#[command(about = Self::ABOUT, long_about = MORE, after_help = EXAMPLES)]
pub(super) struct Args {
    /// The older version: a file, - or REV:PATH
    #[arg(value_name = "OLD")]
    old: String,

    /// The newer version
    #[arg(value_name = "NEW")]
    new: String,

    /// Draw a picture: a file, or - for standard output
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    /// What kind of picture; else the ending of -o says it, else it is svg
    #[arg(short, long, requires = "output")]
    format: Option<Format>,

    /// How the changes are written; text if not given. With -o they are written only if it is
    #[arg(long, value_name = "FORMAT")]
    output_format: Option<Report>,

    /// Exit with 0 also where there are differences
    #[arg(long)]
    exit_zero: bool,

    #[command(flatten)]
    look: look::Options,
}

/// How changes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Report {
    /// Words, grouped
    Text,
    /// A list of objects, for other programs
    Json,
    /// For a comment or a page
    Markdown,
}

const EXAMPLES: &str = "\
Examples:
  wardley diff old.wm new.wm                        in words
  wardley diff HEAD:tea.wm tea.wm                   what is not committed yet
  wardley diff HEAD~5:tea.wm HEAD:tea.wm -o d.png   a picture of the last five commits
  wardley diff old.wm new.wm --output-format json   for other programs

Exit status:
  0  no difference; or there is one, with --exit-zero
  1  there is a difference
  2  the arguments make no sense
  3  something could not be read or written";

impl Verb for Args {
    const ABOUT: &str = "Says what changed between two versions of a map, or draws it";

    /// Compares two maps.
    fn run(&self) -> Result<Status, Failure> {
        if self.old == "-" && self.new == "-" {
            return Err(Failure::usage("only one of both versions can be standard input"));
        }
        let (old, new) = (version::read(&self.old)?, version::read(&self.new)?);
        let changes = compare(&old.map, &new.map);
        if let Some(path) = &self.output {
            self.draw(path, &old, &new, &changes)?;
        }
        let report = self.output_format.or_else(|| self.output.is_none().then_some(Report::Text));
        let report = report.map(|report| match report {
            Report::Text => text(&changes),
            Report::Json => json::json(&changes),
            Report::Markdown => markdown::markdown(&changes),
        });
        terminal::result(report.unwrap_or_default().as_bytes())?;
        let different = !changes.is_empty() && !self.exit_zero;
        Ok(if different { Status::Problems } else { Status::Fine })
    }
}

impl Args {
    /// Draws both versions as one picture.
    fn draw(&self, path: &Path, old: &Reading, new: &Reading, changes: &Changes) -> Result<(), Failure> {
        let (output, format) = outputs::single(path, self.format)?;
        if output == Output::Stdout && self.output_format.is_some() {
            return Err(Failure::usage("-o - and --output-format both write to standard output"));
        }
        let renderer = Renderer::new(self.look.clone(), format)?;
        let both = union(&old.map, &new.map, changes, new.sources.iter().count());
        let picture = renderer.picture(&renderer.lay_out_difference(&both, changes).scene, format)?;
        if let Output::File(path) = &output {
            outputs::spare(&[path], [&self.old, &self.new].into_iter().map(Path::new))?;
        }
        put(&picture, &output)
    }
}
