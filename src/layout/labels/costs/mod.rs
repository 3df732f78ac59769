//! What everything costs, in points. The weights are relative to each other: about 10 points is what it takes to
//! prefer a visibly worse place to a label struck by a link; hundreds say that a label cannot be read.

pub(crate) mod ground;
pub(crate) mod pairs;
mod stretch;

use crate::layout::labels::task::ObstacleKind;

/// A cost in 1/1024 point. Integers, so that the order of summing cannot matter.
pub(crate) type Cost = i64;

/// A cost from points.
pub(crate) fn points(points: f64) -> Cost {
    (points.clamp(-1e9, 1e9) * 1024.0) as Cost
}

/// Points from a cost.
pub(crate) fn in_points(cost: Cost) -> f64 {
    cost as f64 / 1024.0
}

/// What a label pays that touches an obstacle.
pub(crate) struct Toll {
    /// Pixels around the obstacle that count as the obstacle.
    pub(crate) clearance: f64,
    /// Points for touching it at all.
    pub(crate) touch: f64,
    /// Points for each pixel: of a line's length inside the label, or of how deep the label reaches into a disc or a box.
    pub(crate) pixel: f64,
    /// Pixels beyond these cost no more.
    pub(crate) pixels: f64,
}

const fn toll(clearance: f64, touch: f64, pixel: f64, pixels: f64) -> Toll {
    Toll { clearance, touch, pixel, pixels }
}

impl ObstacleKind {
    pub(crate) const fn toll(self) -> Toll {
        match self {
            // Letters on a symbol spoil both; nothing but another symbol is worse.
            Self::Symbol => toll(1.0, 900.0, 250.0, 6.0),
            // Text on text.
            Self::Box => toll(1.5, 540.0, 60.0, 20.0),
            // A number in a circle must be found, and hides what is under it.
            Self::Mark => toll(1.5, 700.0, 30.0, 10.0),
            // A thick bar cuts the text, but is seen through it.
            Self::Inertia => toll(3.0, 300.0, 10.0, 10.0),
            // A thin line yields to a label and is not seen there; along it more is lost than across it.
            Self::Link => toll(0.5, 26.0, 0.16, 60.0),
            // As a link, and dashed lines flicker more.
            Self::Movement => toll(0.5, 28.0, 0.16, 60.0),
            // As a link, whatever the length: the line is long and everybody knows how it goes on.
            Self::PipelineLine => toll(0.5, 60.0, 0.0, 0.0),
            // A tinted area's edge is faint.
            Self::AreaEdge => toll(0.0, 3.0, 0.0, 0.0),
            // Dotted and faint.
            Self::Divider => toll(0.0, 2.0, 0.0, 0.0),
            // Titles and axes: as outside.
            Self::Reserved => toll(0.0, OUTSIDE, OUTSIDE_PIXEL, 1000.0),
        }
    }

    /// Whether a label that touches it cannot be read, so that the author is told.
    pub(crate) const fn is_hard(self) -> bool {
        matches!(self, Self::Symbol | Self::Box | Self::Mark | Self::Reserved)
    }
}

/// A label over its own symbol. Only an author can want that, and a descender on the symbol's edge is nothing to him.
pub(crate) const OWN_SYMBOL: Toll = toll(-2.0, 45.0, 25.0, 8.0);
/// The legend has a ground of its own and hides lines, where a label would only be struck.
pub(crate) const LEGEND_LINE: f64 = 4.0;
/// A label struck by a link of its own owner: a little better than by a foreign one, for it leads to the label.
pub(crate) const OWN_LINE: f64 = 0.9;

/// A foreign link between a label and its symbol parts them.
pub(crate) const PARTED: f64 = 8.0;
/// Nothing fits between a label and a symbol that are nearer than this, in pixels.
pub(crate) const PARTED_FROM: f64 = 4.0;

/// Leaving the area: the text is cut off.
pub(crate) const OUTSIDE: f64 = 4000.0;
/// Each pixel outside.
pub(crate) const OUTSIDE_PIXEL: f64 = 20.0;

