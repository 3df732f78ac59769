//! `textDocument/codeAction`: fixes, and what can be made of a whole map.

use serde_json::{Value, json};

use super::Answer;
use super::changes::canonical;
use super::documents::Documents;
use super::names::Place;
use super::problems::diagnostic;
use crate::edit::{self, Edit, NewKind};

use crate::map::Position;
use crate::problem::Problem;
use crate::source::SourceId;

/// One change can uncover another; after so many rounds the rest is left.
const ROUNDS: usize = 8;

pub(super) fn actions(documents: &Documents, params: &Value) -> Answer {
    let mut all = Vec::new();
    for place in Place::all(documents, params)? {
        let document = place.document;
        let offset = |end: &str| document.lines.offset(&document.text, place.encoding, &params["range"][end]);
        let (start, end) = (offset("start"), offset("end"));
        let here = place.piece.problems.iter().filter(|problem| {
            let range = place.piece.range(problem.labels().first().map_or(problem.span(), |label| label.span));
            Place::is_here(problem.span()) && range.start <= end && range.end >= start
        });
        here.for_each(|problem| all.extend(fixes(&place, problem)));
        if place.piece.inside(start).is_some() {
            all.extend(whole(&place));
        }
    }
    let only = params["context"]["only"].as_array();
    let wanted = |action: &Value| {
        let kind = action["kind"].as_str().unwrap_or_default();
        let is_one =
            |only: &Value| only.as_str().is_some_and(|only| kind == only || kind.starts_with(&format!("{only}.")));
        only.is_none_or(|only| only.iter().any(is_one))
    };
    all.retain(wanted);
    Ok(all.into())
}

fn action(place: &Place, title: &str, kind: &str, edits: &[Edit]) -> Value {
    json!({ "title": title, "kind": kind, "edit": place.edits(edits) })
}

/// What can be done about one problem.
fn fixes(place: &Place, problem: &Problem) -> Vec<Value> {
    let mut actions = Vec::new();
    let told = || json!([diagnostic(place, problem)]);
    if let Ok(edits) = edit::apply_fix(problem) {
        let text = edits.first().map(|edit| edit.text.trim()).unwrap_or_default();
        let title = match text {
            "" if edits.first().is_some_and(|edit| edit.text.is_empty()) => "Remove this".to_owned(),
            "" => "Put a space here".to_owned(),
            text => format!("Change to `{text}`"),
        };
        let mut action = action(place, &title, "quickfix", &edits);
        action["diagnostics"] = told();
        action["isPreferred"] = true.into();
        actions.push(action);
    }
    if let Problem::UnknownComponent { span, name, near, .. } = problem {
        if let Some(near) = near {
            let name = place.piece.reading.sources.slice(near.span);
            let edit = Edit::new(*span, name);
            let mut action = action(place, &format!("Change to `{}`", near.name), "quickfix", &[edit]);
            action["diagnostics"] = told();
            actions.push(action);
        }
        if let Ok(edits) = edit::add(&place.piece.reading, NewKind::Component, name, Position::default()) {
            let mut action = action(place, &format!("Add `component {name}`"), "quickfix", &edits);
            action["diagnostics"] = told();
            actions.push(action);
        }
    }
    actions
}

/// What can be made of the whole map.
fn whole(place: &Place) -> Vec<Value> {
    let mut actions = Vec::new();
    let piece = place.piece;
    let fixed = all_fixed(place);
    if let Some(edit) = fixed {
        actions.push(action(place, "Fix all that can be fixed without asking", "source.fixAll.wardley", &[edit]));
    }
    if piece.problems.iter().any(|problem| matches!(problem, Problem::LegacyForm { .. })) {
        let edits = canonical(place);
        if !edits.is_empty() {
            actions.push(action(place, "Write older forms as those of today", "refactor.rewrite", &edits));
        }
    }
    let pins = edit::pin(&piece.reading, piece.places());
    if !pins.is_empty() {
        actions.push(action(place, "Write down the places that the layout chose", "refactor.rewrite", &pins));
    }
    actions
}

/// The whole text with all fixes made, one after the other.
fn all_fixed(place: &Place) -> Option<Edit> {
    let source = SourceId::default();
    let before = place.piece.text();
    let first = edit::fix_all(&place.piece.problems, source);
    if first.is_empty() {
        return None;
    }
    let mut text = edit::applied(before, source, &first);
    let name = place.piece.reading.sources.get(source).name();
    for _ in 1..ROUNDS {
        let again = crate::read(crate::source::Source::new(name, text.as_str()), &mut crate::resolve::NoIncludes);
        let includes = place.piece.reading.sources.iter().count() > 1;
        let edits = edit::fix_all(&again.problems, source);
        // What other texts say is not known here: a second round could take their names for mistakes.
        if edits.is_empty() || includes {
            break;
        }
        text = edit::applied(&text, source, &edits);
    }
    Some(Edit::new(place.piece.all(), text))
}
