//! From everything thinkable to the few candidates that are worth keeping.

use std::collections::BTreeMap;

use super::candidates::{self, Candidate};
use super::costs::Cost;
use super::ground::{AROUND, Ground, THINGS};
use super::slots::{FAR_RINGS, RINGS, Spot, spots};
use super::variants::Variant;
use super::{Kind, Rect, Task};

/// How much work is done for one label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort {
    /// Gaps between symbol and label.
    pub(super) rings: &'static [f64],
    /// How far around its candidates a label looks.
    pub(super) around: f64,
    /// Candidates that are kept.
    pub(super) keep: usize,
    /// Candidates times things near them that are looked at, before it is good enough.
    pub(super) tests: usize,
    /// A label looks at this many things at most, so that thousands in one place cost no more than hundreds.
    pub(super) things: usize,
}

/// The labels are said to crowd the area when they would fill this part of it. Then no search frees them all.
const CROWD: f64 = 0.5;
/// Tests for one label, however many labels there are.
const TESTS: usize = 4_000;
/// A label has this many candidates even if that takes more tests.
const LEAST: usize = 4;
/// Tests for all labels that a small map may use up.
const TESTS_IN_ALL: usize = 3_000_000;

impl Effort {
    /// What is right for a map whose labels fill the part `fill` of the area.
    pub(super) fn first(labels: usize, fill: f64) -> Self {
        if fill > CROWD {
            return Self { rings: &RINGS[..1], around: 0.0, keep: 8, tests: TESTS / 4, things: THINGS / 8 };
        }
        Self { rings: &RINGS, around: AROUND, keep: 24, tests: tests(labels), things: THINGS }
    }

    /// For that many labels that found no place, the first and the second time.
    pub(super) fn more(self, labels: usize, time: usize) -> Self {
        let keep = if time == 0 { 96 } else { 176 };
        Self { rings: &FAR_RINGS, around: AROUND, keep, tests: 4 * tests(labels), things: self.things }
    }
}

/// Tests for each of that many labels.
fn tests(labels: usize) -> usize {
    TESTS.max(TESTS_IN_ALL / labels.max(1))
}

/// Weighs the candidates of one owner after the other.
pub(super) struct Scales<'t> {
    task: &'t Task,
    ground: &'t Ground<'t>,
    effort: Effort,
    spots: BTreeMap<Kind, Vec<Spot>>,
    found: Vec<Candidate>,
    order: Vec<(Cost, u32)>,
    kept: Vec<(Cost, u32)>,
}

impl<'t> Scales<'t> {
    pub(super) fn new(task: &'t Task, ground: &'t Ground<'t>, effort: Effort) -> Self {
        Self { task, ground, effort, spots: BTreeMap::new(), found: Vec::new(), order: Vec::new(), kept: Vec::new() }
    }

    /// The best candidates of an owner, cheapest first; none where there is no text.
    pub(super) fn weigh(&mut self, number: usize, variants: &[Variant]) -> Vec<Candidate> {
        let owner = &self.task.owners[number];
        let Some(first) = variants.first().filter(|first| !first.lines.is_empty()) else { return Vec::new() };
        let hint = candidates::hint(owner, first, self.task.mode);
        if let Some(hint) = hint.filter(|hint| hint.pinned) {
            let (bounds, anchor) = candidates::wanted_place(hint, owner, first);
            return vec![Candidate { bounds, cost: 0, variant: 0, anchor, leader: false, wanted: true }];
        }
        let spots = self.spots.entry(owner.kind).or_insert_with(|| spots(owner.kind, self.effort.rings));
        candidates::candidates(owner, variants, self.effort.rings, spots, &mut self.found);
        if let Some(hint) = hint {
            candidates::wanted(hint, owner, variants, &mut self.found);
        }
        self.keep_cheapest(number);
        let priced = |&(cost, at): &(Cost, u32)| Candidate { cost, ..self.found[at as usize] };
        self.kept.iter().map(priced).collect()
    }

    /// Prices what was found, from the most liked on, and keeps the cheapest.
    fn keep_cheapest(&mut self, owner: usize) {
        let effort = self.effort;
        self.kept.clear();
        let Some(hull) = self.found.iter().map(|candidate| candidate.bounds).reduce(Rect::hull) else { return };
        let sight = self.ground.sight(owner, hull, effort);
        self.order.clear();
        self.order.extend(self.found.iter().map(|candidate| candidate.cost).zip(0..));
        // Each variant's are in order already; a stable sort merges them.
        self.order.sort_by_key(|&place| place);
        let mut tests = 0;
        for &(taste, at) in &self.order {
            let limit = if self.kept.len() < effort.keep { Cost::MAX } else { self.kept[effort.keep - 1].0 };
            if taste >= limit || tests > effort.tests && self.kept.len() >= LEAST {
                break;
            }
            tests += sight.things();
            if let Some(cost) = sight.cost(&self.found[at as usize], limit) {
                self.kept.truncate(effort.keep - 1);
                let place = self.kept.partition_point(|other| other.0 <= cost);
                self.kept.insert(place, (cost, at));
            }
        }
    }
}
