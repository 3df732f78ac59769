//! [`Pipeline`]: several forms of one thing, side by side.

use super::{ComponentId, Evolution};
use crate::source::Span;

/// Index of a pipeline in [`Map::pipelines`](super::Map::pipelines).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PipelineId(pub(crate) u32);

impl PipelineId {
    /// Its place among the pipelines of its map, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The pipeline at that place, which the map may or may not have.
    #[doc(hidden)]
    pub fn at(index: usize) -> Self {
        Self(index as u32)
    }
}

/// A box below its parent that holds several forms of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pipeline {
    /// The component the pipeline belongs to; drawn as a square.
    pub parent: ComponentId,
    /// From where to where, smaller first, as the range form gives it. Absent where components in braces say it better.
    pub range: Option<(Evolution, Evolution)>,
    /// In the brace form the components in the braces (their [`pipeline`](super::Component::pipeline) is this one);
    /// in the range form ordinary components that stand in the range at the parent's visibility or just below it.
    pub children: Vec<ComponentId>,
    /// Whether the children are listed below it, in braces or indented.
    pub braces: bool,
    /// Where it is written (the opening line).
    pub span: Span,
}
