//! The map in words, for people who do not see the picture.

use super::place::Places;
use crate::map::{Component, ComponentId, ComponentKind, Evolution, EvolutionAxis, Map, Method, Properties};
use crate::vocabulary::Keyword;

/// So many components are told one by one; the others are only counted: nobody listens longer.
const TOLD: usize = 200;

/// The accessible title.
pub(super) fn title(map: &Map) -> String {
    let own = map.title.as_ref().map(|title| &title.text).filter(|text| !text.trim().is_empty());
    map.accessible_title.as_ref().or(own).map_or_else(|| "Wardley map".to_owned(), |title| one_line(title))
}

/// The accessible description: the author's, or a sentence for every component.
pub(super) fn description(map: &Map, places: &Places) -> String {
    if let Some(own) = &map.accessible_description {
        return one_line(own);
    }
    let needs = needs(map);
    let mut sentences = vec![summary(map)];
    let why = map.words().filter(|(keyword, ..)| matches!(keyword, Keyword::Purpose | Keyword::Scope));
    sentences.extend(why.map(|(keyword, words, _)| format!("Its {}: {}.", keyword.word(), one_line(words))));
    sentences.extend(map.components().take(TOLD).map(|(id, component)| {
        let told = component_told(map, places, id, component);
        if needs[id.0 as usize].is_empty() {
            format!("{told}.")
        } else {
            format!("{told}; needs {}.", listed(&needs[id.0 as usize]))
        }
    }));
    if map.components.len() > TOLD {
        sentences.push(format!("And {} more.", map.components.len() - TOLD));
    }
    sentences.join(" ")
}

fn summary(map: &Map) -> String {
    let count = |kind| map.components.iter().filter(|component| component.kind == kind).count();
    let components = count(ComponentKind::Component) + count(ComponentKind::Submap);
    let mut parts = vec![counted(components, "component")];
    for (number, what) in [
        (count(ComponentKind::Anchor), "anchor"),
        (map.links.iter().filter(|link| !link.implied).count(), "link"),
        (map.movements.len(), "movement"),
    ] {
        if number > 0 {
            parts.push(counted(number, what));
        }
    }
    format!("A Wardley map of {}.", listed(&parts))
}

fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// `Kettle, custom-built, bought, moving to product as Electric Kettle`
fn component_told(map: &Map, places: &Places, id: ComponentId, component: &Component) -> String {
    let mut parts = vec![one_line(&component.name)];
    if component.kind == ComponentKind::Anchor {
        parts.push("an anchor".to_owned());
    } else {
        parts.extend(stage(&map.evolution, places.components[id.0 as usize].evolution));
        parts.extend(properties(component.properties));
    }
    for (at, movement) in map.movements.iter().enumerate().filter(|(_, movement)| movement.component == id) {
        let to = stage(&map.evolution, places.movements[at]).unwrap_or_else(|| "elsewhere".to_owned());
        let renamed = movement.name.as_ref().map_or_else(String::new, |name| format!(" as {}", one_line(name)));
        parts.push(format!("moving to {to}{renamed}"));
    }
    parts.extend(component.description.as_ref().map(|text| format!("({})", one_line(text))));
    parts.join(", ")
}

fn properties(properties: Properties) -> impl Iterator<Item = String> {
    let method = properties.method.map(|method| match method {
        Method::Build => "built",
        Method::Buy => "bought",
        Method::Outsource => "outsourced",
    });
    let market = properties.market.then_some("a market");
    let ecosystem = properties.ecosystem.then_some("an ecosystem");
    let inertia = properties.inertia.then_some("with inertia");
    [method, market, ecosystem, inertia].into_iter().flatten().map(str::to_owned)
}

/// The name of a stage, without its second line.
fn stage(axis: &EvolutionAxis, evolution: Evolution) -> Option<String> {
    let stage = axis.stages.iter().find(|stage| evolution.get() < stage.end).or(axis.stages.last())?;
    let name = stage.name.lines().next()?.trim().to_lowercase();
    (!name.is_empty()).then_some(name)
}

/// The names of what each component needs, by component, in the order of the links.
fn needs(map: &Map) -> Vec<Vec<String>> {
    let mut needs = vec![Vec::new(); map.components.len()];
    for link in map.links.iter().filter(|link| !link.implied) {
        let name = one_line(&map.component(link.to.component).name);
        let list: &mut Vec<String> = &mut needs[link.from.component.0 as usize];
        if list.last() != Some(&name) {
            list.push(name);
        }
    }
    needs
}

/// `A, B and C`
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
