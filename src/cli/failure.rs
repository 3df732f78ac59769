//! How a run can end: [`Status`], and why it could not go on: [`Failure`].

use std::fmt::Display;
use std::io;
use std::process::ExitCode;

use clap::builder::styling::{AnsiColor, Style};

use crate::cli::terminal::{self, plain};

/// The exit status. The worst of several maps' counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// 0: done; there may have been warnings.
    #[default]
    Fine,
    /// 1: a map has errors, or warnings that `--strict` forbids.
    Problems,
    /// 2: the arguments make no sense.
    Usage,
    /// 3: something could not be read or written.
    InOut,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// Why there is no picture.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    /// What the exit status becomes.
    status: Status,
    /// One line for the user, with nothing in it that a terminal would obey.
    message: String,
}

impl Failure {
    /// The arguments make no sense.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self { status: Status::Usage, message: plain(&message.into()) }
    }

    /// Something could not be read or written: `cannot VERB NAME: WHY`.
    pub(crate) fn cannot(verb: &str, name: impl Display, why: &str) -> Self {
        Self { status: Status::InOut, message: plain(&format!("cannot {verb} {name}: {why}")) }
    }

    /// Something could not be read or written, for a reason that takes a sentence.
    pub(crate) fn file(message: &str) -> Self {
        Self { status: Status::InOut, message: plain(message) }
    }

    /// As [`cannot`](Self::cannot), with what the system says.
    pub(crate) fn inout(verb: &str, name: impl Display, error: &io::Error) -> Self {
        Self::cannot(verb, name, &reason(error))
    }

    /// What the exit status becomes.
    pub(crate) fn status(&self) -> Status {
        self.status
    }

    /// The line for the user.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// `error: MESSAGE` and a line's end, ready to be printed.
    pub(crate) fn line(&self) -> String {
        let style = if terminal::colors(&io::stderr()) { AnsiColor::Red.on_default().bold() } else { Style::new() };
        format!("{style}error{style:#}: {}\n", self.message)
    }

    /// Prints it and says what the exit status becomes.
    pub(crate) fn report(&self) -> Status {
        terminal::show(&self.line());
        self.status
    }
}

/// Why something could not be read or written, in words. The number that the system adds says nothing to a reader.
pub(crate) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or_default().to_lowercase()
}
