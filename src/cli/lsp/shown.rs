//! What an editor shows of a text: hover, completion, outline, colors, folds, hints.

use serde_json::{Value, json};

use super::documents::{Documents, included};
use super::names::Place;
use super::{Answer, address};
use crate::ide::{self, Completion, CompletionKind, Symbol, SymbolKind, Target};
use crate::source::{SourceId, Span};

const HERE: fn() -> SourceId = SourceId::default;

/// `textDocument/hover`
pub(super) fn hover(documents: &Documents, params: &Value) -> Answer {
    let Some((place, at)) = Place::at(documents, params)? else { return Ok(Value::Null) };
    let piece = place.piece;
    let found = ide::hover(&piece.reading, piece.places(), &piece.problems, HERE(), at);
    Ok(found.map_or(
        Value::Null,
        |hover| json!({ "contents": { "kind": "markdown", "value": hover.text }, "range": place.range(hover.span) }),
    ))
}

/// `textDocument/completion`
pub(super) fn completion(documents: &Documents, params: &Value) -> Answer {
    let Some((place, at)) = Place::at(documents, params)? else { return Ok(json!([])) };
    let list = ide::complete(&place.piece.reading, HERE(), at);
    let items = list.iter().enumerate().map(|(rank, item)| completed(&place, rank, item));
    let mut items: Vec<Value> = items.collect();
    if items.is_empty() {
        items = files(&place, at);
    }
    Ok(items.into())
}

fn completed(place: &Place, rank: usize, item: &Completion) -> Value {
    let kind = match item.kind {
        CompletionKind::Keyword => 14,
        CompletionKind::Name => 6,
        CompletionKind::Word => 20,
        CompletionKind::Url => 18,
    };
    json!({
        "label": item.label,
        "kind": kind,
        "detail": item.detail,
        "sortText": format!("{rank:05}"),
        "filterText": item.label,
        "insertTextFormat": if item.snippet { 2 } else { 1 },
        "textEdit": { "range": place.range(item.span), "newText": item.insert },
    })
}

/// Files that an `include` may name: those beside the map.
fn files(place: &Place, at: usize) -> Vec<Value> {
    let text = &place.piece.text()[..at];
    let line = text.rsplit(['\n', '\r']).next().unwrap_or_default().trim_start();
    let Some(written) = line.strip_prefix("include ").map(str::trim_start) else { return Vec::new() };
    let Some(folder) = address::path(&place.document.uri).and_then(|path| path.parent().map(ToOwned::to_owned)) else {
        return Vec::new();
    };
    let span = Span::new(HERE(), at - written.len(), at);
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    let is_map = |name: &String| [".wm", ".owm", ".wardley"].iter().any(|end| name.ends_with(end));
    names.retain(|name| is_map(name) && !place.document.uri.ends_with(name.as_str()));
    names.sort();
    let items = names
        .iter()
        .map(|name| json!({ "label": name, "kind": 17, "textEdit": { "range": place.range(span), "newText": name } }));
    items.collect()
}

/// `textDocument/documentSymbol`
pub(super) fn symbols(documents: &Documents, params: &Value) -> Answer {
    let mut all = Vec::new();
    for place in Place::all(documents, params)? {
        let found = ide::symbols(&place.piece.reading, HERE());
        all.extend(found.iter().map(|symbol| one_symbol(&place, symbol)));
    }
    Ok(all.into())
}

fn one_symbol(place: &Place, symbol: &Symbol) -> Value {
    json!({
        "name": symbol.name,
        "detail": symbol.detail,
        "kind": symbol_kind(symbol.kind),
        "range": place.range(symbol.span),
        "selectionRange": place.range(symbol.name_span),
        "children": symbol.children.iter().map(|child| one_symbol(place, child)).collect::<Vec<_>>(),
    })
}

fn symbol_kind(kind: SymbolKind) -> u8 {
    match kind {
        SymbolKind::Anchor => 11,
        SymbolKind::Component => 5,
        SymbolKind::Submap => 2,
        SymbolKind::Note => 15,
    }
}

/// `workspace/symbol`: what has a name in all that is open.
pub(super) fn workspace_symbols(documents: &Documents, params: &Value) -> Value {
    let query = params["query"].as_str().unwrap_or_default().to_lowercase();
    let mut all = Vec::new();
    for uri in documents.uris() {
        for at in 0..documents.pieces(&uri).len() {
            let Some(place) = Place::of(documents, &uri, at) else { continue };
            for symbol in ide::symbols(&place.piece.reading, HERE()) {
                let children = symbol.children.clone();
                for symbol in std::iter::once(symbol).chain(children) {
                    if symbol.name.to_lowercase().contains(&query) {
                        let location = place.location(symbol.name_span);
                        all.push(
                            json!({ "name": symbol.name, "kind": symbol_kind(symbol.kind), "location": location }),
                        );
                    }
                }
            }
        }
    }
    all.into()
}

