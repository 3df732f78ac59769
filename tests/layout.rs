//! MAP × THEME → SCENE: every `tests/layout/*.wm` with the scene it is drawn as next door, one shape a line.

use std::fmt::Write as _;

use proptest::prelude::*;
use wardley::geometry::Point;
use wardley::layout::{Layout, Options, layout, theme_of};
use wardley::map::Map;
use wardley::problem::Problem;
use wardley::resolve::NoIncludes;
use wardley::scene::{Role, Scene, Shape};
use wardley::source::Source;
use wardley::text::Fonts;
use wardley::theme::{Slot, Theme};

use crate::{golden, scene};

#[test]
fn maps_are_drawn_as_the_scene_next_door() {
    golden::cases("tests/layout", "wm", |path| {
        let text = std::fs::read_to_string(path).expect("a readable test");
        [("scene", scene::dump(&drawn(&text).1.scene))]
    });
}

#[test]
fn a_picture_has_the_size_that_was_asked_for() {
    let size = |text: &str, size: Option<(f64, f64)>| {
        let map = read(text);
        let scene = layout(&map, theme_of(&map), &Fonts::shipped(), &Options { size, ..Options::default() }).scene;
        (scene.width, scene.height)
    };
    assert_eq!(size("component Tea [0.5, 0.5]", None), (1280.0, 800.0));
    // OWM's size is that of the plot, Mermaid's that of the picture.
    assert_eq!(size("size [500, 400]\ncomponent Tea [0.5, 0.5]", None), (584.0, 504.0));
    assert_eq!(size("wardley-beta\nsize [500, 400]\ncomponent Tea [0.5, 0.5]", None), (500.0, 400.0));
    assert_eq!(size("size [500, 400]\ncomponent Tea [0.5, 0.5]", Some((900.0, 700.0))), (900.0, 700.0));
}

#[test]
fn every_theme_draws_the_same_things() {
    let text = std::fs::read_to_string("tests/layout/everything-at-once.wm").expect("a readable test");
    let map = read(&text);
    let roles = |theme| {
        let scene = layout(&map, theme, &Fonts::shipped(), &Options::default()).scene;
        let items = scene.items.iter().filter(|item| item.span.is_some());
        items.map(|item| (item.role, item.name.clone())).collect::<Vec<_>>()
    };
    for theme in Theme::ALL {
        assert_eq!(roles(theme), roles(Theme::PLAIN), "{}", theme.name);
    }
}

#[test]
fn texts_can_be_read_in_every_theme_on_every_ground() {
    let texts = [
        Slot::Label,
        Slot::AnchorLabel,
        Slot::MovedLabel,
        Slot::LinkText,
        Slot::Note,
        Slot::AxisText,
        Slot::Title,
        Slot::AttitudeText,
        Slot::Added,
        Slot::Removed,
    ];
    for theme in Theme::ALL {
        let color = |slot| theme.palette.color(slot);
        let bare = [Slot::Paper, Slot::Plot, Slot::PlotEdge].map(color);
        let areas = [Slot::PioneersFill, Slot::SettlersFill, Slot::TownPlannersFill].map(color);
        let covered = areas.into_iter().flat_map(|area| bare.map(|ground| over(area, ground)));
        for ground in bare.into_iter().chain(covered) {
            for slot in texts {
                let found = contrast(color(slot), ground);
                assert!(found >= 4.5, "{}: {} on {}: {found:.2}", theme.name, slot.word(), ground.hex());
            }
        }
    }
}

#[test]
fn a_layout_holds_what_the_one_before_placed() {
    let before = drawn("anchor Guest\ncomponent Tea\ncomponent Cup\nGuest -> Tea\nTea -> Cup");
    let map =
        read("anchor Guest\ncomponent Cake\ncomponent Tea\ncomponent Cup\nGuest -> Tea\nTea -> Cup\nGuest -> Cake");
    let previous = Some(wardley::layout::Previous { map: &before.0, layout: &before.1 });
    let after = layout(&map, Theme::PLAIN, &Fonts::shipped(), &Options { previous, ..Options::default() });
    for name in ["Guest", "Tea", "Cup"] {
        assert_eq!(middle(&before.1.scene, name), middle(&after.scene, name), "{name}");
    }
}

#[test]
fn what_a_legend_hides_is_told() {
    let mut text = "size [160, 120]\nannotations [0.9, 0.1]\n".to_owned();
    for at in 1..9 {
        writeln!(text, "component Stall {at} [0.{at}, 0.{}]", at * 7 % 9).expect("a string takes it");
        writeln!(text, "annotation {at} [0.5, 0.{at}] The stall of number {at} sells what its owner has grown")
            .expect("a string takes it");
    }
    let told = drawn(&text).1.problems;
    let hidden =
        |problem: &Problem| matches!(problem, Problem::LabelCollision { name, .. } if name.starts_with("Stall"));
    assert!(told.iter().any(hidden), "{told:?}");
}

