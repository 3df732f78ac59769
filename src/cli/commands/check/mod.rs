//! `wardley check`: what there is to say about maps, without drawing them.

mod counts;
mod explain;
mod fix;
mod json;
mod lines;
mod sarif;
mod verdict;

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;

use clap::ValueEnum;

use crate::cli::commands::Verb;
use crate::cli::failure::{Failure, Status};
use crate::cli::files::inputs::{self, Input, Kind};
use crate::cli::files::reading::{self, Opened, read_text};
use crate::cli::files::sources;
use crate::cli::pages::fences::blocks;
use crate::cli::report::{self, Look};
use crate::cli::{parallel, terminal};
use crate::layout::{Options, layout, theme_of};
use crate::problem::Problem;
use crate::resolve::questions;
use crate::source::{SourceId, Sources};
use crate::text::Fonts;
use counts::Counts;
use explain::Code;
use verdict::Verdict;

const MORE: &str = "\
Reports what is wrong with maps, and what to ask of them.

Nothing is drawn. Problems come on standard output: errors leave something without meaning, warnings are drawn otherwise \
than written, or not at all, notes are questions and hints.

In a map, a comment `// wardley: allow(CODE)` switches a code off: at the top for the whole map, at the end of a line for \
that line, on a line of its own for the next.";

// Each is a switch of its own on the command line.
#[allow(clippy::struct_excessive_bools)]
#[derive(clap::Args)]
#[command(about = Self::ABOUT, long_about = MORE, after_help = EXAMPLES)]
pub(super) struct Args {
    /// Maps or pages with maps: files, folders, or - for standard input
    #[arg(default_value = ".", value_name = "INPUT")]
    inputs: Vec<PathBuf>,

    /// How problems are written
    #[arg(short, long, alias = "output-format", value_enum, default_value_t = Format::Full, value_name = "FORMAT")]
    format: Format,

    /// Fail because of warnings, notes, or a code
    #[arg(long, value_name = "warnings|notes|CODE", value_delimiter = ',', value_parser = Code::or(&["warnings", "notes"]),
        hide_possible_values = true)]
    deny: Vec<String>,

    /// Fail because of warnings; the same as --deny warnings
    #[arg(long, alias = "deny-warnings")]
    strict: bool,

    /// Say nothing of a code
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = Code::or(&[]), hide_possible_values = true)]
    allow: Vec<String>,

    /// Also lay the maps out, and report which labels find no room and which characters no font has
    #[arg(long)]
    layout: bool,

    /// Fix what can be fixed without asking, in the files
    #[arg(long)]
    fix: bool,

    /// With --fix: show what would change, and change nothing
    #[arg(long, requires = "fix")]
    diff: bool,

    /// What standard input is called in messages, and where its includes are looked for
    #[arg(long, value_name = "PATH")]
    stdin_filepath: Option<PathBuf>,

    /// Explain a code with an example, or list all codes (--explain list)
    #[arg(long, value_name = "CODE", conflicts_with = "inputs", value_parser = Code::or(&["list"]), hide_possible_values = true)]
    explain: Option<String>,
}

impl Verb for Args {
    const ABOUT: &str = "Reports what is wrong with maps, and what to ask of them";

    /// Checks all that is asked for.
    fn run(&self) -> Result<Status, Failure> {
        if let Some(code) = &self.explain {
            return explain::run(code);
        }
        let verdict = Verdict::new(&self.deny, self.strict, &self.allow, self.layout)?;
        let mut found = inputs::find(&self.inputs, Kind::Maps, self.stdin_filepath.as_deref());
        let mut status = Status::Fine;
        for failure in &found.failures {
            status = status.max(failure.report());
        }
        if self.fix {
            found = found.into_changeable();
            status = status.max(fix::run(&mut found.inputs, &verdict, self.diff, self.format));
            if self.diff {
                return Ok(status);
            }
            // What is left is reported as without --fix; of standard input that is done, for it cannot be read again.
            if found.inputs.is_empty() {
                return Ok(status);
            }
        }
        let format = self.format;
        let most = if found.inputs.len() > 1 { report::SCREENFUL } else { usize::MAX };
        let look = Look::of(&io::stdout());
        let mut counts = Counts::default();
        let mut reported = opening(format);
        let check = |at: usize| {
            let maps = found.inputs.get(at).map_or_else(|| Ok(Vec::new()), |input| check(input, &verdict))?;
            Ok(maps.into_iter().map(|map| (written(format, &map, look, most), map.problems)).collect())
        };
        let mut maps = 0;
        let mut begun = false;
        let mut failed = None;
        parallel::in_order(found.inputs.len(), check, |checked: Result<Vec<(String, Vec<Problem>)>, Failure>| {
            match checked {
                Ok(pieces) => {
                    for (piece, problems) in pieces {
                        maps += 1;
                        status = status.max(verdict.status(&problems));
                        counts.add(&problems);
                        if begun && !piece.is_empty() {
                            reported.push_str(between(format));
                        }
                        begun |= !piece.is_empty();
                        reported.push_str(&piece);
                    }
                    if reported.len() > 1 << 16 && failed.is_none() {
                        failed = terminal::result(reported.as_bytes()).err();
                        reported.clear();
                    }
                }
                Err(failure) => status = status.max(failure.report()),
            }
        });
        reported.push_str(closing(format));
        if let Some(failure) = failed {
            return Err(failure);
        }
        terminal::result(reported.as_bytes())?;
        if format == Format::Full {
            terminal::say(&counts.summary(maps));
        }
        Ok(status)
    }
}

