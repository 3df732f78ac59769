//! `wardley man`: manual pages.

use clap_mangen::Man;

use crate::cli::commands::Verb;
use crate::cli::commands::command;
use crate::cli::failure::{Failure, Status};
use crate::cli::terminal;

#[derive(clap::Args)]
#[command(about = Self::ABOUT, after_help = EXAMPLES)]
pub(super) struct Args {
    /// The command it is about; without it, the page about all of them
    command: Option<String>,
}

impl Verb for Args {
    const ABOUT: &str = "Prints a manual page";

    /// Prints the page in roff.
    fn run(&self) -> Result<Status, Failure> {
        let mut whole = command();
        whole.build();
        let about = match &self.command {
            None => whole,
            Some(name) => {
                let found = whole.find_subcommand(name).cloned();
                found.ok_or_else(|| Failure::usage(format!("there is no command `wardley {name}`")))?
            }
        };
        let mut page = Vec::new();
        Man::new(about).render(&mut page).map_err(|error| Failure::inout("write", "the page", &error))?;
        terminal::result(&page)
    }
}

const EXAMPLES: &str = "\
Examples:
  wardley man > ~/.local/share/man/man1/wardley.1
  wardley man render > ~/.local/share/man/man1/wardley-render.1";
