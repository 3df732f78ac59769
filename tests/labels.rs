//! Where texts go, told in plain geometry: what is liked, what gives way to what, and that nothing is too odd.

use proptest::prelude::*;
use wardley::geometry::{Point, Rect};
use wardley::layout::labels::{
    Conflict, Footprint, Hint, Kind, Mode, Obstacle, ObstacleKind, Outline, Owner, Placed, Placement, Previous, Site,
    Task, place,
};
use wardley::scene::Anchor;
use wardley::text::Fonts;

mod hints;

const RADIUS: f64 = 5.5;

#[test]
fn a_lone_label_stands_right_of_its_symbol() {
    let label = only(&Scene::default().component("Kettle", 100.0, 100.0));
    assert_eq!(texts(&label), ["Kettle"]);
    assert_eq!(label.lines[0].anchor, Anchor::Start);
    assert!(label.bounds.left > 100.0 + RADIUS && label.bounds.left < 112.0, "{label:?}");
    assert!(label.bounds.top < 100.0 && label.bounds.bottom > 100.0, "{label:?}");
}

#[test]
fn a_label_at_the_right_edge_stands_left() {
    let label = only(&Scene::default().component("Kettle", 590.0, 100.0));
    assert_eq!(label.lines[0].anchor, Anchor::End);
    assert!(label.bounds.right < 590.0, "{label:?}");
}

#[test]
fn an_anchor_has_its_text_above() {
    let label = only(&Scene::default().owner(Kind::Anchor, "Public", 300.0, 100.0));
    assert_eq!(label.lines[0].anchor, Anchor::Middle);
    assert!(label.bounds.bottom <= 100.0, "{label:?}");
}

#[test]
fn a_label_keeps_off_links() {
    let scene = Scene::default().component("Kettle", 100.0, 100.0).link((100.0, 100.0), (400.0, 100.0));
    let label = only(&scene);
    assert!(label.bounds.bottom < 100.0 || label.bounds.top > 100.0, "{label:?}");
}

#[test]
fn a_long_name_is_broken_where_there_is_no_room_for_one_line() {
    let scene = Scene::default().component("Customer satisfaction survey", 300.0, 100.0).wall(380.0).wall(220.0);
    assert!(only(&scene).lines.len() > 1);
}

#[test]
fn neighbors_make_room_for_each_other() {
    let mut scene = Scene::default();
    for (at, name) in ["Tea", "Cup of tea", "Hot water", "Kettle", "Power station"].into_iter().enumerate() {
        scene = scene.component(name, 200.0 + 14.0 * at as f64, 100.0);
    }
    let placement = scene.place(Mode::Auto);
    assert_eq!(placement.conflicts, []);
}

#[test]
fn a_label_without_room_goes_far_and_gets_a_leader() {
    let mut scene = Scene::default();
    for row in 0..4 {
        for column in 0..4 {
            scene = scene.component("Middle", 250.0 + 13.0 * f64::from(column), 150.0 + 13.0 * f64::from(row));
        }
    }
    let placement = scene.place(Mode::Auto);
    assert_eq!(placement.conflicts, []);
    assert!(placement.labels.iter().any(|label| label.leader.is_some()));
}

#[test]
fn an_offset_that_runs_away_is_not_meant() {
    let scene = Scene::default().component("Kettle", 300.0, 200.0).hint(-280.0, -190.0, false);
    let label = only(&scene);
    assert!(!label.kept && label.bounds.left > 250.0, "{label:?}");
}

#[test]
fn offsets_count_for_nothing_where_all_is_automatic() {
    let scene = Scene::default().component("Kettle", 100.0, 100.0).hint(20.0, 30.0, false);
    assert!(!scene.place(Mode::Auto).labels[0].kept);
    let pinned = Scene::default().component("Kettle", 100.0, 100.0).hint(20.0, 30.0, true);
    assert!(pinned.place(Mode::Auto).labels[0].kept);
}

#[test]
fn labels_pinned_onto_each_other_are_told() {
    let scene = Scene::default().component("Kettle", 100.0, 100.0).hint(20.0, 30.0, true);
    let scene = scene.component("Power", 100.0, 140.0).hint(20.0, -10.0, true);
    assert_eq!(scene.place(Mode::Hint).conflicts, [Conflict::Labels(0, 1)]);
}

#[test]
fn a_label_pinned_onto_a_symbol_or_out_of_the_picture_is_told() {
    let scene = Scene::default().component("Kettle", 100.0, 100.0).hint(20.0, 30.0, true);
    let scene = scene.component("", 130.0, 127.0);
    assert_eq!(scene.place(Mode::Hint).conflicts, [Conflict::Obstacle(0, 1)]);
    let scene = Scene::default().component("Kettle", 100.0, 100.0).hint(-120.0, 0.0, true);
    assert_eq!(scene.place(Mode::Hint).conflicts, [Conflict::Outside(0)]);
}

