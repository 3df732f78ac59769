//! Places as other forms read them: numbers.

use crate::format::words::coordinate;
use crate::map::{Coordinate, Evolution, Visibility};

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
