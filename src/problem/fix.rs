//! What can be mended without asking.

use super::Problem;
use crate::source::Span;

/// A change to the text that mends the problem and changes nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced; empty where something is only put in.
    pub span: Span,
    /// What stands there then.
    pub replacement: String,
}

impl Problem {
    /// The change that mends it, where there is exactly one.
    pub fn fix(&self) -> Option<Fix> {
        None
    }
}
