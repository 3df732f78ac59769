//! `wardley new`: a map to start from.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::cli::commands::Verb;
use crate::cli::failure::{Failure, Status};
use crate::cli::files::write;
use crate::cli::terminal;

const MORE: &str = "\
Writes a map to start from: a technology stack, an organization, a market, or a strategy told as a flywheel.

Without -o it goes to standard output. A file that is there already is not written over.";

#[derive(clap::Args)]
#[command(about = Self::ABOUT, long_about = MORE)]
pub(super) struct Args {
    /// What the map is about
    #[arg(value_name = "KIND", default_value = "stack")]
    kind: Kind,

    /// Where to: a file that is not there yet
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
}

/// What a new map is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// What a product is built of
    Stack,
    /// What an organization does, and who does it
    Organization,
    /// A market, its suppliers and where it goes
    Market,
    /// A strategy: purpose, North Star, streams, and the work on them
    Flywheel,
}

impl Kind {
    fn text(self) -> &'static str {
        match self {
            Self::Stack => include_str!("../../../examples/stack.wm"),
            Self::Organization => include_str!("../../../examples/organization.wm"),
            Self::Market => include_str!("../../../examples/market.wm"),
            Self::Flywheel => include_str!("../../../examples/flywheel.wm"),
        }
    }
}

impl Verb for Args {
    const ABOUT: &str = "Writes a map to start from";

    /// Writes one map.
    fn run(&self) -> Result<Status, Failure> {
        let text = self.kind.text();
        let Some(path) = self.output.as_deref().filter(|path| path.as_os_str() != "-") else {
            return terminal::result(text.as_bytes());
        };
        if path.exists() {
            return Err(Failure::usage(format!("{} is there already", path.display())));
        }
        write::write(path, text.as_bytes()).map_err(|error| Failure::inout("write", path.display(), &error))?;
        Ok(Status::Fine)
    }
}
