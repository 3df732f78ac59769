//! Maps shown step by step.

use wardley::layout::{self, Layout, layout, step, theme_of};
use wardley::map::Map;
use wardley::read;
use wardley::render::svg::{self, svg};
use wardley::resolve::NoIncludes;
use wardley::scene::{Role, Scene};
use wardley::source::Source;
use wardley::text::Fonts;

fn drawn(text: &str) -> (Map, Layout) {
    let map = read(Source::new("map", text), &mut NoIncludes).map;
    let drawn = layout(&map, theme_of(&map), &Fonts::shipped(), &layout::Options::default());
    (map, drawn)
}

fn one(map: &Map, whole: &Layout, number: u32, quiet: bool) -> Scene {
    step(map, whole, number, quiet, theme_of(map), &Fonts::shipped())
}

/// The names of what a step shows of the value chain.
fn shown(text: &str, number: u32) -> Vec<String> {
    let (map, whole) = drawn(text);
    let items = one(&map, &whole, number, true).items;
    let chain = items.into_iter().filter(|item| matches!(item.role, Role::Component | Role::Link | Role::Movement));
    chain.map(|item| item.name).collect()
}

#[test]
fn a_step_shows_everything_up_to_its_end() {
    let text = "component A [0.9, 0.5]\nstep One\ncomponent B [0.5, 0.5]\nA -> B\nstep Two\ncomponent C [0.1, 0.5]\nB -> C\nevolve B 0.8";
    assert_eq!(shown(text, 1), ["A -> B", "A", "B"]);
    assert_eq!(shown(text, 2), ["A -> B", "B -> C", "B", "A", "B", "C"]);
}

#[test]
fn nothing_appears_before_what_it_hangs_on() {
    let text = "component A [0.9, 0.5]\nstep One\nA -> B\nstep Two\ncomponent B [0.5, 0.5]";
    assert_eq!(shown(text, 1), ["A"]);
    assert_eq!(shown(text, 2), ["A -> B", "A", "B"]);
}

#[test]
fn a_legend_says_no_more_than_the_step() {
    let text = "step One\nannotation 1 [0.5, 0.5] First\nstep Two\nannotation 2 [0.6, 0.6] Second";
    let (map, whole) = drawn(text);
    let legend = |number| {
        let items = one(&map, &whole, number, true).items;
        svg(&Scene { items, ..Scene::default() }, &svg::Options::default())
    };
    assert!(legend(1).contains("1. First") && !legend(1).contains("2. Second"));
    assert!(legend(2).contains("2. Second"));
}

#[test]
fn a_line_with_an_arrow_is_a_link() {
    let map =
        drawn("component step 1 [0.9, 0.5]\ncomponent step 2 [0.5, 0.5]\nstep 1 -> step 2\nstep -> step 2\nstep").0;
    assert_eq!((map.steps.list.len(), map.links.len()), (0, 1));
    assert_eq!(drawn("step  What   we do // now").0.steps.list[0].name, "What we do");
}

#[test]
fn the_examples_stand_still() {
    for path in crate::golden::inputs("examples", "wm") {
        stands_still(&std::fs::read_to_string(&path).expect("a map"), &path.display().to_string());
    }
}

#[test]
#[ignore = "needs WARDLEY_CORPUS"]
fn real_maps_stand_still() {
    for path in crate::corpus::maps() {
        stands_still(&std::fs::read_to_string(&path).expect("a map"), &path.display().to_string());
    }
}

/// Cuts a map into three steps and compares each, and the whole, with the map as it was.
fn stands_still(text: &str, name: &str) {
    let without: String = text.split_inclusive('\n').filter(|line| !line.starts_with("step ")).collect();
    let (_, plain) = drawn(&without);
    let (map, whole) = drawn(&cut(&without));
    let bytes = |layout: &Layout| svg(&layout.scene, &svg::Options::default());
    assert_eq!(bytes(&whole), bytes(&plain), "{name}");
    for number in 1..=map.steps.list.len() as u32 {
        let [loud, quiet] = [false, true].map(|quiet| one(&map, &whole, number, quiet));
        for (at, item) in loud.items.iter().enumerate() {
            let stays = whole.scene.items.contains(item) || matches!(item.role, Role::Legend | Role::Step);
            assert!(stays, "{name}: step {number} has another {:?} {}", item.role, item.name);
            assert_eq!(ends(&quiet, at), ends(&loud, at), "{name}: step {number}, {}", item.name);
        }
    }
}

/// What an item draws where, however faint.
fn ends(scene: &Scene, at: usize) -> String {
    let items = vec![scene.items[at].clone()];
    let text = svg(&Scene { items, ..Scene::default() }, &svg::Options { id_prefix: Some("p"), ..Default::default() });
    let mut parts = text.split("-opacity=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| part.split_once('"').map_or(part, |(_, rest)| rest));
    let all: String = std::iter::once(first.as_str()).chain(rest).collect();
    all.replace(" fill", "").replace(" stroke", "")
}

/// The map with three steps, begun where a line of it is sure to be a statement of its own.
fn cut(text: &str) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (mut opened, mut closed) = (0, 0);
    let fit = lines.iter().enumerate().filter(|(_, line)| {
        let outside = opened == closed;
        opened += line.matches('{').count();
        closed += line.matches('}').count();
        outside && (line.starts_with("component") || line.starts_with("note"))
    });
    let fit: Vec<usize> = fit.map(|(at, _)| at).collect();
    let mut seed = text.len();
    let mut cuts: Vec<usize> = (0..3.min(fit.len()))
        .map(|_| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            fit[(seed >> 33) % fit.len()]
        })
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let parts = lines
        .iter()
        .enumerate()
        .map(|(at, line)| if cuts.contains(&at) { format!("step From line {at}\n{line}") } else { (*line).to_owned() });
    parts.collect()
}

#[cfg(feature = "serde")]
#[test]
fn steps_go_through_json() {
    use wardley::convert::{json, read_json, wm};
    let text =
        "title T\ncomponent A [0.90, 0.50]\nstep One\ncomponent B [0.50, 0.50]\nA -> B\nstep Two\nevolve B 0.80\n";
    let reading = read(Source::new("map", text), &mut NoIncludes);
    let read = read_json(&json(&reading.map, &reading.sources, None)).expect("a map");
    assert_eq!(read.map, reading.map);
    assert_eq!(wm(&read.map, &drawn(text).1.places).text, text);
}

#[cfg(feature = "cli")]
#[test]
fn the_command_draws_steps_beside_the_whole() {
    use crate::shell::Shell;
    let shell =
        Shell::with(&[("a.wm", "title T\nstep One\ncomponent A [0.9, 0.5]\nstep Two\ncomponent B [0.5, 0.5]\n")]);
    shell.fine("render a.wm --steps");
    assert_eq!(shell.files(), ["a-1.svg", "a-2.svg", "a.svg", "a.wm"]);
    assert!(!shell.read("a-1.svg").contains("data-name=\"B\"") && shell.read("a-1.svg").contains("1/2 One"));
    shell.fine("render a.wm --steps --check");
    shell.write("a-2.svg", "");
    shell.fails("render a.wm --steps --check", 1, "a-2.svg is out of date");
    assert_eq!(shell.fine("render a.wm --step two -o -"), shell.fine("render a.wm --step 2 -o -"));
    assert_ne!(shell.fine("render a.wm --step 2 -o -"), shell.fine("render a.wm --step 2 --quiet-past off -o -"));
    shell.fails("render a.wm --step 3", 2, "a.wm has no step 3; they are One, Two");
    shell.fails("render a.wm --steps -o -", 2, "--steps is for files, not for standard output");
}
