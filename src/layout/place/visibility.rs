//! Heights: how far below the top everything wishes to be, and how far apart it comes to be.

use super::chain::{Chain, Unit};
use super::separate::{Constraint, Variable, separate};
use super::springs::{Pin, heights};
use super::{Plot, axis};
use crate::map::{Coordinate, Visibility};

/// Where the top of the chain goes, as a share of the plot's height from its top: an anchor with its name above it.
const TOP: f64 = 0.05;
/// Where the bottom of the chain goes.
const BOTTOM: f64 = 0.88;
/// The least and the most that one level is high, as a share of the plot's height, where given places tell the scale.
const LEVEL: (f64, f64) = (0.03, 0.35);
/// How strongly an anchor keeps the top, a need being 1.
const ANCHOR: f64 = 50.0;
/// How strongly what the author told keeps its place while the rest finds its own.
const TOLD: f64 = 200.0;
/// How strongly what the author left open keeps between what he told before and after it.
const BETWEEN: f64 = 0.7;
/// How strongly the order of writing tells the level.
const WRITTEN: f64 = 0.3;
/// Over which share of all levels things that hang together with nothing are spread, in the order of writing.
const ALONE: f64 = 0.3;
/// The middle of them and over how many levels they are spread, where nothing hangs together with anything.
const ALL_ALONE: (f64, f64) = (1.3, 2.0);

/// How far below the top each unit wishes to be, as a share of the plot's height.
pub(super) fn wishes(chain: &Chain) -> Vec<f64> {
    let parts = chain.parts();
    let levels = levels(chain, &parts);
    let scale = Scale::of(chain, &parts, &levels);
    let mut depths: Vec<f64> = (0..levels.len()).map(|at| scale.depth(parts[at], levels[at])).collect();
    if !scale.tells.contains(&true) {
        return depths;
    }
    let written = between(chain);
    let pin = |(at, unit): (usize, &Unit)| match unit.visibility {
        Coordinate::Unknown if unit.anchor => Some(Pin { at: TOP, weight: ANCHOR }),
        Coordinate::Unknown => Some(Pin { at: written[at], weight: BETWEEN }),
        told => {
            let (low, high) = bounds(told);
            Some(Pin { at: squeezed(depths[at], low, high), weight: TOLD })
        }
    };
    let pins: Vec<Option<Pin>> = chain.units.iter().enumerate().map(pin).collect();
    let solved = heights(&chain.needs, scale.level, &pins);
    for (at, unit) in chain.units.iter().enumerate().filter(|&(at, _)| scale.tells[parts[at] as usize]) {
        let (low, high) = bounds(unit.visibility);
        depths[at] = solved[at].clamp(low, high);
    }
    depths
}

/// For each unit the depth between those that the author told before and after it.
fn between(chain: &Chain) -> Vec<f64> {
    let told = |at: usize| {
        let (low, high) = bounds(chain.units[at].visibility);
        (!chain.units[at].visibility.is_unknown() && !chain.units[at].anchor).then_some(f64::midpoint(low, high))
    };
    let known: Vec<(usize, f64)> = (0..chain.units.len()).filter_map(|at| Some((at, told(at)?))).collect();
    let mut next = 0;
    (0..chain.units.len())
        .map(|at| {
            while known.get(next).is_some_and(|&(other, _)| other < at) {
                next += 1;
            }
            match (next.checked_sub(1).map(|before| known[before]), known.get(next)) {
                (Some((a, x)), Some(&(b, y))) => x + (y - x) * (at - a) as f64 / (b - a) as f64,
                (Some((_, x)), None) => x,
                (None, Some(&(_, y))) => y,
                (None, None) => 0.5,
            }
        })
        .collect()
}

/// Any depth brought between two bounds, so that the order of depths stays and few come near a bound.
fn squeezed(depth: f64, low: f64, high: f64) -> f64 {
    let half = (high - low) / 2.0;
    let out = if half > 0.0 { (depth - low - half) / half } else { 0.0 };
    low + half + half * out / (1.0 + out.abs())
}

/// Between which depths a visibility lies.
fn bounds(visibility: Coordinate<Visibility>) -> (f64, f64) {
    let (low, high) = axis::bounds(visibility, (0.0, 1.0));
    (1.0 - high, 1.0 - low)
}

