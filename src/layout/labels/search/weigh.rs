//! From everything thinkable to the few candidates that are worth keeping.

use std::collections::BTreeMap;

use crate::geometry::Point;
use crate::layout::labels::budget::Budget;
use crate::layout::labels::candidates::ideas::Ideas;
use crate::layout::labels::candidates::slots::{FAR_RINGS, Spot, spots};
use crate::layout::labels::candidates::variants::Variant;
use crate::layout::labels::candidates::{Candidate, hint, wanted_place};
use crate::layout::labels::costs::ground::Ground;
use crate::layout::labels::costs::{Cost, LEADER_FROM};
use crate::layout::labels::task::{Kind, Owner, Previous, Site, Task};

/// A label has this many candidates even if that takes more tests.
const LEAST: usize = 4;

/// Weighs the candidates of one owner after the other.
pub(crate) struct Scales<'t> {
    task: &'t Task,
    ground: &'t Ground<'t>,
    budget: Budget,
    /// By kind, and whether they go far.
    spots: BTreeMap<(Kind, bool), Vec<Spot>>,
    found: Vec<Candidate>,
    kept: Vec<(Cost, u32)>,
}

impl<'t> Scales<'t> {
    pub(crate) fn new(task: &'t Task, ground: &'t Ground<'t>, budget: Budget) -> Self {
        Self { task, ground, budget, spots: BTreeMap::new(), found: Vec::new(), kept: Vec::new() }
    }

    /// The best candidates of an owner, cheapest first; none where there is no text.
    pub(crate) fn weigh(&mut self, number: usize, variants: &[Variant]) -> Vec<Candidate> {
        let (owner, budget) = (&self.task.owners[number], self.budget);
        let Some(first) = variants.first().filter(|first| !first.lines.is_empty()) else { return Vec::new() };
        let hint = hint(owner, first, self.task.mode);
        if let Some(hint) = hint.filter(|hint| hint.pinned) {
            let (bounds, anchor) = wanted_place(hint, owner, first);
            return vec![Candidate { bounds, cost: 0, variant: 0, anchor, leader: false, wanted: true }];
        }
        let far = was_far(owner);
        let rings = if far { &FAR_RINGS } else { budget.rings };
        let spots = self.spots.entry((owner.kind, far)).or_insert_with(|| spots(owner.kind, rings));
        let ideas = Ideas::new(owner, variants, hint, spots, budget.rings);
        let Some(hull) = ideas.hull() else { return Vec::new() };
        let sight = self.ground.sight(number, hull, budget);
        self.found.clear();
        self.kept.clear();
        let mut tests = 0;
        for (floor, candidate) in ideas {
            let limit = if self.kept.len() < budget.keep { Cost::MAX } else { self.kept[budget.keep - 1].0 };
            if floor >= limit || tests > budget.tests && self.kept.len() >= LEAST {
                break;
            }
            tests += sight.things();
            if candidate.wanted && sight.flaw(candidate.bounds).is_some() {
                continue;
            }
            if let Some(cost) = sight.cost(&candidate, limit) {
                self.kept.truncate(budget.keep - 1);
                let place = self.kept.partition_point(|other| other.0 <= cost);
                self.kept.insert(place, (cost, self.found.len() as u32));
                self.found.push(candidate);
            }
        }
        self.kept.iter().map(|&(cost, at)| Candidate { cost, ..self.found[at as usize] }).collect()
    }
}

/// Whether the label stood so far from its symbol the last time that it had a leader.
fn was_far(owner: &Owner) -> bool {
    let Site::Symbol { outline, .. } = owner.site else { return false };
    let gap = |previous: Previous| previous.bounds.distance_to(Point::default()) - outline.radius();
    owner.previous.map(gap).is_some_and(|gap| gap > LEADER_FROM)
}
