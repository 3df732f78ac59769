//! [`Ground`]: everything that stands still, and what a label pays for standing on it or near it.

use crate::geometry::{Rect, Segment};
use crate::layout::grid::Index;
use crate::layout::labels::budget::{Budget, THINGS};
use crate::layout::labels::candidates::{Candidate, leader};
use crate::layout::labels::costs::stretch::Stretch;
use crate::layout::labels::costs::{
    Cost, DOUBT, DOUBT_MARGIN, DOUBT_MOST, DOUBT_SHARE, DOUBT_WITH_LEADER, HINT_NEAR, LEADER_ACROSS_LINE,
    LEADER_THROUGH_SYMBOL, LEGEND_LINE, NEARER, OUTSIDE, OUTSIDE_PIXEL, OWN_LINE, OWN_SYMBOL, PARTED, PARTED_FROM,
    Toll, WRONG, points,
};
use crate::layout::labels::placed::Flaw;
use crate::layout::labels::task::{Footprint, Kind, Obstacle, ObstacleKind, Outline, Owner, Site, Task};

/// Where more lines than this pass through the average cell, no label can avoid them, and none looks at them.
const LINES_PER_CELL: usize = 12;

/// Everything that stands still, by place.
pub(crate) struct Ground<'t> {
    task: &'t Task,
    solids: Index,
    lines: Option<Index>,
    /// The straight pieces of all lines, by their ends, ...
    pieces: Vec<Segment>,
    /// ... and the obstacle each is a piece of.
    whole: Vec<u32>,
}

impl<'t> Ground<'t> {
    pub(crate) fn new(task: &'t Task) -> Self {
        let (mut solids, mut pieces, mut whole) = (Vec::new(), Vec::new(), Vec::new());
        for (number, obstacle) in (0..).zip(&task.obstacles) {
            if let Footprint::Line(line) = &obstacle.shape {
                pieces.extend(line.windows(2).map(|ends| Segment::new(ends[0], ends[1])));
                whole.resize(pieces.len(), number);
            } else {
                solids.push((number, obstacle.shape.hull()));
            }
        }
        let lines = Index::of_lines(task.area, &pieces, LINES_PER_CELL);
        Self { task, solids: Index::of_boxes(task.area, &solids), lines, pieces, whole }
    }

    /// What an owner can meet whose candidates all lie in `hull`.
    pub(crate) fn sight(&self, number: usize, hull: Rect, budget: Budget) -> Sight<'t> {
        let owner = &self.task.owners[number];
        let solids = self.solids(number, hull.grown(budget.around), budget.things);
        let mut sight = Sight { owner, area: self.task.area, solids: solids.collect(), lines: Vec::new() };
        let Some(lines) = &self.lines else { return sight };
        let pieces = lines.near(hull, budget.things);
        sight.lines.reserve(pieces.len());
        for piece in pieces {
            let (at, segment) = (self.whole[piece as usize], self.pieces[piece as usize]);
            let obstacle = &self.task.obstacles[at as usize];
            let own = obstacle.owners.contains(&number);
            // A text on a link may well stand on that link.
            let harmless = own && owner.kind == Kind::LinkText;
            if !harmless && hull.grown(1.0).clip(segment).is_some() {
                let line = Stretch::new(segment, obstacle.kind.toll().clearance);
                sight.lines.push(Piece { obstacle: at, line, kind: obstacle.kind, own });
            }
        }
        sight
    }

    /// The solids that a rectangle touches, as an owner sees them, in order.
    fn solids(&self, number: usize, wide: Rect, most: usize) -> impl Iterator<Item = Solid<'t>> {
        let solids = self.solids.near(wide, most).into_iter().map(move |at| {
            let Obstacle { kind, shape, owners } = &self.task.obstacles[at as usize];
            Solid { obstacle: at, hull: shape.hull(), shape, kind: *kind, own: owners.contains(&number) }
        });
        solids.filter(move |solid| !wide.is_apart(solid.hull, 0.0))
    }

    /// The first obstacle that no letter may stand on and that an owner's box touches.
    pub(crate) fn hard(&self, number: usize, bounds: Rect) -> Option<usize> {
        let hit = |solid: &Solid| solid.kind.is_hard() && !solid.own && depth(solid.shape, bounds, 0.0) > 0.0;
        self.solids(number, bounds, THINGS).find(hit).map(|solid| solid.obstacle as usize)
    }
}

