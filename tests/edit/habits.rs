//! One line each: the text before, the edit, the text after.

use wardley::Reading;
use wardley::edit::{self, Edit, Id, NewKind, Refused};
use wardley::map::{ComponentId, Coordinate, Evolution, MovementId, Position, Visibility};

use super::{after, refusal};

const FIRST: Id = Id::Component(ComponentId::at(0));
const MOVED: Id = Id::Movement(MovementId::at(0));

fn to(visibility: Option<f64>, evolution: Option<f64>) -> Position {
    Position {
        visibility: visibility.map_or(Coordinate::Unknown, |to| Coordinate::Given(Visibility::new(to))),
        evolution: evolution.map_or(Coordinate::Unknown, |to| Coordinate::Given(Evolution::new(to))),
    }
}

/// Moves the first component.
fn moved(text: &str, visibility: Option<f64>, evolution: Option<f64>) -> String {
    after(text, |reading| edit::move_to(reading, FIRST, to(visibility, evolution)))
}

#[test]
fn a_move_keeps_decimals_and_everything_around() {
    let both = |text: &str| moved(text, Some(0.7), Some(0.3));
    assert_eq!(both("component A [0.5, 0.4]"), "component A [0.70, 0.30]");
    assert_eq!(both("component A [0.5000,  .40]  // x"), "component A [0.7000,  .30]  // x");
    assert_eq!(both("  Component A[0.7,0.25] (build) inertia"), "  Component A[0.7,0.30] (build) inertia");
    assert_eq!(both("component A // x"), "component A [0.70, 0.30] // x");
    assert_eq!(both("component \"A [1]\" label [3, 4]"), "component \"A [1]\" [0.70, 0.30] label [3, 4]");
    assert_eq!(both("wardley-beta\ncomponent A [50, 40]"), "wardley-beta\ncomponent A [70, 30]");
    assert_eq!(both("component A [0.5, 0.4\ncomponent B"), "component A [0.70, 0.30\ncomponent B");
    assert_eq!(both("component A []"), "component A [0.70, 0.30]");
    assert_eq!(both("component A [1.5, 0.4x]"), "component A [0.70, 0.30]");
}

#[test]
fn a_move_along_one_axis_leaves_the_other() {
    assert_eq!(moved("component A [0.5, 0.4]", None, Some(0.3)), "component A [0.5, 0.30]");
    assert_eq!(moved("component A [0.5, 0.4]", Some(0.3), None), "component A [0.30, 0.4]");
    assert_eq!(moved("component A", None, Some(0.3)), "component A [_, 0.30]");
    assert_eq!(moved("component A", Some(0.3), None), "component A [0.30, _]");
    assert_eq!(moved("component A [custom]", Some(0.3), None), "component A [0.30, custom]");
    assert_eq!(moved("component A [aware]", None, Some(0.3)), "component A [aware, 0.30]");
    assert_eq!(moved("component A [0.5]", None, Some(0.3)), "component A [0.5, 0.30]");
    assert_eq!(moved("component A [custom]", None, Some(0.9)), "component A [_, 0.90]");
}

#[test]
fn a_word_stays_as_long_as_it_holds() {
    assert_eq!(moved("component A [aware, custom]", Some(0.6), Some(0.3)), "component A [aware, custom]");
    assert_eq!(moved("component A [aware, custom]", Some(0.2), Some(0.5)), "component A [0.20, 0.50]");
    assert_eq!(moved("component A [0.5, late custom]", None, Some(0.45)), "component A [0.5, early product]");
    assert_eq!(moved("component A [custom, aware]", Some(0.6), Some(0.9)), "component A [0.90, aware]");
    let own = "evolution Novel -> Emerging -> Good -> Best\ncomponent A [0.5, late emerging]";
    assert_eq!(moved(own, None, Some(0.8)), own.replace("late emerging", "mid best"));
}

#[test]
fn a_child_of_a_pipeline_moves_sideways_only() {
    let text = "component A [0.5, 0.4]\npipeline A {\n  component B [0.3]\n  component C\n}";
    let child = |at, text: &str| {
        after(text, |reading| edit::move_to(reading, Id::Component(ComponentId::at(at)), to(Some(0.9), Some(0.6))))
    };
    assert_eq!(child(1, text), text.replace("0.3", "0.60"));
    assert_eq!(child(2, text), text.replace("component C", "component C [0.60]"));
}

