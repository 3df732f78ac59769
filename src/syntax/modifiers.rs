//! What may follow a name and its position, as the grammar found it.

use pest::iterators::Pair;

use super::ast::{Decorator, Modifier, Part, Text, Value};
use super::numbers::{bracket, part};
use super::parser::{At, Rule};
use super::statements::{first, rest};
use super::words::{collapse, text};

pub(super) fn push_modifier(pair: Pair<Rule>, at: At, modifiers: &mut Vec<Modifier>) {
    let span = at.span(&pair);
    let modifier = match pair.as_rule() {
        Rule::label => label(pair, at),
        Rule::label_text => label_text(pair, at),
        Rule::decorators => decorators(pair, at),
        Rule::unknown_decorators => Modifier::UnknownDecorators(span),
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
