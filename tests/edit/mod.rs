//! Changes to a text: what an author sees of them in his text.

mod corpus;
mod habits;

use wardley::edit::{Edit, Refused, applied};
use wardley::resolve::NoIncludes;
use wardley::source::{Source, SourceId};
use wardley::{Reading, read};

fn reading(text: &str) -> Reading {
    read(Source::new("map.wm", text), &mut NoIncludes)
}

/// The text after an edit.
fn after(text: &str, edit: impl Fn(&Reading) -> Result<Vec<Edit>, Refused>) -> String {
    let edits = edit(&reading(text)).expect("an edit that can be made");
    applied(text, SourceId::default(), &edits)
}

/// Why an edit is refused.
fn refusal(text: &str, edit: impl Fn(&Reading) -> Result<Vec<Edit>, Refused>) -> String {
    edit(&reading(text)).expect_err("an edit that cannot be made").to_string()
}
