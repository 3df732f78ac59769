//! The streams: results to standard output, everything else to standard error, in color only where a person looks.

pub(crate) mod progress;
pub(crate) mod signals;

use std::ffi::OsString;
use std::io::{self, ErrorKind, IsTerminal, Write};

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};

use crate::cli::failure::{Failure, Status};

/// Columns to a line where nobody is looking.
const WIDTH: usize = 100;

/// Moves to the start of the line and empties it.
pub(crate) const CLEAR_LINE: &str = "\r\x1b[K";
/// Empties the screen and what scrolled off it.
pub(crate) const CLEAR_SCREEN: &str = "\x1b[2J\x1b[3J\x1b[H";

/// Obeys `--color` as it stands in the arguments, before anything is written: mistakes in the arguments are reported in color too.
pub(crate) fn obey_color(arguments: impl Iterator<Item = OsString>) {
    let mut arguments = arguments.take_while(|argument| argument != "--").peekable();
    while let Some(argument) = arguments.next() {
        let when = match argument.to_str() {
            Some("--color") => arguments.peek().and_then(|when| when.to_str()).unwrap_or_default(),
            Some(argument) => argument.strip_prefix("--color=").unwrap_or_default(),
            None => continue,
        };
        match when {
            "always" => ColorChoice::Always.write_global(),
            "never" => ColorChoice::Never.write_global(),
            "auto" => ColorChoice::Auto.write_global(),
            _ => {}
        }
    }
}

/// Whether what is written to a stream may be colored: `--color` asks for it, or it is a terminal that can and neither `NO_COLOR`
/// nor `CLICOLOR` speaks against it.
pub(crate) fn colors(stream: &impl RawStream) -> bool {
    AutoStream::choice(stream) != ColorChoice::Never
}

/// The same text, as long, with every character that a terminal would obey instead of show replaced by a visible one: control
/// characters but tabs and line feeds, and what turns the reading direction.
pub(crate) fn plain(text: &str) -> String {
    let replaced = |character: char| match character {
        '\n' | '\t' => character,
        '\r' => ' ',
        '\u{0}'..='\u{1f}' | '\u{7f}' => '?',
        '\u{80}'..='\u{9f}' | '\u{61c}' => '¿',
        '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        other => other,
    };
    text.chars().map(replaced).collect()
}

/// How many columns a line of a stream has.
pub(crate) fn width(stream: &impl RawStream) -> usize {
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

/// Writes a text of an author to standard output: as it is for programs, [`plain`] where a person looks.
pub(crate) fn text(text: &str) -> Result<Status, Failure> {
    if io::stdout().is_terminal() { result(plain(text).as_bytes()) } else { result(text.as_bytes()) }
}

/// Writes a message to standard error, made [`plain`].
pub(crate) fn say(message: &str) {
    show(&plain(message));
}

/// Writes to standard error what is ready for it, colors and all. If that fails, there is nobody to report it to.
pub(crate) fn show(ready: &str) {
    let _ = io::stderr().lock().write_all(ready.as_bytes());
}
