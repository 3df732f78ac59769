//! How long it takes to place what the author left open: nothing, the heights, or all but the stage.

use divan::{Bencher, black_box};
use wardley::layout::place::{Plot, places};
use wardley::map::{Coordinate, Evolution, Map};
use wardley::read;
use wardley::resolve::NoIncludes;
use wardley::source::Source;

use super::synthetic;

const SIZES: [usize; 4] = [40, 400, 1_000, 10_000];

fn map(components: usize) -> (Map, Plot) {
    let map = read(Source::new("map.wm", synthetic::map(components)), &mut NoIncludes).map;
    let plot = Plot { width: map.size.width.unwrap_or(1196.0), height: map.size.height.unwrap_or(696.0) };
    (map, plot)
}

#[divan::bench(args = SIZES)]
fn all_given(bencher: Bencher, components: usize) {
    let (map, plot) = map(components);
    bencher.bench(|| places(black_box(&map), plot, None));
}

#[divan::bench(args = SIZES)]
fn heights_open(bencher: Bencher, components: usize) {
    let (mut map, plot) = map(components);
    for component in &mut map.components {
        component.position.visibility = Coordinate::Unknown;
    }
    bencher.bench(|| places(black_box(&map), plot, None));
}

#[divan::bench(args = SIZES)]
fn only_stages_named(bencher: Bencher, components: usize) {
    let (mut map, plot) = map(components);
    for component in &mut map.components {
        let stage = component.position.evolution.given().map_or(0.0, |at| (at.get() * 4.0).floor().min(3.0));
        component.position.visibility = Coordinate::Unknown;
        component.position.evolution =
            Coordinate::Within(Evolution::new(stage / 4.0), Evolution::new((stage + 1.0) / 4.0));
    }
    bencher.bench(|| places(black_box(&map), plot, None));
}
