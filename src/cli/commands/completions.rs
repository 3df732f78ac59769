//! `wardley completions`: what a shell needs to complete the command's words.

use clap_complete::Shell;

use crate::cli::commands::Verb;
use crate::cli::commands::command;
use crate::cli::failure::{Failure, Status};
use crate::cli::terminal;

#[derive(clap::Args)]
#[command(about = Self::ABOUT, after_help = EXAMPLES)]
pub(super) struct Args {
    /// Which shell
    shell: Shell,
}

impl Verb for Args {
    const ABOUT: &str = "Prints a script that completes this command's words in your shell";

    /// Prints the script.
    fn run(&self) -> Result<Status, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command(), "wardley", &mut script);
        terminal::result(&script)
    }
}

const EXAMPLES: &str = "\
Examples:
  wardley completions bash > ~/.local/share/bash-completion/completions/wardley
  wardley completions zsh > ~/.zfunc/_wardley
  wardley completions fish > ~/.config/fish/completions/wardley.fish";
