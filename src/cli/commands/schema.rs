//! `wardley schema`: what maps look like in JSON.

use crate::cli::commands::Verb;
use crate::cli::failure::{Failure, Status};
use crate::cli::terminal;
use crate::convert::schema;

#[derive(clap::Args)]
#[command(about = Self::ABOUT)]
pub(super) struct Args {}

impl Verb for Args {
    const ABOUT: &str = "Prints the JSON Schema of maps in JSON";

    fn run(&self) -> Result<Status, Failure> {
        terminal::result(schema().as_bytes())
    }
}
