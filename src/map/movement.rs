//! [`Movement`]: a component evolves.

use super::{ComponentId, Coordinate, Evolution, LabelOffset, Properties};
use crate::source::Span;

/// Index of a movement in [`Map::movements`](super::Map::movements).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MovementId(pub(crate) u32);

impl MovementId {
    /// Its place among the movements of its map, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The movement at that place, which the map may or may not have.
    #[doc(hidden)]
    pub const fn at(index: usize) -> Self {
        Self(index as u32)
    }
}

/// A component evolves to another place on the evolution axis; its visibility stays.
#[derive(Clone, Debug, PartialEq)]
pub struct Movement {
    /// What moves.
    pub component: ComponentId,
    /// Where to.
    pub to: Coordinate<Evolution>,
    /// What it is called there, where that differs.
    pub name: Option<String>,
    /// The component it becomes, where that stands on the map itself: the one that has [`Movement::name`].
    pub onto: Option<ComponentId>,
    /// The author's offset for the moved label.
    pub label: Option<LabelOffset>,
    /// What is said of the moved state: the component's own properties unless the movement names others.
    pub properties: Properties,
    /// Where it is written.
    pub span: Span,
}
