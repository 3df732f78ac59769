//! The arguments of all verbs that draw maps: [`DrawArgs`].

use std::path::PathBuf;

use crate::cli::files::outputs::Format;
use crate::cli::picture::look;

/// What is to be drawn, where to, and how.
#[derive(Clone, clap::Args)]
pub(crate) struct DrawArgs {
    /// Maps: files, folders, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    /// Where to: a file, a folder (DIR/), or - for standard output
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,

    /// What kind of picture; else the ending of -o says it, else it is svg
    #[arg(short, long)]
    pub(crate) format: Option<Format>,

    /// Draw nothing where there is a warning, and fail
    #[arg(long, visible_alias = "deny-warnings")]
    pub(crate) strict: bool,

    /// Report errors only
    #[arg(short, long)]
    pub(crate) quiet: bool,

    #[command(flatten)]
    pub(crate) look: look::Options,
}