const EXAMPLES: &str = "\
Examples:
  wardley check                                 all maps below this folder
  wardley check tea.wm                          everything there is to say
  wardley check maps/ --deny warnings           for continuous integration
  wardley check maps/ --format concise   a line for each problem
  wardley check maps/ --fix --diff              what --fix would change
  wardley check --explain unknown-component     what a code means

With --format json: {\"version\": 1, \"maps\": [{\"name\", \"problems\": [{\"code\", \"severity\", \"message\", \"help\",
  \"labels\": [{\"file\", \"text\", \"start\", \"end\"}], \"fix\": {\"file\", \"start\", \"end\", \"replacement\"}}]}]}
  start and end are {\"byte\", \"line\", \"column\"}: bytes of UTF-8 from 0, lines and characters from 1; an end is the place
  behind the last character. help and fix may be null. The first label is the main one.

Exit status:
  0  no errors, and nothing that --deny names
  1  errors, something that --deny names, or changes that --diff shows
  2  the arguments make no sense
  3  something could not be read or written";

/// How problems are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// With the lines they are about
    Full,
    /// One line each
    Concise,
    /// For programs: code, places in lines and bytes, fix
    Json,
    /// As annotations of a GitHub workflow
    Github,
    /// For code scanning services (SARIF 2.1.0)
    Sarif,
}

/// One map and what there is to say of it.
struct Checked {
    sources: Sources,
    problems: Vec<Problem>,
}

/// Reads a map, or the maps of a page, and collects what there is to say of each, in the order of the text.
fn check(input: &Input, verdict: &Verdict) -> Result<Vec<Checked>, Failure> {
    match input {
        Input::File { path, .. } if Kind::Pages.holds(path) => {
            let page = sources::page(path)?;
            let maps = blocks(&page).fences.into_iter().filter(|fence| fence.file.is_none());
            maps.map(|fence| Ok(checked(read_text(fence.source(path), Some(path))?, verdict))).collect()
        }
        _ => Ok(vec![checked(reading::open(input)?, verdict)]),
    }
}

/// What there is to say of what was read.
fn checked(opened: Opened, verdict: &Verdict) -> Checked {
    let Opened { reading, is_text, .. } = opened;
    let mut later = if is_text { questions(&reading.map) } else { Vec::new() };
    if verdict.layout && is_text {
        later.extend(layout(&reading.map, theme_of(&reading.map), &Fonts::shipped(), &Options::default()).problems);
    }
    later.retain(|problem| !reading.allowed.allows(problem));
    let mut problems = reading.problems;
    // Of what is said already nobody is asked.
    let reported: BTreeSet<_> = problems
        .iter()
        .filter(|problem| matches!(problem, Problem::UnknownWord { .. } | Problem::WrongAxis { .. }))
        .map(|problem| line_of(problem, &reading.sources))
        .collect();
    later.retain(|problem| {
        !matches!(problem, Problem::NoEvolution { .. }) || !reported.contains(&line_of(problem, &reading.sources))
    });
    problems.append(&mut later);
    problems.retain(|problem| !verdict.allows(problem));
    problems.sort_by_key(Problem::span);
    Checked { sources: reading.sources, problems }
}

/// The text and the line that a problem is about.
fn line_of(problem: &Problem, sources: &Sources) -> (SourceId, usize) {
    (problem.span().source, sources.place(problem.span()).line)
}

fn opening(format: Format) -> String {
    match format {
        Format::Full | Format::Concise | Format::Github => String::new(),
        Format::Json => json::OPENING.to_owned(),
        Format::Sarif => sarif::opening(),
    }
}

fn between(format: Format) -> &'static str {
    match format {
        Format::Full | Format::Concise | Format::Github => "",
        Format::Json | Format::Sarif => ",\n",
    }
}

fn closing(format: Format) -> &'static str {
    match format {
        Format::Full | Format::Concise | Format::Github => "",
        Format::Json => json::CLOSING,
        Format::Sarif => sarif::CLOSING,
    }
}

fn written(format: Format, checked: &Checked, look: Look, most: usize) -> String {
    match format {
        Format::Full => report::report(&checked.sources, &checked.problems.iter().collect::<Vec<_>>(), look, most),
        Format::Concise => lines::concise(checked),
        Format::Json => json::map(checked),
        Format::Github => lines::github(checked),
        Format::Sarif => sarif::results(checked),
    }
}
