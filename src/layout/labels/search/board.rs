//! [`Board`]: which candidate each label has taken, and what that costs.

use crate::geometry::Rect;
use crate::layout::grid::Boxes;
use crate::layout::labels::candidates::{Candidate, leader};
use crate::layout::labels::costs::pairs::{Body, pair};
use crate::layout::labels::costs::{Cost, PAIR, TROUBLE, points};
use crate::layout::labels::task::{Owner, Task};

/// Pairs of labels that a map of any size may compare, and as many more for each label.
const PAIRS: usize = 2_000_000;
const PAIRS_EACH: usize = 400;
/// More rivals than this are not counted.
const RIVALS: usize = 64;

/// Which candidate each label has taken, and what that costs.
pub(crate) struct Board<'t> {
    owners: &'t [Owner],
    /// By owner: its candidates, cheapest first; none where there is no text.
    pub(crate) candidates: Vec<Vec<Candidate>>,
    chosen: Vec<Option<usize>>,
    bodies: Vec<Body>,
    /// The labels that have a place.
    placed: Boxes,
    /// For each label the box around all its candidates.
    hulls: Boxes,
    /// Pairs of labels that may still be compared.
    left: usize,
}

impl<'t> Board<'t> {
    /// Nobody has candidates yet.
    pub(crate) fn new(task: &'t Task) -> Self {
        let count = task.owners.len();
        let nowhere = Body { bounds: Rect::default(), leader: None };
        Self {
            owners: &task.owners,
            candidates: vec![Vec::new(); count],
            chosen: vec![None; count],
            bodies: vec![nowhere; count],
            placed: Boxes::new(task.area, count),
            hulls: Boxes::new(task.area, count),
            left: PAIRS + PAIRS_EACH * count,
        }
    }

    /// Gives a label these candidates. It has taken none of them.
    pub(crate) fn offer(&mut self, label: usize, candidates: Vec<Candidate>) {
        self.hulls.remove(label);
        if let Some(hull) = hull(&candidates) {
            self.hulls.insert(label, hull);
        }
        self.candidates[label] = candidates;
    }

    /// Gives a label these candidates instead; it stays where it is.
    pub(crate) fn offer_instead(&mut self, label: usize, mut candidates: Vec<Candidate>) {
        if let Some(chosen) = self.chosen[label] {
            let here = self.candidates[label][chosen];
            let same = |other: &Candidate| other.bounds == here.bounds && other.leader == here.leader;
            let chosen = candidates.iter().position(same).unwrap_or_else(|| {
                let at = candidates.partition_point(|other| other.cost <= here.cost);
                candidates.insert(at, here);
                at
            });
            self.chosen[label] = Some(chosen);
        }
        self.offer(label, candidates);
    }

    /// Every label that has candidates.
    pub(crate) fn labels(&self) -> Vec<usize> {
        (0..self.candidates.len()).filter(|&label| !self.candidates[label].is_empty()).collect()
    }

