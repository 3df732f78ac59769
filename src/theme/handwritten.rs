//! `handwritten`: the plain colors, the lines drawn by hand.

use super::{Sizes, Theme, plain};

pub(super) const THEME: Theme = Theme {
    name: "handwritten",
    about: "lines drawn by hand",
    sizes: Sizes { axis_stroke: 1.4, component_stroke: 1.2, divider_dashes: [4.0, 5.0], ..Sizes::PLAIN },
    by_hand: true,
    ..plain::THEME
};
