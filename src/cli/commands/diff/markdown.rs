//! Changes for a comment or a page.

use std::fmt::Write as _;

use crate::brief::markdown::escaped;
use crate::compare::{Changes, Kind, describe, summary};

/// The counts, then a list for each kind of change.
pub(super) fn markdown(changes: &Changes) -> String {
    let mut text = format!("{}.\n", capital(&summary(changes)));
    for kind in Kind::ALL {
        let found: Vec<_> = changes.list.iter().filter(|change| change.is(kind)).collect();
        if found.is_empty() {
            continue;
        }
        // A failing write into a string there is not.
        let _ = write!(text, "\n**{}**\n\n", capital(kind.word()));
        for change in found {
            let name = if change.name.is_empty() { "(unnamed)".to_owned() } else { escaped(&change.name) };
            let _ = writeln!(text, "- **{name}**, {}", escaped(&describe(change, kind)));
        }
    }
    text
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
