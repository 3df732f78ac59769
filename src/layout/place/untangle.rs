//! Small maps are gone over once more: what can still move does so where that saves crossings or frees a symbol from a link.

use super::sketch::{PipelineBox, Sketch, Symbol};
use super::visibility;
use crate::geometry::{Point, Segment};

/// Larger maps are left as they are.
const MOST: usize = 400;
/// How often all is gone over at most.
const SWEEPS: usize = 5;
/// The most pairs looked at; then it ends, wherever it is.
const WORK: usize = 8_000_000;
/// What is nearer than this may do better once something has moved, in pixels.
const AROUND: f64 = 60.0;
/// How far things move, in pixels.
const STEPS: [f64; 16] =
    [8.0, -8.0, 16.0, -16.0, 24.0, -24.0, 34.0, -34.0, 46.0, -46.0, 60.0, -60.0, 76.0, -76.0, 94.0, -94.0];
/// The cost of two links that cross.
const CROSSING: f64 = 4.0;
/// The cost of a link through a symbol: in full closer than the first to its edge, none from the second on, in pixels.
const THROUGH: (f64, f64, f64) = (30.0, 1.0, 5.0);
/// The cost of each pixel that things overlap, or that a needed thing lies too high.
const CLOSE: f64 = 1.6;
/// Things whose names meet from left to right keep this far apart, in pixels,
const LINE: f64 = 22.0;
/// and, where they are large, this far from edge to edge.
const AIR: f64 = 4.0;
/// A pipeline's box ends this far below its parent, and with some air between them symbols keep away from it, in pixels.
const BOX: (f64, f64) = (24.0, 10.0);
/// A needed thing keeps this far below, in pixels.
const NEEDED: f64 = 14.0;
/// The cost of the square of the pixels by which something is away from where it wished to be.
const AWAY: f64 = 0.0008;

/// Goes over the sketch until nothing gets better.
pub(super) fn untangle(sketch: &mut Sketch) {
    if sketch.symbols.len() > MOST || sketch.links.len() > 4 * MOST {
        return;
    }
    let bodies = bodies(sketch);
    let mut tangle = Tangle::of(sketch);
    let mut bodies_of = vec![Vec::new(); sketch.symbols.len()];
    for (at, body) in bodies.iter().enumerate() {
        body.symbols.iter().for_each(|&symbol| bodies_of[symbol as usize].push(at));
    }
    let mut awake = vec![true; bodies.len()];
    for _ in 0..SWEEPS {
        for (at, body) in bodies.iter().enumerate() {
            // What could not do better is looked at again only once something has moved around it.
            if std::mem::take(&mut awake[at]) && tangle.work < WORK && tangle.improve(body) {
                tangle
                    .around(body)
                    .flat_map(|symbol| &bodies_of[symbol as usize])
                    .for_each(|&other| awake[other] = true);
            }
        }
    }
    let points = tangle.points;
    for body in &bodies {
        let first = body.symbols[0] as usize;
        let symbol = &mut sketch.symbols[first];
        match body.way {
            Way::Up => sketch.heights[symbol.unit as usize] = points[first].y - symbol.below,
            Way::Along => symbol.x = points[first].x,
        }
    }
}

/// What moves as one, and which way.
struct Body {
    way: Way,
    symbols: Vec<u32>,
    /// Where its first symbol wishes to be, and between what it may move.
    wish: f64,
    walls: (f64, f64),
}

#[derive(Clone, Copy, PartialEq)]
enum Way {
    Up,
    Along,
}

/// Units whose height is open, and components whose evolution is.
fn bodies(sketch: &Sketch) -> Vec<Body> {
    let mut members = vec![Vec::new(); sketch.heights.len()];
    for (at, symbol) in (0_u32..).zip(&sketch.symbols) {
        members[symbol.unit as usize].push(at);
    }
    let up = sketch.chain.units.iter().zip(members).enumerate().map(|(at, (unit, symbols))| Body {
        way: Way::Up,
        wish: sketch.heights[at],
        walls: visibility::walls(unit, sketch.plot),
        symbols,
    });
    let along = (0_u32..).zip(&sketch.symbols).map(|(at, symbol)| Body {
        way: Way::Along,
        wish: symbol.x,
        walls: symbol.walls,
        symbols: vec![at],
    });
    up.chain(along).filter(|body| body.walls.0 < body.walls.1).collect()
}

