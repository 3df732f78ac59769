//! Problems as the protocol shows them.

use serde_json::{Value, json};

use super::documents::Documents;
use super::names::Place;
use crate::problem::{Problem, Severity};

/// Everything there is to say of a document.
pub(super) fn diagnostics(documents: &Documents, uri: &str) -> Vec<Value> {
    let Some((_, pieces)) = documents.read(uri) else { return Vec::new() };
    let mut all = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let Some(place) = Place::of(documents, uri, at) else { continue };
        all.extend(piece.problems.iter().map(|problem| diagnostic(&place, problem)));
    }
    all
}

/// One problem. One in an included file stands where that is included.
pub(super) fn diagnostic(place: &Place, problem: &Problem) -> Value {
    let labels = problem.labels();
    let main = labels.first().map_or(problem.span(), |label| label.span);
    let mut message = problem.message();
    let elsewhere = !Place::is_here(main);
    if elsewhere {
        let source = place.piece.reading.sources.get(main.source);
        message = format!("{}: {message}", source.name());
    }
    if let Some(help) = problem.help() {
        message.extend(["\n", &help]);
    }
    let related: Vec<Value> = labels
        .iter()
        .skip(usize::from(!elsewhere))
        .map(|label| {
            let text = if label.text.is_empty() { "here" } else { &label.text };
            json!({ "location": place.location(label.span), "message": text })
        })
        .collect();
    json!({
        "range": if elsewhere { place.included(main) } else { place.range(main) },
        "severity": severity(problem.severity()),
        "code": problem.code(),
        "source": "wardley",
        "message": message,
        "relatedInformation": related,
    })
}

fn severity(severity: Severity) -> u8 {
    match severity {
        Severity::Error => 1,
        Severity::Warning => 2,
        Severity::Note => 3,
    }
}
