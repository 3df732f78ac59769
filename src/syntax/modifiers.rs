//! What may follow a name and its position, as the grammar found it.

use pest::iterators::Pair;

use super::ast::{Decorator, Modifier, Part, Text, Value};
use super::numbers::{bracket, part};
use super::parser::{At, Rule};
use super::statements::{first, rest};
use super::words::{collapse, is_whitespace, text};

pub(super) fn push_modifier(pair: Pair<Rule>, at: At, modifiers: &mut Vec<Modifier>) {
    let span = at.span(&pair);
    let modifier = match pair.as_rule() {
        Rule::label => label(pair, at),
        Rule::label_text => label_text(pair, at),
        Rule::decorators => decorators(pair, at),
        Rule::unknown_decorators => Modifier::Parenthesis(words_in_parenthesis(&pair, at), span),
        Rule::inertia => Modifier::Inertia(span),
        Rule::inline_evolve => return inline_evolve(pair, at, modifiers),
        Rule::address => {
            let inner = first(pair, Rule::address_text);
            Modifier::Url(Text { text: inner.as_str().trim().to_owned(), span: at.span(&inner), quoted: false })
        }
        Rule::description => Modifier::Description(text(&pair, at)),
        Rule::bracket | Rule::stray => {
            if let Some(Modifier::Stray(before)) = modifiers.last_mut() {
                *before = before.to(span);
                return;
            }
            Modifier::Stray(span)
        }
        _ => return,
    };
    modifiers.push(modifier);
}

fn label(pair: Pair<Rule>, at: At) -> Modifier {
    let span = at.span(&pair);
    let mut offset = None;
    let mut pin = false;
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::bracket => offset = Some(bracket(inner, at)),
            Rule::pin => pin = true,
            _ => {}
        }
    }
    Modifier::Label { offset, pin, span }
}

fn label_text(pair: Pair<Rule>, at: At) -> Modifier {
    let span = at.span(&pair);
    let words = rest(pair, at);
    if words.text.is_empty() { Modifier::Label { offset: None, pin: false, span } } else { Modifier::LabelText(words) }
}

fn decorators(pair: Pair<Rule>, at: At) -> Modifier {
    let span = at.span(&pair);
    let words = pair.into_inner().filter(|inner| inner.as_rule() == Rule::decorator);
    Modifier::Decorators(
        words.filter_map(|word| Some((Decorator::from_word(word.as_str())?, at.span(&word)))).collect(),
        span,
    )
}

/// The words of `(build, ours)`, known ones as they are spelled.
pub(super) fn words_in_parenthesis(pair: &Pair<Rule>, at: At) -> Vec<Text> {
    let inside = pair.as_str().trim_start_matches('(').trim_end_matches(')');
    let mut start = pair.as_span().start() + 1;
    let mut words = Vec::new();
    for piece in inside.split(',') {
        let written = piece.trim_matches(is_whitespace);
        let from = start + (piece.len() - piece.trim_start_matches(is_whitespace).len());
        start += piece.len() + 1;
        if !written.is_empty() {
            let word = Decorator::from_word(written).map_or_else(|| collapse(written), |known| known.word().to_owned());
            words.push(Text { text: word, span: at.offsets(from, from + written.len()), quoted: false });
        }
    }
    words
}

/// `evolve 0.8` or `evolve product` on a component's line. Words reach to the line's end.
fn inline_evolve(pair: Pair<Rule>, at: At, modifiers: &mut Vec<Modifier>) {
    let span = at.span(&pair);
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::target => modifiers.push(Modifier::Evolve(part(&inner, at), span)),
            Rule::inline_words => {
                let value = Value::Words(collapse(inner.as_str()));
                modifiers.push(Modifier::Evolve(Part { value, span: at.span(&inner) }, span));
            }
            _ => {}
        }
    }
}
