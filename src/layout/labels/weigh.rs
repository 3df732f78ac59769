//! From everything thinkable to the few candidates that are worth keeping.

use std::collections::BTreeMap;

use super::candidates::{Candidate, hint, wanted_place};
use super::costs::Cost;
use super::effort::Effort;
use super::ground::Ground;
use super::ideas::Ideas;
use super::slots::{Spot, spots};
use super::variants::Variant;
use super::{Kind, Task};

/// A label has this many candidates even if that takes more tests.
const LEAST: usize = 4;

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
