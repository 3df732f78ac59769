//! The streams: results to standard output, everything else to standard error, in color only where a person looks.

pub(crate) mod progress;

use std::io::{self, ErrorKind, IsTerminal, Write};

use crate::cli::failure::{Failure, Status};

/// Columns to a line where nobody is looking.
const WIDTH: usize = 100;

/// Whether what is written to a stream may be colored: it is a terminal that can, and `NO_COLOR` is not set.
pub(crate) fn colors(stream: &impl IsTerminal) -> bool {
    !asked("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb") && stream.is_terminal()
}

/// How many columns a line of a stream has.
pub(crate) fn width(stream: &impl IsTerminal) -> usize {
    let size = stream.is_terminal().then(terminal_size::terminal_size).flatten();
    size.map_or(WIDTH, |(width, _)| usize::from(width.0))
}

/// Whether the reader has asked for sentences instead of lines and arrows (`NO_GRAPHICS`), as screen readers need them.
pub(crate) fn narrated() -> bool {
    asked("NO_GRAPHICS")
}

fn asked(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// Whether a person may be looking at standard error.
pub(crate) fn watched() -> bool {
    io::stderr().is_terminal()
}

/// Writes a result to standard output. A reader that has gone away is no failure: it has seen enough.
pub(crate) fn result(bytes: &[u8]) -> Result<Status, Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::inout("write to", "standard output", &error))
        }
        _ => Ok(Status::Fine),
    }
}

/// Writes a message to standard error as it is. If that fails, there is nobody to report it to.
pub(crate) fn say(message: &str) {
    let _ = io::stderr().lock().write_all(message.as_bytes());
}