    /// Whether the work that may be done is done.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.left == 0
    }

    /// The candidate that a label has taken.
    pub(crate) fn chosen(&self, label: usize) -> Option<usize> {
        self.chosen[label]
    }

    /// The candidates that all labels have taken.
    pub(crate) fn choices(&self) -> Vec<Option<usize>> {
        self.chosen.clone()
    }

    /// The labels that could come near those that have moved since these were the choices, themselves included, in order.
    pub(crate) fn near_changes(&self, before: &[Option<usize>]) -> Vec<usize> {
        let mut found = Vec::new();
        for (label, (was, is)) in before.iter().zip(&self.chosen).enumerate() {
            if was != is {
                let left = was.map(|candidate| self.body_at(label, candidate).reach());
                found.extend(left.into_iter().chain([self.bodies[label].reach()]).flat_map(|place| self.around(place)));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The place that a label has taken.
    pub(crate) fn body(&self, label: usize) -> &Body {
        &self.bodies[label]
    }

    /// The label goes to one of its candidates.
    pub(crate) fn put(&mut self, label: usize, candidate: usize) {
        self.lift(label);
        let body = self.body_at(label, candidate);
        self.placed.insert(label, body.reach());
        self.bodies[label] = body;
        self.chosen[label] = Some(candidate);
    }

    fn lift(&mut self, label: usize) {
        if self.chosen[label].take().is_some() {
            self.placed.remove(label);
        }
    }

    pub(crate) fn body_at(&self, label: usize, candidate: usize) -> Body {
        let candidate = self.candidates[label][candidate];
        let leader = candidate.leader.then(|| leader(&self.owners[label], candidate.bounds));
        Body { bounds: candidate.bounds, leader }
    }

    /// What a label costs where it is; 0 if it has no place.
    pub(crate) fn cost(&mut self, label: usize) -> Cost {
        self.chosen[label].map_or(0, |candidate| self.cost_at(label, candidate, Cost::MAX))
    }

    /// The least that a label can cost.
    pub(crate) fn least(&self, label: usize) -> Cost {
        self.candidates[label].first().map_or(0, |candidate| candidate.cost)
    }

    /// What a label would cost at a candidate, the others staying where they are; no more than `limit` is told.
    pub(crate) fn cost_at(&mut self, label: usize, candidate: usize, limit: Cost) -> Cost {
        let body = self.body_at(label, candidate);
        let mut cost = self.candidates[label][candidate].cost;
        let (bodies, left) = (&self.bodies, &mut self.left);
        self.placed.near(body.reach(), |other| {
            if other != label {
                *left = left.saturating_sub(1);
                cost += pair(&body, &bodies[other]);
            }
            cost < limit
        });
        cost.min(limit)
    }

    /// The cheapest candidate of a label, the others staying where they are, and what it costs there.
    /// When the budget is exhausted, the cheapest as far as the others are left out.
    pub(crate) fn best(&mut self, label: usize) -> (Cost, usize) {
        let mut best = (Cost::MAX, 0);
        for candidate in 0..self.candidates[label].len() {
            if self.candidates[label][candidate].cost >= best.0 || self.is_exhausted() {
                break;
            }
            let cost = self.cost_at(label, candidate, best.0);
            if cost < best.0 {
                best = (cost, candidate);
            }
        }
        best
    }

    /// How many labels could come near this one, itself included; beyond some dozens it does not matter.
    pub(crate) fn rivals(&self, label: usize) -> usize {
        let Some(hull) = hull(&self.candidates[label]) else { return 0 };
        let mut count = 0;
        self.hulls.near(hull, |_| {
            count += 1;
            count < RIVALS
        });
        count
    }

    /// The labels that cannot stay where they are, and those that they are on.
    pub(crate) fn troubled(&mut self) -> Vec<usize> {
        let mut found = Vec::new();
        for label in self.labels() {
            if self.cost(label) >= points(TROUBLE) {
                found.push(label);
                found.extend(self.disturbed(label, PAIR / 2.0));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The labels that a label disturbs where it is by more than `least` points, in order.
    pub(crate) fn disturbed(&self, label: usize, least: f64) -> Vec<usize> {
        let mut found = Vec::new();
        let body = self.bodies[label];
        self.placed.near(body.reach(), |other| {
            if other != label && pair(&body, &self.bodies[other]) > points(least) {
                found.push(other);
            }
            true
        });
        found.sort_unstable();
        found
    }

    /// A label before this one that it disturbs where it is and that counts, if there is any.
    pub(crate) fn disturbed_before(&self, label: usize, counts: impl Fn(usize) -> bool) -> Option<usize> {
        let mut found = None;
        let body = self.bodies[label];
        self.placed.near(body.reach(), |other| {
            if other < label && pair(&body, &self.bodies[other]) > 0 && counts(other) {
                found = Some(other);
            }
            found.is_none()
        });
        found
    }

    /// The labels that could come into this place, in order.
    pub(crate) fn around(&self, place: Rect) -> Vec<usize> {
        let mut found = Vec::new();
        self.hulls.near(place, |label| {
            found.push(label);
            true
        });
        found.sort_unstable();
        found
    }
}

fn hull(candidates: &[Candidate]) -> Option<Rect> {
    candidates.iter().map(|candidate| candidate.bounds).reduce(Rect::hull)
}
