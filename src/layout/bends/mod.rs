//! Which links bend, and how far: a link that would run through a foreign symbol, or along another link.

mod along;
mod near;

use crate::geometry::{Point, Rect, Segment, cross, distance};
use near::Near;

/// A link bends if it comes closer than this to a foreign symbol's edge, in pixels.
const TOUCHES: f64 = 1.5;
/// A bent link keeps this far from the edges of foreign symbols, in pixels.
const CLEARS: f64 = 2.5;
/// How far the middle of a bent link lies beside the straight line, in pixels, smallest first.
const SAGITTAS: [f64; 9] = [10.0, 15.0, 20.0, 25.0, 30.0, 35.0, 40.0, 45.0, 50.0];
/// The same at most, as a share of the link's length: more looks like a loop.
const STEEPEST: f64 = 0.16;
/// Symbols this close have one place between them, in pixels.
const SAME_PLACE: f64 = 1.0;

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
pub struct Chord {
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

/// A course for every line. What is declared earlier bends first; of two lines that run along each other, the longer one bends.
///
/// No bend leaves `area`, the plot: beyond it are the title and the names of the stages.
pub fn courses(symbols: &[Symbol], lines: &[Chord], area: Rect) -> Vec<Course> {
    let near = Near::new(symbols);
    let mut courses = drawn(symbols, lines);
    for (line, course) in lines.iter().zip(&mut courses) {
        if *course == Course::Straight
            && let Some(control) = around(&near, symbols, line, area)
        {
            *course = Course::Bent(control);
        }
    }
    for (shorter, longer) in along::pairs(lines, &courses) {
        if courses[shorter] == Course::Straight && courses[longer] == Course::Straight {
            let line = &lines[longer];
            let obstacles = near.around(line, symbols, CLEARS + SAGITTAS[SAGITTAS.len() - 1]).unwrap_or_default();
            let first = best(line, &obstacles, 1.0, area);
            if let Some((control, _)) = first {
                courses[longer] = Course::Bent(control);
            }
        }
    }
    courses
}

/// The curve from `from` to `to` towards `control` as eight straight pieces.
pub fn pieces(from: Point, control: Point, to: Point) -> [Point; 9] {
    std::array::from_fn(|at| {
        let t = at as f64 / 8.0;
        let (a, b, c) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
        Point::new(a * from.x + b * control.x + c * to.x, a * from.y + b * control.y + c * to.y)
    })
}

/// Straight, or not drawn at all.
fn drawn(symbols: &[Symbol], lines: &[Chord]) -> Vec<Course> {
    let mut pairs: Vec<(usize, usize, u32, usize)> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| (line.ends.0.min(line.ends.1), line.ends.0.max(line.ends.1), line.look, at))
        .collect();
    pairs.sort_unstable();
    let mut courses = vec![Course::Straight; lines.len()];
    for two in pairs.windows(2) {
        if (two[0].0, two[0].1, two[0].2) == (two[1].0, two[1].1, two[1].2) {
            courses[two[1].3] = Course::Duplicate;
        }
    }
    for (line, course) in lines.iter().zip(&mut courses) {
        let (a, b) = (symbols[line.ends.0], symbols[line.ends.1]);
        if distance(a.center, b.center) <= (a.radius + b.radius).max(SAME_PLACE) {
            *course = Course::Nowhere;
        }
    }
    courses
}

/// The control point that leads `line` around the foreign symbols in its way, if there are some and it helps.
fn around(near: &Near, symbols: &[Symbol], line: &Chord, area: Rect) -> Option<Point> {
    let touched = near.around(line, symbols, TOUCHES)?;
    let first = touched.first()?;
    let obstacles = near.around(line, symbols, CLEARS + SAGITTAS[SAGITTAS.len() - 1])?;
    let side = cross(line.from, line.to, first.center);
    let (control, left) = best(line, &obstacles, if side > 0.0 { -1.0 } else { 1.0 }, area)?;
    (left < touched.len()).then_some(control)
}

/// The gentlest bend that touches the fewest obstacles, and how many that are; of equal ones, the one on `side`.
fn best(line: &Chord, obstacles: &[Symbol], side: f64, area: Rect) -> Option<(Point, usize)> {
    let length = distance(line.from, line.to);
    let obstacles: Vec<Beside> = obstacles.iter().map(|symbol| Beside::new(line, length, symbol)).collect();
    let mut best: Option<(Point, usize)> = None;
    for sagitta in SAGITTAS.into_iter().take_while(|&sagitta| sagitta <= STEEPEST * length) {
        for side in [side, -side] {
            let control = beside(line, 2.0 * sagitta * side / length);
            let curve = pieces(line.from, control, line.to);
            if !curve.iter().all(|&point| area.holds(point)) {
                continue;
            }
            let fewest = best.map_or(usize::MAX, |(_, fewest)| fewest);
            let touched = obstacles.iter().filter(|symbol| symbol.touches(&curve, sagitta * side)).take(fewest).count();
            if touched < fewest {
                best = Some((control, touched));
            }
            if touched == 0 {
                return best;
            }
        }
    }
    best
}

/// A symbol as seen from a straight line.
struct Beside {
    symbol: Symbol,
    /// Where along the line it is: 0 at the start, 1 at the end.
    along: f64,
    /// How far beside the line it is, on the side that [`beside`] calls positive.
    away: f64,
}

impl Beside {
    fn new(line: &Chord, length: f64, symbol: &Symbol) -> Self {
        let (x, y) = ((line.to.x - line.from.x) / length, (line.to.y - line.from.y) / length);
        let along = ((symbol.center.x - line.from.x) * x + (symbol.center.y - line.from.y) * y) / length;
        Self { symbol: *symbol, along, away: cross(line.from, line.to, symbol.center) / length }
    }

    /// Whether the curve over this line with this sagitta comes too near to the symbol.
    fn touches(&self, curve: &[Point], sagitta: f64) -> bool {
        let near = self.symbol.radius + CLEARS;
        // Such a curve is a parabola over its chord. As it is nowhere steeper than 4 x STEEPEST, it passes nearer than `near`
        // only where it is not much farther than that away straight across the chord; a pixel is for the straight pieces.
        let part = self.along.clamp(0.0, 1.0);
        let across = (self.away - 4.0 * sagitta * part * (1.0 - part)).abs();
        across <= (1.0 + 4.0 * STEEPEST) * near + 1.0
            && curve.windows(2).any(|ends| Segment::new(ends[0], ends[1]).distance_to(self.symbol.center) < near)
    }
}

/// The point beside the middle of a line, by `share` of its length; left of it as seen on the screen if above 0.
fn beside(line: &Chord, share: f64) -> Point {
    let (dx, dy) = (line.to.x - line.from.x, line.to.y - line.from.y);
    let (x, y) = (f64::midpoint(line.from.x, line.to.x), f64::midpoint(line.from.y, line.to.y));
    Point::new(x - dy * share, y + dx * share)
}

#[cfg(test)]
mod tests;
