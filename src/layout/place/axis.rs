//! [`AxisValue`]: what visibility and evolution have in common.

use crate::map::{Coordinate, Evolution, Visibility};

/// A coordinate that is a number from 0 to 1.
pub(super) trait AxisValue: Copy {
    fn new(value: f64) -> Self;
    fn get(self) -> f64;
}

impl AxisValue for Visibility {
    fn new(value: f64) -> Self {
        Self::new(value)
    }

    fn get(self) -> f64 {
        self.get()
    }
}

impl AxisValue for Evolution {
    fn new(value: f64) -> Self {
        Self::new(value)
    }

    fn get(self) -> f64 {
        self.get()
    }
}

/// Between which numbers a coordinate lies, the smaller one first; `open` if nothing is known.
pub(super) fn bounds<T: AxisValue>(coordinate: Coordinate<T>, open: (f64, f64)) -> (f64, f64) {
    match coordinate {
        Coordinate::Given(at) => (at.get(), at.get()),
        Coordinate::Within(a, b) => (a.get().min(b.get()), a.get().max(b.get())),
        Coordinate::Unknown => open,
    }
}

/// What was given; else the number that comes nearest to `wish` and lies where the author said.
pub(super) fn settled<T: AxisValue>(coordinate: Coordinate<T>, wish: f64) -> T {
    match coordinate {
        Coordinate::Given(at) => at,
        told => {
            let (low, high) = bounds(told, (0.0, 1.0));
            T::new(wish.clamp(low, high))
        }
    }
}

/// What was given, the middle of what was named, or `otherwise`.
pub(super) fn or<T: AxisValue>(coordinate: Coordinate<T>, otherwise: f64) -> T {
    let (low, high) = bounds(coordinate, (otherwise, otherwise));
    settled(coordinate, f64::midpoint(low, high))
}
