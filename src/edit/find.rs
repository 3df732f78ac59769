//! From what is on the map to the statement that says it.

use super::{Id, Refused};
use crate::Reading;
use crate::map::{Component, ComponentId, Movement, MovementId};
use crate::source::Span;
use crate::syntax::ast::{
    AnnotationStatement, AttitudeStatement, Bracket, ComponentStatement, EvolveStatement, ForceStatement, Line,
    LinkStatement, Modifier, NoteStatement, Part, Statement,
};

/// The statement of a movement.
pub(super) enum Mover<'a> {
    /// A line of its own.
    Evolve(&'a EvolveStatement),
    /// `evolve` on the line of the component.
    Inline(&'a Part),
}

/// All lines of all texts.
pub(super) fn lines(reading: &Reading) -> impl Iterator<Item = &Line> {
    reading.files.iter().flat_map(|file| &file.lines)
}

/// Every statement of a keyword. A line that may be a link as well is among them.
fn statements(reading: &Reading) -> impl Iterator<Item = &Statement> {
    lines(reading).filter_map(|line| line.statement.as_ref()).map(|statement| match statement {
        Statement::Either { statement, .. } => statement,
        other => other,
    })
}

/// Every line that is, or may be, a link.
pub(super) fn links(reading: &Reading) -> impl Iterator<Item = (&Line, &LinkStatement)> {
    lines(reading).filter_map(|line| match line.statement.as_ref()? {
        Statement::Link(link) | Statement::Either { link, .. } => Some((line, link)),
        _ => None,
    })
}

/// The line a span lies in.
pub(super) fn line_of(reading: &Reading, span: Span) -> Option<&Line> {
    let file = reading.files.iter().find(|file| file.source == span.source)?;
    let at = file.lines.partition_point(|line| line.span.end < span.start);
    file.lines.get(at)
}

pub(super) fn component(reading: &Reading, id: ComponentId) -> Result<(&Component, &ComponentStatement), Refused> {
    let component = reading.map.components.get(id.0 as usize).ok_or(Refused::Unknown)?;
    let found = statements(reading).find_map(|statement| match statement {
        Statement::Component(said) if *said.name.span == component.span => Some(said),
        _ => None,
    });
    Ok((component, found.ok_or(Refused::Unknown)?))
}

/// Every line that writes the component, the first one first: the same name may stand at the same place again.
pub(super) fn all_of(reading: &Reading, id: ComponentId) -> Result<(&Component, Vec<&ComponentStatement>), Refused> {
    let (component, first) = component(reading, id)?;
    let again = |said: &ComponentStatement| component.again.iter().any(|again| **again == *said.name.span);
    let others = statements(reading).filter_map(|statement| match statement {
        Statement::Component(said) if again(said) => Some(said),
        _ => None,
    });
    Ok((component, [first].into_iter().chain(others).collect()))
}

pub(super) fn movement(reading: &Reading, id: MovementId) -> Result<(&Movement, Mover<'_>), Refused> {
    let movement = reading.map.movements.get(id.0 as usize).ok_or(Refused::Unknown)?;
    let found = statements(reading).find_map(|statement| match statement {
        Statement::Evolve(said) if *said.span == movement.span => Some(Mover::Evolve(said)),
        Statement::Component(said) => said.modifiers.iter().find_map(|modifier| match modifier {
            Modifier::Evolve(part, span) if **span == movement.span => Some(Mover::Inline(part)),
            _ => None,
        }),
        _ => None,
    });
    Ok((movement, found.ok_or(Refused::Unknown)?))
}

macro_rules! by_span {
    ($($name:ident, $list:ident, $variant:ident, $statement:ty;)*) => {
        $(pub(super) fn $name(reading: &Reading, at: usize) -> Result<&$statement, Refused> {
            let span = reading.map.$list.get(at).ok_or(Refused::Unknown)?.span;
            let found = statements(reading).find_map(|statement| match statement {
                Statement::$variant(said) if *said.span == span => Some(said),
                _ => None,
            });
            found.ok_or(Refused::Unknown)
        })*
    };
}

by_span! {
    note, notes, Note, NoteStatement;
    annotation, annotations, Annotation, AnnotationStatement;
    force, forces, Force, ForceStatement;
    attitude, attitudes, Attitude, AttitudeStatement;
}

/// Where the map says that the legend stands: the last such statement counts.
pub(super) fn legend(reading: &Reading) -> Option<&Bracket> {
    let brackets = statements(reading).filter_map(|statement| match statement {
        Statement::Annotations(bracket) => Some(bracket),
        _ => None,
    });
    brackets.last()
}

/// What a thing is called in a sentence.
pub(super) fn kind(id: Id) -> &'static str {
    match id {
        Id::Component(_) => "a component",
        Id::Movement(_) => "a movement",
        Id::Link(_) => "a link",
        Id::Pipeline(_) => "a pipeline",
        Id::Note(_) => "a note",
        Id::Annotation(..) => "an annotation",
        Id::Legend => "the legend",
        Id::Force(_) => "an accelerator",
        Id::Attitude(_) => "an area",
    }
}
