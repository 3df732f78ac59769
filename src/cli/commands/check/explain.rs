//! Codes: as arguments name them, and `wardley check --explain`.

use std::fmt::Write as _;

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
    let mut about = format!("{code} ({severity})\n");
    let mut headings = ["For example:\n\n", "Better:\n\n"].into_iter();
    for block in problem::explain(code).unwrap_or_default().split("\n\n") {
        let heading = if block.starts_with("    ") { headings.next() } else { None };
        about.extend(["\n", heading.unwrap_or_default(), block, "\n"]);
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
