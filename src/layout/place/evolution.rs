//! Where everything stands from left to right: inside its stage near what it is linked with, or near it where no stage is known.

use super::seeds::seeds;
use super::separate::{Constraint, Variable, separate};
use super::size::Size;
use super::springs::{Pin, heights};
use super::{Plot, axis};
use crate::map::{ComponentKind, Coordinate, Evolution, Map};

/// Where things go of which nothing is known: between these shares of the width.
const OPEN: (f64, f64) = (0.05, 0.92);
/// How far from the middle of a stage its neighbors can draw a thing, as a share of the stage's width.
const DRAWN: f64 = 0.34;
/// Neighbors this far from the middle of the stage, as a share of the map's width, draw it halfway.
const HALFWAY: f64 = 0.22;
/// How often things are drawn towards their neighbors.
const ROUNDS: usize = 3;
/// How wide things that would stand on top of each other are spread, as a share of the stage's width.
const SPREAD: f64 = 0.36;
/// How strongly a given place and a named stage hold what is linked with them, a link being 1.
const HELD: (f64, f64) = (200.0, 1.0);
/// How strongly a seed holds, where something in its part of the map has a place, and where nothing has.
const SEEDED: (f64, f64) = (0.02, 0.5);
/// Things of one height keep this far apart, in pixels,
const APART: f64 = 24.0;
/// or, where they are large, this far from edge to edge;
const AIR: f64 = 4.0;
/// and where a stage does not hem them in, the width of the name, less what may hang over, more;
const NAME: f64 = 0.85;
/// anchors, which have the top of the map for themselves, this share of the map's width.
const ANCHORS: f64 = 0.2;
/// Things stand on one height if they differ by less than this, in pixels.
const ONE_HEIGHT: f64 = 15.0;
/// This much at the edges of a stage stays free, in pixels.
const RIM: f64 = 12.0;

/// The evolution of every component, given its height in pixels and how large it is.
pub(super) fn evolutions(map: &Map, known: &Known, heights: &[f64], sizes: &[Size], plot: Plot) -> Vec<f64> {
    if known.iter().all(|evolution| evolution.given().is_some()) {
        return known.iter().map(|&evolution| bounds(evolution).0).collect();
    }
    let links = links(map);
    let mut places = first(known, &links, heights, plot);
    for _ in 0..ROUNDS {
        draw_near(known, &links, &mut places);
    }
    spread(known, heights, &mut places);
    side_by_side(map, known, heights, sizes, plot, &places)
}

/// What is known of the evolution of each component: what the author said of it, of its pipeline, and of where it moves.
pub(super) type Known = [Coordinate<Evolution>];

/// Gathers it.
pub(super) fn known(map: &Map) -> Vec<Coordinate<Evolution>> {
    let mut known: Vec<_> = map.components.iter().map(|component| component.position.evolution).collect();
    for pipeline in &map.pipelines {
        if let Some((from, to)) = pipeline.range {
            narrow(&mut known[pipeline.parent.0 as usize], from.get(), to.get());
        }
    }
    for movement in &map.movements {
        let from = &mut known[movement.component.0 as usize];
        // Movements lead to the right.
        if !movement.to.is_unknown() {
            let to = f64::midpoint(bounds(movement.to).0, bounds(movement.to).1);
            let low = bounds(*from).0;
            narrow(from, low, (to - MOVED).max(f64::midpoint(low, to)));
        }
    }
    known
}

/// Between which evolutions something lies.
fn bounds(evolution: Coordinate<Evolution>) -> (f64, f64) {
    axis::bounds(evolution, OPEN)
}

/// The same in pixels, with a rim.
pub(super) fn walls(evolution: Coordinate<Evolution>, plot: Plot) -> (f64, f64) {
    let (low, high) = bounds(evolution);
    let rim = if low < high { RIM.min((high - low) * plot.width / 5.0) } else { 0.0 };
    (low * plot.width + rim, high * plot.width - rim)
}

/// Less than this, as a share of the width, is no room.
const ROOM: f64 = 0.02;
/// A movement to a word goes at least this far, where the word leaves room.
const MOVED: f64 = 0.1;

/// Where a movement from this evolution leads: the middle of what was named, or further, so that it is a movement.
pub(super) fn moved(to: Coordinate<Evolution>, from: f64) -> f64 {
    match to {
        Coordinate::Given(to) => to.get(),
        Coordinate::Unknown => (from + 1.5 * MOVED).min(1.0),
        Coordinate::Within(..) => {
            let (low, high) = bounds(to);
            let middle = f64::midpoint(low, high);
            if from < low || from > high { middle } else { middle.max(from + MOVED).min(high) }
        }
    }
}

/// Who stands near whom: links, and pipelines with their children.
fn links(map: &Map) -> Vec<(u32, u32)> {
    let links = map.links.iter().map(|link| (link.from.component.0, link.to.component.0));
    let children =
        map.pipelines.iter().flat_map(|pipeline| pipeline.children.iter().map(|child| (pipeline.parent.0, child.0)));
    links.chain(children).filter(|(a, b)| a != b).collect()
}

/// Says of a place that is not given that it is also between `from` and `to`, unless that leaves no room.
fn narrow(evolution: &mut Coordinate<Evolution>, from: f64, to: f64) {
    let (low, high) = bounds(*evolution);
    let (low, high) = (low.max(from), high.min(to));
    if evolution.given().is_none() && low + ROOM < high {
        *evolution = Coordinate::Within(Evolution::new(low), Evolution::new(high));
    }
}

