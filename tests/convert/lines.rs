//! A map written in the map language and read again, and as OWM reads it.

use std::path::PathBuf;

use proptest::prelude::*;
use wardley::convert;
use wardley::map::Map;

use super::{map, placed};
use crate::{corpus, golden, spans};

/// The map without where it is written, and without what follows from what is written.
fn bare(map: &Map) -> String {
    let mut map = map.clone();
    map.links.retain(|link| !link.implied);
    map.steps.starts.iter_mut().for_each(|start| start.offset = 0);
    spans::removed(&format!("{map:?}"))
}

#[test]
fn texts_are_written_as_next_door() {
    golden::cases("tests/convert", "wm", |path| {
        let map = map(&std::fs::read_to_string(path).expect("a readable test"));
        let places = placed(&map);
        let owm = convert::owm(&map, &places);
        let losses: Vec<String> = owm.losses.iter().map(|loss| format!("// {}\n", loss.reason)).collect();
        [
            ("owm", owm.text + &losses.concat()),
            ("dot", convert::dot(&map).text),
            ("again", convert::wm(&map, &places).text),
        ]
    });
}

#[test]
fn maps_come_back_from_the_map_language() {
    come_back(golden::inputs("tests/convert", "wm").into_iter().chain(golden::inputs("examples", "wm")));
}

#[test]
#[ignore = "needs WARDLEY_CORPUS"]
fn real_maps_come_back_from_the_map_language() {
    come_back(corpus::maps().into_iter());
}

fn come_back(maps: impl Iterator<Item = PathBuf>) {
    for path in maps {
        let before = map(&std::fs::read_to_string(&path).expect("a readable map"));
        let written = convert::wm(&before, &placed(&before));
        if before.dialect == wardley::map::Dialect::Mermaid {
            continue;
        }
        assert_eq!(bare(&map(&written.text)), bare(&before), "{}\n{}", path.display(), written.text);
        assert_eq!(written.losses, [], "{}", path.display());
    }
}

#[test]
fn what_is_written_for_owm_says_the_same_in_numbers() {
    let before = map("component Cup [aware, late custom]\ncomponent Tea\nCup -> Tea\nevolve Cup commodity\n");
    let owm = convert::owm(&before, &placed(&before));
    let after = map(&owm.text);
    assert!(after.components.iter().all(|component| component.position.visibility.given().is_some()));
    let (before, after) = (placed(&before), placed(&after));
    for (before, after) in before.components.iter().zip(&after.components) {
        assert!((before.visibility.get() - after.visibility.get()).abs() < 0.001);
        assert!((before.evolution.get() - after.evolution.get()).abs() < 0.001);
    }
    assert_eq!(owm.losses.len(), 3, "{:?}", owm.losses);
}

proptest! {
    #[test]
    fn any_name_comes_back_from_the_map_language(
        names in prop::collection::vec("[a-zA-Z0-9 _.,'\"\\\\/()\\[\\]&<>;:#%@{}+=é漢-]{1,10}|note|market [a-z]{1,3}|build[a-z]{0,3}|(A|late|B) (product|B)", 1..5),
    ) {
        let mut text = String::new();
        for name in &names {
            let name = name.replace('\\', "\\\\").replace('"', "\\\"");
            let lines = format!(
                "component \"{name}\" [aware, late custom] \"{name}\"\nnote \"{name}\" [0.25, _]\npioneers [0.9, 0.1, 0.5, 0.5] \"{name}\"\n\
                 evolve \"{name}\" -> \"{name}!\" [product]\naccelerator \"{name}\" [0.5, 0.5]\nannotation 1 [0.5, 0.25] \"{name}\"\n"
            );
            text.push_str(&lines);
        }
        for pair in names.windows(2) {
            let [from, to] = [&pair[0], &pair[1]].map(|name| name.replace('\\', "\\\\").replace('"', "\\\""));
            text.extend(["\"", &from, "\" -> \"", &to, "\"\n"]);
        }
        let before = map(&text);
        let written = convert::wm(&before, &placed(&before)).text;
        prop_assert_eq!(bare(&map(&written)), bare(&before), "{}", written);
    }
}
