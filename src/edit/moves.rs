//! [`move_to`]: something stands elsewhere.

use super::bracket::{Site, Write, placed};
use super::find::{self, Mover};
use super::{Edit, Id, Refused, lines, number};
use crate::Reading;
use crate::map::{Coordinate, Extent, Position};
use crate::source::Span;
use crate::syntax::ast::{Bracket, EvolveStatement, Part};

/// Something stands at `to` then. A coordinate of `to` that is not given is left as it is written.
///
/// A component in the braces of a pipeline and the end of a movement have an evolution alone; `to.visibility` means nothing
/// to them. An area moves as a whole, its upper left corner to `to`.
///
/// # Errors
///
/// When `id` names nothing on the map, or something without a place of its own, as links and pipelines are.
pub fn move_to(reading: &Reading, id: Id, to: Position) -> Result<Vec<Edit>, Refused> {
    match id {
        Id::Component(id) => {
            let (component, lines) = find::all_of(reading, id)?;
            let edits = lines.into_iter().flat_map(|said| {
                let site = said.position.as_ref().map_or(Site::Behind(*said.keyword.to(said.name.span)), Site::There);
                placed(reading, &site, component.position, to, component.pipeline.is_some())
            });
            Ok(edits.collect())
        }
        Id::Movement(id) => {
            let (movement, said) = find::movement(reading, id)?;
            let Some(evolution) = to.evolution.given() else { return Ok(Vec::new()) };
            let write = Write { reading };
            Ok(match said {
                Mover::Inline(part) => {
                    edit(*part.span, write.evolution(Some(part), movement.to, evolution)).into_iter().collect()
                }
                Mover::Evolve(said) => match &said.target {
                    Some(part) => {
                        edit(*part.span, write.evolution(Some(part), movement.to, evolution)).into_iter().collect()
                    }
                    None => target_in_name(reading, said, movement.to, evolution),
                },
            })
        }
        Id::Note(at) => {
            let note = find::note(reading, at)?;
            let site = note.position.as_ref().map_or(Site::Behind(*note.text.span), Site::There);
            Ok(placed(reading, &site, reading.map.notes[at].position, to, false))
        }
        Id::Force(at) => {
            let force = find::force(reading, at)?;
            let site = force.position.as_ref().map_or(Site::Behind(*force.name.span), Site::There);
            Ok(placed(reading, &site, reading.map.forces[at].position, to, false))
        }
        Id::Annotation(at, place) => {
            let annotation = find::annotation(reading, at)?;
            let bracket = annotation.positions.get(place).ok_or(Refused::Unknown)?;
            let from = reading.map.annotations[at].positions.get(place).ok_or(Refused::Unknown)?;
            Ok(placed(reading, &Site::There(bracket), *from, to, false))
        }
        Id::Legend => match find::legend(reading) {
            Some(bracket) => {
                let from = reading.map.legend.ok_or(Refused::Unknown)?;
                Ok(placed(reading, &Site::There(bracket), from, to, false))
            }
            None => lines::put_legend(reading, to),
        },
        Id::Attitude(at) => area(reading, at, to),
        Id::Link(_) | Id::Pipeline(_) => Err(Refused::Meaningless("move", find::kind(id))),
    }
}

fn edit(span: Span, text: Option<String>) -> Option<Edit> {
    text.map(|text| Edit::new(span, text))
}

/// A target in words, or one that is not there: it stands behind the last name.
fn target_in_name(
    reading: &Reading,
    said: &EvolveStatement,
    from: Coordinate<crate::map::Evolution>,
    to: crate::map::Evolution,
) -> Vec<Edit> {
    let last = said.rename.as_ref().unwrap_or(&said.name);
    // What the name means ends where its reference ends; a new name that is none is all target.
    let named = reading
        .references
        .iter()
        .find(|reference| reference.span.source == last.span.source && reference.span.start == last.span.start);
    let end = named.map_or(last.span.start, |reference| reference.span.end);
    let behind = Span { start: end, ..*last.span };
    let words = reading.sources.slice(behind);
    let target = Span { start: behind.end - words.trim_start().len() as u32, ..behind };
    let part = Part { value: crate::syntax::ast::Value::Words(words.trim().to_owned()), span: target.into() };
    let written = Write { reading }.evolution(Some(&part), from, to);
    if target.is_empty() {
        // Without a target a movement goes where it usually goes; that was not written.
        return edit(*last.span.after(), written.map(|text| format!(" {text}"))).into_iter().collect();
    }
    edit(target, written).into_iter().collect()
}

/// Moves both corners of an area.
fn area(reading: &Reading, at: usize, to: Position) -> Result<Vec<Edit>, Refused> {
    let said = find::attitude(reading, at)?;
    let area = &reading.map.attitudes[at];
    let bracket = said.area.as_ref().ok_or(Refused::Unknown)?;
    let Extent::To(opposite) = area.extent else {
        let start = Bracket { parts: bracket.parts.iter().take(2).cloned().collect(), ..bracket.clone() };
        return Ok(placed(reading, &Site::There(&start), area.corner, to, false));
    };
    let [v1, m1, v2, m2] = bracket.parts.as_slice() else {
        return Err(Refused::Meaningless("move", "an area that is given in words"));
    };
    let given = |position: Position| Some((position.visibility.given()?.get(), position.evolution.given()?.get()));
    let (Some(first), Some(second)) = (given(area.corner), given(opposite)) else {
        return Err(Refused::Meaningless("move", "an area without its two corners"));
    };
    let (top, left) = (first.0.max(second.0), first.1.min(second.1));
    // An area does not leave the map, nor grow smaller at its edge.
    let within = |by: f64, a: f64, b: f64| by.clamp(-a.min(b), 1.0 - a.max(b));
    let up = to.visibility.given().map_or(0.0, |to| within(to.get() - top, first.0, second.0));
    let right = to.evolution.given().map_or(0.0, |to| within(to.get() - left, first.1, second.1));
    let moved = |part: &Part, value: f64, by: f64| {
        let written = reading.sources.slice(*part.span);
        let text = number::coordinate(value + by, written);
        (by != 0.0 && text != written).then(|| Edit::new(*part.span, text))
    };
    let edits =
        [moved(v1, first.0, up), moved(m1, first.1, right), moved(v2, second.0, up), moved(m2, second.1, right)];
    Ok(edits.into_iter().flatten().collect())
}