/// Levels counted from the top: anchors at 0; where a part has none, its top is 0 in the largest part and 1 in all others;
/// what is in no part is about the middle. Most people write from the top down: what is written earlier is a little higher.
fn levels(chain: &Chain, parts: &[u32]) -> Vec<f64> {
    let anchor = Some(Pin { at: 0.0, weight: ANCHOR });
    let mut pins: Vec<Option<Pin>> = chain.units.iter().map(|unit| anchor.filter(|_| unit.anchor)).collect();
    let mut levels = heights(&chain.needs, 1.0, &pins);
    let range = Parts::of(chain, parts, &levels).range();
    let written = |at: usize| at as f64 / (chain.units.len().max(2) - 1) as f64;
    for (at, pin) in pins.iter_mut().enumerate().filter(|(_, pin)| pin.is_none()) {
        *pin = Some(Pin { at: range * written(at), weight: WRITTEN });
    }
    levels = heights(&chain.needs, 1.0, &pins);
    let parts = Parts::of(chain, parts, &levels);
    for (at, level) in levels.iter_mut().enumerate() {
        *level += parts.shift(at);
    }
    let joined = || (0..levels.len()).filter(|&at| parts.joined(at)).map(|at| levels[at]);
    let (top, bottom) = (joined().fold(0.0, f64::min), joined().fold(0.0, f64::max));
    let (middle, spread) = if bottom > top { (f64::midpoint(top, bottom), ALONE * (bottom - top)) } else { ALL_ALONE };
    for at in (0..levels.len()).filter(|&at| !parts.joined(at) && !chain.units[at].anchor) {
        levels[at] = middle + spread * (written(at) - 0.5);
    }
    levels
}

/// What is to be known of the parts of the chain.
struct Parts<'a> {
    part_of: &'a [u32],
    sizes: Vec<usize>,
    /// The level at which each begins and ends.
    ends: Vec<(f64, f64)>,
    /// By how many levels each is moved down.
    shifts: Vec<f64>,
}

impl<'a> Parts<'a> {
    fn of(chain: &Chain, part_of: &'a [u32], levels: &[f64]) -> Self {
        let count = part_of.iter().max().map_or(0, |&most| most as usize + 1);
        let (mut sizes, mut anchored) = (vec![0; count], vec![false; count]);
        let mut ends = vec![(f64::INFINITY, f64::NEG_INFINITY); count];
        for (at, unit) in chain.units.iter().enumerate() {
            let part = part_of[at] as usize;
            sizes[part] += 1;
            ends[part] = (ends[part].0.min(levels[at]), ends[part].1.max(levels[at]));
            anchored[part] |= unit.anchor;
        }
        let largest = (0..count).max_by_key(|&part| (sizes[part], count - part));
        let top = |part| if largest == Some(part) { 0.0 } else { 1.0 };
        let shifts = (0..count).map(|part| if anchored[part] { 0.0 } else { top(part) - ends[part].0 }).collect();
        Self { part_of, sizes, ends, shifts }
    }

    /// The number of levels of the part that has most, at least 1.
    fn range(&self) -> f64 {
        self.ends.iter().map(|(top, bottom)| bottom - top).fold(1.0, f64::max)
    }

    /// Whether a unit hangs together with another.
    fn joined(&self, at: usize) -> bool {
        self.sizes[self.part_of[at] as usize] > 1
    }

    fn shift(&self, at: usize) -> f64 {
        self.shifts[self.part_of[at] as usize]
    }
}

/// How levels become depths.
struct Scale {
    /// How high a level is.
    level: f64,
    /// The depth of level 0, by part.
    tops: Vec<f64>,
    /// Whether the author told the place of anything in a part.
    tells: Vec<bool>,
}