struct Tangle<'a> {
    symbols: &'a [Symbol],
    links: &'a [(u32, u32)],
    boxes: &'a [PipelineBox],
    /// The symbol that gives each unit its height.
    firsts: Vec<u32>,
    points: Vec<Point>,
    /// The links at each symbol.
    at_symbol: Vec<Vec<u32>>,
    /// Links that lead down from the start.
    descends: Vec<bool>,
    /// The largest radius of a symbol.
    widest: f64,
    work: usize,
}

impl<'a> Tangle<'a> {
    fn of(sketch: &'a Sketch) -> Self {
        let symbols = &sketch.symbols;
        let points: Vec<Point> =
            symbols.iter().map(|s| Point::new(s.x, sketch.heights[s.unit as usize] + s.below)).collect();
        let mut at_symbol = vec![Vec::new(); symbols.len()];
        for (link, &(a, b)) in (0_u32..).zip(&sketch.links) {
            at_symbol[a as usize].push(link);
            at_symbol[b as usize].push(link);
        }
        let descends = sketch.links.iter().map(|&(a, b)| points[a as usize].y + 4.0 < points[b as usize].y).collect();
        let firsts = sketch.chain.units.iter().map(|unit| unit.members[0]).collect();
        let widest = symbols.iter().map(|symbol| symbol.size.radius).fold(0.0, f64::max);
        Self {
            symbols,
            links: &sketch.links,
            boxes: &sketch.boxes,
            firsts,
            points,
            at_symbol,
            descends,
            widest,
            work: 0,
        }
    }

    /// Moves a body to where it costs least; whether it moved.
    fn improve(&mut self, body: &Body) -> bool {
        let start: Vec<Point> = body.symbols.iter().map(|&at| self.points[at as usize]).collect();
        let at = if body.way == Way::Up { start[0].y } else { start[0].x };
        let wished = |at: f64| AWAY * (at - body.wish) * (at - body.wish);
        let tangled = self.cost(body, f64::INFINITY);
        if tangled == 0.0 {
            return false;
        }
        let (mut best, mut least) = (None, tangled + wished(at));
        for step in STEPS {
            let to = (at + step).clamp(body.walls.0, body.walls.1);
            self.shift(body, &start, to - at);
            let cost = wished(to) + self.cost(body, least - wished(to));
            if cost < least - 1e-6 {
                (best, least) = (Some(to), cost);
            }
        }
        self.shift(body, &start, best.unwrap_or(at) - at);
        best.is_some()
    }

    /// What is linked with a body, is near it, or is it.
    fn around(&self, body: &Body) -> impl Iterator<Item = u32> {
        let linked = |&at: &u32| {
            self.at_symbol[at as usize].iter().flat_map(|&link| <[u32; 2]>::from(self.links[link as usize]))
        };
        let near = |&at: &u32| {
            let Point { x, y } = self.points[at as usize];
            let close = move |&(_, other): &(u32, &Point)| (other.x - x).abs() < AROUND && (other.y - y).abs() < AROUND;
            (0_u32..).zip(&self.points).filter(close).map(|(other, _)| other)
        };
        body.symbols.iter().flat_map(move |at| linked(at).chain(near(at)))
    }

    fn shift(&mut self, body: &Body, start: &[Point], by: f64) {
        for (&at, &Point { x, y }) in body.symbols.iter().zip(start) {
            self.points[at as usize] = if body.way == Way::Up { Point::new(x, y + by) } else { Point::new(x + by, y) };
        }
    }

    /// What a body and its links cost where they are, or something above `enough` if they cost more than that.
    fn cost(&mut self, body: &Body, enough: f64) -> f64 {
        let mut cost = 0.0;
        for &at in &body.symbols {
            for &link in &self.at_symbol[at as usize] {
                cost += self.of_link(link);
                self.work += self.links.len() + self.symbols.len();
                if cost > enough {
                    return cost;
                }
            }
            cost += self.of_symbol(at);
            cost += (0..self.symbols.len() as u32).map(|other| self.close(at, other)).sum::<f64>();
            cost += self.boxes.iter().map(|one| self.boxed(at, one)).sum::<f64>();
            self.work += self.links.len() + self.symbols.len();
        }
        if body.way == Way::Up {
            let unit = self.symbols[body.symbols[0] as usize].unit;
            for own in self.boxes.iter().filter(|own| own.unit == unit) {
                cost += (0..self.symbols.len() as u32).map(|other| self.boxed(other, own)).sum::<f64>();
                cost += self.boxes.iter().map(|other| self.overlap(own, other)).sum::<f64>();
            }
        }
        cost
    }

