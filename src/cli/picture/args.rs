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
    format: Option<Format>,

    /// Draw nothing where there is a warning, and fail
    #[arg(long, alias = "deny-warnings")]
    strict: bool,

    /// The same as --strict
    #[arg(long, value_parser = ["warnings"], hide = true)]
    deny: Option<String>,

    /// Report errors only
    #[arg(short, long)]
    pub(crate) quiet: bool,

    #[command(flatten)]
    pub(crate) look: look::Options,
}

impl DrawArgs {
    /// Whether nothing is drawn where there is a warning.
    pub(crate) fn is_strict(&self) -> bool {
        self.strict || self.deny.is_some()
    }

    /// The format that is asked for. SVG in a page may be a file of any ending.
    pub(crate) fn format(&self) -> Option<Format> {
        let ends_as_picture = self.output.as_deref().is_some_and(|output| Format::of(output).is_some());
        self.format.or((self.look.inline && !ends_as_picture).then_some(Format::Svg))
    }

    /// Where the pictures of many maps go, in words.
    pub(crate) fn place(&self) -> String {
        let beside = || "pictures beside them".to_owned();
        self.output.as_ref().map_or_else(beside, |output| output.display().to_string())
    }
}
