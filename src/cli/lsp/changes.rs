//! Formatting: the text in its canonical form, as the edits that make it of what is there.

use serde_json::{Value, json};

use super::Answer;
use super::documents::Documents;
use super::names::Place;
use crate::edit::Edit;
use crate::format::format;
use crate::source::{SourceId, Span};

/// `textDocument/formatting` and `…/rangeFormatting`: line by line, so that marks and folds stay where they are.
pub(super) fn formatting(documents: &Documents, params: &Value) -> Answer {
    let mut all = Vec::new();
    for place in Place::all(documents, params)? {
        let document = place.document;
        let wanted = params.get("range").map(|range| {
            let offset = |end: &str| document.lines.offset(&document.text, place.encoding, &range[end]);
            offset("start")..offset("end")
        });
        for edit in canonical(&place) {
            let range = place.piece.range(edit.span);
            let inside = wanted.as_ref().is_none_or(|wanted| {
                range.start >= line_start(&document.text, wanted.start)
                    && range.end <= line_end(&document.text, wanted.end)
            });
            if inside {
                all.push(json!({ "range": place.range(edit.span), "newText": place.piece.written(&edit) }));
            }
        }
    }
    Ok(all.into())
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

/// The edits that make the canonical form of a map.
pub(super) fn canonical(place: &Place) -> Vec<Edit> {
    let source = SourceId::default();
    let reading = &place.piece.reading;
    let Some(file) = reading.files.first() else { return Vec::new() };
    let before = reading.sources.get(source).text();
    let after = format(reading.sources.get(source), file);
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let mut starts = vec![0];
    for line in &old {
        starts.push(starts.last().copied().unwrap_or(0) + line.len());
    }
    let edits = similar::capture_diff_slices(similar::Algorithm::Myers, &old, &new).into_iter().filter_map(|change| {
        let (tag, gone, come) = change.as_tag_tuple();
        if tag == similar::DiffTag::Equal {
            return None;
        }
        Some(Edit::new(Span::new(source, starts[gone.start], starts[gone.end]), new[come].concat()))
    });
    edits.collect()
}
