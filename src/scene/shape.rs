//! [`Shape`]: circles, rects, lines, paths, text.

use crate::geometry::Point;
use crate::theme::{Color, Slot};

/// A color and the theme's slot it came from, so that another palette can take its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink {
    /// As drawn.
    pub color: Color,
    /// Where in the palette it stands.
    pub slot: Slot,
}

/// How a line is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// The color.
    pub ink: Ink,
    /// Width in pixels.
    pub width: f64,
    /// Lengths of dash and gap; empty for a whole line.
    pub dashes: Vec<f64>,
}

/// How an area is filled.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Fill {
    /// With one color.
    Plain(Ink),
    /// From left to right: the first color at both edges, the second from 30 % to 70 % of the width.
    Edges(Ink, Ink),
    /// From the first color at the left to the second at the right.
    Across(Ink, Ink),
}

/// One thing drawn. Everything is in pixels of the picture.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Shape {
    /// A circle.
    Circle {
        /// Its middle.
        center: Point,
        /// Its radius.
        radius: f64,
        /// How it is filled.
        fill: Option<Fill>,
        /// How its edge is drawn.
        stroke: Option<Stroke>,
    },
    /// An upright rectangle.
    Rect {
        /// Its upper left corner.
        corner: Point,
        /// Its width.
        width: f64,
        /// Its height.
        height: f64,
        /// The radius of its corners.
        rounding: f64,
        /// How it is filled.
        fill: Option<Fill>,
        /// How its edge is drawn.
        stroke: Option<Stroke>,
    },
    /// A straight line.
    Line {
        /// From here.
        from: Point,
        /// To here.
        to: Point,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// Lines and curves.
    Path {
        /// The parts in order; the first one is a move.
        parts: Vec<PathPart>,
        /// How it is filled.
        fill: Option<Fill>,
        /// How its edge is drawn.
        stroke: Option<Stroke>,
    },
    /// One line of text.
    Text(Text),
}

/// A part of a path; all points are absolute.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PathPart {
    /// Start anew here.
    Move(Point),
    /// Straight to here.
    Line(Point),
    /// Bent towards the first point, to the second.
    Quad(Point, Point),
    /// Bent towards the first and second point, to the third.
    Cubic(Point, Point, Point),
    /// Back to where this run began.
    Close,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// What it says; never a line break.
    pub content: String,
    /// Where its baseline starts, is centered or ends: see [`Text::anchor`].
    pub at: Point,
    /// Size in pixels.
    pub size: f64,
    /// Regular or bold.
    pub weight: Weight,
    /// Slanted.
    pub italic: bool,
    /// Which part of the line is at [`Text::at`].
    pub anchor: Anchor,
    /// The color.
    pub ink: Ink,
    /// Degrees turned clockwise around [`Text::at`]. Only text along an axis or a link is turned.
    pub turned: f64,
    /// Whether it is the label of its item (class `wm-label`), as against a number in a circle or a caption of an axis.
    pub label: bool,
    /// Width in pixels, as measured.
    pub width: f64,
}

impl Text {
    /// Where its baseline starts: the left end, before it is turned.
    pub fn start(&self) -> Point {
        let before = match self.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => self.width / 2.0,
            Anchor::End => self.width,
        };
        Point::new(self.at.x - before, self.at.y)
    }
}

/// How heavy the letters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// As usual.
    #[default]
    Regular,
    /// Bold.
    Bold,
}

/// Which part of a line of text stands at its point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Its start (the left end).
    #[default]
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}
