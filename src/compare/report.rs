//! Changes in words.

use std::fmt::Write as _;

use super::properties::LABEL;
use super::{Change, Changes, Kind, Move, Thing};
use crate::map::{Coordinate, Evolution, Position, Visibility};

/// How many changes there are of each kind, on one line: `2 added, 1 moved`; `no difference` where there are none.
pub fn summary(changes: &Changes) -> String {
    let count = |kind: Kind| changes.list.iter().filter(|change| change.is(kind)).count();
    let counts = Kind::ALL.map(|kind| (count(kind), kind.word()));
    let parts = counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { "no difference".to_owned() } else { parts.join(", ") }
}

/// All changes in words: one paragraph for each kind, one line for each change, its name first.
pub fn text(changes: &Changes) -> String {
    let mut text = summary(changes) + "\n";
    for kind in Kind::ALL {
        let mut found = changes.list.iter().filter(|change| change.is(kind)).peekable();
        if found.peek().is_some() {
            writeln!(text, "\n{}", kind.word()).expect("a string takes it");
        }
        for change in found {
            let name = if change.name.is_empty() { "(unnamed)" } else { &change.name };
            writeln!(text, "  {name}, {}", describe(change, kind)).expect("a string takes it");
        }
    }
    text
}

/// One change as far as it is of this kind, its name left out: `component at [0.50, 0.70]`, `from [..] to [..]`, `was Kettle`.
pub fn describe(change: &Change, kind: Kind) -> String {
    let word = change.thing.word();
    match (kind, change.place) {
        (Kind::Added, Some(at)) => with_place(word, change.thing, at.to),
        (Kind::Removed, Some(at)) => with_place(word, change.thing, at.from),
        (Kind::Added | Kind::Removed, None) => word.to_owned(),
        (Kind::Moved, at) => at.map_or_else(String::new, |at| format!("{word} {}", way(at))),
        (Kind::Renamed, _) => format!("{word}, was {}", change.was.as_deref().unwrap_or_default()),
        (Kind::Changed, _) => {
            let mut words = format!("{word}:");
            for (at, property) in change.properties.iter().enumerate() {
                let part = match (&property.old, &property.new) {
                    // The numbers of an offset in pixels say nothing to a reader.
                    (Some(_), Some(_)) if property.name == LABEL => "label elsewhere".to_owned(),
                    (None, Some(_)) if property.name == LABEL => "label set by hand".to_owned(),
                    (Some(_), None) if property.name == LABEL => "label no longer set by hand".to_owned(),
                    (Some(old), Some(new)) => format!("{} from {old} to {new}", property.name),
                    (None, Some(new)) if new == "yes" => format!("now {}", property.name),
                    (Some(old), None) if old == "yes" => format!("no longer {}", property.name),
                    (None, Some(new)) => format!("{} now {new}", property.name),
                    (Some(old), None) => format!("{} no longer {old}", property.name),
                    (None, None) => continue,
                };
                let comma = if at == 0 { " " } else { ", " };
                write!(words, "{comma}{}", part.replace('\n', " ")).expect("a string takes it");
            }
            words
        }
    }
}

fn with_place(word: &str, thing: Thing, at: Position) -> String {
    match (thing, at.evolution) {
        (Thing::Movement, Coordinate::Unknown) => word.to_owned(),
        (Thing::Movement, to) => format!("{word} to {}", coordinate(to, Evolution::get)),
        _ if at.visibility.is_unknown() && at.evolution.is_unknown() => word.to_owned(),
        _ => format!("{word} at {}", place(at)),
    }
}

/// From where to where. What keeps its visibility (or evolution) is said to move along the other axis only.
fn way(at: Move) -> String {
    let (down, across) = (
        (coordinate(at.from.visibility, Visibility::get), coordinate(at.to.visibility, Visibility::get)),
        (coordinate(at.from.evolution, Evolution::get), coordinate(at.to.evolution, Evolution::get)),
    );
    match (at.from.visibility == at.to.visibility, at.from.evolution == at.to.evolution) {
        (true, false) => format!("from evolution {} to {}", across.0, across.1),
        (false, true) => format!("from visibility {} to {}", down.0, down.1),
        _ => format!("from {} to {}", place(at.from), place(at.to)),
    }
}

/// A place in brackets.
pub(super) fn place(at: Position) -> String {
    format!("[{}, {}]", coordinate(at.visibility, Visibility::get), coordinate(at.evolution, Evolution::get))
}

fn coordinate<T>(given: Coordinate<T>, number: fn(T) -> f64) -> String {
    match given {
        Coordinate::Given(value) => rounded(number(value)),
        Coordinate::Within(low, high) => format!("{}..{}", rounded(number(low)), rounded(number(high))),
        Coordinate::Unknown => "_".to_owned(),
    }
}

/// To four decimals, at least two.
fn rounded(value: f64) -> String {
    let words = format!("{value:.4}");
    let least = words.find('.').map_or(words.len(), |dot| dot + 3);
    words[..least].to_owned() + words[least..].trim_end_matches('0')
}
