//! `wardley man`: manual pages.

use std::path::{Path, PathBuf};

use clap::Command;
use clap_mangen::Man;

use crate::cli::commands::Verb;
use crate::cli::commands::{command, language};
use crate::cli::failure::{Failure, Status};
use crate::cli::files::outputs::Output;
use crate::cli::picture::publish::put;
use crate::cli::terminal;

#[derive(clap::Args)]
#[command(about = Self::ABOUT, after_help = EXAMPLES)]
pub(super) struct Args {
    /// The command it is about; without it, the page about all of them
    command: Option<String>,

    /// Write all pages into this folder
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    out_dir: Option<PathBuf>,
}

impl Verb for Args {
    const ABOUT: &str = "Prints a manual page, or writes all";

    /// Prints the page in roff.
    fn run(&self) -> Result<Status, Failure> {
        let mut whole = command();
        whole.build();
        if let Some(folder) = &self.out_dir {
            return all(whole, folder);
        }
        match self.command.as_deref() {
            None => terminal::result(&page(whole)?),
            Some("language") => terminal::result(language::manual().as_bytes()),
            Some(name) => {
                let found = whole.find_subcommand(name).cloned();
                let found = found.ok_or_else(|| Failure::usage(format!("there is no command `wardley {name}`")))?;
                terminal::result(&page(found)?)
            }
        }
    }
}

const EXAMPLES: &str = "\
Examples:
  wardley man --out-dir ~/.local/share/man/man1
  wardley man render > ~/.local/share/man/man1/wardley-render.1
  wardley man language | man -l -";

/// Writes the page of each command, and that of the language.
fn all(whole: Command, folder: &Path) -> Result<Status, Failure> {
    let verbs = whole.get_subcommands().filter(|verb| !["help", "language"].contains(&verb.get_name()));
    let mut pages = vec![("wardley-language.7".to_owned(), language::manual().into_bytes())];
    for verb in verbs {
        pages.push((format!("wardley-{}.1", verb.get_name()), page(verb.clone())?));
    }
    pages.push(("wardley.1".to_owned(), page(whole)?));
    for (name, page) in pages {
        put(&page, &Output::File(folder.join(name)))?;
    }
    Ok(Status::Fine)
}

fn page(command: Command) -> Result<Vec<u8>, Failure> {
    let mut page = Vec::new();
    Man::new(command).render(&mut page).map_err(|error| Failure::inout("write", "the page", &error))?;
    Ok(page)
}
