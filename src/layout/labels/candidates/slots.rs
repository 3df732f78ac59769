//! Where around a symbol a label may stand: 32 slots × rings, and how much each is liked by whom.

use crate::geometry::{Point, Rect};
use crate::layout::labels::costs::{Cost, GAP_PIXEL, LEADER, LEADER_FROM, LEADER_PIXEL, points};
use crate::layout::labels::task::{Kind, Outline};
use crate::scene::Anchor;

/// Where a label is as seen from its symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    East,
    West,
    North,
    South,
    NorthEast,
    SouthEast,
    NorthWest,
    SouthWest,
}

/// A place around a symbol.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    side: Side,
    /// Beside the symbol: how far the label's middle is below the symbol's, in heights of the label.
    /// Above and below: which part of the label's width is left of the symbol's middle.
    along: f64,
    /// Points, for components.
    component: f64,
    /// Points, for anchors: the text stands above the point, and the value chain hangs below.
    anchor: f64,
    /// Points, for children of pipelines: left and right of them stand their siblings.
    child: f64,
    /// Points, for forces: OWM writes the name below the arrow.
    force: f64,
}

const fn slot(side: Side, along: f64, [component, anchor, child, force]: [f64; 4]) -> Slot {
    Slot { side, along, component, anchor, child, force }
}

/// The slots. People read on from a symbol to the right; above reads better than below, right better than left.
pub(crate) const SLOTS: [Slot; 32] = [
    slot(Side::East, 0.0, [0.0, 2.5, 2.5, 4.0]),
    slot(Side::East, -0.25, [0.2, 2.6, 2.7, 4.2]),
    slot(Side::East, -0.5, [0.4, 2.6, 2.8, 4.4]),
    slot(Side::East, 0.25, [0.4, 2.8, 2.8, 4.2]),
    slot(Side::East, 0.5, [0.8, 3.0, 3.1, 4.4]),
    slot(Side::NorthEast, 0.0, [0.8, 2.5, 3.4, 4.8]),
    slot(Side::SouthEast, 0.0, [1.6, 4.5, 3.7, 4.0]),
    slot(Side::North, 0.0, [1.4, 1.0, 0.4, 3.4]),
    slot(Side::North, 0.125, [1.8, 0.8, 0.3, 3.2]),
    slot(Side::North, 0.25, [2.2, 0.6, 0.2, 3.0]),
    slot(Side::North, 0.375, [2.4, 0.3, 0.1, 2.7]),
    slot(Side::North, 0.5, [2.6, 0.0, 0.0, 2.4]),
    slot(Side::North, 0.625, [2.9, 0.3, 0.2, 2.7]),
    slot(Side::North, 0.75, [3.2, 0.6, 0.3, 3.0]),
    slot(Side::North, 0.875, [3.5, 1.1, 0.5, 3.2]),
    slot(Side::North, 1.0, [3.8, 1.5, 0.6, 3.4]),
    slot(Side::South, 0.0, [2.4, 5.2, 1.0, 1.0]),
    slot(Side::South, 0.125, [2.7, 5.1, 0.9, 0.8]),
    slot(Side::South, 0.25, [3.0, 5.1, 0.8, 0.6]),
    slot(Side::South, 0.375, [3.2, 5.0, 0.7, 0.3]),
    slot(Side::South, 0.5, [3.4, 5.0, 0.6, 0.0]),
    slot(Side::South, 0.625, [3.7, 5.0, 0.8, 0.3]),
    slot(Side::South, 0.75, [3.9, 5.1, 0.9, 0.6]),
    slot(Side::South, 0.875, [4.2, 5.1, 1.1, 0.8]),
    slot(Side::South, 1.0, [4.4, 5.2, 1.2, 1.0]),
    slot(Side::West, 0.0, [3.0, 3.0, 4.0, 4.6]),
    slot(Side::West, -0.25, [3.2, 3.1, 4.2, 4.8]),
    slot(Side::West, -0.5, [3.4, 3.2, 4.3, 5.0]),
    slot(Side::West, 0.25, [3.4, 3.3, 4.3, 4.8]),
    slot(Side::West, 0.5, [3.8, 3.6, 4.6, 5.0]),
    slot(Side::NorthWest, 0.0, [3.6, 3.0, 4.9, 5.4]),
    slot(Side::SouthWest, 0.0, [4.2, 5.0, 5.2, 4.6]),
];