#[test]
fn the_end_of_a_movement_moves() {
    let moved = |line: &str| {
        let text = format!("component A [0.5, 0.4]\n{line}");
        let text = after(&text, |reading| edit::move_to(reading, MOVED, to(Some(0.1), Some(0.8))));
        text.lines().last().unwrap_or_default().to_owned()
    };
    assert_eq!(moved("evolve A 0.62 label [1, 2]"), "evolve A 0.80 label [1, 2]");
    assert_eq!(moved("evolve A->B .620 // c"), "evolve A->B .800 // c");
    assert_eq!(moved("evolve A product"), "evolve A 0.80");
    assert_eq!(moved("evolve A late product"), "evolve A mid commodity");
    assert_eq!(moved("evolve A commodity"), "evolve A commodity");
    assert_eq!(moved("evolve A -> B late product"), "evolve A -> B mid commodity");
    assert_eq!(moved("evolve A -> product"), "evolve A -> 0.80");
    assert_eq!(moved("evolve A"), "evolve A 0.80");
    assert_eq!(moved("component C [0.4, 0.2] evolve 0.3"), "component C [0.4, 0.2] evolve 0.80");
}

#[test]
fn what_is_not_part_of_the_chain_moves_too() {
    let moved = |id: Id, text: &str| after(text, |reading| edit::move_to(reading, id, to(Some(0.25), Some(0.75))));
    assert_eq!(moved(Id::Note(0), "note some text [0.5, 0.5]"), "note some text [0.25, 0.75]");
    assert_eq!(moved(Id::Note(0), "note some text"), "note some text [0.25, 0.75]");
    assert_eq!(moved(Id::Force(0), "accelerator war [0.5, 0.5]"), "accelerator war [0.25, 0.75]");
    assert_eq!(
        moved(Id::Annotation(0, 1), "annotation 1 [[0.1, 0.2], [0.3, 0.4]] x"),
        "annotation 1 [[0.1, 0.2], [0.25, 0.75]] x"
    );
    assert_eq!(
        moved(Id::Legend, "annotation 1 [0.1, 0.2] x\nannotations [0.5, 0.5]"),
        "annotation 1 [0.1, 0.2] x\nannotations [0.25, 0.75]"
    );
    assert_eq!(
        moved(Id::Legend, "annotation 1 [0.1, 0.2] x\ntitle T"),
        "annotation 1 [0.1, 0.2] x\nannotations [0.25, 0.75]\ntitle T"
    );
    assert_eq!(moved(Id::Attitude(0), "pioneers [0.9, 0.1, 0.6, 0.3]"), "pioneers [0.30, 0.75, 0.00, 0.95]");
    assert_eq!(
        refusal("component A\ncomponent B\nA -> B", |reading| edit::move_to(reading, Id::Link(0), to(None, None))),
        "there is no way to move a link"
    );
}

#[test]
fn labels_are_put_behind_the_position() {
    let label = |text: &str, pin| after(text, |reading| edit::move_label(reading, FIRST, (-12.4, 7.6), pin));
    assert_eq!(label("component A [0.5, 0.4] (buy) // x", false), "component A [0.5, 0.4] label [-12, 8] (buy) // x");
    assert_eq!(label("component A", true), "component A label [-12, 8] pin");
    assert_eq!(
        label("component A [0.5, 0.4] label [ 3.25,4 ] inertia", false),
        "component A [0.5, 0.4] label [ -12.40,8 ] inertia"
    );
    assert_eq!(label("component A [0.5, 0.4] label [3, 4]", true), "component A [0.5, 0.4] label [-12, 8] pin");
    assert_eq!(label("component A [0.5, 0.4] label [3, 4] pin", false), "component A [0.5, 0.4] label [-12, 8] pin");
    let moved = |text: &str| after(text, |reading| edit::move_label(reading, MOVED, (1.0, 2.0), false));
    assert_eq!(moved("component A [0.5, 0.4]\nevolve A 0.8"), "component A [0.5, 0.4]\nevolve A 0.8 label [1, 2]");
    assert_eq!(
        moved("component A [0.5, 0.4]\nevolve A product"),
        "component A [0.5, 0.4]\nevolve A product label [1, 2]"
    );
    assert_eq!(
        moved("component A [0.5, 0.4]\nevolve A -> B [ product ]"),
        "component A [0.5, 0.4]\nevolve A -> B [ product ] label [1, 2]"
    );
    let without = |text: &str| after(text, |reading| edit::place_label(reading, FIRST));
    assert_eq!(without("component A [0.5, 0.4] label [3, 4] pin (buy)"), "component A [0.5, 0.4] (buy)");
}

