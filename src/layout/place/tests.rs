use proptest::prelude::*;

use super::*;
use crate::map::{
    Component, ComponentId, ComponentKind, Coordinate, End, Link, Movement, Pipeline, PipelineId, Position, Properties,
};
use crate::source::Span;

const PLOT: Plot = Plot { width: 1196.0, height: 696.0 };

fn component(name: &str, position: Position) -> Component {
    Component {
        kind: ComponentKind::Component,
        name: name.to_owned(),
        span: Span::default(),
        again: Vec::new(),
        position,
        label: None,
        properties: Properties::default(),
        class: None,
        color: None,
        pipeline: None,
        href: None,
        description: None,
    }
}

fn link(from: u32, to: u32) -> Link {
    let end = |component| End { component: ComponentId(component), moved: None };
    Link {
        from: end(from),
        to: end(to),
        flow: None,
        dashed: false,
        text: None,
        context: None,
        implied: false,
        span: Span::default(),
    }
}

fn map(positions: &[Position], links: &[(u32, u32)]) -> Map {
    Map {
        components: positions
            .iter()
            .enumerate()
            .map(|(at, &position)| component(&format!("Variable {at}"), position))
            .collect(),
        links: links.iter().map(|&(from, to)| link(from, to)).collect(),
        ..Map::default()
    }
}

fn stage(low: f64, high: f64) -> Position {
    Position { evolution: Coordinate::Within(Evolution::new(low), Evolution::new(high)), ..Position::default() }
}

fn visibilities(map: &Map) -> Vec<f64> {
    places(map, PLOT, None).components.iter().map(|spot| spot.visibility.get()).collect()
}

#[test]
fn a_map_with_every_number_is_given_back() {
    let map = map(&[Position::given(0.91, 0.123), Position::given(0.0, 1.0)], &[(0, 1)]);
    let spots = places(&map, PLOT, None).components;
    assert_eq!(spots[0].visibility.get().to_bits(), 0.91_f64.to_bits());
    assert_eq!(spots[0].evolution.get().to_bits(), 0.123_f64.to_bits());
    assert_eq!((spots[1].visibility.get(), spots[1].evolution.get()), (0.0, 1.0));
}

#[test]
fn an_anchor_is_at_the_top_and_every_need_lies_below() {
    let mut map = map(&[Position::default(); 4], &[(2, 1), (1, 0), (0, 3)]);
    map.components[2].kind = ComponentKind::Anchor;
    let found = visibilities(&map);
    assert!(found[2] > 0.93 && found[2] > found[1] && found[1] > found[0] && found[0] > found[3], "{found:?}");
}

#[test]
fn what_has_no_position_at_all_is_not_yet_placed() {
    let map = map(&[Position::default(), stage(0.4, 0.7)], &[]);
    let spots = places(&map, PLOT, None).components;
    assert_eq!([spots[0].placed, spots[1].placed], [false, true]);
}

#[test]
fn a_gap_between_given_heights_is_filled_between_them() {
    let map = map(&[Position::given(0.9, 0.5), stage(0.4, 0.7), Position::given(0.3, 0.5)], &[(0, 1), (1, 2)]);
    let found = visibilities(&map);
    assert!((found[1] - 0.6).abs() < 0.05, "{found:?}");
}

#[test]
fn children_in_braces_have_the_visibility_of_their_parent() {
    let mut map = map(&[stage(0.4, 0.7), stage(0.4, 0.7), Position::default(), stage(0.0, 0.2)], &[(3, 0), (1, 3)]);
    map.pipelines.push(Pipeline {
        parent: ComponentId(0),
        range: None,
        children: vec![ComponentId(1), ComponentId(2)],
        braces: true,
        span: Span::default(),
    });
    map.components[1].pipeline = Some(PipelineId(0));
    map.components[2].pipeline = Some(PipelineId(0));
    let found = places(&map, PLOT, None).components;
    assert_eq!([found[1].visibility, found[2].visibility], [found[0].visibility; 2]);
}

#[test]
fn a_pipeline_inside_itself_is_placed_like_any_other() {
    let mut map = map(&[Position::default(); 2], &[]);
    for (parent, child) in [(0, 1), (1, 0), (0, 0)] {
        map.pipelines.push(Pipeline {
            parent: ComponentId(parent),
            range: None,
            children: vec![ComponentId(child)],
            braces: true,
            span: Span::default(),
        });
    }
    assert_eq!(places(&map, PLOT, None).components.len(), 2);
}

