//! A map written as JSON and read again: it must be the very same.

use std::path::PathBuf;

use wardley::convert::{json, read_json, schema};
use wardley::layout::{self, layout};
use wardley::resolve::NoIncludes;
use wardley::source::Source;
use wardley::text::Fonts;

use crate::{corpus, golden};

/// Says what differs when a text's map comes back from JSON.
fn differs(text: &str) -> Option<String> {
    let reading = wardley::read(Source::new("test", text), &mut NoIncludes);
    let written = json(&reading.map, &reading.sources, None);
    let back = match read_json(&written) {
        Ok(back) => back,
        Err(error) => return Some(error.to_string()),
    };
    if back.map != reading.map {
        return Some(format!("{:?}\n{:?}", reading.map, back.map));
    }
    let again = json(&back.map, &back.sources, None);
    (again != written).then_some(again)
}

#[test]
fn maps_come_back_from_json() {
    come_back(golden::inputs("tests/convert", "wm").into_iter().chain(golden::inputs("examples", "wm")));
}

#[test]
#[ignore = "needs WARDLEY_CORPUS"]
fn real_maps_come_back_from_json() {
    come_back(corpus::maps().into_iter());
}

fn come_back(maps: impl Iterator<Item = PathBuf>) {
    for path in maps {
        let text = std::fs::read_to_string(&path).expect("a readable map");
        assert_eq!(differs(&text), None, "{}", path.display());
    }
}

#[test]
fn a_map_is_written_as_next_door() {
    let text = "title Tea\nanchor Guest [0.95, 0.6]\ncomponent Cup [aware, 0.125] label [3, -4] (buy)\n\
                component Tea\npipeline Cup {\ncomponent Mug [0.5]\n}\nevolve Cup -> Glass 0.75\nGuest -> Cup; daily\n";
    let reading = wardley::read(Source::new("tea.wm", text), &mut NoIncludes);
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/convert");
    golden::check(&folder.join("tea.json"), &json(&reading.map, &reading.sources, None));
}

#[test]
fn the_layout_tells_where_everything_stands() {
    let map = super::map(
        "component Cup [0.8, 0.5]\ncomponent Tea\npipeline Cup [0.4, 0.7]\nevolve Cup 0.75\nnote hot [0.1, 0.1]\n",
    );
    let layout = layout(&map, layout::theme_of(&map), &Fonts::shipped(), &layout::Options::default());
    let written: serde_json::Value =
        serde_json::from_str(&json(&map, &wardley::source::Sources::default(), Some(&layout))).expect("JSON");
    let told = &written["layout"];
    let counts = ["components", "movements", "pipelines", "texts"].map(|list| told[list].as_array().map(Vec::len));
    assert_eq!(counts, [Some(2), Some(1), Some(1), Some(1)]);
    let [cup, moved] =
        ["components", "movements"].map(|list| told[list][0]["symbol"].as_array().expect("a box").clone());
    let pipeline = told["pipelines"][0].as_array().expect("a box");
    let number = |value: &serde_json::Value| value.as_f64().expect("a number");
    assert!(number(&cup[2]) < number(&moved[0]), "the moved state stands to the right");
    assert!(number(&pipeline[0]) < number(&cup[0]) && number(&cup[2]) < number(&pipeline[2]), "its box holds it");
    assert_eq!(told["components"][0]["label"]["lines"][0], "Cup");
}

#[test]
fn components_may_be_named_instead_of_counted() {
    let text = r#"{"version": 1,
        "components": [{"name": "Guest", "kind": "anchor", "visibility": 0.9}, {"name": "Cup"}, {"name": "Mug", "evolution": 0.5}],
        "links": [{"from": {"name": "Guest"}, "to": {"component": 1}}],
        "pipelines": [{"parent": {"name": "Cup"}, "children": [{"name": "Mug"}], "braces": true}]}"#;
    let map = read_json(text).expect("a map").map;
    let same = super::map("anchor Guest [0.9]\ncomponent Cup\npipeline Cup {\ncomponent Mug [0.5]\n}\nGuest -> Cup\n");
    let bare = |map| crate::spans::removed(&format!("{map:?}"));
    assert_eq!(bare(map), bare(same));
}

#[test]
fn what_cannot_be_on_a_map_is_refused() {
    let refused = |members: &str| {
        let text = format!(r#"{{"version": 1, "components": [{{"name": "A"}}, {{"name": "B"}}]{members}}}"#);
        read_json(&text).expect_err(members).to_string()
    };
    for (members, why) in [
        (
            r#", "links": [{"from": {"name": "A"}, "to": {"name": "C"}}]"#,
            r#"links[0]: there is no component named "C""#,
        ),
        (r#", "links": [{"from": {"name": "A"}, "to": {"component": 2}}]"#, "links[0]: there is no component 2"),
        (r#", "links": [{"from": {"name": "A"}, "to": {"component": 0}}]"#, "links[0]: both ends are the same"),
        (r#", "movements": [{"component": {"name": "A"}, "to": 1.5}]"#, "movements[0]: 1.5 is not between 0 and 1"),
        (
            r#", "pipelines": [{"parent": {"name": "A"}, "children": [{"name": "A"}]}]"#,
            "pipelines[0]: children[0]: it is in a pipeline already, or is its parent",
        ),
        (r#", "size": {"width": -3}"#, "size: -3 is not above 0 and at most 100000"),
    ] {
        assert_eq!(refused(members), why);
    }
    assert!(refused(r#", "colour": "red""#).starts_with("unknown field `colour`"));
    assert!(read_json(r#"{"version": 2}"#).is_err_and(|error| error.to_string() == "version 2 is not known; 1 is"));
    let script = r#"{"version": 1, "components": [{"name": "A", "url": "javascript:alert(1)"}]}"#;
    assert!(read_json(script).is_err_and(|error| error.to_string().contains("is not safe to open")));
}

#[test]
fn the_schema_knows_every_member_that_is_written() {
    let text = std::fs::read_to_string(golden::inputs("tests/convert", "wm").remove(0)).expect("a readable test");
    let reading = wardley::read(Source::new("test", text), &mut NoIncludes);
    let written: serde_json::Value = serde_json::from_str(&json(&reading.map, &reading.sources, None)).expect("JSON");
    let schema: serde_json::Value = serde_json::from_str(schema()).expect("JSON");
    for (list, things) in written.as_object().expect("an object") {
        let known = &schema["properties"][list];
        assert!(known.is_object(), "{list}");
        for thing in things.as_array().into_iter().flatten() {
            for member in thing.as_object().expect("an object").keys() {
                assert!(known["items"]["properties"][member].is_object(), "{list}: {member}");
            }
        }
    }
}