#[test]
fn a_link_stands_behind_the_last_one_and_looks_like_it() {
    let link = |text: &str| after(text, |reading| edit::connect(reading, FIRST, Id::Component(ComponentId::at(1))));
    assert_eq!(link("component A\ncomponent B"), "component A\ncomponent B\nA -> B");
    assert_eq!(
        link("component A\r\ncomponent B\r\n\r\nB->A\r\nnote x\r\n"),
        "component A\r\ncomponent B\r\n\r\nB->A\r\nA->B\r\nnote x\r\n"
    );
    assert_eq!(
        link("component note -> me\ncomponent A+>B"),
        "component note -> me\ncomponent A+>B\n\"note -> me\" -> \"A+>B\""
    );
    let refused = |text: &str, a, b| {
        refusal(text, |reading| {
            edit::connect(reading, Id::Component(ComponentId::at(a)), Id::Component(ComponentId::at(b)))
        })
    };
    assert_eq!(refused("component A\ncomponent B\nA -> B", 0, 1), "`A` and `B` are linked already");
    assert_eq!(refused("component A", 0, 0), "`A` cannot need itself");
    assert_eq!(refused("component A", 0, 7), "this is not on the map any more");
    let moved = after("component A\ncomponent B\nevolve B -> C 0.8", |reading| edit::connect(reading, FIRST, MOVED));
    assert_eq!(moved, "component A\ncomponent B\nA -> C\nevolve B -> C 0.8");
}

#[test]
fn something_new_stands_behind_its_like() {
    let add = |text: &str, kind, name: &'static str| {
        after(text, |reading| edit::add(reading, kind, name, to(Some(0.5), Some(0.25))))
    };
    assert_eq!(add("", NewKind::Component, "A"), "component A [0.50, 0.25]\n");
    assert_eq!(add("// c\n", NewKind::Component, "A"), "// c\ncomponent A [0.50, 0.25]\n");
    assert_eq!(add("/* never closed", NewKind::Component, "A"), "component A [0.50, 0.25]\n/* never closed");
    let text = "anchor U [0.9, 0.6]\n  component A [0.512, 0.4] // c\nA -> U\n";
    assert_eq!(add(text, NewKind::Component, " B  C "), text.replace("// c", "// c\n  component B C [0.500, 0.250]"));
    assert_eq!(add(text, NewKind::Anchor, "V"), text.replace("0.6]\n", "0.6]\nanchor V [0.500, 0.250]\n"));
    assert_eq!(add(text, NewKind::Note, "Hm"), format!("{}\nnote Hm [0.500, 0.250]\n", text.trim_end()));
    let braces = "component A [0.5, 0.4]\npipeline A {\n  component B [0.3]\n}\nA -> B";
    assert_eq!(add(braces, NewKind::Component, "C"), braces.replace("pipeline", "component C [0.50, 0.25]\npipeline"));
    assert_eq!(add("wardley-beta", NewKind::Note, "Hm"), "wardley-beta\nnote \"Hm\" [0.50, 0.25]");
    assert_eq!(add("", NewKind::Component, "A [x] (buy)"), "component \"A [x] (buy)\" [0.50, 0.25]\n");
    let refused = |text: &str, name: &'static str| {
        refusal(text, |reading| edit::add(reading, NewKind::Component, name, Position::default()))
    };
    assert_eq!(refused("component A b", "a  B"), "there is a `a B` on this map already");
    assert_eq!(refused("", "  "), "a name is needed");
}

#[test]
fn a_component_gets_a_movement_or_its_movement_another_end() {
    let evolve = |text: &str| after(text, |reading| edit::evolve(reading, ComponentId::at(0), Evolution::new(0.8)));
    assert_eq!(evolve("component A [0.5, 0.4]\nA -> A"), "component A [0.5, 0.4]\nA -> A\nevolve A 0.80");
    assert_eq!(evolve("component A\nevolve A custom"), "component A\nevolve A 0.80");
    assert_eq!(evolve("component X -> Y"), "component X -> Y\nevolve \"X -> Y\" 0.80");
}

fn renamed(text: &str, id: Id, name: &'static str) -> String {
    after(text, |reading| edit::rename(reading, id, name))
}

