//! Small maps are gone over once more: what can still move does so where that saves crossings or frees a symbol from a link.

use super::clashes::{self, Arrow, WRONG};
use super::sketch::{PipelineBox, Sketch, Symbol};
use super::visibility;
use crate::geometry::{Point, Segment, distance};

/// Larger maps are left as they are.
const MOST: usize = 400;
/// How often all is gone over at most.
const SWEEPS: usize = 10;
/// The most pairs looked at; then it ends, wherever it is.
const WORK: usize = 8_000_000;
/// What is nearer than this may do better once something has moved, in pixels.
const AROUND: f64 = 60.0;
/// As many pairs of bodies in each other's way are moved together.
const PAIRS: usize = 24;
/// How far things move, in pixels.
const STEPS: [f64; 20] = [
    8.0, -8.0, 16.0, -16.0, 24.0, -24.0, 34.0, -34.0, 46.0, -46.0, 60.0, -60.0, 76.0, -76.0, 94.0, -94.0, 124.0,
    -124.0, 160.0, -160.0,
];
/// The cost of two links that cross.
const CROSSING: f64 = 4.0;
/// The cost of a link through a symbol: in full closer than the first to its edge, none from the second on, in pixels.
const THROUGH: (f64, f64, f64) = (30.0, 1.0, 5.0);
/// The cost of each pixel that a needed thing lies too high.
const HIGH: f64 = 1.6;
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
    tangle.improve_pairs(&bodies);
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

impl Way {
    /// The coordinate of a point that changes on this way.
    fn of(self, point: Point) -> f64 {
        if self == Self::Up { point.y } else { point.x }
    }
}

impl Body {
    /// The cost of being there and not where it wished to be.
    fn away(&self, at: f64) -> f64 {
        AWAY * (at - self.wish) * (at - self.wish)
    }
}

