//! [`rename`]: something is called otherwise, wherever it is named.

use super::find::{self, Mover};
use super::spelling::{put_in, tidy, written};
use super::{Edit, Id, Refused};
use crate::Reading;
use crate::map::{ComponentId, Map, MovementId};
use crate::source::Span;
use crate::syntax::loose;

/// A component is called `name` wherever the texts name it, those that are included too; so is what a movement leads to.
/// Notes, annotations, accelerators and areas get another text.
///
/// # Errors
///
/// When something else has the name, or it cannot be written in every place so that nothing else changes.
pub fn rename(reading: &Reading, id: Id, name: &str) -> Result<Vec<Edit>, Refused> {
    let name = tidy(name)?;
    let mut meant = reading.map.clone();
    let spans = match id {
        Id::Component(id) => component(reading, id, &name, &mut meant)?,
        Id::Movement(id) => return movement(reading, id, &name, meant),
        Id::Note(at) => {
            let span = *find::note(reading, at)?.text.span;
            meant.notes[at].text.clone_from(&name);
            vec![span]
        }
        Id::Force(at) => {
            let span = *find::force(reading, at)?.name.span;
            meant.forces[at].name.clone_from(&name);
            vec![span]
        }
        Id::Annotation(at, _) => {
            let said = find::annotation(reading, at)?;
            let text = said.text.as_ref().ok_or(Refused::Meaningless("rename", "an annotation without a text"))?;
            meant.annotations[at].text.clone_from(&name);
            vec![*text.span]
        }
        Id::Attitude(at) => {
            let said = find::attitude(reading, at)?;
            let text = said.name.as_ref().ok_or(Refused::Meaningless("rename", "an area without a name"))?;
            meant.attitudes[at].name = Some(name.clone());
            vec![*text.span]
        }
        Id::Link(_) | Id::Pipeline(_) | Id::Legend => return Err(Refused::Meaningless("rename", find::kind(id))),
    };
    written(reading, &spans, &name, &meant)
}

/// Everything that is written like the component is called otherwise: to its author that is one thing.
fn component(reading: &Reading, id: ComponentId, name: &str, meant: &mut Map) -> Result<Vec<Span>, Refused> {
    let before = &reading.map.components.get(id.0 as usize).ok_or(Refused::Unknown)?.name;
    if before.is_empty() {
        return Err(Refused::Meaningless("rename", "what has no name"));
    }
    let same = |component: &crate::map::Component| component.name == *before;
    taken(reading, name, |other| loose(other) == loose(before))?;
    for component in meant.components.iter_mut().filter(|component| same(component)) {
        name.clone_into(&mut component.name);
    }
    for movement in &mut meant.movements {
        if movement.onto.is_some_and(|onto| same(reading.map.component(onto))) {
            movement.name = Some(name.to_owned());
        }
    }
    let named = reading
        .references
        .iter()
        .filter(|reference| reference.end.moved.is_none() && same(reading.map.component(reference.end.component)));
    Ok(named.map(|reference| reference.span).collect())
}

/// What a movement leads to gets another name, or its first.
fn movement(reading: &Reading, id: MovementId, name: &str, mut meant: Map) -> Result<Vec<Edit>, Refused> {
    let (movement, said) = find::movement(reading, id)?;
    let Mover::Evolve(said) = said else { return Err(Refused::Inline) };
    taken(reading, name, |other| movement.name.as_deref() == Some(other))?;
    let own: Vec<MovementId> =
        reading.map.movements().filter(|(_, other)| other.span == movement.span).map(|(id, _)| id).collect();
    for id in &own {
        meant.movements[id.0 as usize].name = Some(name.to_owned());
    }
    let spans: Vec<Span> = reading
        .references
        .iter()
        .filter(|reference| reference.end.moved.is_some_and(|moved| own.contains(&moved)))
        .map(|reference| reference.span)
        .collect();
    if !spans.is_empty() {
        return written(reading, &spans, name, &meant);
    }
    if said.rename.is_some() {
        return Err(Refused::Meaningless("rename", "a movement to a name that something else has"));
    }
    let named = reading.references.iter().find(|reference| {
        reference.span.source == said.name.span.source && reference.span.start == said.name.span.start
    });
    let behind = named.ok_or(Refused::Unknown)?.span.after();
    put_in(reading, behind, " -> ", name, &meant)
}

/// Refuses a name that something else has, of which `own` is the name before.
fn taken(reading: &Reading, name: &str, own: impl Fn(&str) -> bool) -> Result<(), Refused> {
    let names = reading.map.components.iter().map(|component| component.name.as_str());
    let moved = reading.map.movements.iter().filter_map(|movement| movement.name.as_deref());
    let key = loose(name);
    if names.chain(moved).any(|other| loose(other) == key && !own(other)) {
        return Err(Refused::NameTaken(name.to_owned()));
    }
    Ok(())
}
