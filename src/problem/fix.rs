//! What can be fixed without asking.

use super::{Problem, Unknown};
use crate::source::{SourceId, Span};

/// A change to the text that fixes the problem and changes nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced; empty where something is only put in.
    pub span: Span,
    /// What stands there then.
    pub replacement: String,
}

/// The text with the fixes made that are to it (and not to what it includes), and how many these are. Of fixes that touch each
/// other the first is made.
pub fn apply(fixes: impl IntoIterator<Item = Fix>, text: &str) -> (String, usize) {
    let mut fixes: Vec<Fix> = fixes.into_iter().filter(|fix| fix.span.source == SourceId::default()).collect();
    fixes.sort_by_key(|fix| fix.span);
    let (mut fixed, mut done, mut count) = (String::with_capacity(text.len()), 0, 0);
    for fix in fixes {
        let range = fix.span.range();
        if range.start > done || count == 0 {
            fixed.extend([&text[done..range.start], &fix.replacement]);
            done = range.end;
            count += 1;
        }
    }
    (fixed + &text[done..], count)
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
                Unknown::Plain
                | Unknown::Parentheses { .. }
                | Unknown::Incomplete { .. }
                | Unknown::ForeignWord { .. }
                | Unknown::Markup => {
                    return None;
                }
            },
            Self::KeywordCase { span, keyword } => (*span, (*keyword).to_owned()),
            Self::MissingWhitespace { span } => (*span, " ".to_owned()),
            Self::BarePosition { span, position } => (*span, position.clone()),
            Self::LegacyForm { span, instead, in_place: true, .. } | Self::NameDiffers { span, instead, .. } => {
                (*span, instead.clone())
            }
            Self::MalformedNumber { span, text, .. } => (*span, two_numbers(text)?),
            Self::SwappedPosition { span, first, second } => (*span, format!("{second}, {first}")),
            Self::DecimalComma { span, instead, .. } => (*span, instead.clone()),
            Self::InvalidCharacter { span, .. } | Self::PositionOnLink { span } => (*span, String::new()),
            Self::ReversedRange { span, low, high } => (*span, format!("{low}, {high}")),
            Self::UnknownDecorator { span, near: Some(near), .. } => (*span, near.clone()),
            Self::UnknownStyle { span, near: Some(near), .. } => (*span, (*near).to_owned()),
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
