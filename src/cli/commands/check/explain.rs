//! Codes: as arguments name them, and `wardley check --explain`.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, Command, Error};

use crate::cli::failure::{Failure, Status};
use crate::cli::terminal;
use crate::problem::{self, near};

/// Prints what a code means, or all codes for `list`.
pub(super) fn run(code: &str) -> Result<Status, Failure> {
    let text = if code == "list" { list() } else { about(known(code)?) };
    terminal::result(text.as_bytes())
}

fn about(code: &str) -> String {
    let severity =
        problem::codes().iter().find(|(known, _)| *known == code).map_or("", |(_, severity)| severity.name());
    let width = terminal::width(&io::stdout()).clamp(20, 100);
    let mut about = format!("{code} ({severity})\n");
    let mut headings = ["For example:\n\n", "Better:\n\n"].into_iter();
    for block in problem::explain(code).unwrap_or_default().split("\n\n") {
        let heading = if block.starts_with("    ") { headings.next() } else { None };
        let block = if block.starts_with(' ') { block.to_owned() } else { textwrap::fill(block, width) };
        about.extend(["\n", heading.unwrap_or_default(), &block, "\n"]);
    }
    about
}

fn list() -> String {
    let mut list = String::new();
    for (code, severity) in problem::codes() {
        let text = problem::explain(code).unwrap_or_default().replace('\n', " ");
        let first = text.split_once(". ").map_or(text.as_str(), |(first, _)| first);
        // Writing into a string cannot fail.
        let _ = writeln!(list, "{code:<20} {:<8} {first}", severity.name());
    }
    list
}

/// The code that an argument names, with or without `wardley::` before it.
pub(super) fn known(written: &str) -> Result<&'static str, Failure> {
    let name = written.strip_prefix("wardley::").unwrap_or(written);
    let all = || problem::codes().iter().map(|(code, _)| *code);
    all().find(|code| *code == name).ok_or_else(|| {
        let tip = near::nearest(name, all()).map(|near| format!(": did you mean {near}?")).unwrap_or_default();
        Failure::usage(format!("there is no code {written}{tip}\n`wardley check --explain list` lists all codes"))
    })
}

/// An argument that names a code or one of a few words. Shells complete it; what is unknown is reported by [`known`], with what
/// may have been meant.
#[derive(Clone)]
pub(super) struct Code(&'static [&'static str]);

impl Code {
    /// A code, or one of these words.
    pub(super) fn or(words: &'static [&'static str]) -> Self {
        Self(words)
    }
}

impl TypedValueParser for Code {
    type Value = String;

    fn parse_ref(&self, command: &Command, argument: Option<&Arg>, value: &OsStr) -> Result<String, Error> {
        StringValueParser::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let codes = problem::codes().iter().map(|(code, _)| *code);
        Some(Box::new(self.0.iter().copied().chain(codes).map(PossibleValue::new)))
    }
}
