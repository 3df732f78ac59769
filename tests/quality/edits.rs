//! How much of a picture stays as it was when its author goes on writing.

use std::collections::BTreeMap;

use wardley::geometry::Rect;
use wardley::layout::labels::Kind;
use wardley::layout::{Layout, Options, Previous, layout};
use wardley::map::{ComponentId, Coordinate, End, Evolution, Link, Map, Visibility};
use wardley::text::Fonts;
use wardley::theme::Theme;

use super::maps::{self, Real};

const NEW: &str = "Something of its own";

/// The map with one component more, in the middle of the left half; something needs it.
fn added(map: &Map) -> Option<Map> {
    let mut map = map.clone();
    let needs = ComponentId::at(map.components.len() / 2);
    let mut new = map.components.get(needs.index())?.clone();
    NEW.clone_into(&mut new.name);
    new.label = None;
    new.pipeline = None;
    new.position.visibility = Coordinate::Given(Visibility::new(0.47));
    new.position.evolution = Coordinate::Given(Evolution::new(0.27));
    let end = |component| End { component, moved: None };
    let to = end(ComponentId::at(map.components.len()));
    let (flow, text, context) = (None, None, None);
    map.links.push(Link { from: end(needs), to, flow, text, context, dashed: false, implied: false, span: new.span });
    map.components.push(new);
    Some(map)
}

/// The same, with nothing said of where it stands.
fn added_anywhere(map: &Map) -> Option<Map> {
    let mut map = added(map)?;
    let new = map.components.last_mut()?;
    new.position.visibility = Coordinate::Unknown;
    new.position.evolution = Coordinate::Unknown;
    Some(map)
}

/// The map with another name for the component in the middle of the text.
fn renamed(map: &Map) -> Option<Map> {
    let mut map = map.clone();
    let middle = map.components.len() / 2;
    NEW.clone_into(&mut map.components.get_mut(middle)?.name);
    Some(map)
}

/// The map without one component: the last that neither moves nor has a pipeline.
fn removed(map: &Map) -> Option<Map> {
    let stays = |id: ComponentId| {
        map.movements.iter().any(|movement| movement.component == id)
            || map.pipelines.iter().any(|pipeline| pipeline.parent == id)
    };
    let (gone, _) = map.components().filter(|&(id, _)| !stays(id)).last()?;
    let mut map = map.clone();
    map.components.remove(gone.index());
    map.links.retain(|link| link.from.component != gone && link.to.component != gone);
    let shift = |id: &mut ComponentId| *id = ComponentId::at(id.index() - usize::from(*id > gone));
    for link in &mut map.links {
        shift(&mut link.from.component);
        shift(&mut link.to.component);
    }
    for movement in &mut map.movements {
        movement.onto = movement.onto.filter(|&onto| onto != gone);
        shift(&mut movement.component);
        movement.onto.iter_mut().for_each(shift);
    }
    for pipeline in &mut map.pipelines {
        shift(&mut pipeline.parent);
        pipeline.children.retain(|&child| child != gone);
        pipeline.children.iter_mut().for_each(shift);
    }
    Some(map)
}

/// The map with nothing said of how visible anything is.
pub(super) fn without_heights(map: &Map) -> Map {
    let mut map = map.clone();
    for component in &mut map.components {
        component.position.visibility = Coordinate::Unknown;
    }
    map
}

/// What an edit did to everything else.
#[derive(Clone, Copy, Default)]
struct Change {
    labels: usize,
    changed: usize,
    symbols: usize,
    moved: usize,
}

impl Change {
    /// What becomes of the picture of `map` by an edit.
    fn by(map: &Map, edit: impl Fn(&Map) -> Option<Map>) -> Self {
        let fonts = Fonts::shipped();
        let Some(after) = edit(map) else { return Self::default() };
        let first = layout(map, Theme::PLAIN, &fonts, &Options::default());
        let previous = Some(Previous { map, layout: &first });
        let second = layout(&after, Theme::PLAIN, &fonts, &Options { previous, ..Options::default() });
        let mut change = Self::default();
        let mut slots = slots(&first);
        for (key, now) in slots_in_order(&second) {
            let Some(before) = slots.remove(&key) else { continue };
            change.labels += 1;
            change.changed += usize::from(!is_same(before, now));
        }
        let heights = |layout: &Layout| layout.places.components.iter().map(|spot| spot.visibility.get()).collect();
        let before: Vec<f64> = heights(&first);
        let mut before: BTreeMap<Name, f64> = names(map).zip(before).collect();
        let now: Vec<f64> = heights(&second);
        for (name, now) in names(&after).zip(now) {
            let Some(before) = before.remove(&name) else { continue };
            change.symbols += 1;
            change.moved += usize::from((before - now).abs() > 0.02);
        }
        change
    }

