//! `wardley`: gray towards both sides, as in Simon Wardley's books.

use super::{Color, Slot, Theme, plain};

pub(super) const THEME: Theme = Theme {
    name: "wardley",
    about: "gray towards the uncharted and the industrialised side",
    palette: plain::THEME
        .palette
        .with(Slot::PlotEdge, Color::rgb(0xd9_d9d9))
        .with(Slot::Divider, Color::rgb(0xb8_b8b8)),
    territory: true,
    ..plain::THEME
};
