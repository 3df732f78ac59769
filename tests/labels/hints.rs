//! An author's offset is a hint: kept where it reads well.

use wardley::geometry::{Point, Rect};
use wardley::layout::labels::{Flaw, Footprint, Kind, Mode, ObstacleKind, Task, place};
use wardley::text::Fonts;

use super::{Scene, only};

/// A component whose author put its label to the lower right.
fn hinted() -> Scene {
    Scene::default().component("Kettle", 100.0, 100.0).hint(12.0, 20.0, false)
}

#[test]
fn a_hint_that_reads_well_is_kept_though_a_link_of_its_own_runs_through_it() {
    let label = only(&hinted().link((100.0, 100.0), (200.0, 150.0)));
    assert!(label.kept);
    assert_eq!(label.lines[0].at, Point::new(112.0, 120.0));
}

#[test]
fn a_hint_that_reads_badly_is_placed_anew_and_the_reason_is_known() {
    let mut struck = hinted();
    struck.obstacle(
        ObstacleKind::Link,
        Footprint::Line(vec![Point::new(90.0, 117.0), Point::new(200.0, 117.0)]),
        Vec::new(),
    );
    let mut cut = hinted();
    cut.obstacle(
        ObstacleKind::PipelineLine,
        Footprint::Line(vec![Point::new(90.0, 117.0), Point::new(200.0, 117.0)]),
        Vec::new(),
    );
    let far = Scene::default().component("Kettle", 100.0, 100.0).hint(30.0, 30.0, false);
    let covers = hinted().component("", 120.0, 117.0);
    let nearer = hinted().component("", 125.0, 131.0);
    let outside = Scene::default().component("Kettle", 100.0, 12.0).hint(10.0, -10.0, false);
    for (scene, flaw) in [
        (struck, Flaw::Struck),
        (cut, Flaw::Cut),
        (far, Flaw::Far),
        (covers, Flaw::Covers),
        (nearer, Flaw::Nearer),
        (outside, Flaw::Outside),
    ] {
        let task = Task { trace: true, ..scene.0.clone() };
        let label = place(&task, &Fonts::shipped()).labels[0].clone();
        assert_eq!((label.kept, label.flaw), (false, Some(flaw)), "{label:?}");
        let pinned = Scene(Task { mode: Mode::Pinned, ..task }).0;
        assert!(place(&pinned, &Fonts::shipped()).labels[0].kept);
    }
}

#[test]
fn a_hint_gives_way_to_a_hint() {
    let scene = hinted().component("Power", 100.0, 140.0).hint(12.0, -12.0, false);
    let placement = scene.place(Mode::Hint);
    assert_eq!(placement.conflicts, []);
    assert_eq!(placement.labels.iter().filter(|label| label.kept).count(), 1);
}

#[test]
fn the_side_of_a_hint_that_is_not_kept_counts_a_little() {
    let right = Scene::default().component("Kettle", 300.0, 200.0).hint(60.0, 4.0, false);
    let below = Scene::default().component("Kettle", 300.0, 200.0).hint(-16.0, 50.0, false);
    assert!(only(&right).bounds.left > 300.0);
    assert!(only(&below).bounds.top > 200.0);
}

#[test]
fn the_labels_of_a_row_stand_on_one_side() {
    let mut scene = Scene::default();
    for at in 0..4 {
        scene = scene.component("Child", 100.0 + 60.0 * f64::from(at), 200.0);
    }
    // Above the first one there is no room.
    scene.obstacle(ObstacleKind::Box, Footprint::Box(Rect::new(60.0, 180.0, 140.0, 192.0)), Vec::new());
    for owner in &mut scene.0.owners {
        (owner.kind, owner.row) = (Kind::Child, Some(0));
    }
    let placement = scene.place(Mode::Auto);
    assert!(placement.labels.iter().all(|label| label.bounds.top > 200.0), "{placement:?}");
}
