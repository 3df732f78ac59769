//! Where the layout puts what the author left open, against where people put it. The maps are not part of this project; they
//! are in the folder that `WARDLEY_CORPUS` names.

use std::fs;
use std::path::Path;

use wardley::layout::place::{Places, Plot, places};
use wardley::map::{Coordinate, Map, Visibility};
use wardley::resolve::NoIncludes;
use wardley::source::Source;

use crate::needs;

const PLOT: Plot = Plot { width: 1196.0, height: 696.0 };

/// Maps that people drew, with enough in them to compare.
fn human_maps() -> Vec<Map> {
    let corpus = needs::corpus();
    let manifest = fs::read_to_string(corpus.join("MANIFEST.tsv")).expect("a manifest");
    let rows = manifest.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let human = rows.filter(|row| row.get(2) == Some(&"human")).map(|row| read(&corpus.join(row[0])));
    human.filter(|map| map.components.len() >= 5 && map.links.len() >= 3).collect()
}

fn read(path: &Path) -> Map {
    let text = fs::read_to_string(path).expect("a map");
    wardley::read(Source::new("map.owm", text), &mut NoIncludes).map
}

/// Forgets the visibility of every component that `forgets` picks by its count among those that have one.
fn without(map: &Map, forgets: impl Fn(usize) -> bool) -> (Map, Vec<usize>) {
    let mut map = map.clone();
    let given = (0..map.components.len()).filter(|&at| map.components[at].position.visibility.given().is_some());
    let gone: Vec<usize> = given.enumerate().filter(|&(count, _)| forgets(count)).map(|(_, at)| at).collect();
    for &at in &gone {
        map.components[at].position.visibility = Coordinate::Unknown;
    }
    (map, gone)
}

/// How alike the order of what was forgotten is to the order the author gave it: 1 is the same (Spearman).
fn likeness(map: &Map, gone: &[usize], found: &Places) -> Option<f64> {
    let given: Vec<f64> =
        gone.iter().filter_map(|&at| map.components[at].position.visibility.given()).map(Visibility::get).collect();
    let found: Vec<f64> = gone.iter().map(|&at| found.components[at].visibility.get()).collect();
    let (a, b) = (ranks(&given), ranks(&found));
    let mean = (a.len() as f64 - 1.0) / 2.0;
    let sum = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| (x - mean) * (y - mean)).sum::<f64>();
    let spread = (sum(&a, &a) * sum(&b, &b)).sqrt();
    (spread > 0.0).then(|| sum(&a, &b) / spread)
}

/// The rank of each value; equal values share the mean of theirs.
fn ranks(values: &[f64]) -> Vec<f64> {
    let rank = |value: &f64| {
        let below = values.iter().filter(|other| *other < value).count();
        let not_above = values.iter().filter(|other| *other <= value).count();
        (below + not_above - 1) as f64 / 2.0
    };
    values.iter().map(rank).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// How many symbols lie on another symbol.
fn covered(found: &Places) -> usize {
    let point = |at: usize| {
        let spot = &found.components[at];
        (spot.evolution.get() * PLOT.width, spot.visibility.get() * PLOT.height)
    };
    let near = |a: (f64, f64), b: (f64, f64)| ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).sqrt() < 10.5;
    (0..found.components.len()).map(|at| (0..at).filter(|&other| near(point(at), point(other))).count()).sum()
}

#[test]
#[ignore = "needs WARDLEY_CORPUS"]
fn heights_from_the_value_chain_are_like_those_people_give() {
    let maps = human_maps();
    let (mut alike, mut on_each_other) = (Vec::new(), 0);
    for map in &maps {
        let (open, gone) = without(map, |_| true);
        let found = places(&open, PLOT, None);
        alike.extend(likeness(map, &gone, &found));
        on_each_other += covered(&found);
    }
    let (alike, on_each_other) = (mean(&alike), on_each_other as f64 / maps.len() as f64);
    println!("{} maps: likeness {alike:.3}, symbols on symbols {on_each_other:.2} a map", maps.len());
    assert!(alike >= 0.68 && on_each_other <= 0.5, "likeness {alike}, symbols on symbols {on_each_other}");
}

#[test]
#[ignore = "needs WARDLEY_CORPUS"]
fn heights_between_given_ones_are_like_those_people_give() {
    let maps = human_maps();
    let mut alike = Vec::new();
    for map in &maps {
        let (open, gone) = without(map, |count| count % 2 == 1);
        let found = places(&open, PLOT, None);
        alike.extend(likeness(map, &gone, &found));
        for (component, spot) in open.components.iter().zip(&found.components) {
            if let Some(given) = component.position.visibility.given() {
                assert_eq!(given.get().to_bits(), spot.visibility.get().to_bits(), "{} moved", component.name);
            }
        }
    }
    println!("{} maps: likeness {:.3}", maps.len(), mean(&alike));
    // Symbols that keep off foreign boxes and movements cost a little of it: it was 0.86 before they did.
    assert!(mean(&alike) >= 0.84, "likeness {}", mean(&alike));
}