impl Scale {
    fn of(chain: &Chain, parts: &[u32], levels: &[f64]) -> Self {
        let top = levels.iter().copied().fold(f64::INFINITY, f64::min);
        let bottom = levels.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        // In quarters of a level, so that one more component does not make the whole map breathe.
        let range = (4.0 * (bottom - top)).ceil().max(2.0) / 4.0;
        let mut level = ((BOTTOM - TOP) / range).min(LEVEL.1);
        let count = parts.iter().max().map_or(0, |&most| most as usize + 1);
        let mut sums = vec![(0.0, 0.0, 0.0); count];
        let told = |at: usize| {
            let (low, high) = bounds(chain.units[at].visibility);
            (!chain.units[at].visibility.is_unknown()).then_some(f64::midpoint(low, high))
        };
        for at in 0..levels.len() {
            if let Some(depth) = told(at) {
                let (n, sum, depths) = &mut sums[parts[at] as usize];
                (*n, *sum, *depths) = (*n + 1.0, *sum + levels[at], *depths + depth);
            }
        }
        let (mut both, mut own) = (0.0, 0.0);
        for at in 0..levels.len() {
            if let Some(depth) = told(at) {
                let (n, sum, depths) = sums[parts[at] as usize];
                both += (levels[at] - sum / n) * (depth - depths / n);
                own += (levels[at] - sum / n) * (levels[at] - sum / n);
            }
        }
        if own > 0.0 {
            level = (both / own).clamp(LEVEL.0, LEVEL.1);
        }
        let tops =
            sums.iter().map(|&(n, sum, depths)| if n > 0.0 { (depths - level * sum) / n } else { TOP - level * top });
        Self { level, tops: tops.collect(), tells: sums.iter().map(|&(n, ..)| n > 0.0).collect() }
    }

    fn depth(&self, part: u32, level: f64) -> f64 {
        self.tops[part as usize] + self.level * level
    }
}

/// Between which heights in pixels a unit stays, with a rim, and room for a pipeline's box.
pub(super) fn walls(unit: &Unit, plot: Plot) -> (f64, f64) {
    let (low, high) = bounds(unit.visibility);
    let room = (high - low) * plot.height;
    let rim = RIM.min(room / 5.0);
    let bottom = if unit.pipeline { rim + PIPELINE.min(room / 5.0) } else { rim };
    (low * plot.height + rim, high * plot.height - bottom)
}

/// What lies below something keeps this far from it, in pixels, where the two meet from left to right,
const BELOW: f64 = 22.0;
/// or, where they are large, this far from edge to edge,
const AIR: f64 = 4.0;
/// or this far below a pipeline, whose box hangs there.
const BELOW_PIPELINE: f64 = 46.0;
/// A needed thing that lies lower by more than the first keeps the second, in pixels.
const NEEDED: (f64, f64) = (4.0, 14.0);
/// This much at the top and at the bottom of the plot and of a named level stays free, in pixels.
const RIM: f64 = 14.0;
/// A pipeline's box is so high, in pixels.
const PIPELINE: f64 = 24.0;
/// How finely it is told what meets from left to right, in pixels.
const COLUMN: f64 = 12.0;

/// Heights near the wished `heights` (pixels from the top) at which nothing lies on anything else. `reach` is from where to where
/// each unit and its name go, `radii` how large its symbols are. What the author gave is where he gave it.
pub(super) fn apart(chain: &Chain, heights: &[f64], reach: &[(f64, f64)], radii: &[f64], plot: Plot) -> Vec<f64> {
    let variable = |(unit, &height): (&Unit, &f64)| {
        let (low, high) = walls(unit, plot);
        Variable { desired: height.clamp(low, high), weight: 1.0, low, high }
    };
    let variables: Vec<Variable> = chain.units.iter().zip(heights).map(variable).collect();
    let given = |at: u32| variables[at as usize].fixed();
    let mut constraints = Vec::new();
    for &(from, to) in &chain.needs {
        let lower = variables[to as usize].desired - variables[from as usize].desired;
        if lower > NEEDED.0 && !(given(from) && given(to)) {
            constraints.push(Constraint { left: from, right: to, gap: NEEDED.1 });
        }
    }
    let mut order: Vec<u32> = (0..variables.len() as u32).collect();
    order.sort_by(|&a, &b| variables[a as usize].desired.total_cmp(&variables[b as usize].desired).then(a.cmp(&b)));
    let mut lowest: Vec<Option<u32>> = vec![None; (plot.width / COLUMN) as usize + 1];
    let column = |x: f64| ((x / COLUMN) as usize).min((plot.width / COLUMN) as usize);
    for at in order {
        let (left, right) = reach[at as usize];
        let mut last = None;
        for above in &mut lowest[column(left)..=column(right)] {
            if let Some(before) =
                above.replace(at).filter(|&before| last != Some(before) && !(given(before) && given(at)))
            {
                let least = if chain.units[before as usize].pipeline { BELOW_PIPELINE } else { BELOW };
                let least = least.max(radii[before as usize] + radii[at as usize] + AIR);
                constraints.push(Constraint { left: before, right: at, gap: least });
                last = Some(before);
            }
        }
    }
    separate(&variables, constraints)
}
