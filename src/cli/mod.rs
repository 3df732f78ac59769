//! The command: one file for each of its verbs, and what they share. Only here are files read, clocks looked at, words printed.

mod check;
mod completions;
mod convert;
mod deps;
mod diff;
mod draw;
mod failure;
mod fmt;
mod includes;
mod inputs;
mod links;
mod look;
mod man;
mod output;
mod pages;
mod paths;
mod progress;
mod reading;
mod render;
mod report;
mod schema;
mod side_by_side;
mod source;
mod tally;
mod terminal;
mod themes;
mod watch;
mod write;

use std::path::Path;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, Args, Command, Error, FromArgMatches};
use failure::{Failure, Status};

const EXAMPLES: &str = "\
Examples:
  wardley render tea.wm                draws tea.svg beside it
  wardley render tea.wm -o tea.png     draws a PNG
  wardley render maps/ -o pictures/    draws every map below maps/ into pictures/
  wardley check maps/                  tells what is wrong with them
  wardley fmt maps/                    writes them in one canonical form
  wardley convert tea.wm -t mermaid    writes it as Mermaid reads it
  wardley render - < tea.wm > tea.svg  from standard input to standard output
  wardley render --help                all there is to say about drawing

A first map, tea.wm:
  title Tea
  anchor Guest [0.95, 0.6]
  component Cup of Tea [0.8, 0.6]
  component Hot Water [0.5, 0.75]
  Guest -> Cup of Tea -> Hot Water";

/// Runs the command with the process's arguments and says how it ended.
pub fn run() -> ExitCode {
    let done = command().try_get_matches().and_then(|matches| obey(&matches));
    let status = match done {
        Ok(done) => done.unwrap_or_else(|failure| failure.tell()),
        Err(error) => refuse(error),
    };
    status.into()
}

/// The command. A verb's arguments are only built when that verb is asked for: a short run is mostly start-up.
fn command() -> Command {
    let verb = |name, about, arguments: fn(Command) -> Command| Command::new(name).about(about).defer(arguments);
    Command::new("wardley")
        .version(env!("CARGO_PKG_VERSION"))
        .about(env!("CARGO_PKG_DESCRIPTION"))
        .after_help(EXAMPLES)
        .max_term_width(100)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(verb("render", render::ABOUT, render::Args::augment_args))
        .subcommand(verb("check", check::ABOUT, check::Args::augment_args))
        .subcommand(verb("fmt", fmt::ABOUT, fmt::Args::augment_args))
        .subcommand(verb("watch", watch::ABOUT, watch::Args::augment_args))
        .subcommand(verb("md", pages::markdown::ABOUT, pages::markdown::Args::augment_args))
        .subcommand(verb("mdbook", pages::book::ABOUT, pages::book::Args::augment_args))
        .subcommand(verb("convert", convert::ABOUT, convert::Args::augment_args))
        .subcommand(verb("schema", schema::ABOUT, schema::Args::augment_args))
        .subcommand(verb("themes", themes::ABOUT, themes::Args::augment_args))
        .subcommand(verb("completions", completions::ABOUT, completions::Args::augment_args))
        .subcommand(verb("man", man::ABOUT, man::Args::augment_args))
}

fn obey(matches: &ArgMatches) -> Result<Result<Status, Failure>, Error> {
    Ok(match matches.subcommand() {
        Some(("check", args)) => check::run(&FromArgMatches::from_arg_matches(args)?),
        Some(("fmt", args)) => fmt::run(&FromArgMatches::from_arg_matches(args)?),
        Some(("watch", args)) => watch::run(&FromArgMatches::from_arg_matches(args)?),
        Some(("md", args)) => pages::markdown::run(&FromArgMatches::from_arg_matches(args)?),
        Some(("mdbook", args)) => pages::book::run(&FromArgMatches::from_arg_matches(args)?),
        Some(("convert", args)) => convert::run(&FromArgMatches::from_arg_matches(args)?),
        Some(("schema", args)) => schema::run(&FromArgMatches::from_arg_matches(args)?),
        Some(("themes", args)) => themes::run(&FromArgMatches::from_arg_matches(args)?),
        Some(("completions", args)) => completions::run(&FromArgMatches::from_arg_matches(args)?),
        Some(("man", args)) => man::run(&FromArgMatches::from_arg_matches(args)?),
        Some((_, args)) => render::run(&FromArgMatches::from_arg_matches(args)?),
        None => return Err(command().error(ErrorKind::MissingSubcommand, "what is to be done?")),
    })
}

/// Tells what was wrong with the arguments. Asking for help or the version is no mistake.
fn refuse(mut error: Error) -> Status {
    if let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand)
        && error.kind() == ErrorKind::InvalidSubcommand
        && Path::new(word).exists()
    {
        let tip = format!("to draw a map: wardley render {word}").into();
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip]));
    }
    let fine = !error.use_stderr();
    // Whoever does not listen any more is not told.
    let _ = error.print();
    if fine { Status::Fine } else { Status::Usage }
}