/// Units whose height is open, and components whose evolution is.
fn bodies(sketch: &Sketch) -> Vec<Body> {
    let mut members = vec![Vec::new(); sketch.heights.len()];
    for (at, symbol) in (0_u32..).zip(&sketch.symbols) {
        members[symbol.unit as usize].push(at);
    }
    // Users stay on their line.
    let units = sketch.chain.units.iter().zip(members).enumerate().filter(|(_, (unit, _))| !unit.is_free_user());
    let up = units.map(|(at, (unit, symbols))| Body {
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
    arrows: &'a [Arrow],
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
            arrows: &sketch.arrows,
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
        let at = body.way.of(start[0]);
        let wished = |at: f64| body.away(at);
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

    /// Moves two bodies at once where both are in trouble and neither finds a way alone.
    fn improve_pairs(&mut self, bodies: &[Body]) {
        let in_trouble: Vec<&Body> = bodies.iter().filter(|body| self.cost(body, f64::INFINITY) >= WRONG).collect();
        let mut left = PAIRS;
        for (at, one) in in_trouble.iter().enumerate() {
            for other in &in_trouble[at + 1..] {
                let (here, there) = (self.points[one.symbols[0] as usize], self.points[other.symbols[0] as usize]);
                let shares = one.symbols.iter().any(|symbol| other.symbols.contains(symbol));
                if left == 0 || self.work >= WORK || shares || distance(here, there) > AROUND {
                    continue;
                }
                left -= 1;
                self.improve_pair(one, other);
            }
        }
    }

    fn improve_pair(&mut self, one: &Body, other: &Body) {
        let start: Vec<Point> = one.symbols.iter().map(|&at| self.points[at as usize]).collect();
        let behind: Vec<Point> = other.symbols.iter().map(|&at| self.points[at as usize]).collect();
        let (from, there) = (one.way.of(start[0]), other.way.of(behind[0]));
        let mut best = (0.0, 0.0);
        let mut least = self.cost(one, f64::INFINITY) + self.cost(other, f64::INFINITY) - self.mutual(one, other);
        least += one.away(from) + other.away(there);
        for step in STEPS {
            let to = (from + step).clamp(one.walls.0, one.walls.1);
            self.shift(one, &start, to - from);
            for step in STEPS {
                let then = (there + step).clamp(other.walls.0, other.walls.1);
                self.shift(other, &behind, then - there);
                let both = one.away(to) + other.away(then) - self.mutual(one, other);
                let mut cost = both + self.cost(one, least - both);
                if cost < least {
                    cost += self.cost(other, least - cost);
                }
                if cost < least - 1e-6 {
                    (best, least) = ((to - from, then - there), cost);
                }
            }
        }
        self.shift(one, &start, best.0);
        self.shift(other, &behind, best.1);
    }

    /// What two bodies cost each other, which is in the cost of both.
    fn mutual(&self, one: &Body, other: &Body) -> f64 {
        let mut cost = 0.0;
        for &at in &one.symbols {
            for &there in &other.symbols {
                cost += self.close(at, there) + self.through_by(at, there) + self.through_by(there, at);
            }
        }
        cost
    }

    /// The cost of the movements at one symbol through another.
    fn through_by(&self, end: u32, at: u32) -> f64 {
        let own = |arrow: &&Arrow| (arrow.from == end || arrow.to == end) && arrow.from != at && arrow.to != at;
        let symbol = (&self.symbols[at as usize], self.points[at as usize]);
        let through = |arrow: &Arrow| clashes::through(self.segment(arrow), symbol.0, symbol.1);
        self.arrows.iter().filter(own).map(through).sum()
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
            cost += self.in_the_way(at);
            let own = |arrow: &&Arrow| arrow.from == at || arrow.to == at;
            cost += self.arrows.iter().filter(own).map(|arrow| self.of_arrow(arrow)).sum::<f64>();
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
        let (here, there) = (self.points[at as usize], self.points[other as usize]);
        if (there.y - here.y).abs() > clashes::farthest(self.widest) {
            return 0.0;
        }
        clashes::symbols(&self.symbols[at as usize], here, &self.symbols[other as usize], there)
    }

    /// The cost of a symbol in a foreign box.
    fn boxed(&self, at: u32, one: &PipelineBox) -> f64 {
        clashes::boxed(&self.symbols[at as usize], self.points[at as usize], one, self.height(one))
    }

    /// The cost of two boxes that overlap.
    fn overlap(&self, one: &PipelineBox, other: &PipelineBox) -> f64 {
        clashes::boxes(one, self.height(one), other, self.height(other))
    }

    /// The height of what a box hangs below.
    fn height(&self, of: &PipelineBox) -> f64 {
        self.points[self.firsts[of.unit as usize] as usize].y
    }

    /// The cost of foreign movements through a symbol.
    fn in_the_way(&self, at: u32) -> f64 {
        let foreign = self.arrows.iter().filter(|arrow| arrow.from != at && arrow.to != at);
        foreign
            .map(|arrow| clashes::through(self.segment(arrow), &self.symbols[at as usize], self.points[at as usize]))
            .sum()
    }

    /// The cost of a movement: through foreign symbols, along other movements, too short.
    fn of_arrow(&self, arrow: &Arrow) -> f64 {
        let segment = self.segment(arrow);
        let radii = [arrow.from, arrow.to].map(|at| self.symbols[at as usize].size.radius);
        let mut cost = clashes::short(segment, arrow.rightward, radii[0] + radii[1]);
        for (at, &point) in (0_u32..).zip(&self.points).filter(|&(at, _)| at != arrow.from && at != arrow.to) {
            cost += clashes::through(segment, &self.symbols[at as usize], point);
        }
        let others = self.arrows.iter().filter(|other| other.to != arrow.to);
        cost + others.map(|other| clashes::along(segment, self.segment(other))).sum::<f64>()
    }

    fn segment(&self, arrow: &Arrow) -> Segment {
        Segment::new(self.points[arrow.from as usize], self.points[arrow.to as usize])
    }

    fn of_link(&self, link: u32) -> f64 {
        let (a, b) = self.links[link as usize];
        let (p, q) = (self.points[a as usize], self.points[b as usize]);
        let mut cost = if self.descends[link as usize] { HIGH * (NEEDED - (q.y - p.y)).max(0.0) } else { 0.0 };
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
