//! What changed between two versions of a map.

mod edits;

use std::fmt::Write as _;
use std::path::PathBuf;

use wardley::compare::{Changes, compare, text, union};
use wardley::layout::{self, difference, theme_of};
use wardley::map::Map;
use wardley::read;
use wardley::render::svg::{self, svg};
use wardley::resolve::NoIncludes;
use wardley::source::Source;
use wardley::text::Fonts;

fn map(text: &str) -> Map {
    read(Source::new("map", text), &mut NoIncludes).map
}

fn changes(old: &str, new: &str) -> Changes {
    compare(&map(old), &map(new))
}

#[test]
fn differences_are_as_expected() {
    crate::golden::cases("tests/compare", "wm", |path| {
        let [old, new] = ["old", "wm"]
            .map(|ending| map(&std::fs::read_to_string(path.with_extension(ending)).expect("a readable map")));
        let changes = compare(&old, &new);
        let both = union(&old, &new, &changes, 1);
        let drawn = difference(&both, &changes, theme_of(&new), &Fonts::shipped(), &layout::Options::default());
        [("changes", text(&changes)), ("svg", svg(&drawn.scene, &svg::Options::default()))]
    });
}

#[test]
fn an_example_does_not_differ_from_itself() {
    do_not_differ(&crate::golden::inputs("examples", "wm"));
}

#[test]
#[ignore = "needs WARDLEY_CORPUS"]
fn a_real_map_does_not_differ_from_itself() {
    do_not_differ(&crate::corpus::maps());
}

/// Nor from its canonical form.
fn do_not_differ(maps: &[PathBuf]) {
    let mut wrong = String::new();
    for path in maps {
        let written = std::fs::read_to_string(path).expect("a readable map");
        let canonical = crate::format::formatted(&written);
        for (what, other) in [("itself", &written), ("its canonical form", &canonical)] {
            let found = changes(&written, other);
            if !found.is_empty() {
                writeln!(wrong, "{} and {what}: {}", path.display(), text(&found)).expect("a string takes it");
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn what_a_map_is_for_is_compared() {
    let old = "purpose Bread\ncomponent A [0.5, 0.5]\ninput Ovens [A]\nwork Buy one [Ovens] effort 3\nvalue More\n";
    let new =
        "purpose Fresh bread\ncomponent A [0.5, 0.5]\ninput Ovens\nwork Buy one effort 5\nstream Lunch [A]\nstep One\n";
    let expected = "1 added, 1 removed, 3 changed\n\nadded\n  Lunch, stream\n\nremoved\n  More, value\n\nchanged\n  \
                    (unnamed), map: purpose from Bread to Fresh bread, steps now One\n  \
                    Ovens, input: measured at no longer A\n  \
                    Buy one, work: drives no longer Ovens, effort from 3 to 5\n";
    assert_eq!(text(&changes(old, new)), expected);
}

#[test]
fn the_time_grows_with_the_maps() {
    let count = 10_000;
    let line = |name: &str, at: usize| format!("component {name}{at} [0.5, 0.5]\n{name}{at} -> Hub\n");
    let text = |name: &str| (0..count).fold("component Hub [0.2, 0.2]\n".to_owned(), |text, at| text + &line(name, at));
    let (old, new) = (map(&text("a")), map(&text("b")));
    let start = std::time::Instant::now();
    let found = compare(&old, &new);
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
    assert!(!found.is_empty());
}
