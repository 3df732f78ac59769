//! [`Plane`]: the only place where map coordinates become pixels.

use super::place::Spot;
use crate::geometry::{Point, Rect};
use crate::map::{Dialect, Evolution, Map, Visibility};

/// Left of the plot: the names of levels and the caption of the axis.
const LEFT: f64 = 42.0;
/// Right of the plot: the head of the axis, and labels of what stands at the edge.
const RIGHT: f64 = 42.0;
/// Above the plot: one line of title.
const TOP: f64 = 48.0;
/// Below the plot: two lines of stage names.
const BOTTOM: f64 = 56.0;
/// The picture of a map that asks for no size.
const PICTURE: (f64, f64) = (1280.0, 800.0);
/// A plot is never smaller than this, in either direction, ...
const LEAST: f64 = 40.0;
/// ... nor larger.
const MOST: f64 = 20_000.0;

/// Where the plot lies in the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Plane {
    /// The whole picture: its width and height.
    pub(super) picture: (f64, f64),
    /// The plot: evolution 0 to 1 from left to right, visibility 1 to 0 from top to bottom.
    pub(super) plot: Rect,
}

impl Plane {
    /// How wide the plot of a picture will be; how high it is depends on how many lines title and stage names need there.
    pub(super) fn plot_width(map: &Map, picture: Option<(f64, f64)>, scale: f64) -> f64 {
        let inside = |width: f64| within(width - LEFT - RIGHT);
        match (picture, map.size.width, map.dialect) {
            (Some((width, _)), _, _) | (None, Some(width), Dialect::Mermaid) => inside(width),
            (None, Some(width), Dialect::Owm) => within(width),
            (None, None, _) => (inside(PICTURE.0) * scale).round(),
        }
    }

    /// The plane of a map in a picture of the asked size. `above` and `below` are the extra pixels that a long title and long
    /// stage names need; `scale` enlarges a plot whose size nobody asked for.
    pub(super) fn new(map: &Map, picture: Option<(f64, f64)>, scale: f64, above: f64, below: f64) -> Self {
        let width = Self::plot_width(map, picture, scale);
        let inside = |height: f64| within(height - TOP - BOTTOM - above - below);
        let height = match (picture, map.size.height, map.dialect) {
            (Some((_, height)), _, _) | (None, Some(height), Dialect::Mermaid) => inside(height),
            (None, Some(height), Dialect::Owm) => within(height),
            (None, None, _) => (inside(PICTURE.1) * scale).round(),
        };
        let (left, top) = (LEFT, TOP + above);
        Self {
            picture: picture.map_or((left + width + RIGHT, top + height + BOTTOM + below), |(w, h)| (sane(w), sane(h))),
            plot: Rect::new(left, top, left + width, top + height),
        }
    }

    /// Pixels from the left of the picture.
    pub(super) fn x(&self, evolution: Evolution) -> f64 {
        self.plot.left + evolution.get() * self.plot.width()
    }

    /// Pixels from the top of the picture.
    pub(super) fn y(&self, visibility: Visibility) -> f64 {
        self.plot.top + (1.0 - visibility.get()) * self.plot.height()
    }

    /// The pixel of a place on the map.
    pub(super) fn point(&self, spot: &Spot) -> Point {
        Point::new(self.x(spot.evolution), self.y(spot.visibility))
    }
}

/// A size a picture can have; what is no number counts as nothing asked for.
fn sane(size: f64) -> f64 {
    if size.is_nan() { LEAST } else { size.clamp(LEAST, MOST) }
}

fn within(size: f64) -> f64 {
    sane(size)
}
