//! What the picture cannot show well: hidden components, labels that collide, characters that no font has.

use std::collections::BTreeSet;

use super::draw::drawing::Drawing;
use super::draw::sheet::Sheet;
use super::labels::{Conflict, Placement};
use crate::map::{ComponentKind, Map};
use crate::problem::{Defined, Problem};
use crate::source::Span;
use crate::text::Fonts;

/// Components that hide each other. An anchor hides nothing, nor does a child in a pipeline's braces, whose place is the
/// layout's affair.
pub(super) fn same_places(sheet: &Sheet, problems: &mut Vec<Problem>) {
    let mut seen: Vec<_> = sheet
        .map
        .components()
        .filter(|(_, component)| {
            component.kind != ComponentKind::Anchor
                && component.position.visibility.given().is_some()
                && component.position.evolution.given().is_some()
        })
        .map(|(id, component)| {
            let center = sheet.marks.component(id).center;
            (center.x, center.y, id, component)
        })
        .collect();
    seen.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
    for pair in seen.windows(2) {
        let ((x, y, _, first), (other_x, other_y, _, second)) = (&pair[0], &pair[1]);
        if (x - other_x).abs() < 0.5 && (y - other_y).abs() < 0.5 {
            problems.push(Problem::SamePlace {
                span: second.span,
                name: second.name.clone(),
                other: Defined { name: first.name.clone(), span: first.span },
            });
        }
    }
}

/// Labels that still collide, each told once.
pub(super) fn collisions(drawing: &Drawing, placement: &Placement, problems: &mut Vec<Problem>) {
    let mut reported = BTreeSet::new();
    for conflict in &placement.conflicts {
        let (owner, other) = match *conflict {
            Conflict::Labels(first, second) => (second, Some(first)),
            Conflict::Obstacle(owner, obstacle) => (owner, drawing.task.obstacles[obstacle].owners.first().copied()),
            Conflict::Outside(owner) => (owner, None),
        };
        // The legend is written nowhere; it is what it covers that finds no room.
        let (owner, other) = match other {
            Some(covered) if drawing.defined(owner).is_none() => (covered, None),
            _ => (owner, other.and_then(|other| drawing.defined(other))),
        };
        if reported.insert(owner)
            && let Some(Defined { name, span }) = drawing.defined(owner)
        {
            problems.push(Problem::LabelCollision { span, name, other });
        }
    }
}

/// Whether something written on a map holds a character that no font has.
pub fn lacks_glyphs(map: &Map, fonts: &Fonts) -> bool {
    texts(map).any(|(text, _)| !fonts.missing(text).is_empty())
}

/// What is written on a map, with what it is written for.
fn texts(map: &Map) -> impl Iterator<Item = (&String, Span)> {
    let whole = [&map.title, &map.purpose, &map.scope].into_iter().flatten();
    (whole.map(|words| (&words.text, words.span)))
        .chain(map.components.iter().map(|component| (&component.name, component.span)))
        .chain(map.movements.iter().filter_map(|movement| Some((movement.name.as_ref()?, movement.span))))
        .chain(
            map.links.iter().flat_map(|link| link.text.iter().chain(&link.context)).map(|text| (&text.text, text.span)),
        )
        .chain(map.notes.iter().map(|note| (&note.text, note.span)))
        .chain(map.annotations.iter().map(|annotation| (&annotation.text, annotation.span)))
        .chain(map.attitudes.iter().filter_map(|attitude| Some((attitude.name.as_ref()?, attitude.span))))
        .chain(map.forces.iter().map(|force| (&force.name, force.span)))
}

/// Characters that no font has.
pub(super) fn missing_glyphs(sheet: &Sheet, problems: &mut Vec<Problem>) {
    for (text, span) in texts(sheet.map) {
        // What stands for a character that could not be read was told when it was read.
        let mut characters = sheet.fonts.missing(text);
        characters.retain(|&character| character != char::REPLACEMENT_CHARACTER);
        if !characters.is_empty() {
            problems.push(Problem::MissingGlyph { span, characters });
        }
    }
}