#[test]
fn a_movement_to_the_stage_it_is_in_goes_to_the_right() {
    let mut map = map(&[Position::given(0.5, 0.6)], &[]);
    map.movements.push(Movement {
        component: ComponentId(0),
        to: Coordinate::Within(Evolution::new(0.4), Evolution::new(0.7)),
        name: None,
        onto: None,
        label: None,
        properties: Properties::default(),
        span: Span::default(),
    });
    assert!(places(&map, PLOT, None).movements[0].get() > 0.65);
}

#[test]
fn things_of_one_stage_and_level_do_not_lie_on_each_other() {
    let positions = [stage(0.4, 0.7); 12];
    let needs: Vec<(u32, u32)> = (1..12).map(|at| (0, at)).collect();
    let spots = places(&map(&positions, &needs), PLOT, None).components;
    for (at, a) in spots.iter().enumerate() {
        for b in &spots[at + 1..] {
            let (x, y) = (a.evolution.get() - b.evolution.get(), a.visibility.get() - b.visibility.get());
            assert!((x * PLOT.width).abs() > 12.0 || (y * PLOT.height).abs() > 12.0, "{spots:?}");
        }
    }
}

#[test]
fn what_was_placed_stays_when_something_is_added() {
    let before = map(&[Position::default(); 6], &[(0, 1), (1, 2), (1, 3), (3, 4), (0, 5)]);
    let earlier = places(&before, PLOT, None);
    let after = map(&[Position::default(); 7], &[(0, 1), (1, 2), (1, 3), (3, 4), (0, 5), (5, 6), (6, 4)]);
    let later = places(&after, PLOT, Some((&before, &earlier)));
    assert_eq!(earlier.components[..], later.components[..6]);
}

#[test]
fn what_was_placed_stays_when_something_goes_or_a_link_comes() {
    let before = map(&[Position::default(); 6], &[(0, 1), (1, 2), (1, 3), (3, 4), (0, 5)]);
    let earlier = places(&before, PLOT, None);
    let shorter = map(&[Position::default(); 5], &[(0, 1), (1, 2), (1, 3), (3, 4), (0, 4)]);
    let later = places(&shorter, PLOT, Some((&before, &earlier)));
    assert_eq!(earlier.components[..5], later.components[..]);
}

#[test]
fn children_in_braces_go_with_their_parent_when_it_is_moved() {
    let mut before = map(&[Position::given(0.6, 0.5), stage(0.4, 0.7)], &[]);
    before.pipelines.push(Pipeline {
        parent: ComponentId(0),
        range: None,
        children: vec![ComponentId(1)],
        braces: true,
        span: Span::default(),
    });
    before.components[1].pipeline = Some(PipelineId(0));
    let earlier = places(&before, PLOT, None);
    let mut after = before.clone();
    after.components[0].position = Position::given(0.3, 0.5);
    let later = places(&after, PLOT, Some((&before, &earlier)));
    assert_eq!(later.components[1].visibility, later.components[0].visibility);
}

#[test]
fn a_very_long_chain_and_a_very_wide_fan_are_placed() {
    let count = 5_000;
    let chain: Vec<(u32, u32)> = (1..count).map(|at| (at - 1, at)).collect();
    let found = visibilities(&map(&vec![Position::default(); count as usize], &chain));
    assert!(found[0] > 0.9 && (0.4..0.6).contains(&found[2500]) && found[4999] < 0.2);
    let fan: Vec<(u32, u32)> = (1..count).map(|at| (0, at)).collect();
    let found = visibilities(&map(&vec![stage(0.0, 0.175); count as usize], &fan));
    assert!(found[1..].iter().all(|&one| one < found[0]));
}

fn coordinate<T: axis::AxisValue + std::fmt::Debug + 'static>() -> impl Strategy<Value = Coordinate<T>> {
    prop_oneof![
        (0.0..=1.0_f64).prop_map(|at| Coordinate::Given(T::new(at))),
        (0..4_u8).prop_map(|at| Coordinate::Within(T::new(f64::from(at) / 4.0), T::new(f64::from(at + 1) / 4.0))),
        Just(Coordinate::Unknown),
    ]
}

