//! [`Candidate`]: a place where a label could stand. Here they are thought up, and priced by taste alone.

use super::costs::{
    Cost, HINT, HINT_BROKEN, HINT_OLD, HINT_PULL, HINT_REACH, LINES, PREVIOUS, WIDE_FROM, WIDE_PIXEL, points,
};
use super::geometry::Rect;
use super::slots::Spot;
use super::variants::{ABOVE, Form, Variant};
use super::{Hint, Mode, Owner, Site, places};
use crate::layout::vector::distance;
use crate::scene::{Anchor, Point};

/// A place where a label could stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// The box around all lines.
    pub(super) bounds: Rect,
    /// What it costs against everything but other labels.
    pub(super) cost: Cost,
    /// Which way of breaking the text.
    pub(super) variant: u8,
    /// Which end of the lines is fixed.
    pub(super) anchor: Anchor,
    /// Whether a leader is drawn.
    pub(super) leader: bool,
    /// Whether the author wants it here.
    pub(super) wanted: bool,
}

/// Thinks up the candidates of an owner, at least one for each variant, at these distances: if it has a symbol, at `spots`
/// around it.
pub(super) fn candidates(
    owner: &Owner,
    variants: &[Variant],
    rings: &[f64],
    spots: &[Spot],
    found: &mut Vec<Candidate>,
) {
    found.clear();
    for (number, variant) in variants.iter().enumerate() {
        if variant.form == Form::WordPerLine {
            continue;
        }
        let mut add = |bounds: Rect, anchor: Anchor, leader: bool, cost: f64| {
            let cost = points(cost + taste(variant));
            found.push(Candidate { bounds, cost, variant: number as u8, anchor, leader, wanted: false });
        };
        let size = (variant.width, variant.height);
        match &owner.site {
            Site::Symbol { center, outline } => {
                for spot in spots {
                    let bounds = spot.slot.bounds(*center, *outline, spot.gap, size);
                    add(bounds, spot.slot.anchor(), spot.leader, spot.cost);
                }
            }
            _ => places::on_site(owner, size, rings, |bounds, anchor, cost| add(bounds, anchor, false, cost)),
        }
    }
    if let Some(previous) = owner.previous {
        let middle = owner.site.middle();
        let bounds = previous.bounds.moved(middle.x, middle.y);
        for candidate in found.iter_mut().filter(|candidate| candidate.bounds.is_nearly(bounds)) {
            candidate.cost -= points(PREVIOUS);
        }
    }
}

/// Adds the author's place, in up to three forms: as written, broken into lines, and one word per line as OWM drew long
/// names until August 2025. All others are pulled towards it.
pub(super) fn wanted(hint: Hint, owner: &Owner, variants: &[Variant], found: &mut Vec<Candidate>) {
    let others = found.len();
    for (number, variant) in variants.iter().enumerate() {
        let (bounds, anchor) = wanted_place(hint, owner, variant);
        let cost = match variant.form {
            Form::AsWritten => 0.0,
            Form::Broken => HINT_BROKEN,
            Form::WordPerLine => HINT_OLD,
        };
        let cost = points(cost - HINT);
        found.push(Candidate { bounds, cost, variant: number as u8, anchor, leader: false, wanted: true });
    }
    let Some(place) = found.get(others).map(|candidate| candidate.bounds.center()) else { return };
    for candidate in &mut found[..others] {
        candidate.cost += points(HINT_PULL * distance(candidate.bounds.center(), place));
    }
}

/// Where the author's offset puts this form of the text.
pub(super) fn wanted_place(hint: Hint, owner: &Owner, variant: &Variant) -> (Rect, Anchor) {
    /// OWM centered the words of a long name this far right of the author's point, and this far below.
    const OLD: (f64, f64) = (30.0, 10.0);
    let middle = owner.site.middle();
    let (x, y) = (middle.x + hint.x, middle.y + hint.y - ABOVE * owner.size);
    if variant.form == Form::WordPerLine {
        let (left, top) = (x + OLD.0 - variant.width / 2.0, y + OLD.1);
        return (Rect::new(left, top, left + variant.width, top + variant.height), Anchor::Middle);
    }
    (Rect::new(x, y, x + variant.width, y + variant.height), Anchor::Start)
}

/// The author's offset, where it counts: not one that leads far away from the symbol, unless it is pinned.
pub(super) fn hint(owner: &Owner, as_written: &Variant, mode: Mode) -> Option<Hint> {
    let hint = owner.hint?;
    let hint = Hint { pinned: hint.pinned || mode == Mode::Pinned, ..hint };
    let is_near = || wanted_place(hint, owner, as_written).0.distance_to(owner.site.middle()) <= HINT_REACH;
    (hint.pinned || mode == Mode::Hint && is_near()).then_some(hint)
}

/// The line from the edge of an owner's symbol to a label far from it.
pub(super) fn leader(owner: &Owner, bounds: Rect) -> (Point, Point) {
    let Site::Symbol { center, outline } = owner.site else { return (bounds.center(), bounds.center()) };
    let end = bounds.nearest(center);
    let length = distance(center, end);
    let part = if length > 0.0 { (outline.radius() / length).min(1.0) } else { 0.0 };
    (Point::new(center.x + part * (end.x - center.x), center.y + part * (end.y - center.y)), end)
}

/// What the shape of a label costs.
fn taste(variant: &Variant) -> f64 {
    let lines = LINES[(variant.lines.len().max(1) - 1).min(LINES.len() - 1)];
    lines + WIDE_PIXEL * (variant.width - WIDE_FROM).max(0.0)
}
