//! Numbers as other forms read them.

use crate::map::{Coordinate, Evolution, Visibility};

/// A number as short as it can be.
pub(super) fn number(value: f64) -> String {
    format!("{value}")
}

/// A coordinate with two decimals, or as many as it has.
pub(super) fn coordinate(value: f64) -> String {
    let short = number(value);
    match short.split_once('.') {
        None => short + ".00",
        Some((_, decimals)) if decimals.len() == 1 => short + "0",
        Some(_) => short,
    }
}

/// The visibility that was given, else the computed one to three decimals.
pub(super) fn visibility(given: Coordinate<Visibility>, computed: Visibility) -> String {
    coordinate(given.given().map_or_else(|| rounded(computed.get()), Visibility::get))
}

/// The evolution that was given, else the computed one to three decimals.
pub(super) fn evolution(given: Coordinate<Evolution>, computed: Evolution) -> String {
    coordinate(given.given().map_or_else(|| rounded(computed.get()), Evolution::get))
}

fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
