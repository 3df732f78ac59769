//! [`Note`]: free text at a place.

use super::{ComponentId, Position};
use crate::source::Span;

/// Free text at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The text; `\n` breaks lines.
    pub text: String,
    /// Where it starts.
    pub position: Position,
    /// The components it stands near, where it has no place of its own.
    pub near: Vec<ComponentId>,
    /// Where it is written.
    pub span: Span,
}
