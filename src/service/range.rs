//! Where something stands, as pages say it: lines and UTF-16 code units, both from 0.

use serde_json::{Value, json};

use crate::source::{Source, Sources, Span};

/// The text's name and the range in it.
pub(super) fn written(sources: &Sources, span: Span) -> (String, Value) {
    let source = sources.get(span.source);
    (source.name().to_owned(), range(source, span))
}

/// A span of `source`.
pub(super) fn range(source: &Source, span: Span) -> Value {
    json!({ "start": position(source, span.start as usize), "end": position(source, span.end as usize) })
}

/// The byte at which a line (from 0) has a UTF-16 code unit; the nearest there is.
pub(super) fn offset(source: &Source, line: usize, character: usize) -> usize {
    let Some(text) = source.line(line + 1) else { return source.text().len() };
    let start = text.as_ptr() as usize - source.text().as_ptr() as usize;
    let mut units = 0;
    let inside = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > character
    });
    start + inside.map_or(text.len(), |(at, _)| at)
}

fn position(source: &Source, offset: usize) -> Value {
    let place = source.place(offset);
    let line = source.line(place.line).unwrap_or_default();
    let character: usize = line.chars().take(place.column - 1).map(char::len_utf16).sum();
    json!({ "line": place.line - 1, "character": character })
}
