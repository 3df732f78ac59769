//! Where something stands: [`Position`], [`Visibility`], [`Evolution`], [`Coordinate`].

/// How visible something is to the user at the top of the map: 1 at the top, 0 at the bottom, never outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Visibility(f64);

impl Visibility {
    /// The nearest visibility in 0..=1.
    pub fn new(value: f64) -> Self {
        Self(within_unit(value))
    }

    /// 0..=1, 1 at the top.
    pub fn get(self) -> f64 {
        self.0
    }
}

/// How far something has evolved: 0 at the left (genesis), 1 at the right (commodity), never outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Evolution(f64);

impl Evolution {
    /// The nearest evolution in 0..=1.
    pub fn new(value: f64) -> Self {
        Self(within_unit(value))
    }

    /// 0..=1, 1 at the right.
    pub fn get(self) -> f64 {
        self.0
    }
}

/// One coordinate as far as the author gave it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Coordinate<T> {
    /// Given as a number. It is kept to the pixel.
    Given(T),
    /// Given as a word: somewhere from the first to the second, both included.
    Within(T, T),
    /// Not given.
    #[default]
    Unknown,
}

impl<T: Copy> Coordinate<T> {
    /// The number, where one was given.
    pub fn given(self) -> Option<T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Within(..) | Self::Unknown => None,
        }
    }

    /// Whether nothing is known.
    pub fn is_unknown(self) -> bool {
        matches!(self, Self::Unknown)
    }
}

/// A place on the map, as far as the author gave it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Position {
    /// The vertical coordinate.
    pub visibility: Coordinate<Visibility>,
    /// The horizontal coordinate.
    pub evolution: Coordinate<Evolution>,
}

impl Position {
    /// A place given in numbers.
    pub fn given(visibility: f64, evolution: f64) -> Self {
        Self {
            visibility: Coordinate::Given(Visibility::new(visibility)),
            evolution: Coordinate::Given(Evolution::new(evolution)),
        }
    }
}

fn within_unit(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.clamp(0.0, 1.0) + 0.0 }
}
