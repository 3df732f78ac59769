//! From everything thinkable to the few candidates that are worth keeping.

use super::candidates::{self, Candidate};
use super::costs::Cost;
use super::ground::Ground;
use super::slots::{FAR_RINGS, RINGS};
use super::variants::Variant;
use super::{Rect, Task};

/// How much work is done for one label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort {
    /// Gaps between symbol and label.
    pub(super) rings: &'static [f64],
    /// Candidates that are kept.
    pub(super) keep: usize,
    /// Candidates times things near them that are looked at, before it is good enough.
    pub(super) tests: usize,
}

/// The labels are said to crowd the area when they would fill this part of it. Then no search frees them all.
const CROWD: f64 = 0.5;
/// Tests for one label, however many labels there are.
const TESTS: usize = 4_000;
/// Tests for all labels that a small map may use up.
const TESTS_IN_ALL: usize = 3_000_000;

impl Effort {
    /// What is right for a map whose labels fill the part `fill` of the area.
    pub(super) fn first(labels: usize, fill: f64) -> Self {
        let tests = TESTS.max(TESTS_IN_ALL / labels.max(1));
        if fill > CROWD { Self { rings: &RINGS[..1], keep: 8, tests } } else { Self { rings: &RINGS, keep: 48, tests } }
    }

    /// For labels that found no place, the first and the second time.
    pub(super) fn more(self, time: usize) -> Self {
        Self { rings: &FAR_RINGS, keep: if time == 0 { 96 } else { 176 }, tests: self.tests * 8 }
    }
}

/// The best candidates of an owner, cheapest first, at least one.
pub(super) fn weigh(
    task: &Task,
    ground: &Ground,
    number: usize,
    variants: &[Variant],
    effort: Effort,
) -> Vec<Candidate> {
    let owner = &task.owners[number];
    if variants.first().is_none_or(|first| first.lines.is_empty()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let hint = candidates::hint(owner, variants, task.mode);
    if let Some(hint) = hint
        && hint.pinned
        && let Some(first) = variants.first()
    {
        let (bounds, anchor) = candidates::wanted_place(hint, owner, first);
        return vec![Candidate { bounds, cost: 0, variant: 0, anchor, leader: false, wanted: true }];
    }
    candidates::candidates(owner, variants, effort.rings, &mut found);
    if let Some(hint) = hint {
        candidates::wanted(hint, owner, variants, &mut found);
    }
    cheapest(&found, ground, number, effort)
}

/// Prices candidates from the most liked on, and keeps the cheapest.
fn cheapest(found: &[Candidate], ground: &Ground, owner: usize, effort: Effort) -> Vec<Candidate> {
    let Some(hull) = found.iter().map(|candidate| candidate.bounds).reduce(Rect::hull) else { return Vec::new() };
    let sight = ground.sight(owner, hull);
    let mut order: Vec<(Cost, usize)> = found.iter().map(|candidate| candidate.cost).zip(0..).collect();
    order.sort_unstable();
    let mut kept: Vec<Candidate> = Vec::with_capacity(effort.keep + 1);
    let mut tests = 0;
    for (taste, number) in order {
        let limit = if kept.len() < effort.keep { Cost::MAX } else { kept[kept.len() - 1].cost };
        if taste >= limit || tests > effort.tests && kept.len() >= 4 {
            break;
        }
        tests += sight.things();
        if let Some(cost) = sight.cost(&found[number], limit) {
            kept.truncate(effort.keep - 1);
            kept.insert(kept.partition_point(|other| other.cost <= cost), Candidate { cost, ..found[number] });
        }
    }
    kept
}
