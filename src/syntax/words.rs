//! Text as it is meant: quotes and escapes resolved, comments dropped, whitespace collapsed.

use pest::iterators::Pair;

use super::ast::Text;
use super::parser::{At, Rule};
use crate::source::{Span, Where};

/// The text under a pair whose rule is a name or words.
pub(super) fn text(pair: &Pair<Rule>, at: At) -> Text {
    let raw = pair.as_str().trim_end_matches(is_whitespace);
    let span = at.span(pair);
    match (raw.as_bytes().first(), quoted(raw)) {
        (_, Some(quoted)) => {
            let span = Where(Span { end: span.start + quoted.len() as u32, ..*span });
            Text { text: unquote(quoted), span, quoted: true }
        }
        (Some(b'"'), None) if !raw[1..].contains('"') => Text { text: collapse(&raw[1..]), span, quoted: false },
        _ => Text { text: collapse(raw), span, quoted: false },
    }
}

/// The text under a pair in which quotes mean nothing.
pub(super) fn plain_text(pair: &Pair<Rule>, at: At) -> Text {
    Text { text: collapse(pair.as_str()), span: at.span(pair), quoted: false }
}

/// The quoted text that `raw` is, if it is one and nothing but a colon (people write `anchor "Public": [..]`) follows it.
fn quoted(raw: &str) -> Option<&str> {
    let mark = *raw.as_bytes().first().filter(|mark| matches!(mark, b'"' | b'\''))?;
    let mut escaped = false;
    let end = raw.bytes().enumerate().skip(1).find_map(|(at, byte)| {
        let ends = byte == mark && !escaped;
        escaped = mark == b'"' && byte == b'\\' && !escaped;
        ends.then_some(at + 1)
    })?;
    matches!(&raw[end..], "" | ":").then_some(&raw[..end])
}

/// What stands between the quotes. In single quotes nothing is escaped.
fn unquote(quoted: &str) -> String {
    let inner = &quoted[1..quoted.len() - 1];
    if quoted.starts_with('\'') || !inner.contains('\\') {
        return inner.to_owned();
    }
    let mut meant = String::with_capacity(inner.len());
    let mut rest = inner.chars();
    while let Some(character) = rest.next() {
        if character != '\\' {
            meant.push(character);
            continue;
        }
        match rest.next() {
            Some('n') => meant.push('\n'),
            Some('t') => meant.push(' '),
            Some('r') => {}
            Some(mark @ ('"' | '\\')) => meant.push(mark),
            Some(other) => meant.extend(['\\', other]),
            None => meant.push('\\'),
        }
    }
    meant
}

/// Runs of whitespace and whole comments become one space; none at the ends.
pub(super) fn collapse(raw: &str) -> String {
    if !raw.contains("/*") && is_collapsed(raw) {
        return raw.to_owned();
    }
    let bare = if raw.contains("/*") { std::borrow::Cow::Owned(without_comments(raw)) } else { raw.into() };
    let mut meant = String::with_capacity(bare.len());
    for word in bare.split(is_whitespace).filter(|word| !word.is_empty()) {
        if !meant.is_empty() {
            meant.push(' ');
        }
        meant.push_str(word);
    }
    meant
}

/// Whether nothing is to be done: the usual case, decided from the bytes alone.
fn is_collapsed(raw: &str) -> bool {
    let mut before = b' ';
    for byte in raw.bytes() {
        if !(b' '..0x7f).contains(&byte) || (byte == b' ' && before == b' ') {
            return false;
        }
        before = byte;
    }
    before != b' '
}

/// A name without regard to letter case, whitespace and what cannot be seen: names that may be taken for each other have this in
/// common.
pub fn loose(name: &str) -> String {
    let seen = |character: &char| !character.is_whitespace() && !character.is_control();
    name.chars().filter(seen).flat_map(char::to_lowercase).collect()
}

/// Whether the character is whitespace of the language.
pub fn is_whitespace(character: char) -> bool {
    matches!(
        character,
        ' ' | '\t' | '\r' | '\u{A0}' | '\u{B}' | '\u{C}' | '\u{2000}'
            ..='\u{200B}' | '\u{202F}' | '\u{3000}' | '\u{FEFF}'
    )
}

fn without_comments(raw: &str) -> String {
    let mut meant = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, comment)) = rest.split_once("/*") {
        meant.push_str(before);
        meant.push(' ');
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    meant + rest
}