fn any_map() -> impl Strategy<Value = Map> {
    let position = (coordinate(), coordinate()).prop_map(|(visibility, evolution)| Position { visibility, evolution });
    let positions = prop::collection::vec(position, 1..40);
    (positions, prop::collection::vec((0..40_u32, 0..40_u32, 0..9_u8), 0..60)).prop_map(|(positions, pairs)| {
        let count = positions.len() as u32;
        let links: Vec<(u32, u32)> = pairs.iter().map(|&(a, b, _)| (a % count, b % count)).collect();
        let mut map = map(&positions, &links);
        for &(a, b, what) in &pairs {
            let (a, b) = (ComponentId(a % count), ComponentId(b % count));
            match what {
                0 => map.components[a.0 as usize].kind = ComponentKind::Anchor,
                1 => {
                    let id = PipelineId(map.pipelines.len() as u32);
                    let child = &mut map.components[b.0 as usize];
                    child.position.visibility = Coordinate::Unknown;
                    child.pipeline = Some(id);
                    let (parent, children) = (a, vec![b]);
                    map.pipelines.push(Pipeline { parent, range: None, children, braces: true, span: Span::default() });
                }
                _ => {}
            }
        }
        map
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_given_stays_and_what_is_named_is_kept(map in any_map()) {
        let found = places(&map, PLOT, None);
        for (component, spot) in map.components.iter().zip(&found.components) {
            let (v, e) = (spot.visibility.get(), spot.evolution.get());
            prop_assert!((0.0..=1.0).contains(&v) && (0.0..=1.0).contains(&e));
            if let Coordinate::Given(at) = component.position.visibility {
                prop_assert_eq!(at.get().to_bits(), v.to_bits());
            }
            if let Coordinate::Given(at) = component.position.evolution {
                prop_assert_eq!(at.get().to_bits(), e.to_bits());
            }
            if let Coordinate::Within(low, high) = component.position.visibility {
                prop_assert!((low.get()..=high.get()).contains(&v));
            }
            if let Coordinate::Within(low, high) = component.position.evolution {
                prop_assert!((low.get()..=high.get()).contains(&e));
            }
        }
        prop_assert_eq!(&found, &places(&map, PLOT, None));
    }

    #[test]
    fn what_was_placed_stays_when_links_come_and_go(map in any_map()) {
        let found = places(&map, PLOT, None);
        for links in [map.links.clone(), Vec::new(), map.links.iter().rev().cloned().collect()] {
            let later = Map { links, ..map.clone() };
            prop_assert_eq!(&found.components, &places(&later, PLOT, Some((&map, &found))).components);
        }
    }

    #[test]
    fn gaps_are_kept_as_far_as_there_is_room(
        wishes in prop::collection::vec(0.0..100.0_f64, 2..30),
        pairs in prop::collection::vec((0..30_usize, 0..30_usize, 1.0..9.0_f64), 0..60),
    ) {
        use super::separate::{Constraint, Variable, separate};
        let things: Vec<Variable> =
            wishes.iter().map(|&desired| Variable { desired, weight: 1.0, low: -1000.0, high: 1000.0 }).collect();
        let gaps: Vec<Constraint> = pairs
            .iter()
            .map(|&(a, b, least)| (a % wishes.len(), b % wishes.len(), least))
            .filter(|(a, b, _)| a < b)
            .map(|(a, b, gap)| Constraint { left: a as u32, right: b as u32, gap })
            .collect();
        let found = separate(&things, gaps.clone());
        for gap in gaps {
            prop_assert!(found[gap.right as usize] - found[gap.left as usize] >= gap.gap - 1e-5);
        }
    }
}

#[test]
fn what_wishes_to_be_in_one_place_is_moved_apart_around_it() {
    use super::separate::{Constraint, Variable, separate};
    let thing = Variable { desired: 50.0, weight: 1.0, low: 0.0, high: 100.0 };
    let gap = |left, right| Constraint { left, right, gap: 10.0 };
    let close = |found: Vec<f64>, expected: [f64; 3]| {
        assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-4), "{found:?}");
    };
    close(separate(&[thing; 3], vec![gap(0, 1), gap(1, 2)]), [40.0, 50.0, 60.0]);
    // Where there is no room the gaps shrink, and what is fixed does not move.
    let fixed = Variable { low: 50.0, high: 50.0, ..thing };
    let narrow = Variable { low: 40.0, high: 58.0, ..thing };
    close(separate(&[narrow, fixed, narrow], vec![gap(0, 1), gap(1, 2)]), [40.0, 50.0, 58.0]);
}
