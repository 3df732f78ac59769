//! [`symbols`]: the outline of a text, and [`folds`].

use super::at::{file, stage_of};
use crate::Reading;
use crate::map::{Component, ComponentKind, Coordinate};
use crate::source::{SourceId, Span};
use crate::syntax::ast::Statement;

/// Something with a name, for an outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Symbol {
    /// Its name on one line.
    pub name: String,
    /// What it is, in a word.
    pub kind: SymbolKind,
    /// Where it stands, in a word.
    pub detail: String,
    /// All that belongs to it.
    pub span: Span,
    /// Its name.
    pub name_span: Span,
    /// What stands in it.
    pub children: Vec<Symbol>,
}

/// What a [`Symbol`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SymbolKind {
    /// A user.
    Anchor,
    /// A component.
    Component,
    /// Another map.
    Submap,
    /// A note or an annotation.
    Note,
}

/// What has a name in a text: users first, then the chain, each with what stands in its pipeline, then notes.
pub fn symbols(reading: &Reading, source: SourceId) -> Vec<Symbol> {
    let map = &reading.map;
    let here = |span: Span| span.source == source;
    let mut symbols: Vec<Symbol> = Vec::new();
    for users in [true, false] {
        for (id, component) in map.components() {
            let own = (component.kind == ComponentKind::Anchor) == users && component.pipeline.is_none();
            if !own || component.name.is_empty() || !here(component.span) {
                continue;
            }
            let mut symbol = one(reading, component);
            let inside = map.pipelines.iter().filter(|pipeline| pipeline.parent == id && pipeline.braces);
            for child in inside.flat_map(|pipeline| &pipeline.children) {
                let child = map.component(*child);
                if !child.name.is_empty() && here(child.span) {
                    symbol.children.push(one(reading, child));
                }
            }
            symbols.push(symbol);
        }
    }
    let notes = map.notes.iter().map(|note| (&note.text, note.span));
    let annotations = map.annotations.iter().map(|annotation| (&annotation.text, annotation.span));
    for (text, span) in notes.chain(annotations).filter(|(text, span)| !text.trim().is_empty() && here(*span)) {
        let name = text.replace('\n', " ");
        let (kind, detail) = (SymbolKind::Note, String::new());
        symbols.push(Symbol { name, kind, detail, span, name_span: span, children: Vec::new() });
    }
    symbols
}

fn one(reading: &Reading, component: &Component) -> Symbol {
    let kind = match component.kind {
        ComponentKind::Anchor => SymbolKind::Anchor,
        ComponentKind::Submap => SymbolKind::Submap,
        ComponentKind::Component => SymbolKind::Component,
    };
    let stage = match component.position.evolution {
        Coordinate::Given(at) | Coordinate::Within(at, _) => stage_of(&reading.map, at),
        Coordinate::Unknown => String::new(),
    };
    let line = reading.files.iter().find(|file| file.source == component.span.source).and_then(|file| {
        let at = file.lines.partition_point(|line| line.span.end < component.span.end);
        file.lines.get(at)
    });
    Symbol {
        name: component.name.replace('\n', " "),
        kind,
        detail: stage,
        span: line.map_or(component.span, |line| line.span),
        name_span: component.span,
        children: Vec::new(),
    }
}

/// What can be folded: from a line to a line, both included; as the places where they start.
pub fn folds(reading: &Reading, source: SourceId) -> Vec<(Span, bool)> {
    let Some(file) = file(reading, source) else { return Vec::new() };
    let mut folds = Vec::new();
    let mut open: Option<Span> = None;
    let mut comments: Option<Span> = None;
    for line in &file.lines {
        let only_comment = line.statement.is_none() && !line.comments.is_empty();
        comments = match (comments, only_comment) {
            (Some(run), true) => Some(run.to(line.span)),
            (None, true) => Some(line.span),
            (Some(run), false) => {
                folds.push((run, true));
                None
            }
            (None, false) => None,
        };
        match &line.statement {
            Some(Statement::Pipeline(_)) => open = Some(line.span),
            Some(Statement::Close(_)) => folds.extend(open.take().map(|start| (start.to(line.span), false))),
            _ => {}
        }
    }
    folds.extend(comments.map(|run| (run, true)));
    let text = reading.sources.get(source).text();
    folds.retain(|(span, _)| text[span.range()].contains(['\n', '\r']));
    folds
}
