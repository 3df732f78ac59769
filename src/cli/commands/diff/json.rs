//! Changes for other programs.

use serde_json::{Value, json};

use crate::compare::{Change, Changes, Kind, Property};
use crate::map::{Coordinate, Evolution, Position, Visibility};

/// `{"version": 1, "changes": [..]}`, one object for each thing that differs.
pub(super) fn json(changes: &Changes) -> String {
    let list: Vec<Value> = changes.list.iter().map(change).collect();
    format!("{:#}\n", json!({ "version": 1, "changes": list }))
}

fn change(change: &Change) -> Value {
    let kinds: Vec<&str> = Kind::ALL.into_iter().filter(|&kind| change.is(kind)).map(Kind::word).collect();
    let mut value = json!({ "thing": change.thing.word(), "name": change.name, "kinds": kinds });
    if let Some(was) = &change.was {
        value["was"] = json!(was);
    }
    if let Some(place) = change.place {
        if change.old.is_some() {
            value["from"] = position(place.from);
        }
        if change.new.is_some() {
            value["to"] = position(place.to);
        }
    }
    if !change.properties.is_empty() {
        value["properties"] = change.properties.iter().map(property).collect();
    }
    value
}

fn property(property: &Property) -> Value {
    json!({ "name": property.name, "old": property.old, "new": property.new })
}

fn position(position: Position) -> Value {
    json!({
        "visibility": coordinate(position.visibility, Visibility::get),
        "evolution": coordinate(position.evolution, Evolution::get),
    })
}

/// A number, both ends of a range, or null.
fn coordinate<T>(given: Coordinate<T>, number: fn(T) -> f64) -> Value {
    match given {
        Coordinate::Given(value) => json!(number(value)),
        Coordinate::Within(low, high) => json!([number(low), number(high)]),
        Coordinate::Unknown => Value::Null,
    }
}