/// Whether a stage is named.
fn staged(evolution: Coordinate<Evolution>) -> bool {
    matches!(evolution, Coordinate::Within(..))
}

/// A place for each: the one that was given, the middle of the stage, and for all others one between their neighbors.
fn first(known: &Known, links: &[(u32, u32)], heights_px: &[f64], plot: Plot) -> Vec<f64> {
    let count = known.len();
    let middle = |at: usize| f64::midpoint(bounds(known[at]).0, bounds(known[at]).1);
    if (0..count).all(|at| !known[at].is_unknown()) {
        return (0..count).map(middle).collect();
    }
    let told: Vec<bool> = (0..count).map(|at| !known[at].is_unknown()).collect();
    let seeds = seeds(links, heights_px, &told, OPEN, plot.width);
    let pins: Vec<Option<Pin>> = (0..count)
        .map(|at| {
            Some(match known[at] {
                Coordinate::Given(at) => Pin { at: at.get(), weight: HELD.0 },
                Coordinate::Within(..) => Pin { at: middle(at), weight: HELD.1 },
                Coordinate::Unknown if seeds[at].told => Pin { at: seeds[at].place, weight: SEEDED.0 },
                Coordinate::Unknown => Pin { at: seeds[at].place, weight: SEEDED.1 },
            })
        })
        .collect();
    let solved = heights(links, 0.0, &pins);
    (0..count).map(|at| if told[at] { middle(at) } else { solved[at].clamp(OPEN.0, OPEN.1) }).collect()
}

/// Draws everything that has a stage towards the middle of its neighbors, inside the stage.
fn draw_near(known: &Known, links: &[(u32, u32)], places: &mut [f64]) {
    let mut sums = vec![(0.0, 0.0); places.len()];
    for &(a, b) in links {
        for (one, other) in [(a as usize, b as usize), (b as usize, a as usize)] {
            sums[one] = (sums[one].0 + places[other], sums[one].1 + 1.0);
        }
    }
    for (at, place) in places.iter_mut().enumerate() {
        let (sum, count) = sums[at];
        let (low, high) = bounds(known[at]);
        if count > 0.0 && staged(known[at]) {
            let middle = f64::midpoint(low, high);
            let pull = (sum / count - middle) / HALFWAY;
            *place = middle + (high - low) * DRAWN * pull / (1.0 + pull.abs());
        }
    }
}

/// Spreads what shares a stage, from top to bottom now to the one side, now to the other.
fn spread(known: &Known, heights: &[f64], places: &mut [f64]) {
    let stage = |(at, &height): (usize, &f64)| (bounds(known[at]), height, at);
    let mut staged: Vec<_> = heights.iter().enumerate().filter(|&(at, _)| staged(known[at])).map(stage).collect();
    staged.sort_by(|a, b| {
        let (((low, high), height, at), ((other_low, other_high), other_height, other)) = (a, b);
        let stages = low.total_cmp(other_low).then(high.total_cmp(other_high));
        stages.then(height.total_cmp(other_height)).then(at.cmp(other))
    });
    for stage in staged.chunk_by(|a, b| a.0 == b.0) {
        for (turn, &((low, high), _, at)) in stage.iter().enumerate().filter(|_| stage.len() > 1) {
            places[at] = (places[at] + (high - low) * SPREAD * (halved(turn as u32 + 1) - 0.5)).clamp(low, high);
        }
    }
}

/// The `index`-th number of van der Corput's sequence, 0..1: every stretch of it is spread evenly.
fn halved(index: u32) -> f64 {
    f64::from(index.reverse_bits()) / (f64::from(u32::MAX) + 1.0)
}

/// Moves apart what is on one height.
fn side_by_side(map: &Map, known: &Known, heights: &[f64], sizes: &[Size], plot: Plot, places: &[f64]) -> Vec<f64> {
    let variables: Vec<Variable> = (0..places.len())
        .map(|at| {
            let (low, high) = walls(known[at], plot);
            Variable { desired: (places[at] * plot.width).clamp(low, high), weight: 1.0, low, high }
        })
        .collect();
    let mut order: Vec<u32> = (0..variables.len() as u32).collect();
    order.sort_by(|&a, &b| variables[a as usize].desired.total_cmp(&variables[b as usize].desired).then(a.cmp(&b)));
    let rows = (plot.height / ONE_HEIGHT) as usize + 1;
    let row = |y: f64| ((y / ONE_HEIGHT) as usize).min(rows - 1);
    let mut rightmost: Vec<Option<u32>> = vec![None; rows];
    let mut constraints = Vec::new();
    for at in order {
        let height = heights[at as usize];
        let mut last = None;
        for before in &mut rightmost[row(height - ONE_HEIGHT / 2.0)..=row(height + ONE_HEIGHT / 2.0)] {
            let Some(before) = before.replace(at).filter(|&before| last != Some(before)) else { continue };
            last = Some(before);
            let (a, b) = (known[before as usize], known[at as usize]);
            if a.given().is_none() || b.given().is_none() {
                let apart = APART.max(sizes[before as usize].radius + sizes[at as usize].radius + AIR);
                let anchors = [before, at].iter().all(|&at| map.components[at as usize].kind == ComponentKind::Anchor);
                let least = match a.is_unknown() || b.is_unknown() {
                    true if anchors => ANCHORS * plot.width,
                    true => apart + NAME * sizes[before as usize].name,
                    false => apart,
                };
                constraints.push(Constraint { left: before, right: at, gap: least });
            }
        }
    }
    separate(&variables, constraints).into_iter().map(|x| x / plot.width).collect()
}
