//! [`Candidate`]: a place where a label could stand; and the places that its author wants.

pub(crate) mod ideas;
pub(crate) mod places;
pub(crate) mod slots;
pub(crate) mod variants;

use crate::geometry::{Rect, Segment, distance};
use crate::layout::labels::candidates::variants::{ABOVE, Breaking, Variant};
use crate::layout::labels::costs::{Cost, HINT, HINT_BROKEN, HINT_OLD, HINT_REACH, points};
use crate::layout::labels::task::{Hint, Mode, Owner, Site};
use crate::scene::Anchor;

/// A place where a label could stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    /// The box around all lines.
    pub(crate) bounds: Rect,
    /// What it costs against everything but other labels.
    pub(crate) cost: Cost,
    /// Which way of breaking the text.
    pub(crate) variant: u8,
    /// Which end of the lines is fixed.
    pub(crate) anchor: Anchor,
    /// Whether a leader is drawn.
    pub(crate) leader: bool,
    /// Whether the author wants it here.
    pub(crate) wanted: bool,
}

/// The author's place, in up to three forms: as written, broken into lines, and one word per line as OWM drew long names
/// until August 2025.
pub(crate) fn wanted(hint: Hint, owner: &Owner, variants: &[Variant]) -> impl Iterator<Item = Candidate> {
    (0..).zip(variants).map(move |(number, variant)| {
        let (bounds, anchor) = wanted_place(hint, owner, variant);
        let cost = match variant.form {
            Breaking::AsWritten => 0.0,
            Breaking::Broken => HINT_BROKEN,
            Breaking::WordPerLine => HINT_OLD,
        };
        Candidate { bounds, cost: points(cost - HINT), variant: number, anchor, leader: false, wanted: true }
    })
}

/// Where the author's offset puts this form of the text.
pub(crate) fn wanted_place(hint: Hint, owner: &Owner, variant: &Variant) -> (Rect, Anchor) {
    /// OWM centered the words of a long name this far right of the author's point, and this far below.
    const OLD: (f64, f64) = (30.0, 10.0);
    let middle = owner.site.middle();
    let (x, y) = (middle.x + hint.x, middle.y + hint.y - ABOVE * owner.size);
    if variant.form == Breaking::WordPerLine {
        let (left, top) = (x + OLD.0 - variant.width / 2.0, y + OLD.1);
        return (Rect::new(left, top, left + variant.width, top + variant.height), Anchor::Middle);
    }
    (Rect::new(x, y, x + variant.width, y + variant.height), Anchor::Start)
}

/// The author's offset, where it counts: not one that leads far away from the symbol, unless it is pinned.
pub(crate) fn hint(owner: &Owner, as_written: &Variant, mode: Mode) -> Option<Hint> {
    let hint = owner.hint?;
    let hint = Hint { pinned: hint.pinned || mode == Mode::Pinned, ..hint };
    let is_near = || wanted_place(hint, owner, as_written).0.distance_to(owner.site.middle()) <= HINT_REACH;
    (hint.pinned || mode == Mode::Hint && is_near()).then_some(hint)
}

/// The line from the edge of an owner's symbol to a label far from it.
pub(crate) fn leader(owner: &Owner, bounds: Rect) -> Segment {
    let Site::Symbol { center, outline } = owner.site else { return Segment::new(bounds.center(), bounds.center()) };
    let end = bounds.nearest(center);
    let length = distance(center, end);
    let part = if length > 0.0 { (outline.radius() / length).min(1.0) } else { 0.0 };
    Segment::new(Segment::new(center, end).at(part), end)
}
