//! [`Annotation`]: a numbered mark with its text in the legend.

use super::{ComponentId, Position};
use crate::source::Span;

/// A numbered mark, at one place or several, and its line in the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// The number as written.
    pub number: String,
    /// Where the mark stands.
    pub positions: Vec<Position>,
    /// The components it marks. Each has a place in [`positions`](Self::positions) too, the last ones in this order; these are open.
    pub near: Vec<ComponentId>,
    /// The line in the legend; empty where there is none.
    pub text: String,
    /// Where it is written.
    pub span: Span,
}
