//! Talking: results to standard output, everything else to standard error, in color only where a person looks.

use std::io::{self, ErrorKind, IsTerminal, Write};

use super::failure::{Failure, Status};

/// Whether messages may be colored: standard error is a terminal that can, and `NO_COLOR` is not set.
pub(super) fn colors() -> bool {
    let unset = |name| std::env::var_os(name).is_none_or(|value| value.is_empty());
    unset("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb") && watched()
}

/// Whether a person may be looking at standard error.
pub(super) fn watched() -> bool {
    io::stderr().is_terminal()
}

/// Writes a result to standard output. A reader that has gone away is no failure: it has seen enough.
pub(super) fn result(bytes: &[u8]) -> Result<Status, Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::inout("write to", "standard output", &error))
        }
        _ => Ok(Status::Fine),
    }
}

/// Writes a message to standard error as it is. There is nobody to tell if that fails.
pub(super) fn say(message: &str) {
    let _ = io::stderr().lock().write_all(message.as_bytes());
}
