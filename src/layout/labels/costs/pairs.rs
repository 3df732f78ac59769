//! What two labels cost each other.

use crate::geometry::{Rect, Segment};
use crate::layout::labels::costs::{
    Cost, LEADER_ACROSS_LEADER, LEADER_THROUGH_LABEL, NEAR, NEAR_BELOW, NEAR_BESIDE, PAIR, PAIR_AREA, PAIR_CLEARANCE,
    PAIR_MOST, points,
};

/// A label as other labels see it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Body {
    pub(crate) bounds: Rect,
    pub(crate) leader: Option<Segment>,
}

impl Body {
    /// The box around the label and its leader, and around all that is too near to it.
    pub(crate) fn reach(&self) -> Rect {
        let bounds = self.bounds.grown(NEAR_BESIDE);
        match self.leader {
            Some(leader) => bounds.hull(Rect::around(leader.from, 0.0, 0.0)),
            None => bounds,
        }
    }
}

/// What two labels cost each other.
pub(crate) fn pair(a: &Body, b: &Body) -> Cost {
    let (x, y) = a.bounds.gaps(b.bounds);
    let mut cost = if x < PAIR_CLEARANCE && y < PAIR_CLEARANCE {
        let area = (PAIR_CLEARANCE - x) * (PAIR_CLEARANCE - y);
        points((PAIR + PAIR_AREA * area).min(PAIR_MOST))
    } else if x < NEAR_BESIDE && y < NEAR_BELOW {
        let (x, y) = (x.max(0.0) / NEAR_BESIDE, y.max(0.0) / NEAR_BELOW);
        points(NEAR * (1.0 - x) * (1.0 - y))
    } else {
        0
    };
    if let Some(leader) = a.leader {
        cost += through(b.bounds, leader);
    }
    if let Some(leader) = b.leader {
        cost += through(a.bounds, leader);
    }
    if let (Some(a), Some(b)) = (a.leader, b.leader) {
        cost += if a.crosses(b) { points(LEADER_ACROSS_LEADER) } else { 0 };
    }
    cost
}

fn through(label: Rect, leader: Segment) -> Cost {
    if label.clip(leader).is_some() { points(LEADER_THROUGH_LABEL) } else { 0 }
}
