//! [`Force`]: something that speeds evolution up or slows it down.

use super::Position;
use crate::source::Span;

/// An accelerator or a deaccelerator.
#[derive(Clone, Debug, PartialEq)]
pub struct Force {
    /// Its name.
    pub name: String,
    /// Slows down instead of speeding up (`deaccelerator`).
    pub against: bool,
    /// The middle of the arrow.
    pub position: Position,
    /// Where it is written.
    pub span: Span,
}
