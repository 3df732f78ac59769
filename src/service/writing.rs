//! What helps somebody who writes a text: completions, explanations, what its words are.

use serde_json::{Value, json};

use super::{Question, all_problems, range};
use crate::Reading;
use crate::ide::{self, CompletionKind, TokenKind};
use crate::layout::Layout;
use crate::source::SourceId;

/// The text that a question is about, among all that it includes.
const HERE: SourceId = SourceId(0);

/// What could stand at the question's position.
pub(super) fn completions(question: &Question, reading: &Reading) -> Value {
    let source = reading.sources.get(HERE);
    let at = range::offset(source, question.position.line, question.position.character);
    let list = ide::complete(reading, HERE, at).into_iter().map(|one| {
        json!({
            "label": one.label,
            "kind": kind(one.kind),
            "detail": one.detail,
            "insert": one.insert,
            "snippet": one.snippet,
            "range": range::range(source, one.span),
        })
    });
    list.collect()
}

fn kind(kind: CompletionKind) -> &'static str {
    match kind {
        CompletionKind::Keyword => "keyword",
        CompletionKind::Name => "name",
        CompletionKind::Word => "word",
        CompletionKind::Url => "url",
    }
}

/// What stands at the question's position, explained; null where there is nothing to explain.
pub(super) fn hover(question: &Question, reading: &Reading, layout: &Layout) -> Value {
    let source = reading.sources.get(HERE);
    let at = range::offset(source, question.position.line, question.position.character);
    let found = ide::hover(reading, &layout.places, &all_problems(reading, layout), HERE, at);
    found.map(|found| json!({ "text": found.text, "range": range::range(source, found.span) })).into()
}

/// What each piece of the text is.
pub(super) fn tokens(reading: &Reading) -> Value {
    let source = reading.sources.get(HERE);
    let token = |token: ide::Token| json!({ "range": range::range(source, token.span), "kind": word(token.kind) });
    ide::tokens(reading, HERE).into_iter().map(token).collect()
}

fn word(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Keyword => "keyword",
        TokenKind::Name => "name",
        TokenKind::Number => "number",
        TokenKind::Word => "word",
        TokenKind::Decorator => "decorator",
        TokenKind::Arrow => "arrow",
        TokenKind::Text => "text",
        TokenKind::Comment => "comment",
    }
}