#[test]
fn a_note_starts_at_its_point() {
    let label = only(&Scene::default().note("Nobody knows this yet", 100.0, 100.0));
    assert_eq!((label.lines[0].at, label.lines[0].anchor), (Point::new(100.0, 100.0), Anchor::Start));
    let label = only(&Scene::default().note("Nobody knows this yet", 595.0, 100.0));
    assert_eq!(label.lines.last().map(|line| (line.at.x, line.anchor)), Some((595.0, Anchor::End)));
}

#[test]
fn a_label_stays_where_it_stood_unless_that_costs() {
    let scene = Scene::default().component("Kettle", 100.0, 100.0);
    let above = Scene::default().component("Kettle", 100.0, 100.0).link((100.0, 100.0), (300.0, 100.0));
    let before = only(&above).bounds.moved(-100.0, -100.0);
    assert_ne!(only(&scene).bounds.moved(-100.0, -100.0), before);
    let mut scene = scene;
    scene.0.owners[0].previous = Some(Previous { bounds: before });
    assert_eq!(only(&scene).bounds.moved(-100.0, -100.0), before);
}

#[test]
fn a_text_without_letters_has_no_label() {
    for text in ["", "   ", "\n"] {
        let placement = Scene::default().component(text, 100.0, 100.0).place(Mode::Hint);
        assert!(placement.labels[0].lines.iter().all(|line| line.text.is_empty()), "{placement:?}");
        assert_eq!(placement.conflicts, []);
    }
}

#[test]
fn thousands_in_one_place_are_all_placed() {
    let mut scene = Scene::default();
    for _ in 0..3_000 {
        scene = scene.component("Everything", 300.0, 200.0).link((300.0, 200.0), (0.0, 0.0));
    }
    let placement = scene.place(Mode::Auto);
    assert!(placement.labels.iter().all(|label| texts(label) == ["Everything"]));
    assert!(placement.conflicts.len() <= 3 * 3_000);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_geometry_is_placed_and_always_the_same_way(task in task()) {
        let fonts = Fonts::shipped();
        let placement = place(&task, &fonts);
        prop_assert_eq!(placement.labels.len(), task.owners.len());
        for (owner, label) in task.owners.iter().zip(&placement.labels) {
            let words = |text: &str| text.split_whitespace().collect::<String>();
            let written: String = label.lines.iter().map(|line| words(&line.text)).collect();
            let is_written = !matches!(owner.site, Site::Anywhere { .. });
            prop_assert_eq!(written, if is_written { words(&owner.text) } else { String::new() });
        }
        for conflict in &placement.conflicts {
            let (Conflict::Labels(owner, _) | Conflict::Obstacle(owner, _) | Conflict::Outside(owner)) = *conflict;
            prop_assert!(owner < task.owners.len());
        }
        prop_assert_eq!(place(&task, &fonts), placement);
    }
}

/// A coordinate: mostly in the picture, often shared, sometimes absurd.
fn coordinate() -> BoxedStrategy<f64> {
    prop_oneof![
        6 => 0.0..600.0,
        2 => (0..6_u8).prop_map(|step| f64::from(step) * 100.0),
        1 => prop_oneof![Just(-1e9), Just(1e15), Just(1e60), Just(-1e60), Just(0.0), Just(-0.0), Just(1e-300)],
    ]
    .boxed()
}

fn point() -> impl Strategy<Value = Point> {
    (coordinate(), coordinate()).prop_map(|(x, y)| Point::new(x, y))
}

fn size() -> BoxedStrategy<f64> {
    prop_oneof![4 => 0.0..40.0, 1 => prop_oneof![Just(0.0), Just(1e6), Just(1e60)]].boxed()
}

fn rect() -> impl Strategy<Value = Rect> {
    (point(), point()).prop_map(|(a, b)| Rect::between(a, b))
}

fn site() -> BoxedStrategy<Site> {
    prop_oneof![
        4 => (point(), size()).prop_map(|(center, radius)| Site::Symbol { center, outline: Outline::Circle(radius) }),
        1 => (point(), size(), size()).prop_map(|(center, x, y)| Site::Symbol { center, outline: Outline::Box(x, y) }),
        1 => point().prop_map(Site::Start),
        1 => proptest::collection::vec(point(), 0..4).prop_map(Site::Along),
        1 => rect().prop_map(Site::Within),
        1 => (rect(), size(), size()).prop_map(|(area, width, height)| Site::Anywhere { area, size: (width, height) }),
    ]
    .boxed()
}

fn owner() -> impl Strategy<Value = Owner> {
    let kind = prop_oneof![
        Just(Kind::Component),
        Just(Kind::Moved),
        Just(Kind::Child),
        Just(Kind::Anchor),
        Just(Kind::Force),
        Just(Kind::Note),
        Just(Kind::LinkText),
        Just(Kind::Caption),
        Just(Kind::Legend),
    ];
    let text = prop_oneof!["[a-z ]{0,40}", "\\PC{0,12}", "[a-z\n]{0,12}"];
    let hint = proptest::option::of((coordinate(), coordinate(), any::<bool>()));
    let previous = proptest::option::of(rect());
    let row = proptest::option::of(0..3_u32);
    (kind, site(), text, size(), size(), any::<bool>(), hint, previous, row)
        .prop_map(|(kind, site, text, size, pitch, bold, hint, previous, row)| Owner {
            kind,
            site,
            text,
            size,
            pitch,
            bold,
            hint: hint.map(|(x, y, pinned)| Hint { x, y, pinned }),
            previous: previous.map(|bounds| Previous { bounds }),
            row,
        })
        .boxed()
}

