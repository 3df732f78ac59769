//! From everything thinkable to the few candidates that are worth keeping.

use std::collections::BTreeMap;

use super::candidates::{Candidate, hint, wanted_place};
use super::costs::Cost;
use super::ground::{AROUND, Ground, THINGS};
use super::ideas::Ideas;
use super::slots::{FAR_RINGS, RINGS, Spot, spots};
use super::variants::Variant;
use super::{Kind, Task};

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
    kept: Vec<(Cost, u32)>,
}

impl<'t> Scales<'t> {
    pub(super) fn new(task: &'t Task, ground: &'t Ground<'t>, effort: Effort) -> Self {
        Self { task, ground, effort, spots: BTreeMap::new(), found: Vec::new(), kept: Vec::new() }
    }

    /// The best candidates of an owner, cheapest first; none where there is no text.
    pub(super) fn weigh(&mut self, number: usize, variants: &[Variant]) -> Vec<Candidate> {
        let (owner, effort) = (&self.task.owners[number], self.effort);
        let Some(first) = variants.first().filter(|first| !first.lines.is_empty()) else { return Vec::new() };
        let hint = hint(owner, first, self.task.mode);
        if let Some(hint) = hint.filter(|hint| hint.pinned) {
            let (bounds, anchor) = wanted_place(hint, owner, first);
            return vec![Candidate { bounds, cost: 0, variant: 0, anchor, leader: false, wanted: true }];
        }
        let spots = self.spots.entry(owner.kind).or_insert_with(|| spots(owner.kind, effort.rings));
        let ideas = Ideas::new(owner, variants, hint, spots, effort.rings);
        let Some(hull) = ideas.hull() else { return Vec::new() };
        let sight = self.ground.sight(number, hull, effort);
        self.found.clear();
        self.kept.clear();
        let mut tests = 0;
        for (floor, candidate) in ideas {
            let limit = if self.kept.len() < effort.keep { Cost::MAX } else { self.kept[effort.keep - 1].0 };
            if floor >= limit || tests > effort.tests && self.kept.len() >= LEAST {
                break;
            }
            tests += sight.things();
            if let Some(cost) = sight.cost(&candidate, limit) {
                self.kept.truncate(effort.keep - 1);
                let place = self.kept.partition_point(|other| other.0 <= cost);
                self.kept.insert(place, (cost, self.found.len() as u32));
                self.found.push(candidate);
            }
        }
        self.kept.iter().map(|&(cost, at)| Candidate { cost, ..self.found[at as usize] }).collect()
    }
}
