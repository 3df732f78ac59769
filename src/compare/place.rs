//! When two places agree.

use super::Move;
use crate::map::{Coordinate, Evolution, Position, Visibility};

/// How far, on each axis, something may have been shifted and still stand at the same place.
pub(super) const NEAR: f64 = 0.02;

/// How two places compare.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Agreement {
    /// Both are numbers, and near.
    Numbers,
    /// They are equal as far as they are given.
    Words,
    /// They are not the same.
    None,
}

/// How two places agree. A child's visibility is its pipeline's affair: it counts where `same_box`.
pub(super) fn agreement(old: Position, new: Position, same_box: bool) -> Agreement {
    let down = one(old.visibility, new.visibility, Visibility::get);
    let across = one(old.evolution, new.evolution, Evolution::get);
    match (down, across) {
        (Agreement::Numbers, Agreement::Numbers) => Agreement::Numbers,
        (Agreement::Words, Agreement::Numbers) if same_box => Agreement::Numbers,
        (Agreement::None, _) | (_, Agreement::None) => Agreement::None,
        _ => Agreement::Words,
    }
}

fn one<T: Copy + PartialEq>(old: Coordinate<T>, new: Coordinate<T>, number: fn(T) -> f64) -> Agreement {
    match (old, new) {
        (Coordinate::Given(old), Coordinate::Given(new)) if (number(old) - number(new)).abs() <= NEAR + 1e-9 => {
            Agreement::Numbers
        }
        _ if old == new => Agreement::Words,
        _ => Agreement::None,
    }
}

/// The move between two places, where they differ.
pub(super) fn moved(from: Position, to: Position) -> Option<Move> {
    (from != to).then_some(Move { from, to })
}

/// The cell of a grid of [`NEAR`] by [`NEAR`] that a place lies in, where it has numbers.
pub(super) fn cell(position: Position) -> Option<(i32, i32)> {
    let at = |value: f64| (value / NEAR).floor() as i32;
    let down = match position.visibility {
        Coordinate::Given(visibility) => at(visibility.get()),
        Coordinate::Within(..) => return None,
        Coordinate::Unknown => 0,
    };
    Some((down, at(position.evolution.given()?.get())))
}

/// The bits of a place: equal for equal places.
pub(super) fn bits(position: Position) -> [u64; 4] {
    fn pair<T: Copy>(given: Coordinate<T>, number: fn(T) -> f64) -> [u64; 2] {
        match given {
            Coordinate::Given(value) => [number(value).to_bits(); 2],
            // One more than a number's own two equal halves can be.
            Coordinate::Within(low, high) => [number(low).to_bits(), !number(high).to_bits()],
            Coordinate::Unknown => [u64::MAX, 0],
        }
    }
    let ([a, b], [c, d]) = (pair(position.visibility, Visibility::get), pair(position.evolution, Evolution::get));
    [a, b, c, d]
}
