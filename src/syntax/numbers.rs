//! Brackets and the parts in them.

use pest::iterators::Pair;

use super::ast::{Bracket, Part, Value};
use super::parser::{At, Rule};
use super::words::{collapse, text};

pub(super) fn bracket(pair: Pair<Rule>, at: At) -> Bracket {
    let span = at.span(&pair);
    let mut closed = false;
    let mut parts = Vec::with_capacity(2);
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::closing => closed = true,
            Rule::number | Rule::unset | Rule::quoted_part | Rule::part_words | Rule::empty => {
                parts.push(part(&inner, at));
            }
            Rule::malformed => malformed(&inner, at, &mut parts),
            _ => {}
        }
    }
    Bracket { parts, span, closed }
}

/// A part or a bare number.
pub(super) fn part(pair: &Pair<Rule>, at: At) -> Part {
    let raw = pair.as_str();
    let value = match pair.as_rule() {
        Rule::unset => Value::Open,
        Rule::quoted_part => Value::Name(text(pair, at).text),
        Rule::empty => Value::Empty,
        Rule::part_words => Value::Words(collapse(raw)),
        _ => number(raw),
    };
    Part { value, span: at.span(pair) }
}

fn number(raw: &str) -> Value {
    match raw.parse::<f64>() {
        Ok(value) if value.is_finite() => Value::Number(value),
        _ => Value::Malformed(0.0),
    }
}

/// `0.55. 0.18` holds two numbers and a slip of the finger; `0.5abc` holds one. Without any it is words.
fn malformed(pair: &Pair<Rule>, at: At, parts: &mut Vec<Part>) {
    let raw = pair.as_str().trim_end();
    let start = pair.as_span().start();
    let numbers = runs_of_digits(raw);
    if numbers.is_empty() {
        let value = Value::Words(collapse(raw));
        parts.push(Part { value, span: at.offsets(start, start + raw.len()) });
        return;
    }
    if let (true, [first, .., last]) = (raw.contains(".."), numbers.as_slice()) {
        // `0.4..0.6`: somewhere between, so in the middle.
        let read = |(from, to): (usize, usize)| raw[from..to].parse::<f64>().ok().filter(|value| value.is_finite());
        let middle = read(*first).zip(read(*last)).map_or(0.0, |(low, high)| f64::midpoint(low, high));
        let value = Value::Malformed((middle * 1000.0).round() / 1000.0);
        parts.push(Part { value, span: at.offsets(start, start + raw.len()) });
        return;
    }
    let several = numbers.len() > 1;
    for (from, to) in numbers {
        let Value::Number(value) = number(&raw[from..to]) else { continue };
        // A single number keeps the whole text for its span, so that a message can show what was wrong with it.
        let (from, to) = if several { (from, to) } else { (0, raw.len()) };
        parts.push(Part { value: Value::Malformed(value), span: at.offsets(start + from, start + to) });
    }
}

/// Where numbers stand in a text: an optional sign, digits, at most one point that digits follow.
fn runs_of_digits(raw: &str) -> Vec<(usize, usize)> {
    let bytes = raw.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut runs = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let from = at;
        if bytes[at] == b'-' {
            at += 1;
        }
        let digits_from = at;
        while digit(at) {
            at += 1;
        }
        if bytes.get(at) == Some(&b'.') && digit(at + 1) {
            at += 1;
            while digit(at) {
                at += 1;
            }
        }
        if at > digits_from {
            runs.push((from, at));
        } else {
            at = from + 1;
        }
    }
    runs
}
