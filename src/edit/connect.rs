//! [`connect`]: one thing needs another.

use super::spelling::is_read;
use super::{Edit, Id, Refused, find, lines};
use crate::Reading;
use crate::map::{ComponentId, MovementId};
use crate::syntax::ast::{ArrowKind, Statement};
use crate::syntax::loose;
use crate::syntax::quoted;

/// The component `from` needs the component `to`. A movement stands for what its component becomes, where that has a name of its
/// own, else for its component.
///
/// # Errors
///
/// When they are linked already, are one, or one has a name by which no link reaches it.
pub fn connect(reading: &Reading, from: Id, to: Id) -> Result<Vec<Edit>, Refused> {
    let (from, to) = (end(reading, from)?, end(reading, to)?);
    if from == to {
        return Err(Refused::SelfLink(from.name));
    }
    let linked = reading.map.links.iter().any(|link| {
        let same = |end: crate::map::End, other: &End| end.component == other.component && end.moved == other.moved;
        !link.implied && link.flow.is_none() && same(link.from, &from) && same(link.to, &to)
    });
    if linked {
        return Err(Refused::Linked(from.name, to.name));
    }
    let arrow = arrow(reading);
    let is_link = |statement: &Statement| {
        matches!(statement, Statement::Link(link) if matches!(link.ends.as_slice(), [a, b] if a.text == from.name && b.text == to.name)
            && link.context.is_none())
    };
    let (plain_from, plain_to) = (from.name.clone(), to.name.clone());
    let (quoted_from, quoted_to) = (quoted(&from.name), quoted(&to.name));
    let ways =
        [(&plain_from, &plain_to), (&quoted_from, &plain_to), (&plain_from, &quoted_to), (&quoted_from, &quoted_to)];
    let mut written = ways.into_iter().map(|(from, to)| format!("{from}{arrow}{to}"));
    let line = written.find(|line| is_read(line, is_link)).ok_or(Refused::Unwritable(from.name.clone()))?;
    let kinds: [fn(&Statement) -> bool; 2] =
        [|statement| matches!(statement, Statement::Link(_)), |statement| matches!(statement, Statement::Component(_))];
    Ok(vec![lines::put_in(reading, &line, &kinds)?])
}

/// An arrow with the whitespace around it that the last link has.
fn arrow(reading: &Reading) -> String {
    let links = find::links(reading).filter_map(|(_, link)| match (link.ends.as_slice(), link.arrows.as_slice()) {
        ([from, to, ..], [arrow, ..]) if arrow.kind == ArrowKind::Need => {
            let text = reading.sources.get(link.span.source).text();
            Some((
                &text[from.span.end as usize..arrow.span.start as usize],
                &text[arrow.span.end as usize..to.span.start as usize],
            ))
        }
        _ => None,
    });
    let usual = |between: &str| between.len() <= 1 && between.trim().is_empty();
    let last = links.filter(|(before, behind)| usual(before) && usual(behind)).last();
    last.map_or_else(|| " -> ".to_owned(), |(before, behind)| format!("{before}->{behind}"))
}

#[derive(PartialEq, Eq)]
struct End {
    component: ComponentId,
    moved: Option<MovementId>,
    name: String,
}

/// What a link reaches, and by which name.
fn end(reading: &Reading, id: Id) -> Result<End, Refused> {
    let (component, moved) = match id {
        Id::Component(id) => (id, None),
        Id::Movement(id) => {
            let movement = reading.map.movements.get(id.0 as usize).ok_or(Refused::Unknown)?;
            (movement.component, movement.name.as_ref().map(|_| id))
        }
        _ => return Err(Refused::Meaningless("link", find::kind(id))),
    };
    let name = match moved {
        Some(id) => reading.map.movement(id).name.clone().unwrap_or_default(),
        None => find::component(reading, component)?.1.name.text.clone(),
    };
    if name.is_empty() {
        return Err(Refused::NoName);
    }
    // Of several with one name a link reaches only the first.
    let same = |other: &str| loose(other) == loose(&name);
    let components =
        reading.map.components().filter(|(other, said)| same(&said.name) && (moved.is_some() || *other != component));
    let movements = reading
        .map
        .movements()
        .filter(|(other, said)| said.name.as_deref().is_some_and(same) && moved.is_some() && Some(*other) != moved);
    if components.count() + movements.count() > 0 {
        return Err(Refused::NameTaken(name));
    }
    Ok(End { component, moved, name })
}
