//! What is to be seen where.

use super::{Problem, Unknown};
use crate::source::Span;

/// A place in the text and what is to be seen there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What; may be empty.
    pub text: String,
}

impl Label {
    fn new(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }
}

impl Problem {
    /// The places to show, the main one first.
    pub fn labels(&self) -> Vec<Label> {
        let mut labels = vec![Label::new(self.place(), self.caption())];
        match self {
            Self::UnknownComponent { near, commented, .. } => {
                labels.extend(near.as_ref().map(|near| Label::new(near.span, "this one has a similar name")));
                labels.extend(commented.map(|span| Label::new(span, "defined in a comment")));
            }
            Self::NameDiffers { defined, .. } => labels.push(Label::new(defined.span, "defined here")),
            Self::UnknownUrl { near: Some(near), .. } => {
                labels.push(Label::new(near.span, "this one has a similar id"));
            }
            Self::DuplicateName { first, .. } => labels.push(Label::new(*first, "the first one; links reach this one")),
            Self::DuplicateLink { first, .. } => labels.push(Label::new(*first, "the same link")),
            Self::RepeatedComponent { first, .. } | Self::DuplicateEvolve { first, .. } => {
                labels.push(Label::new(*first, "the first time"));
            }
            Self::RepeatedStatement { first, .. } => labels.push(Label::new(*first, "the first one")),
            Self::ConflictingMethods { first, .. } => labels.push(Label::new(*first, "said here")),
            Self::ChildOutsideRange { range, .. } => labels.push(Label::new(*range, "the range")),
            Self::LabelCollision { other: Some(other), .. } => {
                labels.push(Label::new(other.span, "this is in the way"));
            }
            Self::SamePlace { other, .. } => labels.push(Label::new(other.span, "same position")),
            Self::Cycle { links, .. } => {
                let rest = links.iter().filter(|&&link| link != self.span());
                labels.extend(rest.take(5).map(|&link| Label::new(link, "")));
            }
            _ => {}
        }
        labels
    }

    /// The piece of `span` that shows the mistake best.
    fn place(&self) -> Span {
        match self {
            Self::UnknownStatement { why, span } => match why {
                Unknown::Resembles { word, .. } | Unknown::Glued { word, .. } | Unknown::ForeignWord { word, .. } => {
                    *word
                }
                Unknown::ForeignArrow { arrow, .. } => *arrow,
                Unknown::Plain
                | Unknown::Parentheses { .. }
                | Unknown::Incomplete { .. }
                | Unknown::BareComponent
                | Unknown::Markup => *span,
            },
            _ => self.span(),
        }
    }

    fn caption(&self) -> &'static str {
        match self {
            Self::UnknownStatement { why, .. } => match why {
                Unknown::Plain | Unknown::Parentheses { .. } | Unknown::Incomplete { .. } | Unknown::Markup => {
                    "left out"
                }
                Unknown::Resembles { .. } | Unknown::ForeignWord { .. } => "not a keyword",
                Unknown::Glued { .. } => "whitespace is missing here",
                Unknown::BareComponent => "no keyword here",
                Unknown::ForeignArrow { .. } => "not an arrow",
            },
            Self::MissingWhitespace { .. } => "whitespace is missing here",
            Self::UnclosedBracket { .. } => "no `]` on this line",
            Self::BarePosition { .. } => "no position yet",
            Self::UnclosedQuote { .. } => "no closing quote on this line",
            Self::UnclosedComment { .. } => "no `*/` after this",
            Self::UnclosedBrace { .. } => "no `}` after this",
            Self::MissingEnd { .. } => "a name is missing on a side of this",
            Self::DecimalComma { .. } => "a comma is not a point",
            Self::MissingPart { assumed, .. } => assumed,
            Self::OutOfRange { .. } => "outside 0 to 1",
            Self::IgnoredSetting { .. } => "not used",
            Self::RemarkInName { .. } => "no comment",
            Self::RunawayLabel { .. } => "not followed",
            Self::HiddenLabel { .. } => "outside the picture",
            Self::LabelText { .. } => "not an offset",
            Self::UnknownComponent { .. } | Self::UnknownUrl { .. } => "not defined",
            Self::NameDiffers { .. } => "written differently",
            Self::DuplicateName { .. } => "the second one",
            Self::DuplicateLink { .. } => "drawn once",
            Self::RepeatedComponent { .. } | Self::DuplicateEvolve { .. } => "the second time",
            Self::ReversedRange { .. } => "the larger number is first",
            Self::ChildOutsideRange { .. } => "outside",
            Self::UnknownDecorator { .. } => "not a decorator",
            Self::UnknownStyle { .. } => "not a style",
            Self::StrayText { .. }
            | Self::UnknownMetric { .. }
            | Self::PositionOnLink { .. }
            | Self::IgnoredModifier { .. }
            | Self::NestedPipeline { .. }
            | Self::SelfLink { .. }
            | Self::ForbiddenAddress { .. }
            | Self::ExtraPart { .. } => "left out",
            _ => "",
        }
    }
}