#[test]
fn a_name_changes_wherever_it_stands() {
    let text = "component Hot Water [0.5, 0.4] // Hot Water\ncomponent B\nB -> hot  water -> B\nevolve \"Hot Water\" product\npipeline Hot Water [0.2, 0.6]\nbuild Hot Water\nnote Hot Water [0.1, 0.1]";
    let expected = "component Steam [0.5, 0.4] // Hot Water\ncomponent B\nB -> Steam -> B\nevolve \"Steam\" product\npipeline Steam [0.2, 0.6]\nbuild Steam\nnote Hot Water [0.1, 0.1]";
    assert_eq!(renamed(text, FIRST, "Steam"), expected);
    assert_eq!(
        renamed("component A\ncomponent B\nA->B", FIRST, "A -> Z"),
        "component \"A -> Z\"\ncomponent B\n\"A -> Z\"->B"
    );
    assert_eq!(renamed("component A\ncomponent B\nA->B", FIRST, "a"), "component a\ncomponent B\na->B");
    assert_eq!(
        renamed("component A\nevolve A -> B 0.8\ncomponent C\nC -> B", MOVED, "D"),
        "component A\nevolve A -> D 0.8\ncomponent C\nC -> D"
    );
    assert_eq!(renamed("component A\nevolve A product", MOVED, "D"), "component A\nevolve A -> D product");
    assert_eq!(renamed("note old [0.1, 0.2]", Id::Note(0), "new [sic]"), "note \"new [sic]\" [0.1, 0.2]");
    assert_eq!(renamed("annotation 1 [0.1, 0.2] old", Id::Annotation(0, 0), "new"), "annotation 1 [0.1, 0.2] new");
    let refused = |text: &str, name: &'static str| refusal(text, |reading| edit::rename(reading, FIRST, name));
    assert_eq!(refused("component A\ncomponent B", "b"), "there is a `b` on this map already");
}

fn removed(text: &str, edit: impl Fn(&Reading) -> Result<Vec<Edit>, Refused>) -> String {
    after(text, edit)
}

#[test]
fn what_is_removed_takes_along_what_hangs_on_it() {
    let without = |text: &str| removed(text, |reading| edit::remove(reading, FIRST));
    let text = "component A [0.5, 0.4] // why\ncomponent B\ncomponent C\n\nB -> A\nB -> C -> A // c\nevolve A 0.8\nbuild A\npipeline A [0.2, 0.6]\nB -> C\n";
    assert_eq!(without(text), " // why\ncomponent B\ncomponent C\n\nB -> C // c\nB -> C\n".trim_start());
    assert_eq!(without("component A\ncomponent B"), "component B");
    assert_eq!(without("component A"), "");
    assert_eq!(
        without("component A\ncomponent B\ncomponent C\nB -> C -> A -> B -> C; x"),
        "component B\ncomponent C\nB -> C; x\nB -> C; x"
    );
    let link = |at, text: &str| removed(text, |reading| edit::remove(reading, Id::Link(at)));
    let chain = "component A\ncomponent B\ncomponent C\nA -> B -> C";
    assert_eq!(link(0, chain), chain.replace("A -> B -> C", "B -> C"));
    assert_eq!(link(1, chain), chain.replace("A -> B -> C", "A -> B"));
    let movement = |text: &str| removed(text, |reading| edit::remove(reading, MOVED));
    assert_eq!(movement("component A [0.5, 0.4] evolve 0.8 (buy)"), "component A [0.5, 0.4] (buy)");
    assert_eq!(movement("component A\ncomponent B\nevolve A -> C 0.8\nB -> C"), "component A\ncomponent B\n");
    let place = |at, text: &str| removed(text, |reading| edit::remove(reading, Id::Annotation(0, at)));
    assert_eq!(place(0, "annotation 1 [[0.1, 0.2], [0.3, 0.4]] x"), "annotation 1 [[0.3, 0.4]] x");
    assert_eq!(place(1, "annotation 1 [[0.1, 0.2], [0.3, 0.4]] x"), "annotation 1 [[0.1, 0.2]] x");
    assert_eq!(place(0, "annotation 1 [0.1, 0.2] x\ntitle T"), "title T");
    let refused = refusal("component A\npipeline A {\ncomponent B [0.3]\n}", |reading| edit::remove(reading, FIRST));
    assert_eq!(refused, "the pipeline of `A` has components in it: remove them first");
}

#[test]
fn fixes_that_touch_are_not_made_at_once() {
    let text = "Component A[0.5 0.4]\ncomponent B [0.1, 0.2]\na -> b";
    let reading = super::reading(text);
    let edits = edit::fix_all(&reading.problems, wardley::source::SourceId::default());
    let fixed = edit::applied(text, wardley::source::SourceId::default(), &edits);
    assert!(fixed.contains("A -> B") && fixed.starts_with("component A"), "{fixed}");
}
