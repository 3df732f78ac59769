//! What is said of a map as a whole.

use super::properties::{flag, property};
use super::{Change, Property, Thing};
use crate::map::Map;
use crate::vocabulary::Keyword;

/// What became of title, look, size and axes.
pub(super) fn changes(old: &Map, new: &Map) -> Vec<Change> {
    let properties = differences(old, new);
    if properties.is_empty() {
        return Vec::new();
    }
    let name = new.title.as_ref().or(old.title.as_ref()).map_or("", |title| &title.text);
    vec![Change { old: Some(0), new: Some(0), properties, ..Change::of(Thing::Map, name) }]
}

fn differences(old: &Map, new: &Map) -> Vec<Property> {
    // Whatever is said in words after a keyword goes by that keyword.
    let words = Keyword::ALL.iter().filter_map(|keyword| {
        let said = |map: &Map| map.words().find(|said| said.0 == *keyword).map(|(_, words, _)| words.to_owned());
        property(keyword.word(), said(old), said(new))
    });
    let side = |side: Option<f64>| side.map_or("auto".to_owned(), |side| side.to_string());
    let size = |map: &Map| {
        let asked = map.size.width.or(map.size.height).is_some();
        asked.then(|| format!("{} by {}", side(map.size.width), side(map.size.height)))
    };
    let stages = |map: &Map| {
        let mut start = 0.0;
        let stages = map.evolution.stages.iter().map(|stage| {
            let words = format!("{} from {start}", stage.name.replace('\n', " "));
            start = stage.end;
            words
        });
        Some(stages.collect::<Vec<_>>().join(", "))
    };
    let levels = |map: &Map| Some(map.value_chain.levels.join(", ")).filter(|levels| !levels.is_empty());
    let captions = |map: &Map| {
        let axis = &map.value_chain;
        Some(format!("{}: {} to {}", axis.caption, axis.top, axis.bottom))
    };
    let steps = |map: &Map| {
        let names: Vec<&str> = map.steps.list.iter().map(|step| step.name.as_str()).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let others = [
        property("steps", steps(old), steps(new)),
        property("size", size(old), size(new)),
        property("stages", stages(old), stages(new)),
        flag("evolution shown", old.evolution.shown, new.evolution.shown),
        property("levels", levels(old), levels(new)),
        property("value chain", captions(old), captions(new)),
        flag("value chain shown", old.value_chain.shown, new.value_chain.shown),
        property("legend", old.legend.map(super::report::place), new.legend.map(super::report::place)),
    ];
    words.chain(others.into_iter().flatten()).collect()
}
