//! What hangs on nothing: notes, annotations, accelerators, areas. Where no place is given, there is a plain one.

use super::axis::{AxisValue, bounds, or};
use super::{Places, Spot};
use crate::map::{Attitude, Coordinate, Evolution, Extent, Map, Position, Visibility};

/// Notes without a place stand at the left, from the bottom up; in the next column once one is full.
const NOTES: Row = Row { first: (0.04, 0.015), step: (0.05, 0.25), length: 16 };
/// Annotations without a place stand at the right, from the top down.
const ANNOTATIONS: Row = Row { first: (0.94, 0.97), step: (-0.05, -0.03), length: 16 };
/// Accelerators without a place stand at the bottom, side by side.
const FORCES: Row = Row { first: (0.06, 0.45), step: (0.1, 0.15), length: 1 };
/// How far from a component stands what names it, as a part of the plot.
const BESIDE: f64 = 0.04;
/// How far an area reaches from the middle of the map, where nothing is known of it.
const AREA: f64 = 0.15;

/// Places for all that is no component, and for every component the place it was given, or the middle of what was named.
pub(super) fn places(map: &Map) -> Places {
    let mut marks = 0;
    let mut mark = |position: &Position| {
        marks += usize::from(position.visibility.is_unknown() || position.evolution.is_unknown());
        ANNOTATIONS.spot(position, marks)
    };
    Places {
        components: map.components.iter().map(|component| NOWHERE.spot(&component.position, 0)).collect(),
        movements: map.movements.iter().map(|movement| or(movement.to, 0.5)).collect(),
        annotations: map.annotations.iter().map(|all| all.positions.iter().map(&mut mark).collect()).collect(),
        notes: map.notes.iter().enumerate().map(|(at, note)| NOTES.spot(&note.position, at)).collect(),
        forces: map.forces.iter().enumerate().map(|(at, force)| FORCES.spot(&force.position, at)).collect(),
        attitudes: map.attitudes.iter().map(corners).collect(),
        legend: map.legend.as_ref().map(|position| NOTES.spot(position, 0)),
        key: map.key.as_ref().and_then(|key| key.position.as_ref()).map(|position| NOTES.spot(position, 0)),
    }
}

/// Puts what names components near these: a note below and right of the middle of them, annotations at each of them.
pub(super) fn beside(map: &Map, places: &mut Places) {
    for (note, spot) in map.notes.iter().zip(&mut places.notes).filter(|(note, _)| !note.near.is_empty()) {
        let near = note.near.iter().map(|id| places.components[id.0 as usize]);
        let count = note.near.len() as f64;
        let (down, across) = near.fold((0.0, 0.0), |(down, across), near| {
            (down + near.visibility.get() / count, across + near.evolution.get() / count)
        });
        *spot = Spot {
            visibility: Visibility::new(down - BESIDE),
            evolution: Evolution::new(across + BESIDE),
            placed: true,
        };
    }
    for (annotation, spots) in map.annotations.iter().zip(&mut places.annotations) {
        let first = spots.len() - annotation.near.len();
        for (id, spot) in annotation.near.iter().zip(&mut spots[first..]) {
            let near = places.components[id.0 as usize];
            let (down, across) = (near.visibility.get() + BESIDE, near.evolution.get() + BESIDE / 2.0);
            *spot = Spot { visibility: Visibility::new(down), evolution: Evolution::new(across), placed: true };
        }
    }
}

/// Both corners of an area: of a named level or stage, all of it.
fn corners(area: &Attitude) -> (Spot, Spot) {
    let corner = |position: &Position, side: f64| Spot {
        visibility: edge(position.visibility, -side),
        evolution: edge(position.evolution, side),
        placed: placed(position),
    };
    let first = corner(&area.corner, -1.0);
    match &area.extent {
        Extent::To(opposite) => (first, corner(opposite, 1.0)),
        Extent::Pixels(..) => (first, first),
    }
}

/// The lower end of what was named if `side` is below 0, else the upper end.
fn edge<T: AxisValue>(coordinate: Coordinate<T>, side: f64) -> T {
    let (low, high) = bounds(coordinate, (0.5 - AREA, 0.5 + AREA));
    if side < 0.0 { T::new(low) } else { T::new(high) }
}

/// Whether anything is known of a position.
pub(super) fn placed(position: &Position) -> bool {
    !(position.visibility.is_unknown() && position.evolution.is_unknown())
}

/// Places one after the other, for what has none: visibility and evolution.
struct Row {
    first: (f64, f64),
    step: (f64, f64),
    /// How many stand above each other.
    length: usize,
}

const NOWHERE: Row = Row { first: (0.5, 0.5), step: (0.0, 0.0), length: 1 };

impl Row {
    /// The place of the `at`-th thing, as far as it is open.
    fn spot(&self, position: &Position, at: usize) -> Spot {
        let (row, column) = ((at % self.length) as f64, (at / self.length) as f64);
        Spot {
            visibility: or(position.visibility, self.first.0 + row * self.step.0),
            evolution: or(position.evolution, self.first.1 + column * self.step.1),
            placed: placed(position),
        }
    }
}
