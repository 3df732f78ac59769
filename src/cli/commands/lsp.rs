//! `wardley lsp`: the language server.

use crate::cli::commands::Verb;
use crate::cli::failure::{Failure, Status};
use crate::cli::lsp;

const MORE: &str = "\
Speaks the Language Server Protocol over standard input and output, for editors: problems while you write with their fixes, \
completion, rename, outline, formatting, and the map as a picture. Also for maps in fenced blocks of Markdown pages.

An editor starts it; nobody types this.";

#[derive(clap::Args)]
#[command(about = Self::ABOUT, long_about = MORE)]
pub(super) struct Args {
    /// Over standard input and output; there is no other way, but editors like to say so
    #[arg(long)]
    stdio: bool,
}

impl Verb for Args {
    const ABOUT: &str = "Serves editors: the Language Server Protocol on standard input and output";

    fn run(&self) -> Result<Status, Failure> {
        let Self { stdio: _ } = self;
        Ok(lsp::serve())
    }
}
