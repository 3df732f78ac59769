//! What the preview knows of one map: [`Sheet`].

use std::collections::BTreeMap;

use serde_json::json;

use super::pictures::Pictures;
use crate::cli::draw::Drawing;
use crate::problem::Severity;

/// One map on the page: its last good picture, and what is to be said about its text as it is now.
#[derive(Clone)]
pub(super) struct Sheet {
    /// The same as long as the map is watched.
    pub(super) id: u64,
    /// Its name for people.
    pub(super) name: String,
    /// Where it is.
    pub(super) path: String,
    /// Where its picture is.
    pub(super) picture: String,
    /// Whether the picture shows the text as it is now.
    pub(super) good: bool,
    /// How long it took, in words.
    pub(super) took: String,
    /// The pictures, none if there never was a good one.
    pub(super) pictures: Option<Pictures>,
    /// Each problem, ready for the page.
    pub(super) problems: Vec<serde_json::Value>,
    /// The text.
    pub(super) text: String,
    /// On which line of the text a name is defined.
    pub(super) lines: BTreeMap<String, usize>,
}

impl Sheet {
    /// The same with the map laid out anew.
    pub(super) fn anew(&self) -> Self {
        Self { pictures: self.pictures.as_ref().map(Pictures::anew), ..self.clone() }
    }

    /// What the page is told of it.
    pub(super) fn json(&self) -> String {
        let picture = |which: fn(&Pictures) -> &str| self.pictures.as_ref().map(which);
        json!({
            "id": self.id,
            "name": self.name,
            "path": self.path,
            "picture": self.picture,
            "good": self.good,
            "took": self.took,
            "svg": picture(Pictures::light),
            "dark": picture(Pictures::dark),
            "held": self.pictures.as_ref().is_some_and(Pictures::held),
            "problems": self.problems,
            "text": self.text,
            "lines": self.lines,
        })
        .to_string()
    }
}

/// A drawing's problems for the page, notes left out.
pub(super) fn problems(drawing: &Drawing) -> Vec<serde_json::Value> {
    let told = drawing.problems.iter().filter(|problem| problem.severity() > Severity::Note);
    told.map(|problem| {
        let span = problem.span();
        let source = drawing.sources.get(span.source);
        let place = drawing.sources.place(span);
        let main = span.source.0 == 0;
        json!({
            "severity": if problem.severity() == Severity::Error { "error" } else { "warning" },
            "place": if main { format!("{}:{}", place.line, place.column) } else { format!("{}:{}:{}", source.name(), place.line, place.column) },
            "line": main.then_some(place.line),
            "message": problem.message(),
            "help": problem.help(),
        })
    })
    .collect()
}

/// On which line of the first text each name stands.
pub(super) fn lines(drawing: &Drawing) -> BTreeMap<String, usize> {
    let mut lines = BTreeMap::new();
    for item in drawing.laid.iter().flat_map(|laid| &laid.layout.scene.items) {
        if let Some(span) = item.span.filter(|span| span.source.0 == 0)
            && item.ends.is_none()
            && !item.name.is_empty()
        {
            lines.entry(item.name.clone()).or_insert_with(|| drawing.sources.place(span).line);
        }
    }
    lines
}

/// What could not be read or written, as a problem for the page.
pub(super) fn failure(message: &str) -> serde_json::Value {
    json!({ "severity": "error", "place": "", "line": null, "message": message.trim_end(), "help": null })
}
