//! [`Note`]: free text at a place.

use super::Position;
use crate::source::Span;

/// Free text at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The text; `\n` breaks lines.
    pub text: String,
    /// Where it starts.
    pub position: Position,
    /// Where it is written.
    pub span: Span,
}