    /// The cost of two things whose names meet.
    fn close(&self, at: u32, other: u32) -> f64 {
        let apart = (self.points[other as usize].y - self.points[at as usize].y).abs();
        if apart > LINE.max(2.0 * self.widest + AIR) {
            return 0.0;
        }
        let radii = self.symbols[at as usize].size.radius + self.symbols[other as usize].size.radius;
        let near = LINE.max(radii + AIR) - apart;
        if near <= 0.0 || self.symbols[other as usize].unit == self.symbols[at as usize].unit {
            return 0.0;
        }
        let ((from, to), (low, high)) = (self.reach(at), self.reach(other));
        CLOSE * near.min(to.min(high) - from.max(low)).max(0.0)
    }

    /// The cost of a symbol in a foreign box.
    fn boxed(&self, at: u32, one: &PipelineBox) -> f64 {
        let Point { x, y } = self.points[at as usize];
        let (bottom, air) = BOX;
        let below = y - self.points[self.firsts[one.unit as usize] as usize].y;
        let foreign = one.unit != self.symbols[at as usize].unit && x > one.ends.0 - air && x < one.ends.1 + air;
        if foreign { CLOSE * (below + air).min(bottom + air - below).max(0.0) } else { 0.0 }
    }

    /// The cost of two boxes that overlap.
    fn overlap(&self, one: &PipelineBox, other: &PipelineBox) -> f64 {
        let height = |of: &PipelineBox| self.points[self.firsts[of.unit as usize] as usize].y;
        let meet = one.unit != other.unit && one.ends.0 < other.ends.1 && other.ends.0 < one.ends.1;
        let (bottom, air) = BOX;
        if meet { CLOSE * (bottom + air - (height(one) - height(other)).abs()).max(0.0) } else { 0.0 }
    }

    fn reach(&self, at: u32) -> (f64, f64) {
        Symbol { x: self.points[at as usize].x, ..self.symbols[at as usize] }.reach()
    }

    fn of_link(&self, link: u32) -> f64 {
        let (a, b) = self.links[link as usize];
        let (p, q) = (self.points[a as usize], self.points[b as usize]);
        let mut cost = if self.descends[link as usize] { CLOSE * (NEEDED - (q.y - p.y)).max(0.0) } else { 0.0 };
        let (top, bottom) = (p.y.min(q.y), p.y.max(q.y));
        for &(c, d) in self.links {
            let (r, s) = (self.points[c as usize], self.points[d as usize]);
            // Most links are not even near.
            if (r.y > top || s.y > top)
                && (r.y < bottom || s.y < bottom)
                && Segment::new(p, q).crosses(Segment::new(r, s))
            {
                // Of links that meet in a symbol only rounding could make it seem that they cross.
                cost += if a != c && a != d && b != c && b != d { CROSSING } else { 0.0 };
            }
        }
        let far = self.widest + THROUGH.2;
        let (top, bottom, left, right) = (top - far, bottom + far, p.x.min(q.x) - far, p.x.max(q.x) + far);
        for (at, &Point { x, y }) in (0_u32..).zip(&self.points) {
            if y > top && y < bottom && x > left && x < right && at != a && at != b {
                cost += self.through(at, p, q);
            }
        }
        cost
    }

    /// The cost of foreign links through a symbol.
    fn of_symbol(&self, at: u32) -> f64 {
        let Point { x, y } = self.points[at as usize];
        let far = self.symbols[at as usize].size.radius + THROUGH.2;
        let mut cost = 0.0;
        for &(a, b) in self.links {
            let (p, q) = (self.points[a as usize], self.points[b as usize]);
            let beside = (p.x > x + far && q.x > x + far) || (p.x < x - far && q.x < x - far);
            let above = (p.y > y + far && q.y > y + far) || (p.y < y - far && q.y < y - far);
            if !beside && !above && a != at && b != at {
                cost += self.through(at, p, q);
            }
        }
        cost
    }

    /// The cost of a link from `p` to `q` through a symbol.
    fn through(&self, at: u32, p: Point, q: Point) -> f64 {
        let (full, near, far) = THROUGH;
        let radius = self.symbols[at as usize].size.radius;
        full * ((far + radius - Segment::new(p, q).distance_to(self.points[at as usize])) / (far - near))
            .clamp(0.0, 1.0)
    }
}
