//! [`Component`]: anything with a name and a place: components, anchors, submaps, children of pipelines.

use super::{ClassId, PipelineId, Position, Rgb};
use crate::source::{Span, Where};
use crate::vocabulary::{ComponentKind, Method};

/// Index of a component in [`Map::components`](super::Map::components).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ComponentId(pub(crate) u32);

impl ComponentId {
    /// Its place among the components of its map, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The component at that place, which the map may or may not have.
    #[doc(hidden)]
    pub const fn at(index: usize) -> Self {
        Self(index as u32)
    }
}

/// A thing on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    /// What it is.
    pub kind: ComponentKind,
    /// Its name; `\n` breaks lines. Unnamed ones have an empty name.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// Where the same name stands again with the same place, in the order of the text: it is one component.
    pub again: Vec<Where>,
    /// Its place. A child's visibility is its pipeline's affair and unknown here.
    pub position: Position,
    /// The author's offset for the label.
    pub label: Option<LabelOffset>,
    /// Method, market, ecosystem, inertia.
    pub properties: Properties,
    /// What people mean by it.
    pub class: Option<ClassId>,
    /// A color of its own, before that of its class.
    pub color: Option<Rgb>,
    /// The pipeline whose braces it stands in.
    pub pipeline: Option<PipelineId>,
    /// The address behind it; only addresses that are safe to open.
    pub href: Option<String>,
    /// What it is, in the author's words.
    pub description: Option<String>,
}

/// `label [x, y]`: where the label's first baseline starts, in pixels from the middle of the symbol, y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelOffset {
    /// Right of the middle.
    pub x: f64,
    /// Below the middle.
    pub y: f64,
    /// Kept whatever happens (`pin`).
    pub pinned: bool,
    /// Whether it leaves the picture, which means that there is to be no label.
    pub hides: bool,
    /// Where it is written.
    pub span: Span,
}

/// What is said of a component in decorators.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Properties {
    /// How it is sourced.
    pub method: Option<Method>,
    /// Drawn as a market.
    pub market: bool,
    /// Drawn as an ecosystem.
    pub ecosystem: bool,
    /// Resists movement.
    pub inertia: bool,
}