/// A foreign symbol that is not at least this many pixels farther from the label than its owner's makes one wonder
/// whose label it is.
pub(crate) const DOUBT_MARGIN: f64 = 9.0;
/// A foreign symbol not farther than the own one by at least this many pixels counts as nearer.
pub(crate) const NEARER: f64 = 0.5;
/// A label to which a foreign symbol is nearer than its own: it says the wrong thing.
pub(crate) const WRONG: f64 = 30.0;
/// The doubt that one symbol can raise, in pixels.
pub(crate) const DOUBT_MOST: f64 = 16.0;
/// Points per pixel of the greatest doubt.
pub(crate) const DOUBT: f64 = 1.3;
/// The part at which all doubts together count beside the greatest.
pub(crate) const DOUBT_SHARE: f64 = 0.3;
/// The part of the doubt that is left where a leader says whose label it is.
pub(crate) const DOUBT_WITH_LEADER: f64 = 0.25;

/// A gap to the symbol above the first ring's, per pixel.
pub(crate) const GAP_PIXEL: f64 = 0.35;
/// A label farther than this gets a leader.
pub(crate) const LEADER_FROM: f64 = 16.0;
/// Having a leader instead of a place at the symbol.
pub(crate) const LEADER: f64 = 25.0;
/// Each pixel of the gap that a leader bridges.
pub(crate) const LEADER_PIXEL: f64 = 0.22;
/// A leader through a symbol says the wrong thing.
pub(crate) const LEADER_THROUGH_SYMBOL: f64 = 250.0;
/// A leader across a link is harder to follow.
pub(crate) const LEADER_ACROSS_LINE: f64 = 1.2;
/// A leader through another label strikes it.
pub(crate) const LEADER_THROUGH_LABEL: f64 = 160.0;
/// Two leaders that cross may be taken for each other.
pub(crate) const LEADER_ACROSS_LEADER: f64 = 30.0;

/// A label in one line, two, three, four, five and more: short lines are searched for longer.
pub(crate) const LINES: [f64; 6] = [0.0, 1.2, 4.0, 8.0, 14.0, 20.0];
/// Lines wider than this are long ways for the eye.
pub(crate) const WIDE_FROM: f64 = 110.0;
/// Each pixel beyond.
pub(crate) const WIDE_PIXEL: f64 = 0.045;

/// A label on another side of its symbol than those of its row.
pub(crate) const OTHER_SIDE: f64 = 9.0;

/// Two labels closer than this count as one on the other.
pub(crate) const PAIR_CLEARANCE: f64 = 1.5;
/// One label on another.
pub(crate) const PAIR: f64 = 600.0;
/// Each square pixel of the overlap.
pub(crate) const PAIR_AREA: f64 = 2.0;
/// The most that two labels can cost.
pub(crate) const PAIR_MOST: f64 = 1800.0;
/// Two labels that nearly touch run into one: up to this much.
pub(crate) const NEAR: f64 = 14.0;
/// Words on one line need this many pixels to be two labels.
pub(crate) const NEAR_BESIDE: f64 = 7.0;
/// Lines of two labels need this many pixels between them.
pub(crate) const NEAR_BELOW: f64 = 3.5;

/// What the author's own place is better by, where it reads well there.
pub(crate) const HINT: f64 = 45.0;
/// A label that its author put farther than this from its symbol is placed anew, in pixels.
pub(crate) const HINT_NEAR: f64 = 16.0;
/// The author's place with the text broken into lines.
pub(crate) const HINT_BROKEN: f64 = 5.0;
/// The author's place with one word per line, as OWM drew it once.
pub(crate) const HINT_OLD: f64 = 35.0;
/// Being on the side of the symbol opposite to the author's place.
pub(crate) const HINT_SIDE: f64 = 8.0;
/// An author's place farther from the symbol than this is a slip or was meant for another picture.
pub(crate) const HINT_REACH: f64 = 120.0;
/// What the place in the previous picture is better by.
pub(crate) const PREVIOUS: f64 = 40.0;

/// A label that costs this much is in trouble: struck, or read as another's, or worse. It may go farther, with a leader.
pub(crate) const TROUBLE: f64 = 26.0;
