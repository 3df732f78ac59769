//! `wardley render` for builds: `--check`, `--deps`, `--emit`, and pictures that lead to each other.

use serde_json::{Value, json};

use crate::shell::{Shell, TEA};

#[test]
fn check_tells_stale_pictures_and_writes_nothing() {
    let shell = Shell::with(&[("maps/tea.wm", TEA), ("maps/pot.wm", TEA)]);
    shell.run("render maps -o pictures/ --emit light,dark");
    assert_eq!(shell.run("render maps -o pictures/ --emit light,dark --check").status, 0);
    shell.write("maps/tea.wm", TEA.replace("Cup", "Mug"));
    let before = shell.bytes("pictures/tea.svg");
    let ran = shell.run("render maps -o pictures/ --emit light,dark --check");
    assert_eq!(ran.status, 1);
    for picture in ["pictures/tea.svg", "pictures/tea.dark.svg"] {
        assert_eq!(ran.err.matches(&format!("{picture} is out of date")).count(), 1, "{}", ran.err);
    }
    assert!(!ran.err.contains("pot"), "{}", ran.err);
    assert_eq!(shell.bytes("pictures/tea.svg"), before);
    shell.fails("render - --check", 2, "--check and --emit are for files");
    shell.fails("render maps --emit dark --theme auto", 2, "--theme auto is both shades");
}

#[test]
fn deps_name_includes_too() {
    let shell = Shell::with(&[("a b/$tea#1.wm", "include ../parts/cup.wm\nGuest -> Cup\n"), ("parts/cup.wm", TEA)]);
    let mut command = shell.command("render --deps out.d -o out.svg");
    assert!(command.arg("a b/$tea#1.wm").output().expect("the command").status.success());
    let rule = shell.read("out.d");
    let (target, inputs) = rule.trim_end().split_once(": ").expect("a rule");
    assert_eq!(target, "out.svg");
    assert!(inputs.starts_with(r"a\ b/$$tea\#1.wm ") && inputs.ends_with("parts/cup.wm"), "{inputs}");

    shell.run("render parts -o pictures/ --deps deps.json --deps-format json");
    let deps: Value = serde_json::from_str(&shell.read("deps.json")).expect("JSON");
    assert_eq!(deps, json!([{ "output": "pictures/cup.svg", "inputs": ["parts/cup.wm"] }]));
    shell.fails("render parts --deps-format json", 2, "required arguments");
}

#[test]
fn a_pair_is_named_after_its_map() {
    let shell = Shell::with(&[("tea.wm", TEA)]);
    shell.run("render tea.wm --emit dark");
    assert_eq!(shell.files(), ["tea.dark.svg", "tea.wm"]);
    shell.run("render tea.wm --emit light,dark");
    assert_eq!(shell.files(), ["tea.dark.svg", "tea.svg", "tea.wm"]);
    assert_eq!(shell.bytes("tea.svg"), shell.fine("render tea.wm -o -"));
    assert_eq!(shell.bytes("tea.dark.svg"), shell.fine("render tea.wm -o - --theme dark"));
}

#[test]
fn maps_lead_to_maps_drawn_with_them() {
    let outer = "submap Kettle [0.5, 0.5] url(kettle)\nurl kettle [deep/kettle.wm#top]\ncomponent Tea [0.8, 0.5]\nTea -> Kettle\n";
    let shell = Shell::with(&[("maps/tea.wm", outer), ("maps/deep/kettle.wm", TEA)]);
    shell.run("render maps --emit light,dark -o pictures/");
    assert!(shell.read("pictures/tea.svg").contains("href=\"deep/kettle.svg#top\""));
    assert!(shell.read("pictures/tea.dark.svg").contains("href=\"deep/kettle.dark.svg#top\""));
    // Alone it leads to the map.
    shell.run("render maps/tea.wm");
    assert!(shell.read("maps/tea.svg").contains("href=\"deep/kettle.wm#top\""));
}
