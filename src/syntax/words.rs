//! Text as it is meant: quotes and escapes resolved, comments dropped, blanks collapsed.

use pest::iterators::Pair;

use super::ast::Text;
use super::parser::{At, Rule};

/// The text under a pair whose rule is a name or words.
pub(super) fn text(pair: &Pair<Rule>, at: At) -> Text {
    let raw = pair.as_str();
    if raw.starts_with(['"', '\'']) {
        let inner =
            pair.clone().into_inner().find(|inner| matches!(inner.as_rule(), Rule::quoted | Rule::unclosed_quote));
        match inner {
            Some(quoted) if quoted.as_rule() == Rule::quoted => {
                return Text { text: unquote(quoted.as_str()), span: at.span(&quoted), quoted: true };
            }
            Some(_) => return Text { text: collapse(&raw[1..]), span: at.span(pair), quoted: false },
            None => {}
        }
    }
    Text { text: collapse(raw), span: at.span(pair), quoted: false }
}

/// What stands between the quotes. In single quotes nothing is escaped.
pub(super) fn unquote(quoted: &str) -> String {
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

/// Runs of blanks and whole comments become one blank; none at the ends.
pub(super) fn collapse(raw: &str) -> String {
    let bare = if raw.contains("/*") { std::borrow::Cow::Owned(without_comments(raw)) } else { raw.into() };
    let mut meant = String::with_capacity(bare.len());
    for word in bare.split(is_blank).filter(|word| !word.is_empty()) {
        if !meant.is_empty() {
            meant.push(' ');
        }
        meant.push_str(word);
    }
    meant
}

/// The blanks of the grammar.
fn is_blank(character: char) -> bool {
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
