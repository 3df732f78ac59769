//! A map on which everything that was placed before counts as given, so that it stays.

use std::collections::BTreeMap;

use super::axis::{AxisValue, bounds};
use super::chain::Chain;
use super::{Places, Spot};
use crate::map::{Component, Coordinate, Map};

/// `map`, with what it leaves open given by `places` of an `earlier` version, found by name. What a name says that has changed
/// since (another level, another stage) counts more than where it was.
pub(super) fn held(map: &Map, earlier: &Map, places: &Places) -> Map {
    let mut spots: BTreeMap<(&str, usize), Spot> = BTreeMap::new();
    for (key, &spot) in keys(&earlier.components).zip(&places.components) {
        spots.insert(key, spot);
    }
    let chain = Chain::of(map);
    let mut held = map.clone();
    for ((at, key), component) in keys(&map.components).enumerate().zip(&mut held.components) {
        if let Some(spot) = spots.get(&key) {
            let position = &mut component.position;
            // What a pipeline takes along goes where that goes.
            if chain.head(at) == at {
                position.visibility = kept(position.visibility, spot.visibility);
            }
            position.evolution = kept(position.evolution, spot.evolution);
        }
    }
    held
}

/// Names with their count among equal names.
fn keys(components: &[Component]) -> impl Iterator<Item = (&str, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    components.iter().map(move |component| {
        let count = counts.entry(&component.name).or_default();
        *count += 1;
        (component.name.as_str(), *count)
    })
}

fn kept<T: AxisValue>(now: Coordinate<T>, before: T) -> Coordinate<T> {
    let (low, high) = bounds(now, (0.0, 1.0));
    if low < high && (low..=high).contains(&before.get()) { Coordinate::Given(before) } else { now }
}
