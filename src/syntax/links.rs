//! Links, as the grammar found them.

use pest::iterators::Pair;

use super::ast::{Arrow, ArrowKind, LinkStatement, Text};
use super::parser::{At, Rule};
use super::words::{collapse, text};
use crate::source::Span;

pub(super) fn link(pair: Pair<Rule>, at: At) -> LinkStatement {
    let span = at.span(&pair);
    let mut link = LinkStatement { span, ends: Vec::with_capacity(2), arrows: Vec::with_capacity(1), context: None };
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::link_end | Rule::short_end => link.ends.push(text(&inner, at)),
            Rule::context => link.context = Some(text(&inner, at)),
            Rule::arrow => {
                fill_missing_end(&mut link, *at.span(&inner).before());
                link.arrows.push(arrow(inner, at));
            }
            Rule::short => link.arrows.push(Arrow { kind: ArrowKind::Short, text: None, span: at.span(&inner) }),
            _ => {}
        }
    }
    let end = link.arrows.last().map_or(span.after(), |arrow| arrow.span.after());
    fill_missing_end(&mut link, *end);
    link
}

/// Puts an empty name where an arrow has none before it (or the last one none behind it).
fn fill_missing_end(link: &mut LinkStatement, span: Span) {
    if link.ends.len() == link.arrows.len() {
        link.ends.push(Text { span: span.into(), ..Text::default() });
    }
}

fn arrow(pair: Pair<Rule>, at: At) -> Arrow {
    let span = at.span(&pair);
    let inner = pair.into_inner().next().expect("an arrow is one of its kinds");
    let (kind, text) = match inner.as_rule() {
        Rule::flow_text => flow_text(inner, at),
        _ => (ArrowKind::from_word(inner.as_str()).unwrap_or(ArrowKind::Need), None),
    };
    Arrow { kind, text, span }
}

fn flow_text(pair: Pair<Rule>, at: At) -> (ArrowKind, Option<Text>) {
    let mut kind = ArrowKind::Flow;
    let mut words = None;
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::flow_words => {
                words = Some(Text { text: collapse(inner.as_str()), span: at.span(&inner), quoted: true });
            }
            Rule::back => kind = ArrowKind::FlowBack,
            Rule::both => kind = ArrowKind::FlowBoth,
            _ => {}
        }
    }
    (kind, words)
}
