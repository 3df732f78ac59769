//! Links, movements and pipelines: what hangs on components.

use super::components::renamed;
use super::pairs::Pairs;
use super::place::moved;
use super::properties::{flag, label, of_properties, property};
use super::{Change, Move, Thing};
use crate::map::{Coordinate, End, Flow, Link, LinkText, Map, Movement, Pipeline, Position};

/// Which movement is which: those of one component, best with the same target.
pub(super) fn pair_movements(old: &Map, new: &Map, components: &Pairs) -> Pairs {
    let mut pairs = Pairs::of(old.movements.len(), new.movements.len());
    let before = |index: usize| components.new_of(old.movements[index].component.0 as usize);
    let after = |index: usize| Some(new.movements[index].component.0 as usize);
    let target = |map: &Map, index: usize| super::place::bits(place(&map.movements[index]));
    pairs.by_key(|index| Some((before(index)?, target(old, index))), |index| Some((after(index)?, target(new, index))));
    pairs.by_key(before, after);
    pairs
}

/// Where a movement leads: its visibility is the component's affair.
fn place(movement: &Movement) -> Position {
    Position { visibility: Coordinate::Unknown, evolution: movement.to }
}

/// What became of the movements.
pub(super) fn movement_changes(old: &Map, new: &Map, pairs: &Pairs) -> Vec<Change> {
    let whole = |map: &Map, movement: &Movement| Change {
        place: Some(Move { from: place(movement), to: place(movement) }),
        ..Change::of(Thing::Movement, movement.name.as_ref().unwrap_or(&map.component(movement.component).name))
    };
    let new_name = |movement: &Movement| movement.name.as_deref().unwrap_or_default().to_owned();
    pairs.changes(
        |index| whole(old, &old.movements[index]),
        |index| whole(new, &new.movements[index]),
        |before, after, change| {
            let (before, after) = (&old.movements[before], &new.movements[after]);
            let mut properties = Vec::new();
            // What a movement says nothing of is its component's.
            let own = |map: &Map, movement: &Movement| {
                (movement.properties != map.component(movement.component).properties).then_some(movement.properties)
            };
            if own(old, before) != own(new, after) {
                properties.extend(of_properties(before.properties, after.properties));
            }
            properties.extend(label(before.label, after.label));
            let names = renamed(&new_name(before), &new_name(after));
            let was = names
                .map(|was| if was.is_empty() { old.component(before.component).name.replace('\n', " ") } else { was });
            Some(Change { was, place: moved(place(before), place(after)), properties, ..change })
        },
    )
}

/// What became of the links that their authors wrote.
pub(super) fn changes(old: &Map, new: &Map, components: &Pairs, movements: &Pairs) -> Vec<Change> {
    let (old_links, new_links) = (written(old), written(new));
    let mut pairs = Pairs::of(old_links.len(), new_links.len());
    let old_end = |end: End| {
        let moved = end.moved.map(|id| movements.new_of(id.0 as usize));
        Some((components.new_of(end.component.0 as usize)?, moved))
    };
    let new_end = |end: End| (end.component.0 as usize, end.moved.map(|id| Some(id.0 as usize)));
    let before = |index: usize| {
        let link: &Link = old_links[index].1;
        Some((old_end(link.from)?, old_end(link.to)?))
    };
    let after = |index: usize| {
        let link: &Link = new_links[index].1;
        Some((new_end(link.from), new_end(link.to)))
    };
    let said = |link: &Link| (link.flow, link.dashed, words(link.text.as_ref()), words(link.context.as_ref()));
    pairs.by_key(
        |index| Some((before(index)?, said(old_links[index].1))),
        |index| Some((after(index)?, said(new_links[index].1))),
    );
    pairs.by_key(before, after);
    let whole = |map: &Map, link: &Link| {
        Change::of(Thing::Link, &format!("{} -> {}", end_name(map, link.from), end_name(map, link.to)))
    };
    let list = pairs.changes(
        |index| whole(old, old_links[index].1),
        |index| whole(new, new_links[index].1),
        |before, after, change| {
            let (before, after) = (old_links[before].1, new_links[after].1);
            let flow = |link: &Link| {
                let word = match link.flow? {
                    Flow::Forward => "forward",
                    Flow::Back => "back",
                    Flow::Both => "both ways",
                };
                Some(word.to_owned())
            };
            let properties = [
                property("flow", flow(before), flow(after)),
                flag("dashed", before.dashed, after.dashed),
                property("text", words(before.text.as_ref()), words(after.text.as_ref())),
                property("context", words(before.context.as_ref()), words(after.context.as_ref())),
            ];
            Some(Change { properties: properties.into_iter().flatten().collect(), ..change })
        },
    );
    let index = |links: &[(usize, &Link)], at: Option<usize>| at.map(|at| links[at].0);
    list.into_iter()
        .map(|change| Change { old: index(&old_links, change.old), new: index(&new_links, change.new), ..change })
        .collect()
}

/// The links that somebody wrote, with their indices.
fn written(map: &Map) -> Vec<(usize, &Link)> {
    map.links.iter().enumerate().filter(|(_, link)| !link.implied).collect()
}

fn words(text: Option<&LinkText>) -> Option<String> {
    text.map(|text| text.text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// What the thing at an end is called.
fn end_name(map: &Map, end: End) -> &str {
    let moved = end.moved.and_then(|id| map.movement(id).name.as_deref());
    moved.unwrap_or(&map.component(end.component).name)
}

/// Which pipeline is which: those of one parent.
pub(super) fn pair_pipelines(old: &Map, new: &Map, components: &Pairs) -> Pairs {
    let mut pairs = Pairs::of(old.pipelines.len(), new.pipelines.len());
    pairs.by_key(
        |index| components.new_of(old.pipelines[index].parent.0 as usize),
        |index| Some(new.pipelines[index].parent.0 as usize),
    );
    pairs
}

/// What became of the pipelines. Their children are components, which say for themselves in which pipeline they stand.
pub(super) fn pipeline_changes(old: &Map, new: &Map, pairs: &Pairs) -> Vec<Change> {
    let range = |pipeline: &Pipeline| pipeline.range.map(|(from, to)| format!("{} to {}", from.get(), to.get()));
    let whole = |map: &Map, pipeline: &Pipeline| Change::of(Thing::Pipeline, &map.component(pipeline.parent).name);
    pairs.changes(
        |index| whole(old, &old.pipelines[index]),
        |index| whole(new, &new.pipelines[index]),
        |before, after, change| {
            let properties = property("range", range(&old.pipelines[before]), range(&new.pipelines[after]));
            Some(Change { properties: properties.into_iter().collect(), ..change })
        },
    )
}
