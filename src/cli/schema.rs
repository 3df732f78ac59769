//! `wardley schema`: what maps look like in JSON.

use super::failure::{Failure, Status};
use super::terminal;
use crate::convert::schema;

pub(super) const ABOUT: &str = "Prints the JSON Schema of maps in JSON";

#[derive(clap::Args)]
#[command(about = ABOUT)]
pub(super) struct Args {}

/// Prints the schema.
pub(super) fn run(_: &Args) -> Result<Status, Failure> {
    terminal::result(schema().as_bytes())
}
