//! How a run can end: [`Status`], and why it could not go on: [`Failure`].

use std::fmt::Display;
use std::io;
use std::process::ExitCode;

use crate::cli::terminal;

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
#[derive(Debug)]
pub(crate) struct Failure {
    /// What the exit status becomes.
    pub(crate) status: Status,
    /// One line for the user.
    pub(crate) message: String,
}

impl Failure {
    /// The arguments make no sense.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self { status: Status::Usage, message: message.into() }
    }

    /// Something could not be read or written: `cannot VERB NAME: WHY`.
    pub(crate) fn cannot(verb: &str, name: impl Display, why: &str) -> Self {
        Self { status: Status::InOut, message: format!("cannot {verb} {name}: {why}") }
    }

    /// As [`cannot`](Self::cannot), with what the system says.
    pub(crate) fn inout(verb: &str, name: impl Display, error: &io::Error) -> Self {
        Self::cannot(verb, name, &reason(error))
    }

    /// `error: MESSAGE` and a line's end, ready to be printed.
    pub(crate) fn line(&self) -> String {
        let (red, off) = if terminal::colors(&io::stderr()) { ("\x1b[1;31m", "\x1b[0m") } else { ("", "") };
        format!("{red}error{off}: {}\n", self.message)
    }

    /// Prints it and says what the exit status becomes.
    pub(crate) fn report(&self) -> Status {
        terminal::say(&self.line());
        self.status
    }
}

/// Why something could not be read or written, in words. The number that the system adds says nothing to a reader.
pub(crate) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or_default().to_lowercase()
}
