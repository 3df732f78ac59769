//! [`Place`]: a map in a document, with spans as the protocol has them; and what is named at a position.

use serde_json::{Value, json};

use super::address;
use super::documents::{Document, Documents, included};
use super::lines::{Encoding, Lines};
use super::piece::Piece;
use super::{Answer, Failed};
use crate::edit::{self, Edit, Id};
use crate::ide;
use crate::source::{SourceId, Span};
use crate::syntax::ast::Statement;

/// A map of a document.
pub(super) struct Place<'a> {
    pub(super) document: &'a Document,
    pub(super) piece: &'a Piece,
    pub(super) encoding: Encoding,
}

impl<'a> Place<'a> {
    pub(super) fn of(documents: &'a Documents, uri: &str, at: usize) -> Option<Self> {
        let (document, pieces) = documents.read(uri)?;
        Some(Self { document, piece: pieces.get(at)?, encoding: documents.encoding })
    }

    /// All maps of the document that a request is about.
    pub(super) fn all(documents: &'a Documents, params: &Value) -> Result<Vec<Self>, Failed> {
        let uri = params["textDocument"]["uri"].as_str().unwrap_or_default();
        let (document, pieces) = documents.read(uri).ok_or_else(|| Failed::invalid(format!("{uri} is not open")))?;
        Ok(pieces.iter().map(|piece| Self { document, piece, encoding: documents.encoding }).collect())
    }

    /// The map at the position of a request, and the byte of it.
    pub(super) fn at(documents: &'a Documents, params: &Value) -> Result<Option<(Self, usize)>, Failed> {
        let position = &params["position"];
        let found = Self::all(documents, params)?.into_iter().find_map(|place| {
            let byte = place.document.lines.offset(&place.document.text, place.encoding, position);
            let inside = place.piece.inside(byte)?;
            Some((place, inside))
        });
        Ok(found)
    }

    /// Whether a span is one of the document itself.
    pub(super) fn is_here(span: Span) -> bool {
        span.source == SourceId::default()
    }

    /// A span of the document itself.
    pub(super) fn range(&self, span: Span) -> Value {
        self.document.lines.range(&self.document.text, self.encoding, self.piece.range(span))
    }

    /// A span of the document or of what it includes.
    pub(super) fn location(&self, span: Span) -> Value {
        let (uri, range) = self.written(span);
        json!({ "uri": uri, "range": range })
    }

    /// The address and the range of a span.
    pub(super) fn written(&self, span: Span) -> (String, Value) {
        if Self::is_here(span) {
            return (self.document.uri.clone(), self.range(span));
        }
        let source = self.piece.reading.sources.get(span.source);
        let range = Lines::of(source.text()).range(source.text(), self.encoding, span.range());
        (address::uri(source.name().as_ref()), range)
    }

    /// Where the text of a span is included: the first `include` that is not of the file itself.
    pub(super) fn included(&self, span: Span) -> Value {
        let name = self.piece.reading.sources.get(span.source).name();
        let lines = self.piece.reading.files.first().map_or(&[][..], |file| &file.lines);
        let includes = lines.iter().filter_map(|line| match &line.statement {
            Some(Statement::Include(path)) => Some(path),
            _ => None,
        });
        let all: Vec<_> = includes.collect();
        let exact = all.iter().find(|path| name.ends_with(path.text.trim_start_matches("./")));
        let span = exact.or(all.first()).map_or_else(Span::default, |path| *path.span);
        self.range(span)
    }

    /// Edits to the document and to what it includes, as the protocol has them.
    pub(super) fn edits(&self, edits: &[Edit]) -> Value {
        let mut changes = serde_json::Map::new();
        for edit in edits {
            let (uri, range) = self.written(edit.span);
            let text = if Self::is_here(edit.span) { self.piece.written(edit) } else { edit.text.clone() };
            let list = changes.entry(uri).or_insert_with(|| json!([]));
            if let Some(list) = list.as_array_mut() {
                list.push(json!({ "range": range, "newText": text }));
            }
        }
        json!({ "changes": changes })
    }
}

/// `textDocument/definition`: of a name where it is given, of an `include` its file, of `url(id)` the address.
pub(super) fn definition(documents: &Documents, params: &Value) -> Answer {
    let Some((place, at)) = Place::at(documents, params)? else { return Ok(Value::Null) };
    let source = SourceId::default();
    if let Some(span) = ide::definition_at(&place.piece.reading, source, at) {
        return Ok(place.location(span));
    }
    let links = ide::links(&place.piece.reading, source);
    let here = links.into_iter().find(|(span, _)| span.range().contains(&at));
    Ok(match here {
        Some((_, ide::Target::Text(path))) => {
            let name = place.piece.reading.sources.get(source).name();
            let start = json!({ "line": 0, "character": 0 });
            included(name, &path).map_or(
                Value::Null,
                |path| json!({ "uri": address::uri(&path), "range": { "start": start, "end": start } }),
            )
        }
        _ => Value::Null,
    })
}

/// `textDocument/references`.
pub(super) fn references(documents: &Documents, params: &Value) -> Answer {
    let Some((place, at)) = Place::at(documents, params)? else { return Ok(Value::Null) };
    let all = params["context"]["includeDeclaration"].as_bool().unwrap_or(true);
    let found = ide::references_at(&place.piece.reading, SourceId::default(), at);
    let wanted = found.iter().filter(|reference| all || !reference.defines);
    Ok(wanted.map(|reference| place.location(reference.span)).collect())
}

/// `textDocument/documentHighlight`: where it is given as written, elsewhere as read.
pub(super) fn highlight(documents: &Documents, params: &Value) -> Answer {
    let Some((place, at)) = Place::at(documents, params)? else { return Ok(Value::Null) };
    let found = ide::references_at(&place.piece.reading, SourceId::default(), at);
    let here = found.iter().filter(|reference| Place::is_here(reference.span));
    Ok(here
        .map(|found| json!({ "range": place.range(found.span), "kind": if found.defines { 3 } else { 2 } }))
        .collect())
}

/// `textDocument/prepareRename`.
pub(super) fn prepare_rename(documents: &Documents, params: &Value) -> Answer {
    let Some((place, at)) = Place::at(documents, params)? else { return Ok(Value::Null) };
    let Some(found) = ide::reference_at(&place.piece.reading, SourceId::default(), at) else { return Ok(Value::Null) };
    let map = &place.piece.reading.map;
    let name = match found.end.moved {
        Some(id) => map.movement(id).name.clone().unwrap_or_default(),
        None => map.component(found.end.component).name.clone(),
    };
    Ok(json!({ "range": place.range(found.span), "placeholder": name }))
}

/// `textDocument/rename`.
pub(super) fn rename(documents: &Documents, params: &Value) -> Answer {
    let Some((place, at)) = Place::at(documents, params)? else { return Err(Failed::invalid("there is no name here")) };
    let reading = &place.piece.reading;
    let found =
        ide::reference_at(reading, SourceId::default(), at).ok_or_else(|| Failed::invalid("there is no name here"))?;
    let id = found.end.moved.map_or(Id::Component(found.end.component), Id::Movement);
    let name = params["newName"].as_str().unwrap_or_default();
    let edits = edit::rename(reading, id, name).map_err(|refused| Failed::invalid(refused.to_string()))?;
    Ok(place.edits(&edits))
}
