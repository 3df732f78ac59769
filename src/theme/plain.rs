//! `plain`: black on white.

use super::{Color, Palette, Sizes, Slot, Theme};

pub(super) const THEME: Theme = Theme {
    name: "plain",
    about: "black on white",
    sizes: Sizes::PLAIN,
    palette: Palette::new(&[
        (Slot::Paper, WHITE),
        (Slot::PlotEdge, WHITE),
        (Slot::Plot, WHITE),
        (Slot::Axis, BLACK),
        // OWM's dividers are black, but its labels do not stand on them.
        (Slot::Divider, Color::rgb(0xa0_a0a0)),
        (Slot::AxisText, BLACK),
        (Slot::Title, BLACK),
        (Slot::Subtitle, Color::rgb(0x59_5959)),
        (Slot::ComponentStroke, BLACK),
        (Slot::ComponentFill, WHITE),
        (Slot::Label, BLACK),
        (Slot::AnchorLabel, BLACK),
        (Slot::Link, GREY),
        (Slot::LinkText, BLACK),
        (Slot::Flow, Color::rgb(0x99_c5ee).with_alpha(0x9e)),
        (Slot::Movement, RED),
        (Slot::MovedStroke, RED),
        (Slot::MovedFill, WHITE),
        (Slot::MovedLabel, DARK_RED),
        (Slot::Inertia, BLACK),
        (Slot::PipelineStroke, BLACK),
        (Slot::PipelineFill, WHITE),
        (Slot::BuildStroke, BLACK),
        (Slot::BuildFill, Color::rgb(0xd6_d6d6)),
        (Slot::BuyStroke, Color::rgb(0xd6_d6d6)),
        (Slot::BuyFill, Color::rgb(0xaa_a5a9)),
        (Slot::OutsourceStroke, Color::rgb(0x44_4444)),
        (Slot::OutsourceFill, Color::rgb(0x44_4444)),
        (Slot::MarketStroke, BLACK),
        (Slot::MarketFill, WHITE),
        (Slot::EcosystemStroke, Color::rgb(0x6e_6e6e)),
        (Slot::EcosystemFill, Color::rgb(0xd7_d7d7)),
        (Slot::EcosystemInside, WHITE),
        (Slot::SubmapFill, WHITE),
        (Slot::Note, BLACK),
        (Slot::AnnotationStroke, Color::rgb(0x59_5959)),
        (Slot::AnnotationFill, WHITE),
        (Slot::AnnotationText, BLACK),
        (Slot::PioneersStroke, Color::rgb(0x34_90dd).with_alpha(STROKE)),
        (Slot::PioneersFill, Color::rgb(0x3c_caf8).with_alpha(FILL)),
        (Slot::SettlersStroke, Color::rgb(0x39_6dc0).with_alpha(STROKE)),
        (Slot::SettlersFill, Color::rgb(0x59_9afa).with_alpha(FILL)),
        (Slot::TownPlannersStroke, Color::rgb(0x47_68c8).with_alpha(STROKE)),
        (Slot::TownPlannersFill, Color::rgb(0x93_6ff9).with_alpha(FILL)),
        (Slot::AttitudeText, Color::rgb(0x1d_2f5e)),
        (Slot::ForceStroke, BLACK),
        (Slot::ForceFill, Color::rgb(0xc4_c4c4)),
        (Slot::Added, Color::rgb(0x00_5a3e)),
        (Slot::Removed, Color::rgb(0x4a_4a4a)),
        // Okabe and Ito's colors, which nobody confuses; their blue lighter, so that a number on it can be read.
        (Slot::Stream1, Color::rgb(0xe6_9f00)),
        (Slot::Stream2, Color::rgb(0x56_b4e9)),
        (Slot::Stream3, Color::rgb(0x00_9e73)),
        (Slot::Stream4, Color::rgb(0xcc_79a7)),
        (Slot::Stream5, Color::rgb(0xd5_5e00)),
        (Slot::Stream6, Color::rgb(0xf0_e442)),
        (Slot::Stream7, Color::rgb(0x4a_90d9)),
        (Slot::Stream8, Color::rgb(0x99_9999)),
        (Slot::StreamText, BLACK),
        (Slot::MetricFill, Color::rgb(0xff_e9a8)),
        (Slot::MetricText, BLACK),
        (Slot::Panel, BLACK),
    ]),
    territory: false,
    by_hand: false,
};

const BLACK: Color = Color::rgb(0x00_0000);
const WHITE: Color = Color::rgb(0xff_ffff);
const GREY: Color = Color::rgb(0x80_8080);
const RED: Color = Color::rgb(0xff_0000);
/// For letters: OWM's red is too light for them wherever they stand on gray, or on an area.
const DARK_RED: Color = Color::rgb(0xa0_0000);
/// How opaque an area is: a quarter. OWM has 0.4, on which colored letters are hard to read.
const FILL: u8 = 64;
/// How opaque its edge is: 0.7.
const STROKE: u8 = 178;
