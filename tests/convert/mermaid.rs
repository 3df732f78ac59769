//! A map written for Mermaid and read again: what it says must be there still, or be told as lost.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use wardley::convert::{self, Converted};
use wardley::map::{ComponentId, ComponentKind, Map};

use super::{map, placed};
#[cfg(feature = "cli")]
use crate::needs;
use crate::{corpus, golden};

fn mermaid(map: &Map) -> Converted {
    convert::mermaid(map, &placed(map))
}

/// What must not get lost, in words; each with the beginning of the loss that would tell it.
fn facts(map: &Map) -> BTreeSet<(String, String)> {
    let names = names(map);
    let name = |id: ComponentId| names[id.index()].clone();
    let mut facts = BTreeSet::new();
    let places = placed(map);
    // What was computed is written with three decimals.
    let at = |value: f64| format!("{:.2}", (value * 1000.0).round() / 1000.0);
    for (id, component) in map.components() {
        let spot = places.components[id.index()];
        let anchor = component.kind == ComponentKind::Anchor;
        facts.insert((format!("{} anchor {anchor} at {}", name(id), at(spot.evolution.get())), String::new()));
        if !map.pipelines.iter().any(|pipeline| pipeline.children.contains(&id)) {
            facts.insert((format!("{} at height {}", name(id), at(spot.visibility.get())), String::new()));
        }
        if component.label.is_some_and(|label| label.x.fract() == 0.0 && label.y.fract() == 0.0) {
            let label = component.label.expect("a label");
            facts.insert((
                format!("{} label {} {}", name(id), label.x, label.y),
                format!("{}: its label", component.name),
            ));
        }
    }
    for link in map.links.iter().filter(|link| !link.implied && link.from.component != link.to.component) {
        let text = link.text.as_ref().map(|text| text.text.replace('\'', "’"));
        let fact = format!(
            "{} {:?} {} {text:?} {}",
            name(link.from.component),
            link.flow,
            name(link.to.component),
            link.dashed
        );
        facts.insert((fact, String::new()));
    }
    for pipeline in &map.pipelines {
        for &child in &pipeline.children {
            let lost = format!("{}: it stands outside", map.component(child).name);
            facts.insert((format!("{} in the pipeline {}", name(child), name(pipeline.parent)), lost));
        }
        let lost = format!("{}: its pipeline", map.component(pipeline.parent).name);
        facts.insert((format!("a pipeline {}", name(pipeline.parent)), lost));
    }
    for (index, movement) in map.movements.iter().enumerate() {
        let to = at(places.movements[index].get());
        let lost = format!("{}: its second movement", map.component(movement.component).name);
        facts.insert((format!("{} moves to {to}", name(movement.component)), lost));
    }
    for (note, spot) in map.notes.iter().zip(&places.notes) {
        let (height, across) = (at(spot.visibility.get()), at(spot.evolution.get()));
        facts.insert((format!("note {:?} {height} {across}", note.text), String::new()));
    }
    facts
}

/// The names, those of a second component counted.
fn names(map: &Map) -> Vec<String> {
    let mut seen = BTreeMap::new();
    let names = map.components.iter().map(|component| {
        let count = seen.entry(&component.name).and_modify(|count| *count += 1).or_insert(1);
        if *count == 1 { component.name.clone() } else { format!("{} ({count})", component.name) }
    });
    names.collect()
}

/// What of the map is neither in its Mermaid nor told as lost.
fn missing(before: &Map) -> Vec<String> {
    let converted = mermaid(before);
    let after: BTreeSet<String> = facts(&map(&converted.text)).into_iter().map(|(fact, _)| fact).collect();
    let told = |start: &str| !start.is_empty() && converted.losses.iter().any(|loss| loss.reason.starts_with(start));
    facts(before)
        .into_iter()
        .filter(|(fact, loss)| !after.contains(fact) && !told(loss))
        .map(|(fact, _)| fact)
        .collect()
}

#[test]
fn texts_are_written_for_mermaid_as_next_door() {
    golden::cases("tests/convert", "wm", |path| {
        let text = std::fs::read_to_string(path).expect("a readable test");
        [("mmd", mermaid(&map(&text)).text)]
    });
}

#[test]
#[ignore = "needs WARDLEY_CORPUS"]
fn real_maps_come_back_from_mermaid() {
    for path in corpus::maps() {
        let text = std::fs::read_to_string(&path).expect("a readable map");
        assert_eq!(missing(&map(&text)), [""; 0], "{}", path.display());
    }
}

proptest! {
    #[test]
    fn any_name_comes_back_from_mermaid(names in prop::collection::vec("[a-zA-Z0-9 _.,'\"\\\\/()&<>;:#%@{}+é漢-]{1,12}|note|market stall|build[a-z]{0,3}", 1..4)) {
        let mut text = String::new();
        for name in &names {
            let name = name.replace('\\', "\\\\").replace('"', "\\\"");
            let lines = format!("component \"{name}\" [0.5, 0.4]\nnote \"{name}\" [0.25, 0.75]\nevolve \"{name}\" 0.75\n");
            text.push_str(&lines);
        }
        prop_assert_eq!(missing(&map(&text)), [""; 0]);
    }
}

/// Mermaid's own parser, where there is one: node, and a folder with `@mermaid-js/parser` in its `node_modules`, named by
/// `WARDLEY_MERMAID`.
#[cfg(feature = "cli")]
#[test]
#[ignore = "needs WARDLEY_MERMAID"]
fn mermaid_reads_what_is_written_for_it() {
    let folder = needs::variable("WARDLEY_MERMAID");
    let texts = tempfile::tempdir().expect("a folder for temporary files");
    let tests = golden::inputs("tests/convert", "wm").into_iter().chain(golden::inputs("examples", "wm"));
    let maps = tests.map(|path| std::fs::read_to_string(path).expect("a readable map"));
    for (at, text) in maps.enumerate() {
        std::fs::write(texts.path().join(format!("{at}.mmd")), mermaid(&map(&text)).text).expect("a writable folder");
    }
    let script = "
        import fs from 'fs';
        import { parse } from '@mermaid-js/parser';
        let failed = 0;
        for (const name of fs.readdirSync(process.argv[1])) {
            await parse('wardley', fs.readFileSync(process.argv[1] + '/' + name, 'utf8')).catch(error => {
                failed += 1;
                console.error(name, error.message);
            });
        }
        process.exit(failed ? 1 : 0);";
    let arguments = ["--input-type=module", "-e", script];
    let node = std::process::Command::new("node").args(arguments).arg(texts.path()).current_dir(folder).output();
    let output = node.expect("node");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
