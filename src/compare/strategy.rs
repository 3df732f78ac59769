//! What the map is for: metrics, values, work and streams, matched by their names.

use super::pairs::Pairs;
use super::properties::property;
use super::{Change, Property, Thing};
use crate::map::{ComponentId, Driven, Map};
use crate::syntax::loose;

/// A thing that is known by its name alone, and what else is said of it, in words.
struct Said {
    name: String,
    properties: Vec<(&'static str, Option<String>)>,
}

/// All of a kind that a map says.
type Sayings = fn(&Map) -> Vec<Said>;

/// What became of them.
pub(super) fn changes(old: &Map, new: &Map) -> Vec<Change> {
    if old.strategy.is_empty() && new.strategy.is_empty() {
        return Vec::new();
    }
    let kinds: [(Thing, Sayings); 5] = [
        (Thing::NorthStar, |map| metrics(map, &map.strategy.north_stars)),
        (Thing::Input, |map| metrics(map, &map.strategy.inputs)),
        (Thing::Value, values),
        (Thing::Work, work),
        (Thing::Stream, streams),
    ];
    kinds.into_iter().flat_map(|(thing, said)| of_kind(thing, &said(old), &said(new))).collect()
}

fn of_kind(thing: Thing, old: &[Said], new: &[Said]) -> Vec<Change> {
    let mut pairs = Pairs::of(old.len(), new.len());
    pairs.by_key(|at| Some(loose(&old[at].name)), |at| Some(loose(&new[at].name)));
    pairs.changes(
        |at| Change::of(thing, &old[at].name),
        |at| Change::of(thing, &new[at].name),
        |before, after, change| {
            let both = old[before].properties.iter().zip(&new[after].properties);
            let properties: Vec<Property> =
                both.filter_map(|((name, old), (_, new))| property(name, old.clone(), new.clone())).collect();
            Some(Change { properties, ..change })
        },
    )
}

fn metrics(map: &Map, metrics: &[crate::map::Metric]) -> Vec<Said> {
    let said = |metric: &crate::map::Metric| Said {
        name: metric.name.clone(),
        properties: vec![("measured at", metric.at.map(|id| name(map, id))), ("definition", metric.definition.clone())],
    };
    metrics.iter().map(said).collect()
}

fn values(map: &Map) -> Vec<Said> {
    map.strategy.values.iter().map(|value| Said { name: value.text.clone(), properties: Vec::new() }).collect()
}

fn work(map: &Map) -> Vec<Said> {
    let strategy = &map.strategy;
    let driven = |driven: &Driven| match *driven {
        Driven::Input(at) => strategy.inputs[at].name.clone(),
        Driven::Stream(at) => strategy.streams[at].name.clone(),
    };
    let said = strategy.work.iter().map(|work| Said {
        name: work.name.clone(),
        properties: vec![
            ("drives", some(&work.drives.iter().map(driven).collect::<Vec<_>>(), " and ")),
            ("effort", work.effort.map(|effort| effort.to_string())),
        ],
    });
    said.collect()
}

fn streams(map: &Map) -> Vec<Said> {
    let said = map.strategy.streams.iter().map(|stream| Said {
        name: stream.name.clone(),
        properties: vec![
            ("path", some(&stream.path.iter().map(|&id| name(map, id)).collect::<Vec<_>>(), ", ")),
            ("metric", stream.metric.clone()),
            ("time", stream.time.clone()),
        ],
    });
    said.collect()
}

fn name(map: &Map, id: ComponentId) -> String {
    map.component(id).name.replace('\n', " ")
}

/// The words joined; nothing where there are none.
fn some(words: &[String], between: &str) -> Option<String> {
    (!words.is_empty()).then(|| words.join(between))
}
