//! What moves: everything else stays as it is written.

use std::cell::Cell;

use wardley::edit::{self, Id};
use wardley::map::{ComponentId, Coordinate, Evolution, LabelOffset, Position, Visibility};

use super::{anywhere, arrived, component, try_all};

#[test]
fn things_move() {
    let asked = Cell::new((Id::Legend, Position::default()));
    try_all(
        1,
        |before, random| {
            let map = &before.map;
            let mut ids: Vec<Id> = map.components().map(|(id, _)| Id::Component(id)).collect();
            ids.extend(map.movements().map(|(id, _)| Id::Movement(id)));
            ids.extend((0..map.notes.len()).map(Id::Note));
            ids.extend((0..map.forces.len()).map(Id::Force));
            ids.extend(
                map.annotations
                    .iter()
                    .enumerate()
                    .flat_map(|(at, note)| (0..note.positions.len()).map(move |place| Id::Annotation(at, place))),
            );
            ids.extend(map.legend.map(|_| Id::Legend));
            let id = *ids.get(random.below(ids.len()))?;
            let to = anywhere(random);
            asked.set((id, to));
            Some(edit::move_to(before, id, to))
        },
        |before, after, _| {
            let (id, to) = asked.get();
            let mut meant = before.clone();
            let position = |from: Position, is: Position, child: bool| {
                let vertical = if child { Coordinate::Unknown } else { to.visibility };
                let there = arrived(from.visibility, vertical, is.visibility, Visibility::get)
                    && arrived(from.evolution, to.evolution, is.evolution, Evolution::get);
                if there { Ok(is) } else { Err(format!("{from:?} to {to:?} is {is:?}")) }
            };
            let lost = || "something is gone".to_owned();
            match id {
                Id::Component(id) => {
                    let at = id.index();
                    let (from, is) = (&before.components[at], after.components.get(at).ok_or_else(lost)?);
                    meant.components[at].position = position(from.position, is.position, from.pipeline.is_some())?;
                }
                Id::Movement(id) => {
                    let at = id.index();
                    let (from, is) = (&before.movements[at], after.movements.get(at).ok_or_else(lost)?);
                    if !arrived(from.to, to.evolution, is.to, Evolution::get) {
                        return Err(format!("{:?} to {:?} is {:?}", from.to, to.evolution, is.to));
                    }
                    let span = from.span;
                    meant.movements.iter_mut().filter(|other| other.span == span).for_each(|other| other.to = is.to);
                }
                Id::Note(at) => {
                    meant.notes[at].position =
                        position(before.notes[at].position, after.notes.get(at).ok_or_else(lost)?.position, false)?;
                }
                Id::Force(at) => {
                    meant.forces[at].position =
                        position(before.forces[at].position, after.forces.get(at).ok_or_else(lost)?.position, false)?;
                }
                Id::Annotation(at, place) => {
                    let is = *after.annotations.get(at).and_then(|note| note.positions.get(place)).ok_or_else(lost)?;
                    meant.annotations[at].positions[place] =
                        position(before.annotations[at].positions[place], is, false)?;
                }
                Id::Legend => {
                    meant.legend =
                        Some(position(before.legend.ok_or_else(lost)?, after.legend.ok_or_else(lost)?, false)?);
                }
                _ => return Err("not asked".to_owned()),
            }
            Ok(meant)
        },
    );
}

#[test]
fn labels_move() {
    let asked = Cell::new((ComponentId::at(0), 0.0, 0.0, false));
    try_all(
        2,
        |before, random| {
            let id = component(before, random)?;
            let offset = ((random.part() * 400.0 - 200.0).round(), (random.part() * 400.0 - 200.0).round());
            let pin = random.below(2) == 0;
            asked.set((id, offset.0, offset.1, pin));
            Some(edit::move_label(before, Id::Component(id), offset, pin))
        },
        |before, after, _| {
            let (id, x, y, pin) = asked.get();
            let mut meant = before.clone();
            let component = &mut meant.components[id.index()];
            let pinned = pin || component.label.is_some_and(|label| label.pinned);
            let span = after.components.get(id.index()).and_then(|is| is.label).ok_or("no label")?.span;
            component.label = Some(LabelOffset { x, y, pinned, hides: false, span });
            Ok(meant)
        },
    );
}