#[test]
fn a_legend_without_room_where_its_author_wants_it_goes_where_it_hides_nothing() {
    let stalls = "component Stall [0.8, 0.2]\ncomponent Shop [0.75, 0.3]";
    let (_, layout) =
        drawn(&format!("annotations [0.9, 0.1]\nannotation 1 [0.2, 0.2] It grows its own herbs and flowers\n{stalls}"));
    let legend = layout.scene.items.iter().find(|item| item.role == Role::Legend).expect("a legend");
    let Shape::Rect { corner, width, height, .. } = &legend.shapes[0] else { panic!("{legend:?}") };
    for name in ["Stall", "Shop"] {
        let at = middle(&layout.scene, name).expect("a symbol");
        let inside = (corner.x..corner.x + width).contains(&at.x) && (corner.y..corner.y + height).contains(&at.y);
        assert!(!inside, "{name} at {at:?} in {legend:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_map_is_drawn_within_its_picture(lines in prop::collection::vec(line(), 0..40)) {
        let (map, Layout { scene, .. }) = drawn(&lines.join("\n"));
        for item in &scene.items {
            for point in item.shapes.iter().flat_map(points) {
                prop_assert!(point.x.is_finite() && point.y.is_finite(), "{item:?}");
            }
            if matches!(item.role, Role::Component | Role::Anchor | Role::Submap) {
                for point in item.shapes.iter().filter(|shape| matches!(shape, Shape::Circle { .. })).flat_map(points) {
                    prop_assert!((0.0..=scene.width).contains(&point.x) && (0.0..=scene.height).contains(&point.y));
                }
            }
        }
        let drawn = |role| scene.items.iter().filter(|item| item.role == role).count();
        prop_assert_eq!(
            drawn(Role::Component) + drawn(Role::Anchor) + drawn(Role::Submap),
            map.components.len()
        );
        prop_assert_eq!(drawn(Role::Movement), map.movements.len());
        prop_assert_eq!(drawn(Role::Note), map.notes.len());
        prop_assert_eq!(drawn(Role::Attitude), map.attitudes.len());
        prop_assert_eq!(drawn(Role::Force), map.forces.len());
    }

    #[test]
    fn a_map_is_always_drawn_the_same(lines in prop::collection::vec(line(), 0..30)) {
        let text = lines.join("\n");
        prop_assert_eq!(drawn(&text).1.scene, drawn(&text).1.scene);
    }
}

/// Lines with few names and round numbers, so that much coincides.
fn line() -> impl Strategy<Value = String> {
    let name = || prop::sample::select(vec!["Tea", "Cup of tea", "Hot water", "Kettle", "Power", "茶"]);
    let at = || prop::sample::select(vec!["[0.5, 0.5]", "[0, 0]", "[1, 1]", "[0.5, 0.7]", "", "[product]", "[2, -1]"]);
    let tail =
        prop::sample::select(vec!["", " (buy)", " (market, build)", " (ecosystem)", " inertia", " label [-9999, 4]"]);
    prop_oneof![
        (name(), at(), tail).prop_map(|(name, at, tail)| format!("component {name} {at}{tail}")),
        (name(), at()).prop_map(|(name, at)| format!("anchor {name} {at}")),
        (name(), at()).prop_map(|(name, at)| format!("note {name} {at}")),
        (name(), at()).prop_map(|(name, at)| format!("accelerator {name} {at}")),
        (name(), at()).prop_map(|(name, at)| format!("annotation 1 {at} {name}")),
        (name(), name()).prop_map(|(from, to)| format!("{from} -> {to}")),
        (name(), name()).prop_map(|(from, to)| format!("{from} +'many'<> {to}; often")),
        (name(), name()).prop_map(|(from, to)| format!("evolve {from} -> New {to} 0.7")),
        name().prop_map(|name| format!("evolve {name} 0.5")),
        name().prop_map(|name| format!("pipeline {name} [0.1, 0.9]")),
        (name(), name()).prop_map(|(name, child)| format!("pipeline {name} {{\ncomponent {child} one [0.5]\ncomponent {child} two [0.5]\n}}")),
        Just("pioneers [0.9, 0.1, 0.9, 0.1]".to_owned()),
        Just("size [1, 99999999]".to_owned()),
        Just("style handwritten".to_owned()),
        Just("title A title so long that it needs more than one line in any picture of a usual size, whatever the font may be in which it is set, and then some".to_owned()),
    ]
}

fn read(text: &str) -> Map {
    wardley::read(Source::new("test", text), &mut NoIncludes).map
}

fn drawn(text: &str) -> (Map, Layout) {
    let map = read(text);
    let layout = layout(&map, theme_of(&map), &Fonts::shipped(), &Options::default());
    (map, layout)
}

/// The middle of a component's symbol, or where an anchor's label starts.
fn middle(scene: &Scene, name: &str) -> Option<Point> {
    let item = scene.items.iter().find(|item| item.name == name)?;
    item.shapes.iter().flat_map(points).next()
}

fn points(shape: &Shape) -> Vec<Point> {
    match shape {
        Shape::Circle { center, .. } => vec![*center],
        Shape::Rect { corner, width, height, .. } => {
            vec![*corner, Point::new(corner.x + width, corner.y + height)]
        }
        Shape::Line { from, to, .. } => vec![*from, *to],
        Shape::Path { parts, .. } => scene::points(parts),
        Shape::Text(text) => vec![text.at],
        other => panic!("{other:?}"),
    }
}

/// A color that lets some of the ground through, on that ground.
fn over(color: wardley::theme::Color, ground: wardley::theme::Color) -> wardley::theme::Color {
    let mix = |top: u8, below: u8| {
        let (top, below, alpha) = (u32::from(top), u32::from(below), u32::from(color.alpha));
        ((top * alpha + below * (255 - alpha) + 127) / 255) as u8
    };
    let [red, green, blue] = [(color.red, ground.red), (color.green, ground.green), (color.blue, ground.blue)]
        .map(|(top, below)| mix(top, below));
    wardley::theme::Color { red, green, blue, alpha: 255 }
}

/// The contrast of two colors as the Web Content Accessibility Guidelines reckon it.
#[allow(clippy::disallowed_methods, reason = "no picture hangs on it")]
fn contrast(a: wardley::theme::Color, b: wardley::theme::Color) -> f64 {
    let luminance = |color: wardley::theme::Color| {
        let light = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * light(color.red) + 0.7152 * light(color.green) + 0.0722 * light(color.blue)
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
