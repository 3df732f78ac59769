//! What the preview knows of one map: [`Sheet`].

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::json;

use crate::cli::draw::{Artist, Drawing};
use crate::cli::output::Format;
use crate::problem::Severity;
use crate::scene::Scene;

/// One map on the page: its last good picture, and what is to be said about its text as it is now.
#[derive(Clone)]
pub(super) struct Sheet {
    /// The same as long as the map is watched.
    pub(super) id: u64,
    /// Its name for people.
    pub(super) name: String,
    /// Where it is.
    pub(super) path: String,
    /// Whether the picture shows the text as it is now.
    pub(super) good: bool,
    /// How long it took, in words.
    pub(super) took: String,
    /// The picture, in the look asked for and in the dark one.
    pub(super) pictures: Option<Pictures>,
    /// Each problem, ready for the page.
    pub(super) problems: Vec<serde_json::Value>,
    /// The text.
    pub(super) text: String,
    /// On which line of the text a name is defined.
    pub(super) lines: BTreeMap<String, usize>,
}

/// The pictures of a map.
#[derive(Clone)]
pub(super) struct Pictures {
    /// As asked for.
    pub(super) light: String,
    /// In the dark look.
    pub(super) dark: String,
    /// What the first one shows.
    pub(super) scene: Arc<Scene>,
    /// Who drew it, and can draw it as PNG.
    pub(super) artist: Arc<Artist<'static>>,
}

impl Pictures {
    /// The picture as PNG.
    pub(super) fn png(&self) -> Option<Vec<u8>> {
        self.artist.picture(&self.scene, Format::Png).ok()
    }
}

impl Sheet {
    /// What the page is told of it.
    pub(super) fn json(&self) -> String {
        let picture = |which: fn(&Pictures) -> &str| self.pictures.as_ref().map(which);
        json!({
            "id": self.id,
            "name": self.name,
            "path": self.path,
            "good": self.good,
            "took": self.took,
            "svg": picture(|pictures| &pictures.light),
            "dark": picture(|pictures| &pictures.dark),
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
    for item in drawing.scene.iter().flat_map(|scene| &scene.items) {
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