    fn and(self, other: Self) -> Self {
        Self {
            labels: self.labels + other.labels,
            changed: self.changed + other.changed,
            symbols: self.symbols + other.symbols,
            moved: self.moved + other.moved,
        }
    }

    /// The part of the labels that stand elsewhere at their symbols.
    fn changed(self) -> f64 {
        self.changed as f64 / self.labels as f64
    }

    /// The part of the symbols that moved by more than a fiftieth of the height.
    fn moved(self) -> f64 {
        self.moved as f64 / self.symbols as f64
    }
}

/// A component, told apart from others with its name by its number among them.
type Name<'a> = (&'a str, usize);

fn names(map: &Map) -> impl Iterator<Item = Name<'_>> {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    map.components.iter().map(move |component| {
        let number = numbers.entry(&component.name).or_default();
        *number += 1;
        (component.name.as_str(), *number)
    })
}

/// A label, told apart from others with its kind and text by its number among them.
type Key<'a> = (Kind, &'a str, usize);

fn slots_in_order(layout: &Layout) -> Vec<(Key<'_>, Rect)> {
    let mut numbers: BTreeMap<(Kind, &str), usize> = BTreeMap::new();
    let keyed = layout.labels.iter().map(|label| {
        let number = numbers.entry((label.kind, &label.text)).or_default();
        *number += 1;
        let middle = label.site.middle();
        ((label.kind, label.text.as_str(), *number), label.placed.bounds.moved(-middle.x, -middle.y))
    });
    keyed.collect()
}

fn slots(layout: &Layout) -> BTreeMap<Key<'_>, Rect> {
    slots_in_order(layout).into_iter().collect()
}

fn is_same(a: Rect, b: Rect) -> bool {
    (a.left - b.left).abs() < 0.5 && (a.top - b.top).abs() < 0.5 && (a.right - b.right).abs() < 0.5
}

/// What the edit does to the maps that people drew, and to all others, each as they are or without heights.
fn measure(what: &str, maps: &[Real], map: impl Fn(&Map) -> Map + Sync, edit: fn(&Map) -> Option<Map>) -> [Change; 2] {
    let changes = maps::each(maps, |real| Change::by(&map(&real.map), edit));
    [true, false].map(|human| {
        let of_kind = maps.iter().zip(&changes).filter(|(real, _)| real.human == human).map(|(_, change)| *change);
        let change = of_kind.fold(Change::default(), Change::and);
        println!(
            "{what:<22}{} labels changed {:.2} % of {}, symbols moved {:.2} % of {}",
            if human { "human " } else { "others" },
            100.0 * change.changed(),
            change.labels,
            100.0 * change.moved(),
            change.symbols
        );
        change
    })
}

#[test]
#[ignore = "needs WARDLEY_CORPUS"]
fn what_is_not_edited_stays_where_it_was() {
    let maps = maps::real();
    for changes in [
        measure("one more", &maps, Map::clone, added),
        measure("one less", &maps, Map::clone, removed),
        measure("one renamed", &maps, Map::clone, renamed),
        measure("no heights, one more", &maps, without_heights, added_anywhere),
        measure("no heights, one less", &maps, without_heights, removed),
        measure("no heights, renamed", &maps, without_heights, renamed),
        measure("no heights, one given", &maps, without_heights, added),
    ] {
        let [human, others] = changes;
        // Where heights are open, links of crowded maps turn, and a label that is struck then goes elsewhere.
        assert!(human.changed() <= 0.04 && human.moved() <= 0.02);
        assert!(others.changed() <= 0.05 && others.moved() <= 0.02);
    }
}