fn obstacle() -> impl Strategy<Value = Obstacle> {
    let kind = prop_oneof![
        4 => Just(ObstacleKind::Symbol),
        4 => Just(ObstacleKind::Link),
        1 => Just(ObstacleKind::Box),
        1 => Just(ObstacleKind::Mark),
        1 => Just(ObstacleKind::Inertia),
        1 => Just(ObstacleKind::Movement),
        1 => Just(ObstacleKind::PipelineLine),
        1 => Just(ObstacleKind::Divider),
        1 => Just(ObstacleKind::Reserved),
    ];
    let shape = prop_oneof![
        (point(), size()).prop_map(|(center, radius)| Footprint::Disc(center, radius)),
        rect().prop_map(Footprint::Box),
        proptest::collection::vec(point(), 0..10).prop_map(Footprint::Line),
    ];
    let owners = proptest::collection::vec(0..8_usize, 0..3);
    (kind, shape, owners).prop_map(|(kind, shape, owners)| Obstacle { kind, shape, owners })
}

fn task() -> impl Strategy<Value = Task> {
    let mode = prop_oneof![Just(Mode::Auto), Just(Mode::Hint), Just(Mode::Pinned)];
    let area = prop_oneof![4 => Just(Rect::new(0.0, 0.0, 600.0, 400.0)), 1 => rect()];
    let owners = proptest::collection::vec(owner(), 0..8);
    let obstacles = proptest::collection::vec(obstacle(), 0..12);
    (area, owners, obstacles, mode, any::<bool>()).prop_map(|(area, owners, obstacles, mode, trace)| Task {
        area,
        owners,
        obstacles,
        mode,
        trace,
    })
}

/// A picture of 600 × 400 under construction.
struct Scene(Task);

impl Default for Scene {
    fn default() -> Self {
        Self(Task { area: Rect::new(0.0, 0.0, 600.0, 400.0), ..Task::default() })
    }
}

impl Scene {
    fn component(self, name: &str, x: f64, y: f64) -> Self {
        self.owner(Kind::Component, name, x, y)
    }

    fn owner(mut self, kind: Kind, text: &str, x: f64, y: f64) -> Self {
        let center = Point::new(x, y);
        let radius = if kind == Kind::Anchor { 0.0 } else { RADIUS };
        self.obstacle(ObstacleKind::Symbol, Footprint::Disc(center, radius), vec![self.0.owners.len()]);
        self.push(kind, Site::Symbol { center, outline: Outline::Circle(radius) }, text)
    }

    fn note(self, text: &str, x: f64, y: f64) -> Self {
        self.push(Kind::Note, Site::Start(Point::new(x, y)), text)
    }

    fn push(mut self, kind: Kind, site: Site, text: &str) -> Self {
        self.0.owners.push(Owner {
            kind,
            site,
            text: text.to_owned(),
            size: 12.0,
            pitch: 14.0,
            bold: false,
            hint: None,
            previous: None,
            row: None,
        });
        self
    }

    /// An offset for the last owner.
    fn hint(mut self, x: f64, y: f64, pinned: bool) -> Self {
        if let Some(owner) = self.0.owners.last_mut() {
            owner.hint = Some(Hint { x, y, pinned });
        }
        self
    }

    fn link(mut self, (ax, ay): (f64, f64), (bx, by): (f64, f64)) -> Self {
        let line = vec![Point::new(ax, ay), Point::new(bx, by)];
        let last = self.0.owners.len() - 1;
        self.obstacle(ObstacleKind::Link, Footprint::Line(line), vec![last]);
        self
    }

    /// A column from top to bottom that no label may touch.
    fn wall(mut self, x: f64) -> Self {
        self.obstacle(ObstacleKind::Box, Footprint::Box(Rect::new(x, 0.0, x + 10.0, 400.0)), Vec::new());
        self
    }

    fn obstacle(&mut self, kind: ObstacleKind, shape: Footprint, owners: Vec<usize>) {
        self.0.obstacles.push(Obstacle { kind, shape, owners });
    }

    fn place(&self, mode: Mode) -> Placement {
        place(&Task { mode, ..self.0.clone() }, &Fonts::shipped())
    }
}

/// The label of the one owner, who collides with nothing.
fn only(scene: &Scene) -> Placed {
    let placement = scene.place(Mode::Hint);
    assert_eq!(placement.conflicts, []);
    placement.labels[0].clone()
}

fn texts(label: &Placed) -> Vec<&str> {
    label.lines.iter().map(|line| line.text.as_str()).collect()
}
