//! What can be fixed without asking.

use super::{Problem, Unknown};
use crate::source::Span;

/// A change to the text that fixes the problem and changes nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced; empty where something is only put in.
    pub span: Span,
    /// What stands there then.
    pub replacement: String,
}

impl Problem {
    /// The change that fixes it, where there is one that every author would make: it never deletes what somebody meant,
    /// and never guesses a name.
    pub fn fix(&self) -> Option<Fix> {
        let (span, replacement) = match self {
            Self::UnknownStatement { why, span } => match why {
                Unknown::Resembles { word, keyword, .. } => (*word, (*keyword).to_owned()),
                Unknown::Glued { word, keyword, .. } => (*word, format!("{keyword} ")),
                Unknown::BareComponent => (span.before(), "component ".to_owned()),
                Unknown::ForeignArrow { arrow, .. } => (*arrow, "->".to_owned()),
                Unknown::Plain | Unknown::Incomplete { .. } | Unknown::ForeignWord { .. } | Unknown::Markup => {
                    return None;
                }
            },
            Self::KeywordCase { span, keyword } => (*span, (*keyword).to_owned()),
            Self::MissingWhitespace { span } => (*span, " ".to_owned()),
            Self::BarePosition { span, position } => (*span, position.clone()),
            Self::LegacyForm { span, instead, in_place: true, .. } => (*span, instead.clone()),
            Self::MalformedNumber { span, text, .. } => (*span, two_numbers(text)?),
            Self::SwappedPosition { span, first, second } => (*span, format!("{second}, {first}")),
            Self::NameDiffers { span, defined, .. } => (*span, as_name(&defined.name)),
            Self::InvalidCharacter { span, .. } | Self::PositionOnLink { span } => (*span, String::new()),
            Self::ReversedRange { span, low, high } => (*span, format!("{low}, {high}")),
            Self::UnknownDecorator { span, near: Some(near), .. }
            | Self::UnknownStyle { span, near: Some(near), .. } => (*span, (*near).to_owned()),
            _ => return None,
        };
        Some(Fix { span, replacement })
    }
}

/// `0.55. 0.18` and `0.55; 0.18` as `0.55, 0.18`.
fn two_numbers(text: &str) -> Option<String> {
    let (first, second) = text.trim().split_once([' ', '\t', ';', '/'])?;
    let first = first.trim_end_matches(['.', ';', ':']);
    let second = second.trim_start_matches([' ', '\t', ';', '/']);
    let number = |part: &str| part.parse::<f64>().is_ok_and(f64::is_finite);
    (number(first) && number(second)).then(|| format!("{first}, {second}"))
}

/// A name as it must be written to be read as this name: in quotes where something in it would be read otherwise.
fn as_name(name: &str) -> String {
    let plain = !name.contains(['"', '[', ']', '\n', '\t', '\\', ';', '{', '}', '+', '<', '>', '(', '#', '%', '/']);
    if plain { name.to_owned() } else { format!("\"{}\"", escaped(name)) }
}

fn escaped(name: &str) -> String {
    name.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t")
}
