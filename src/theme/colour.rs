//! `colour`: green components on a red axis.

use super::{Color, Sizes, Slot, Theme, plain};

pub(super) const THEME: Theme = Theme {
    name: "colour",
    about: "green components, a red axis",
    sizes: Sizes {
        axis_stroke: 3.0,
        axis_head: 13.0,
        component: 7.0,
        component_stroke: 2.0,
        movement_stroke: 2.0,
        parent: 7.0,
        ..Sizes::PLAIN
    },
    palette: plain::THEME
        .palette
        .with(Slot::Axis, Color::rgb(0xc2_3667))
        .with(Slot::Divider, Color::rgb(0xb8_b8b8))
        .with(Slot::ComponentStroke, GREEN)
        .with(Slot::Label, DEEP_GREEN)
        .with(Slot::AnchorLabel, DEEP_GREEN)
        .with(Slot::LinkText, DEEP_GREEN)
        .with(Slot::Link, Color::rgb(0x5c_5c5c))
        .with(Slot::Movement, ORANGE)
        .with(Slot::MovedStroke, ORANGE)
        .with(Slot::MovedLabel, Color::rgb(0x94_390f))
        .with(Slot::PipelineStroke, GREEN)
        .with(Slot::MarketStroke, GREEN)
        .with(Slot::AnnotationStroke, BLUE)
        .with(Slot::AnnotationFill, Color::rgb(0x99_c5ee)),
    ..plain::THEME
};

const GREEN: Color = Color::rgb(0x8c_b358);
const DEEP_GREEN: Color = Color::rgb(0x3d_5c14);
const ORANGE: Color = Color::rgb(0xea_7f5b);
const BLUE: Color = Color::rgb(0x01_5fa5);
