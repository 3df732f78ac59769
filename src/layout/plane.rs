//! [`Plane`]: the only place where map coordinates become pixels.

use super::Options;
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
/// A plot is never smaller than this, in either direction, ...
const LEAST: f64 = 40.0;
/// ... nor larger.
const MOST: f64 = 20_000.0;

/// How long a side of the picture is to be, in units of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Side {
    /// The whole picture is this long, or what the least plot takes.
    Picture(f64),
    /// The plot is this long.
    Plot(f64),
    /// The whole picture is this long, or what it takes for labels to find room.
    Free(f64),
    /// The whole picture is exactly this long.
    Fixed(f64),
}

/// How large the picture is to be: what the options ask for, else what the map asks for, else what suits its medium.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    width: Side,
    height: Side,
}

impl Frame {
    /// The frame of a map whose units are shown `zoom` pixels large.
    pub(super) fn of(map: &Map, options: &Options, zoom: f64) -> Self {
        let side = |asked: Option<f64>, by_map: Option<f64>, usual: f64, grows: bool| match (asked, by_map) {
            (Some(length), _) => Side::Fixed(length / zoom),
            (None, Some(length)) if map.dialect == Dialect::Mermaid => Side::Picture(length / zoom),
            (None, Some(length)) => Side::Plot(length / zoom),
            (None, None) if grows => Side::Free(usual / zoom),
            (None, None) => Side::Picture(usual / zoom),
        };
        let (size, by_map) = (options.size, map.size);
        // A map that says one side says how large it is.
        let asked = by_map.width.is_some() || by_map.height.is_some();
        let (usual, grows) = (options.medium.size(map), options.medium.grows());
        Self {
            width: side(size.map(|size| size.0), by_map.width, usual.0, grows.0 && !asked),
            height: side(size.map(|size| size.1), by_map.height, usual.1, grows.1 && !asked),
        }
    }

    /// Whether the picture may grow so that labels find room.
    pub(super) fn grows(self) -> bool {
        [self.width, self.height].iter().any(|side| matches!(side, Side::Free(_)))
    }
}

impl Side {
    /// How long the plot is with so much beside it; `scale` enlarges it where it may grow.
    fn plot(self, beside: f64, scale: f64) -> f64 {
        match self {
            Self::Picture(length) | Self::Fixed(length) => sane(length - beside),
            Self::Plot(length) => sane(length),
            Self::Free(length) => (sane(length - beside) * scale).round(),
        }
    }

    /// How long the picture is around such a plot.
    fn picture(self, plot: f64, beside: f64) -> f64 {
        match self {
            Self::Fixed(length) => sane(length),
            Self::Picture(_) | Self::Plot(_) | Self::Free(_) => plot + beside,
        }
    }
}

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
    pub(super) fn plot_width(frame: Frame, scale: f64) -> f64 {
        frame.width.plot(LEFT + RIGHT, scale)
    }

    /// The plane in a frame. `above` and `below` are the extra pixels that a long title and long stage names need; `scale`
    /// enlarges a plot whose size nobody asked for.
    pub(super) fn new(frame: Frame, scale: f64, above: f64, below: f64) -> Self {
        let width = Self::plot_width(frame, scale);
        let beside = TOP + BOTTOM + above + below;
        let height = frame.height.plot(beside, scale);
        let (left, top) = (LEFT, TOP + above);
        Self {
            picture: (frame.width.picture(width, LEFT + RIGHT), frame.height.picture(height, beside)),
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
