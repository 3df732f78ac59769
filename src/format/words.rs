//! Numbers and texts as they are written.

use crate::syntax::ast::Text;

/// A number as short as it can be.
pub(crate) fn number(value: f64) -> String {
    format!("{value}")
}

/// A coordinate: two decimals, more where it has more, so that it stays the very same number.
pub(crate) fn coordinate(value: f64) -> String {
    let short = number(value);
    match short.split_once('.') {
        None => short + ".00",
        Some((_, decimals)) if decimals.len() == 1 => short + "0",
        Some(_) => short,
    }
}

/// A name or another text, in quotes where it was written in quotes.
pub(super) fn text(text: &Text) -> String {
    if text.quoted { quoted(&text.text) } else { text.text.clone() }
}

/// The text in quotes, as the map language, Mermaid and Graphviz read it.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push(' '),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}
