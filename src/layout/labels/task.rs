//! [`Task`]: what is to be labelled, and what stands in the way. Plain geometry in pixels; knows no maps.

use crate::geometry::{Point, Rect};

/// What is to be labelled, and what stands in the way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Task {
    /// Where labels may stand: the picture without title and axis strips.
    pub area: Rect,
    /// Whatever wants a text. Elsewhere an owner is named by its index in here.
    pub owners: Vec<Owner>,
    /// Whatever is drawn at a fixed place, the owners' own symbols and links included. The solver adds none by itself.
    pub obstacles: Vec<Obstacle>,
    /// What an author's offset is worth.
    pub mode: Mode,
    /// Whether to tell of every candidate that was weighed ([`Placed::tried`](super::Placed::tried)).
    pub trace: bool,
}

/// What an author's offset (`label [x, y]`) is worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(rename_all = "camelCase"))]
pub enum Mode {
    /// Nothing; all labels are placed anew, save those pinned.
    Auto,
    /// It is kept where it reads well: near its own symbol and nearer than any other, off borders of pipelines and foreign links,
    /// clear of labels, symbols and the edge. Else its side of the symbol counts a little.
    #[default]
    Hint,
    /// It is kept whatever happens, as if every one were pinned.
    Pinned,
}

/// Something that wants a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Owner {
    /// What it is; decides which places are liked.
    pub kind: Kind,
    /// Where it is.
    pub site: Site,
    /// The text; `\n` breaks lines where the author wants it, and then nothing else does. May be empty.
    pub text: String,
    /// Size of the letters in pixels.
    pub size: f64,
    /// From one baseline to the next, in pixels.
    pub pitch: f64,
    /// Whether the letters are bold.
    pub bold: bool,
    /// Where the author wants it.
    pub hint: Option<Hint>,
    /// Where it stood the last time (watching a file).
    pub previous: Option<Previous>,
    /// The labels of one row stand on one side of their symbols, as far as they can: the children of a pipeline.
    pub row: Option<u32>,
}

/// What an [`Owner`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A component, a submap, a pipeline's parent.
    Component,
    /// The state a component moves to.
    Moved,
    /// A child in a pipeline's box: its label goes above or below, beside it stands the next child.
    Child,
    /// An anchor: its text stands centered above the point.
    Anchor,
    /// An accelerator's or deaccelerator's arrow.
    Force,
    /// A note: its text starts at the author's point.
    Note,
    /// A text on a link.
    LinkText,
    /// The caption of an area: inside, in a corner.
    Caption,
    /// The legend of the annotations, where the map does not say where it stands: anywhere, best in a corner.
    Legend,
}

/// Where an [`Owner`] is.
#[derive(Clone, Debug, PartialEq)]
pub enum Site {
    /// A symbol; the label goes around it.
    Symbol {
        /// Its middle.
        center: Point,
        /// How far it reaches from there.
        outline: Outline,
    },
    /// A point at which the text starts.
    Start(Point),
    /// Anywhere in an area, best where it starts at this point.
    Cell(Rect, Point),
    /// A line along which the text stands, from start to end.
    Along(Vec<Point>),
    /// An area with the text inside it.
    Within(Rect),
    /// Anywhere in an area, as a box in which the caller writes the text.
    Anywhere {
        /// The area.
        area: Rect,
        /// Width and height of the box in pixels.
        size: (f64, f64),
    },
}

/// The outline of a symbol, its stroke included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outline {
    /// A circle with this radius; a bare point has radius 0.
    Circle(f64),
    /// An upright rectangle with this half width and half height.
    Box(f64, f64),
}

/// Where the author wants a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hint {
    /// Start of the first baseline, right of the middle of the symbol.
    pub x: f64,
    /// Start of the first baseline, below the middle of the symbol.
    pub y: f64,
    /// Kept whatever happens.
    pub pinned: bool,
}

/// Where a label stood the last time, in pixels from the middle of its owner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Previous {
    /// The label's box, relative to the middle of its owner ([`Site::middle`]).
    pub bounds: Rect,
}

/// Something drawn at a fixed place.
#[derive(Clone, Debug, PartialEq)]
pub struct Obstacle {
    /// What it is; decides what it costs to touch it.
    pub kind: ObstacleKind,
    /// Where it is.
    pub shape: Footprint,
    /// The owners it belongs to: a symbol to its label; a link to the labels at both ends and to the texts on it.
    pub owners: Vec<usize>,
}

/// What an [`Obstacle`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ObstacleKind {
    /// A symbol with all that is drawn around it: component, anchor point, moved state, child, submap.
    Symbol,
    /// A text or box at a fixed place: a legend where the map wants it.
    Box,
    /// A numbered circle, an accelerator's arrow.
    Mark,
    /// A bar of inertia.
    Inertia,
    /// A link.
    Link,
    /// The arrow of a movement.
    Movement,
    /// One line of a pipeline's box.
    PipelineLine,
    /// The edge of an area of an attitude.
    AreaEdge,
    /// A line between stages or levels.
    Divider,
    /// Where no label may stand: as bad as being outside.
    Reserved,
}

/// The shape of an [`Obstacle`].
#[derive(Clone, Debug, PartialEq)]
pub enum Footprint {
    /// A disc: middle and radius.
    Disc(Point, f64),
    /// A box.
    Box(Rect),
    /// A line through these points; curves in a few straight pieces.
    Line(Vec<Point>),
}

impl Site {
    /// The middle, from which [`Previous`] counts.
    pub fn middle(&self) -> Point {
        match self {
            Self::Symbol { center, .. } => *center,
            Self::Start(point) | Self::Cell(_, point) => *point,
            Self::Along(points) => points.get(points.len() / 2).copied().unwrap_or_default(),
            Self::Within(area) => area.center(),
            Self::Anywhere { .. } => Point::default(),
        }
    }
}

impl Outline {
    /// Half its width and half its height.
    pub(in crate::layout) fn halves(self) -> (f64, f64) {
        match self {
            Self::Circle(radius) => (radius, radius),
            Self::Box(half_width, half_height) => (half_width, half_height),
        }
    }

    /// The radius of the smallest circle that holds it.
    pub fn radius(self) -> f64 {
        match self {
            Self::Circle(radius) => radius,
            Self::Box(half_width, half_height) => (half_width * half_width + half_height * half_height).sqrt(),
        }
    }
}

impl Footprint {
    /// The smallest rectangle that holds it.
    pub(super) fn hull(&self) -> Rect {
        match self {
            &Self::Disc(center, radius) => Rect::around(center, radius, radius),
            &Self::Box(rect) => rect,
            Self::Line(line) => {
                line.windows(2).map(|ends| Rect::between(ends[0], ends[1])).reduce(Rect::hull).unwrap_or_default()
            }
        }
    }
}
