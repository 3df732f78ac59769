//! `wardley completions`: what a shell needs to complete the command's words.

use clap_complete::Shell;

use super::failure::{Failure, Status};
use super::{command, terminal};

pub(super) const ABOUT: &str = "Prints a script that completes this command's words in your shell";

#[derive(clap::Args)]
#[command(about = ABOUT, after_help = EXAMPLES)]
pub(super) struct Args {
    /// Which shell
    shell: Shell,
}

const EXAMPLES: &str = "\
Examples:
  wardley completions bash > ~/.local/share/bash-completion/completions/wardley
  wardley completions zsh > ~/.zfunc/_wardley
  wardley completions fish > ~/.config/fish/completions/wardley.fish";

/// Prints the script.
pub(super) fn run(args: &Args) -> Result<Status, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(), "wardley", &mut script);
    terminal::result(&script)
}
