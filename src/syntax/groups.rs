//! What gives components a meaning and holds them together, as the grammar found it.

use pest::iterators::Pair;

use super::ast::{AreaStatement, ClassStatement, Text};
use super::modifiers::words_in_parenthesis;
use super::parser::{At, Rule};
use super::words::{plain_text, text};
use crate::source::Where;

pub(super) fn class(pair: Pair<Rule>, at: At) -> ClassStatement {
    let span = at.span(&pair);
    let mut class = ClassStatement { span, name: Text::default(), color: Text::default(), stray: None };
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::class_name => class.name = text(&inner, at),
            Rule::color => class.color = plain_text(&inner, at),
            Rule::stray => stray(&mut class.stray, at.span(&inner)),
            _ => {}
        }
    }
    class
}

pub(super) fn area(pair: Pair<Rule>, at: At) -> AreaStatement {
    let span = at.span(&pair);
    let mut area = AreaStatement { span, name: Text::default(), members: Vec::new(), class: None, stray: None };
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::said_name => area.name = text(&inner, at),
            Rule::listed => area.members = listed(inner, at),
            Rule::unknown_decorators => area.class = words_in_parenthesis(&inner, at).into_iter().next(),
            Rule::stray => stray(&mut area.stray, at.span(&inner)),
            _ => {}
        }
    }
    area
}

/// The names between brackets.
pub(super) fn listed(pair: Pair<Rule>, at: At) -> Vec<Text> {
    pair.into_inner().filter(|inner| inner.as_rule() == Rule::listed_name).map(|name| text(&name, at)).collect()
}

fn stray(all: &mut Option<Where>, one: Where) {
    *all = Some(all.map_or(one, |before| before.to(one)));
}
