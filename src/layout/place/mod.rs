//! Where everything stands: what the author gave, and a place for what he left open.

use crate::map::{Coordinate, Evolution, Map, Position, Visibility};

/// A place on the map, both coordinates known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The vertical coordinate.
    pub visibility: Visibility,
    /// The horizontal coordinate.
    pub evolution: Evolution,
    /// Whether the author said anything of where it stands. If not, it is drawn as not yet placed.
    pub placed: bool,
}

/// The size of the plot in pixels: distances between symbols and their labels are pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plot {
    /// Width, above 0.
    pub width: f64,
    /// Height, above 0.
    pub height: f64,
}

/// Where everything of a map stands. What the author gave is given back bit by bit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    /// By [`ComponentId`](crate::map::ComponentId). A child in a pipeline's braces has the visibility of the pipeline's parent.
    pub components: Vec<Spot>,
    /// Where each movement leads, by [`MovementId`](crate::map::MovementId).
    pub movements: Vec<Evolution>,
    /// In the order of [`Map::notes`].
    pub notes: Vec<Spot>,
    /// In the order of [`Map::annotations`], and there of [`Annotation::positions`](crate::map::Annotation::positions).
    pub annotations: Vec<Vec<Spot>>,
    /// In the order of [`Map::forces`].
    pub forces: Vec<Spot>,
    /// Upper left and lower right corner, in the order of [`Map::attitudes`]; the second is the first where the extent is in pixels.
    pub attitudes: Vec<(Spot, Spot)>,
    /// Where the legend of the annotations stands, if the map says so.
    pub legend: Option<Spot>,
}

/// Places everything of `map` on a plot of this size. With `previous`, the places of an earlier version of the map,
/// what is still open stays where it was as far as it can.
pub fn places(map: &Map, plot: Plot, previous: Option<&Places>) -> Places {
    let _ = (plot, previous);
    Places {
        components: map.components.iter().map(|component| middle(&component.position)).collect(),
        movements: map
            .movements
            .iter()
            .map(|movement| middle_of(movement.to, Evolution::new, Evolution::get))
            .collect(),
        notes: map.notes.iter().map(|note| middle(&note.position)).collect(),
        annotations: map.annotations.iter().map(|mark| mark.positions.iter().map(middle).collect()).collect(),
        forces: map.forces.iter().map(|force| middle(&force.position)).collect(),
        attitudes: map.attitudes.iter().map(|area| (middle(&area.corner), middle(&area.corner))).collect(),
        legend: map.legend.as_ref().map(middle),
    }
}

fn middle(position: &Position) -> Spot {
    Spot {
        visibility: middle_of(position.visibility, Visibility::new, Visibility::get),
        evolution: middle_of(position.evolution, Evolution::new, Evolution::get),
        placed: !(position.visibility.is_unknown() && position.evolution.is_unknown()),
    }
}

fn middle_of<T: Copy>(coordinate: Coordinate<T>, new: impl Fn(f64) -> T, get: impl Fn(T) -> f64) -> T {
    match coordinate {
        Coordinate::Given(value) => value,
        Coordinate::Within(from, to) => new(f64::midpoint(get(from), get(to))),
        Coordinate::Unknown => new(0.5),
    }
}
