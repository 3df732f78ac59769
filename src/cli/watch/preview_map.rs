//! What the preview knows of one map: [`PreviewMap`].

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::json;

use crate::cli::picture::Drawing;
use crate::cli::watch::pictures::Pictures;
use crate::problem::Severity;

/// One map on the page: its last good picture, and what is to be said about its text as it is now.
#[derive(Clone)]
pub(crate) struct PreviewMap {
    /// The same as long as the map is watched.
    pub(crate) id: u64,
    /// Its name for people.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) path: String,
    /// The same, as the system names it.
    pub(crate) file: PathBuf,
    /// Where its picture is.
    pub(crate) picture: String,
    /// Whether the picture shows the text as it is now.
    pub(crate) good: bool,
    /// How long it took, in words.
    pub(crate) took: String,
    /// The pictures, none if there never was a good one.
    pub(crate) pictures: Option<Pictures>,
    /// Each problem, ready for the page.
    pub(crate) problems: Vec<serde_json::Value>,
    /// The text.
    pub(crate) text: String,
    /// The files it was read from.
    pub(crate) read: Vec<PathBuf>,
    /// On which line of the text a name is defined.
    pub(crate) lines: BTreeMap<String, usize>,
}

impl PreviewMap {
    /// The same with the map laid out anew.
    pub(crate) fn anew(&self) -> Self {
        Self { pictures: self.pictures.as_ref().map(Pictures::anew), ..self.clone() }
    }

    /// What the page gets of it; `edit` says whether it may be written.
    pub(crate) fn json(&self, edit: bool) -> String {
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
            "edit": edit,
        })
        .to_string()
    }
}

/// A drawing's problems for the page, notes left out.
pub(crate) fn problems(drawing: &Drawing) -> Vec<serde_json::Value> {
    let reported = drawing.problems.iter().filter(|problem| problem.severity() > Severity::Note);
    reported.map(|problem| {
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
pub(crate) fn lines(drawing: &Drawing) -> BTreeMap<String, usize> {
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
pub(crate) fn failure(message: &str) -> serde_json::Value {
    json!({ "severity": "error", "place": "", "line": null, "message": message.trim_end(), "help": null })
}
