//! The verbs of the command, and the one table of them.

mod brief;
mod check;
mod completions;
mod convert;
mod diff;
mod fmt;
mod language;
mod lsp;
mod man;
mod md;
mod mdbook;
mod new;
mod render;
mod schema;
mod themes;
mod watch;

use clap::error::ErrorKind;
use clap::{Arg, ArgMatches, Args, Command, Error, FromArgMatches};

use crate::cli::failure::{Failure, Status};

/// All verbs, in the order of the help.
const VERBS: [Entry; 16] = [
    entry::<render::Args>("render"),
    entry::<check::Args>("check"),
    entry::<fmt::Args>("fmt"),
    entry::<watch::Args>("watch"),
    entry::<md::Args>("md"),
    entry::<mdbook::Args>("mdbook"),
    entry::<diff::Args>("diff"),
    entry::<brief::Args>("brief"),
    entry::<new::Args>("new"),
    entry::<convert::Args>("convert"),
    entry::<lsp::Args>("lsp"),
    entry::<language::Args>("language"),
    entry::<schema::Args>("schema"),
    entry::<themes::Args>("themes"),
    entry::<completions::Args>("completions"),
    entry::<man::Args>("man"),
];

/// The arguments of a verb, and what it does with them.
trait Verb: Args + FromArgMatches {
    /// What it does, in one line of the help.
    const ABOUT: &str;

    /// Options that it shares with other verbs and that make no sense here: they are not shown.
    const HIDDEN: &[&str] = &[];

    /// Does it.
    fn run(&self) -> Result<Status, Failure>;
}

struct Entry {
    name: &'static str,
    about: &'static str,
    arguments: fn(Command) -> Command,
    run: fn(&ArgMatches) -> Result<Result<Status, Failure>, Error>,
}

const fn entry<V: Verb>(name: &'static str) -> Entry {
    Entry {
        name,
        about: V::ABOUT,
        arguments: |command| {
            let hide = |command: Command, name: &&'static str| command.mut_arg(*name, |argument| argument.hide(true));
            V::HIDDEN.iter().fold(V::augment_args(command), hide)
        },
        run: |matches| Ok(V::from_arg_matches(matches)?.run()),
    }
}

const EXAMPLES: &str = "\
Examples:
  wardley render tea.wm                draws tea.svg beside it
  wardley render tea.wm -o tea.png     draws a PNG
  wardley render maps/ -o pictures/    draws every map below maps/ into pictures/
  wardley check maps/                  reports what is wrong with them
  wardley fmt maps/                    writes them in one canonical form
  wardley diff HEAD:tea.wm tea.wm      says what changed
  wardley brief tea.wm                 says what it says, in words
  wardley new flywheel -o plan.wm      a map to start from
  wardley convert tea.wm -f mermaid    writes it as Mermaid reads it
  wardley render - < tea.wm > tea.svg  from standard input to standard output
  wardley render --help                all there is to say about drawing

A first map, tea.wm:
  title Tea
  anchor Guest [0.95, 0.6]
  component Cup of Tea [0.8, 0.6]
  component Hot Water [0.5, 0.75]
  Guest -> Cup of Tea -> Hot Water";

/// The command. A verb's arguments are only built when that verb is asked for: a short run is mostly start-up.
pub(super) fn command() -> Command {
    let verb = |entry: &Entry| Command::new(entry.name).about(entry.about).defer(entry.arguments);
    let color = Arg::new("color")
        .long("color")
        .value_name("WHEN")
        .value_parser(["auto", "always", "never"])
        .default_value("auto")
        .hide_possible_values(true)
        .global(true)
        .help("Color what is reported: auto (on a terminal), always, never");
    Command::new("wardley")
        .version(env!("CARGO_PKG_VERSION"))
        .about(env!("CARGO_PKG_DESCRIPTION"))
        .after_help(EXAMPLES)
        .max_term_width(100)
        .args_override_self(true)
        .arg(color)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(VERBS.iter().map(verb))
}

/// Does what the arguments ask for.
///
/// # Errors
///
/// When they name no verb, or not what it needs.
pub(super) fn run(matches: &ArgMatches) -> Result<Result<Status, Failure>, Error> {
    let named = matches.subcommand().and_then(|(name, arguments)| {
        VERBS.iter().find(|entry| entry.name == name).map(|entry| (entry.run)(arguments))
    });
    named.unwrap_or_else(|| Err(command().error(ErrorKind::MissingSubcommand, "what is to be done?")))
}