/// What is near one owner, gathered once for all its candidates.
pub(crate) struct Sight<'t> {
    owner: &'t Owner,
    area: Rect,
    solids: Vec<Solid<'t>>,
    /// Pieces of one line follow each other.
    lines: Vec<Piece>,
}

struct Solid<'t> {
    obstacle: u32,
    hull: Rect,
    shape: &'t Footprint,
    kind: ObstacleKind,
    own: bool,
}

struct Piece {
    obstacle: u32,
    line: Stretch,
    kind: ObstacleKind,
    own: bool,
}

impl Sight<'_> {
    /// How many things each candidate is held against.
    pub(crate) fn things(&self) -> usize {
        self.solids.len() + self.lines.len()
    }

    /// What a candidate costs against all this, its taste included; `None` as soon as it is `limit` or more.
    pub(crate) fn cost(&self, candidate: &Candidate, limit: Cost) -> Option<Cost> {
        let bounds = candidate.bounds;
        let outside = bounds.outside(self.area);
        let mut cost = candidate.cost;
        if outside > 0.0 {
            cost += points(OUTSIDE + OUTSIDE_PIXEL * outside);
        }
        if cost >= limit {
            return None;
        }
        cost += self.solids(bounds, candidate.leader);
        if cost >= limit {
            return None;
        }
        cost += self.lines(bounds, limit.saturating_sub(cost));
        if cost < limit {
            let way = leader(self.owner, bounds);
            cost += if candidate.leader { self.along_leader(way) } else { self.parted(way) };
        }
        (cost < limit).then_some(cost)
    }

    /// Why a label that its author put here is placed anew, if it is. Other labels are not looked at.
    pub(crate) fn flaw(&self, bounds: Rect) -> Option<Flaw> {
        if bounds.outside(self.area) > 0.0 {
            return Some(Flaw::Outside);
        }
        let own = own_distance(self.owner, bounds);
        if own.is_some_and(|own| own > HINT_NEAR) {
            return Some(Flaw::Far);
        }
        let covers = |solid: &Solid| {
            let toll = if solid.own { OWN_SYMBOL } else { solid.kind.toll() };
            depth(solid.shape, bounds, toll.clearance) > 0.0
        };
        if self.solids.iter().any(covers) {
            return Some(Flaw::Covers);
        }
        let nearer = |solid: &Solid| {
            let foreign = solid.kind == ObstacleKind::Symbol && !solid.own;
            foreign && own.is_some_and(|own| -depth(solid.shape, bounds, 0.0) < own + NEARER)
        };
        if self.solids.iter().any(nearer) {
            return Some(Flaw::Nearer);
        }
        self.lines.iter().filter(|piece| piece.line.inside(bounds).is_some()).find_map(|piece| match piece.kind {
            ObstacleKind::PipelineLine => Some(Flaw::Cut),
            ObstacleKind::Link | ObstacleKind::Movement if !piece.own => Some(Flaw::Struck),
            _ => None,
        })
    }

    /// What touching solids costs, and the doubt that symbols raise.
    fn solids(&self, bounds: Rect, leader: bool) -> Cost {
        let own = own_distance(self.owner, bounds);
        let sight = own.unwrap_or(0.0) + DOUBT_MARGIN;
        let (mut cost, mut most, mut all, mut nearer) = (0, 0.0_f64, 0.0, false);
        for solid in &self.solids {
            // Far enough for neither toll nor doubt: no need to know how far.
            if bounds.is_apart(solid.hull, sight) {
                continue;
            }
            let toll = if solid.own { OWN_SYMBOL } else { solid.kind.toll() };
            let depth = depth(solid.shape, bounds, toll.clearance);
            if depth > 0.0 {
                cost += price(&toll, depth);
            }
            if let (Some(own), ObstacleKind::Symbol, false) = (own, solid.kind, solid.own) {
                // `depth` is minus the distance, less the clearance.
                let doubt = (own + DOUBT_MARGIN - (toll.clearance - depth).max(0.0)).clamp(0.0, DOUBT_MOST);
                most = most.max(doubt);
                all += doubt;
                nearer |= doubt > DOUBT_MARGIN - NEARER;
            }
        }
        let wrong = if nearer { WRONG } else { 0.0 };
        let doubt = (DOUBT * (most + DOUBT_SHARE * all) + wrong) * if leader { DOUBT_WITH_LEADER } else { 1.0 };
        cost + points(doubt)
    }

    /// What lines through the box cost, until that is `limit`. A line pays once, however many pieces of it pass.
    fn lines(&self, bounds: Rect, limit: Cost) -> Cost {
        let mut cost = 0;
        for pieces in self.lines.chunk_by(|a, b| a.obstacle == b.obstacle) {
            if cost >= limit {
                break;
            }
            if let Some(inside) = pieces.iter().filter_map(|piece| piece.line.inside(bounds)).reduce(|a, b| a + b) {
                let share = match self.owner.kind {
                    Kind::Legend => LEGEND_LINE,
                    _ if pieces[0].own => OWN_LINE,
                    _ => 1.0,
                };
                cost += points(share * in_full(&pieces[0].kind.toll(), inside));
            }
        }
        cost
    }

    /// What foreign links cost that run between a label and its symbol.
    fn parted(&self, way: Segment) -> Cost {
        if way.length() < PARTED_FROM {
            return 0;
        }
        let parts = |line: &&Piece| !line.own && line.kind == ObstacleKind::Link && way.crosses(line.line.segment());
        points(PARTED * self.lines.iter().filter(parts).count() as f64)
    }

    fn along_leader(&self, leader: Segment) -> Cost {
        let through = |solid: &&Solid| {
            let symbol = solid.kind == ObstacleKind::Symbol && !solid.own;
            symbol
                && match *solid.shape {
                    Footprint::Disc(center, radius) => leader.distance_to(center) < radius,
                    Footprint::Box(rect) => rect.clip(leader).is_some(),
                    Footprint::Line(_) => false,
                }
        };
        let symbols = self.solids.iter().filter(through).count();
        let lines = self.lines.iter().filter(|line| leader.crosses(line.line.segment())).count();
        points(LEADER_THROUGH_SYMBOL * symbols as f64 + LEADER_ACROSS_LINE * lines as f64)
    }
}

/// How deep a box reaches into a solid; below 0 how far it is from it.
fn depth(solid: &Footprint, bounds: Rect, clearance: f64) -> f64 {
    clearance
        + match *solid {
            Footprint::Disc(center, radius) => radius - bounds.distance_to(center),
            Footprint::Box(rect) => {
                let (x, y) = rect.gaps(bounds);
                if x.max(y) < 0.0 { -x.max(y) } else { -rect.distance(bounds) }
            }
            Footprint::Line(_) => f64::MIN,
        }
}

/// How far a label is from its own symbol, if it has one.
fn own_distance(owner: &Owner, bounds: Rect) -> Option<f64> {
    match owner.site {
        Site::Symbol { center, outline: Outline::Circle(radius) } => {
            Some((bounds.distance_to(center) - radius).max(0.0))
        }
        Site::Symbol { center, outline: Outline::Box(x, y) } => Some(Rect::around(center, x, y).distance(bounds)),
        _ => None,
    }
}

fn price(toll: &Toll, pixels: f64) -> Cost {
    points(in_full(toll, pixels))
}

fn in_full(toll: &Toll, pixels: f64) -> f64 {
    toll.touch + toll.pixel * pixels.min(toll.pixels)
}
