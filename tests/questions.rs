//! What is asked of maps, and of which not.

use wardley::problem::Problem;
use wardley::read;
use wardley::resolve::{NoIncludes, questions};
use wardley::source::Source;

fn asked(text: &str) -> Vec<Problem> {
    questions(&read(Source::new("test", text), &mut NoIncludes).map)
}

fn codes(text: &str) -> Vec<&'static str> {
    asked(text).iter().map(Problem::code).collect()
}

/// The names in each ring.
fn rings(text: &str) -> Vec<Vec<String>> {
    let ring = |problem| if let Problem::Cycle { names, .. } = problem { Some(names) } else { None };
    asked(text).into_iter().filter_map(ring).collect()
}

#[test]
fn a_sound_map_is_asked_nothing() {
    assert_eq!(
        codes("anchor A [1, 0.5]\ncomponent B [0.5, 0.5]\ncomponent C [0.2, 0.5]\nA -> B -> C\nA -> C"),
        [""; 0]
    );
    assert_eq!(codes(""), [""; 0]);
}

#[test]
fn rings_are_told_once_and_as_short_as_they_are() {
    let names = "component a\ncomponent b\ncomponent c\ncomponent d\n";
    assert_eq!(rings(&format!("{names}a -> b -> c -> a\nc -> d")), [["a", "b", "c"]]);
    assert_eq!(rings(&format!("{names}a -> b -> a\nc -> d -> c")), [["a", "b"], ["c", "d"]]);
    assert_eq!(rings(&format!("{names}a -> b -> c -> d -> a\nb -> a")), [["a", "b"]]);
    assert_eq!(rings(&format!("{names}a -> b -> c -> d\na -> c\na -> d")), [[""; 0]; 0]);
}

#[test]
fn a_ring_of_many_needs_no_recursion() {
    let count = 50_000;
    let links: Vec<String> = (0..count).map(|at| format!("component {at}\n{at} -> {}", (at + 1) % count)).collect();
    assert_eq!(rings(&links.join("\n"))[0].len(), count);
}

#[test]
fn needs_within_a_pipeline_s_height_are_level() {
    let map =
        |lower: &str| format!("anchor A [1, 0.5]\ncomponent B [{lower}, 0.5]\ncomponent C [0.50, 0.6]\nA -> B -> C");
    assert_eq!(codes(&map("0.48")), [""; 0]);
    assert_eq!(codes(&map("0.40")), ["uphill-need"]);
}

#[test]
fn what_stands_in_a_pipeline_is_not_alone() {
    let map =
        "anchor A [1, 0.5]\ncomponent P [0.5, 0.5]\nA -> P\npipeline P {\ncomponent X [0.4]\ncomponent Y [0.6]\n}";
    assert_eq!(codes(map), [""; 0]);
}
