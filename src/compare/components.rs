//! Which component is which, and what became of them.

use super::pairs::Pairs;
use super::place::{bits, moved};
use super::properties::{of_component, property};
use super::{Change, Thing, renames};
use crate::map::{Component, ComponentKind, Map};
use crate::syntax::loose;

/// Which component of the old map is which of the new one: those of one name, best at the same place; then those renamed.
pub(super) fn pair(old: &Map, new: &Map) -> Pairs {
    let mut pairs = Pairs::of(old.components.len(), new.components.len());
    let (old_names, new_names) = (Names::of(old), Names::of(new));
    let named = |names: &Names, index: usize| (!names.own[index].is_empty()).then(|| names.own[index].clone());
    let whose = |map: &Map, names: &Names, index: usize| {
        let component = &map.components[index];
        let parent = component.pipeline.map(|id| names.own[map.pipeline(id).parent.0 as usize].clone());
        (names.own[index].clone(), component.kind, parent)
    };
    let place = |map: &Map, index: usize| bits(map.components[index].position);
    pairs.by_key(
        |index| Some((whose(old, &old_names, index), place(old, index))),
        |index| Some((whose(new, &new_names, index), place(new, index))),
    );
    pairs.by_key(
        |index| Some((named(&old_names, index)?, whose(old, &old_names, index))),
        |index| Some((named(&new_names, index)?, whose(new, &new_names, index))),
    );
    pairs.by_key(|index| named(&old_names, index), |index| named(&new_names, index));
    renames::pair(old, new, &mut pairs);
    pairs
}

/// The names of a map's components without regard to case and blanks.
struct Names {
    own: Vec<String>,
}

impl Names {
    fn of(map: &Map) -> Self {
        Self { own: map.components.iter().map(|component| loose(&component.name)).collect() }
    }
}

/// What became of the components.
pub(super) fn changes(old: &Map, new: &Map, pairs: &Pairs) -> Vec<Change> {
    let whole = |component: &Component| Change {
        place: Some(super::Move { from: component.position, to: component.position }),
        ..Change::of(thing(component.kind), &component.name)
    };
    pairs.changes(
        |index| whole(&old.components[index]),
        |index| whole(&new.components[index]),
        |before, after, change| {
            let (before, after) = (&old.components[before], &new.components[after]);
            let mut properties = of_component(before, after);
            let home = |map: &Map, component: &Component| {
                component.pipeline.map(|id| map.component(map.pipeline(id).parent).name.replace('\n', " "))
            };
            let same_home = before.pipeline.is_some() == after.pipeline.is_some()
                && before.pipeline.is_none_or(|id| {
                    pairs.new_of(old.pipeline(id).parent.0 as usize)
                        == after.pipeline.map(|id| new.pipeline(id).parent.0 as usize)
                });
            if !same_home {
                properties.extend(property("pipeline", home(old, before), home(new, after)));
            }
            Some(Change {
                was: renamed(&before.name, &after.name),
                place: moved(before.position, after.position),
                properties,
                ..change
            })
        },
    )
}

/// The old name on one line, where it is another one.
pub(super) fn renamed(old: &str, new: &str) -> Option<String> {
    let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(plain(old)).filter(|old| *old != plain(new))
}

fn thing(kind: ComponentKind) -> Thing {
    match kind {
        ComponentKind::Component => Thing::Component,
        ComponentKind::Anchor => Thing::Anchor,
        ComponentKind::Submap => Thing::Submap,
    }
}