/// `textDocument/foldingRange`
pub(super) fn folds(documents: &Documents, params: &Value) -> Answer {
    let mut all = Vec::new();
    for place in Place::all(documents, params)? {
        for (span, comment) in ide::folds(&place.piece.reading, HERE()) {
            let range = place.range(span);
            let kind = if comment { "comment" } else { "region" };
            all.push(json!({ "startLine": range["start"]["line"], "endLine": range["end"]["line"], "kind": kind }));
        }
    }
    Ok(all.into())
}

/// `textDocument/semanticTokens/full` and `…/range`
pub(super) fn tokens(documents: &Documents, params: &Value) -> Answer {
    let mut data: Vec<u32> = Vec::new();
    let (mut line, mut column) = (0, 0);
    for place in Place::all(documents, params)? {
        let document = place.document;
        let wanted = wanted(&place, params);
        for token in ide::tokens(&place.piece.reading, HERE()) {
            let range = place.piece.range(token.span);
            if range.end < wanted.start || range.start > wanted.end || range.is_empty() {
                continue;
            }
            let (at_line, at_column) = document.lines.place(&document.text, place.encoding, range.start);
            let (end_line, end_column) = document.lines.place(&document.text, place.encoding, range.end);
            if end_line != at_line {
                continue;
            }
            let right = if at_line == line { at_column - column } else { at_column };
            data.extend(
                [at_line - line, right, end_column - at_column, token.kind as usize, 0].map(|number| number as u32),
            );
            (line, column) = (at_line, at_column);
        }
    }
    Ok(json!({ "data": data }))
}

/// The bytes of the document that a request is about: its range, or all.
fn wanted(place: &Place, params: &Value) -> std::ops::Range<usize> {
    let document = place.document;
    let Some(range) = params.get("range") else { return 0..document.text.len() };
    let offset = |end: &str| document.lines.offset(&document.text, place.encoding, &range[end]);
    offset("start")..offset("end")
}

/// `textDocument/inlayHint`
pub(super) fn inlays(documents: &Documents, params: &Value) -> Answer {
    let mut all = Vec::new();
    for place in Place::all(documents, params)? {
        let wanted = wanted(&place, params);
        for (span, text) in ide::inlays(&place.piece.reading, place.piece.places(), place.piece.all()) {
            let at = place.piece.outside(span.start as usize);
            if wanted.contains(&at) || wanted.end == at {
                let position = document_position(&place, at);
                all.push(json!({ "position": position, "label": text, "paddingLeft": true }));
            }
        }
    }
    Ok(all.into())
}

fn document_position(place: &Place, at: usize) -> Value {
    place.document.lines.position(&place.document.text, place.encoding, at)
}

/// `textDocument/documentLink`
pub(super) fn links(documents: &Documents, params: &Value) -> Answer {
    let mut all = Vec::new();
    for place in Place::all(documents, params)? {
        let name = place.piece.reading.sources.get(HERE()).name();
        for (span, target) in ide::links(&place.piece.reading, HERE()) {
            let target = match target {
                Target::Address(to) if to.contains("://") || to.starts_with("mailto:") => Some(to),
                Target::Address(to) | Target::Text(to) => {
                    included(name, to.split(['#', '?']).next().unwrap_or_default()).map(|path| address::uri(&path))
                }
            };
            if let Some(target) = target {
                all.push(json!({ "range": place.range(span), "target": target }));
            }
        }
    }
    Ok(all.into())
}

/// `textDocument/codeLens`
pub(super) fn lenses(documents: &Documents, params: &Value) -> Answer {
    let mut all = Vec::new();
    for place in Place::all(documents, params)? {
        for (span, count) in ide::lenses(&place.piece.reading, HERE()) {
            let range = place.range(span);
            let places: Vec<Value> =
                ide::needed_by(&place.piece.reading, span).into_iter().map(|span| place.location(span)).collect();
            let arguments = json!([place.document.uri, range["start"], places]);
            let command = json!({ "title": format!("{count} need this"), "command": "wardley.showReferences", "arguments": arguments });
            all.push(json!({ "range": range, "command": command }));
        }
    }
    Ok(all.into())
}
