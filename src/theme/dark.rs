//! `dark`: light on dark.

use super::{Color, Slot, Theme, plain};

pub(super) const THEME: Theme = Theme {
    name: "dark",
    about: "light on dark",
    palette: plain::THEME
        .palette
        .with(Slot::Paper, NIGHT)
        .with(Slot::PlotEdge, NIGHT)
        .with(Slot::Plot, NIGHT)
        .with(Slot::Axis, WHITE)
        .with(Slot::Divider, Color::rgb(0x7a_7a7a))
        .with(Slot::AxisText, CHALK)
        .with(Slot::Title, CHALK)
        .with(Slot::Subtitle, Color::rgb(0xb4_b2c2))
        .with(Slot::ComponentStroke, WHITE)
        .with(Slot::ComponentFill, CHALK)
        .with(Slot::Label, CHALK)
        .with(Slot::AnchorLabel, CHALK)
        .with(Slot::Link, Color::rgb(0xa6_a6a6))
        .with(Slot::LinkText, CHALK)
        .with(Slot::Flow, Color::rgb(0x99_c5ee).with_alpha(0x60))
        .with(Slot::Movement, SKY)
        .with(Slot::MovedStroke, SKY)
        .with(Slot::MovedFill, NIGHT)
        .with(Slot::MovedLabel, SKY)
        .with(Slot::Inertia, CHALK)
        .with(Slot::PipelineStroke, WHITE)
        .with(Slot::PipelineFill, NIGHT)
        .with(Slot::BuildStroke, WHITE)
        .with(Slot::BuildFill, Color::rgb(0x60_6060))
        .with(Slot::MarketStroke, WHITE)
        .with(Slot::MarketFill, NIGHT)
        .with(Slot::EcosystemStroke, CHALK)
        .with(Slot::EcosystemFill, Color::rgb(0x60_6060))
        .with(Slot::EcosystemInside, NIGHT)
        .with(Slot::SubmapFill, NIGHT)
        .with(Slot::OutsourceStroke, Color::rgb(0x7a_7a7a))
        .with(Slot::OutsourceFill, Color::rgb(0x0d_0d0d))
        .with(Slot::Note, CHALK)
        .with(Slot::AnnotationStroke, Color::rgb(0xa6_a6a6))
        .with(Slot::AnnotationFill, NIGHT)
        .with(Slot::AnnotationText, CHALK)
        .with(Slot::AttitudeText, WHITE)
        .with(Slot::ForceStroke, CHALK)
        .with(Slot::ForceFill, Color::rgb(0x60_6060))
        .with(Slot::Panel, CHALK)
        .with(Slot::Added, Color::rgb(0x5f_e0b0))
        .with(Slot::Removed, Color::rgb(0xc0_c0c0)),
    ..plain::THEME
};

/// Neutral, and near the dark grounds of GitHub, mdBook, Material and `VitePress`. OWM's is violet.
const NIGHT: Color = Color::rgb(0x1f_1f1f);
const WHITE: Color = Color::rgb(0xff_ffff);
/// Softer than white, on which letters shine.
const CHALK: Color = Color::rgb(0xd9_d9d9);
const SKY: Color = Color::rgb(0x90_caf9);