/// Pixels between symbol and label.
pub(crate) const RINGS: [f64; 5] = [3.0, 6.0, 9.0, 12.0, 15.0];
/// The rings, and more, for labels that find no place in the first ones.
pub(crate) const FAR_RINGS: [f64; 11] = [3.0, 6.0, 9.0, 12.0, 15.0, 26.0, 36.0, 50.0, 68.0, 92.0, 120.0];

/// A slot at a distance.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot {
    pub(crate) slot: Slot,
    /// Pixels between symbol and label.
    pub(crate) gap: f64,
    /// Whether a leader is drawn over the gap.
    pub(crate) leader: bool,
    /// What it costs, by taste.
    pub(crate) cost: Cost,
}

/// Every slot at each of these distances, as this kind of owner likes them, best first.
pub(crate) fn spots(kind: Kind, rings: &[f64]) -> Vec<Spot> {
    let at = |gap: f64| {
        let leader = gap > LEADER_FROM;
        let far = if leader { LEADER + LEADER_PIXEL * gap } else { GAP_PIXEL * (gap - RINGS[0]) };
        SLOTS.map(|slot| Spot { slot, gap, leader, cost: points(far + slot.cost(kind)) })
    };
    let mut spots: Vec<Spot> = rings.iter().flat_map(|&gap| at(gap)).collect();
    spots.sort_by_key(|spot| spot.cost);
    spots
}

impl Slot {
    /// What it costs this kind of owner, in points.
    pub(crate) fn cost(self, kind: Kind) -> f64 {
        match kind {
            Kind::Anchor => self.anchor,
            Kind::Child => self.child,
            Kind::Force => self.force,
            _ => self.component,
        }
    }

    /// Which end of the lines is at the symbol.
    pub(crate) fn anchor(self) -> Anchor {
        match self.side {
            Side::East | Side::NorthEast | Side::SouthEast => Anchor::Start,
            Side::West | Side::NorthWest | Side::SouthWest => Anchor::End,
            Side::North | Side::South if self.along < 0.5 => Anchor::Start,
            Side::North | Side::South if self.along > 0.5 => Anchor::End,
            Side::North | Side::South => Anchor::Middle,
        }
    }

    /// The box of a label of this size in this slot.
    pub(crate) fn bounds(self, center: Point, outline: Outline, gap: f64, (width, height): (f64, f64)) -> Rect {
        let (x, y) = self.reach(outline, gap);
        let left = match self.side {
            Side::East | Side::NorthEast | Side::SouthEast => center.x + x,
            Side::West | Side::NorthWest | Side::SouthWest => center.x - x - width,
            Side::North | Side::South => center.x - self.along * width,
        };
        let top = match self.side {
            Side::East | Side::West => center.y + (self.along - 0.5) * height,
            Side::North | Side::NorthEast | Side::NorthWest => center.y - y - height,
            Side::South | Side::SouthEast | Side::SouthWest => center.y + y,
        };
        Rect::new(left, top, left + width, top + height)
    }

    /// How far from the middle of the symbol the label begins.
    fn reach(self, outline: Outline, gap: f64) -> (f64, f64) {
        const DIAGONAL: f64 = std::f64::consts::FRAC_1_SQRT_2;
        let straight = matches!(self.side, Side::East | Side::West | Side::North | Side::South);
        match outline {
            Outline::Circle(radius) if straight => (radius + gap, radius + gap),
            Outline::Circle(radius) => ((radius + gap) * DIAGONAL, (radius + gap) * DIAGONAL),
            Outline::Box(half_width, half_height) if straight => (half_width + gap, half_height + gap),
            Outline::Box(half_width, half_height) => (half_width + gap * DIAGONAL, half_height + gap * DIAGONAL),
        }
    }
}
