//! What the value chain says: users, what sets apart, what to buy, what moves.

use super::words::{Line, called, is_early, name_of, stage};
use crate::layout::place::Places;
use crate::map::{Component, ComponentId, ComponentKind, Map, Method};

/// Each user, and what they need.
pub(super) fn needs(map: &Map) -> Vec<Line> {
    let anchors = map.components().filter(|(_, component)| component.kind == ComponentKind::Anchor);
    let lines = anchors.filter_map(|(id, anchor)| {
        let mut needs: Vec<&str> = Vec::new();
        for link in map.links.iter().filter(|link| !link.implied && link.from.component == id) {
            let name = name_of(map, link.to.component);
            if !needs.contains(&name) {
                needs.push(name);
            }
        }
        (!needs.is_empty()).then(|| Line::named(called(anchor)).words(": ").names(needs).words("."))
    });
    lines.collect()
}

/// What users need directly, and that nobody can buy: what is still explored, or made to measure.
pub(super) fn apart(map: &Map, places: &Places) -> Vec<Line> {
    let users = users(map);
    let lines = things(map).filter_map(|(id, component)| {
        let (at, stage) = stage(&map.evolution, places.components[id.0 as usize].evolution);
        let needed = &users[id.0 as usize];
        (is_early(&map.evolution, at) && !needed.is_empty()).then(|| {
            Line::named(called(component))
                .words(&format!(" ({stage}), needed by "))
                .names(needed.iter().copied())
                .words(".")
        })
    });
    lines.collect()
}

/// What everybody can buy, and is built all the same.
pub(super) fn to_buy(map: &Map, places: &Places) -> Vec<Line> {
    let lines = things(map).filter_map(|(id, component)| {
        let (at, stage) = stage(&map.evolution, places.components[id.0 as usize].evolution);
        let built = component.properties.method == Some(Method::Build);
        (built && !is_early(&map.evolution, at))
            .then(|| Line::named(called(component)).words(&format!(" ({stage}) is built in house.")))
    });
    lines.collect()
}

/// What moves from where to where, and what holds it back.
pub(super) fn moves(map: &Map, places: &Places) -> Vec<Line> {
    let lines = map.movements().map(|(id, movement)| {
        let component = map.component(movement.component);
        let (_, from) = stage(&map.evolution, places.components[movement.component.0 as usize].evolution);
        let (_, to) = stage(&map.evolution, places.movements[id.0 as usize]);
        let way = if from == to { format!(" moves on within {from}") } else { format!(" moves from {from} to {to}") };
        let mut line = Line::named(called(component)).words(&way);
        if let Some(name) = &movement.name {
            line = line.words(" and becomes ").name(name);
        }
        if movement.properties.inertia || component.properties.inertia {
            line = line.words("; inertia holds it back");
        }
        line.words(".")
    });
    lines.collect()
}

/// Everything but users.
fn things(map: &Map) -> impl Iterator<Item = (ComponentId, &Component)> {
    map.components().filter(|(_, component)| component.kind != ComponentKind::Anchor)
}

/// By component, the users that need it directly, each once.
fn users(map: &Map) -> Vec<Vec<&str>> {
    let mut users: Vec<Vec<&str>> = vec![Vec::new(); map.components.len()];
    for link in map.links.iter().filter(|link| !link.implied) {
        if map.component(link.from.component).kind == ComponentKind::Anchor {
            let list = &mut users[link.to.component.0 as usize];
            let name = name_of(map, link.from.component);
            if !list.contains(&name) {
                list.push(name);
            }
        }
    }
    users
}
