//! `fmt --pin`: what the layout chose, written into the text.

use wardley::layout::place::{Places, Plot, places};
use wardley::pin::pinned;
use wardley::resolve::NoIncludes;
use wardley::source::Source;
use wardley::{Reading, read};

const PLOT: Plot = Plot { width: 1196.0, height: 696.0 };

fn placed(text: &str) -> (Reading, Places) {
    let reading = read(Source::new("map.wm", text), &mut NoIncludes);
    let places = places(&reading.map, PLOT, None);
    (reading, places)
}

fn pin(text: &str) -> String {
    let (reading, places) = placed(text);
    let source = reading.sources.iter().next().expect("the text");
    pinned(source, &reading.files[0], &reading.map, &places)
}

const MAP: &str = r#"title Kite festival // all words
anchor Family
component Kite [visible, 0.620] label [9, 9]
component "Paper, \"the good one\"" [unaware, late custom] (buy) // from the mill
component Wind
component Reel [0.3, _]
component Line [0.31, 0.7]

pipeline Kite {
  component Box kite [genesis]
  component Delta [0.5]
  component Sled
}
Family -> Kite -> Reel -> Line
Kite -> "Paper, \"the good one\""
Kite -> Wind
evolve Reel product
"#;

#[test]
fn only_what_is_open_is_written() {
    let text = pin(MAP);
    let changed: Vec<(&str, &str)> = MAP.lines().zip(text.lines()).filter(|(before, after)| before != after).collect();
    let starts = [
        ("anchor Family", "anchor Family [0."),
        ("component Kite", "component Kite [0."),
        ("component \"Paper", "component \"Paper, \\\"the good one\\\"\" [0."),
        ("component Wind", "component Wind [0."),
        ("component Reel", "component Reel [0.3, 0."),
        ("  component Box kite", "  component Box kite [0."),
        ("  component Sled", "  component Sled [0."),
    ];
    assert_eq!(changed.len(), starts.len(), "{changed:#?}");
    for ((before, after), (start, pinned)) in changed.iter().zip(starts) {
        assert!(before.starts_with(start) && after.starts_with(pinned), "{before} became {after}");
    }
    assert!(text.contains(", 0.620] label [9, 9]\n"), "{text}");
    assert!(text.contains("] (buy) // from the mill\n"), "{text}");
}

#[test]
fn what_is_pinned_stands_where_it_stood() {
    let text = pin(MAP);
    let (before, old) = placed(MAP);
    let (after, new) = placed(&text);
    assert_eq!(before.map.components.len(), after.map.components.len());
    for (at, (old, new)) in old.components.iter().zip(&new.components).enumerate() {
        let name = &after.map.components[at].name;
        assert!((old.visibility.get() - new.visibility.get()).abs() <= 0.0005, "{name}: {old:?} became {new:?}");
        assert!((old.evolution.get() - new.evolution.get()).abs() <= 0.0005, "{name}: {old:?} became {new:?}");
        assert!(new.placed);
    }
    assert_eq!(pin(&text), text, "pinned twice");
}
