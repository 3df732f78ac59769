//! What is shown beside the text, and where.

use super::Problem;
use crate::source::Span;

/// A place in the text and what is to be seen there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What; may be empty.
    pub text: String,
}

impl Problem {
    /// The places to show, the main one first.
    pub fn labels(&self) -> Vec<Label> {
        vec![Label { span: self.span(), text: String::new() }]
    }
}
