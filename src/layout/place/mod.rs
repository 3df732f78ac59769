//! Where everything stands: what the author gave, and a place for what he left open.

mod axis;
mod chain;
mod clashes;
mod evolution;
mod heap;
mod held;
mod loose;
mod seeds;
mod separate;
mod size;
mod sketch;
mod springs;
mod untangle;
mod visibility;

use axis::settled;
use chain::Chain;
use sketch::Sketch;

use crate::map::{Evolution, Map, Position, Visibility};

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
    /// Where the key stands, if the map says so.
    pub key: Option<Spot>,
}

/// Places everything of `map` on a plot of this size. With `previous`, an earlier version of the map and its places,
/// what is still open stays where it was.
pub fn places(map: &Map, plot: Plot, previous: Option<(&Map, &Places)>) -> Places {
    let mut places = loose::places(map);
    if let Some((earlier, before)) = previous {
        settle(&held::held(map, earlier, before), plot, &mut places);
    } else {
        settle(map, plot, &mut places);
    }
    loose::beside(map, &mut places);
    places
}

/// Whether the author left the place of anything open that the layout then chooses.
fn is_open(map: &Map) -> bool {
    let open = |position: &Position| position.visibility.given().is_none() || position.evolution.given().is_none();
    map.components.iter().any(|component| open(&component.position))
        || map.movements.iter().any(|movement| movement.to.given().is_none())
}

/// Finds a place for every component, and every moved state, that has none yet.
fn settle(map: &Map, plot: Plot, places: &mut Places) {
    if !is_open(map) {
        for (component, spot) in map.components.iter().zip(&mut places.components) {
            spot.visibility = settled(component.position.visibility, spot.visibility.get());
            spot.evolution = settled(component.position.evolution, spot.evolution.get());
        }
        for (movement, place) in map.movements.iter().zip(&mut places.movements) {
            *place = settled(movement.to, place.get());
        }
        return;
    }
    let chain = Chain::of(map);
    let mut sketch = Sketch::new(map, &chain, plot, &visibility::wishes(&chain));
    sketch.move_apart();
    untangle::untangle(&mut sketch);
    for (at, component) in map.components.iter().enumerate() {
        let symbol = &sketch.symbols[at];
        let spot = &mut places.components[at];
        let height = sketch.heights[symbol.unit as usize] + symbol.below;
        spot.visibility = settled(component.position.visibility, 1.0 - height / plot.height);
        spot.evolution = settled(component.position.evolution, symbol.x / plot.width);
    }
    for ((movement, place), symbol) in
        map.movements.iter().zip(&mut places.movements).zip(&sketch.symbols[map.components.len()..])
    {
        *place = settled(movement.to, symbol.x / plot.width);
    }
    for (at, component) in map.components.iter().enumerate().filter(|(_, component)| component.pipeline.is_some()) {
        // A child in a range stands where it is drawn; a child in braces has its parent's visibility.
        let head = chain.head(at);
        if head != at && component.position.visibility.is_unknown() {
            places.components[at].visibility = places.components[head].visibility;
        }
    }
}

#[cfg(test)]
mod tests;
