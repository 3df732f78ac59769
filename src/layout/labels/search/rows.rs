//! The labels of one row stand above their symbols or below them, all alike, as far as they can.

use std::collections::BTreeMap;

use crate::layout::labels::candidates::Candidate;
use crate::layout::labels::costs::{Cost, OTHER_SIDE, TROUBLE, points};
use crate::layout::labels::task::{Owner, Task};

/// On which side of its symbol a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Above,
    Below,
    Beside,
}

/// The side of each owner that has a row; found once all have candidates.
pub(super) struct Sides(Vec<Option<Side>>);

impl Sides {
    /// The side on which the labels of each row cost least, each at its best. `candidates` are those of each owner.
    pub(super) fn of(task: &Task, candidates: &[Vec<Candidate>]) -> Self {
        let mut rows: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (number, owner) in task.owners.iter().enumerate() {
            if let Some(row) = owner.row.filter(|_| !candidates[number].is_empty()) {
                rows.entry(row).or_default().push(number);
            }
        }
        let mut sides = vec![None; task.owners.len()];
        for owners in rows.values().filter(|owners| owners.len() > 1) {
            let total = |side: Side| -> Cost {
                owners.iter().map(|&owner| least(&task.owners[owner], &candidates[owner], side)).sum()
            };
            let side = [Side::Above, Side::Below].into_iter().min_by_key(|&side| total(side));
            for &owner in owners {
                sides[owner] = side;
            }
        }
        Self(sides)
    }

    /// The candidates of an owner with what it costs to stand on another side than the rest of the row, cheapest first.
    pub(super) fn priced(&self, task: &Task, number: usize, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
        let Some(side) = self.0[number] else { return candidates };
        for candidate in &mut candidates {
            if !candidate.wanted && side_of(&task.owners[number], candidate) != side {
                candidate.cost += points(OTHER_SIDE);
            }
        }
        candidates.sort_by_key(|candidate| candidate.cost);
        candidates
    }
}

/// The least that a label costs on one side.
fn least(owner: &Owner, candidates: &[Candidate], side: Side) -> Cost {
    let there = candidates.iter().filter(|candidate| side_of(owner, candidate) == side);
    there.map(|candidate| candidate.cost).min().unwrap_or(points(TROUBLE))
}

fn side_of(owner: &Owner, candidate: &Candidate) -> Side {
    let middle = owner.site.middle().y;
    if candidate.bounds.bottom < middle {
        Side::Above
    } else if candidate.bounds.top > middle {
        Side::Below
    } else {
        Side::Beside
    }
}
