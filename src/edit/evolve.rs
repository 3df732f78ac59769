//! [`evolve`]: a component moves on.

use super::bracket::{Site, placed};
use super::spelling::line;
use super::{Edit, Id, Refused, find, lines, moves};
use crate::Reading;
use crate::map::{ComponentId, Coordinate, Evolution, Position};
use crate::source::Span;
use crate::syntax::ast::Statement;

/// The component evolves to this place: its first movement ends there, or it gets one.
///
/// # Errors
///
/// When there is no such component, or another one has its name.
pub fn evolve(reading: &Reading, component: ComponentId, to: Evolution) -> Result<Vec<Edit>, Refused> {
    let position = Position { evolution: Coordinate::Given(to), ..Position::default() };
    if let Some((id, _)) = reading.map.movements().find(|(_, movement)| movement.component == component) {
        return moves::move_to(reading, Id::Movement(id), position);
    }
    let name = &find::component(reading, component)?.1.name.text;
    if name.is_empty() {
        return Err(Refused::NoName);
    }
    if reading.map.components().any(|(other, said)| said.name == *name && other != component) {
        return Err(Refused::NameTaken(name.clone()));
    }
    let target = placed(reading, &Site::Behind(Span::default()), Position::default(), position, true);
    let target = target.first().map(|edit| edit.text.trim_matches([' ', '[', ']']).to_owned()).unwrap_or_default();
    let is_meant = |statement: &Statement| {
        // A movement of what is defined is never taken for a link.
        let statement = if let Statement::Either { statement, .. } = statement { statement } else { statement };
        let Statement::Evolve(said) = statement else { return false };
        said.name.text == *name && said.rename.is_none() && said.target.is_some()
    };
    let line = line(name, false, |name| format!("evolve {name} {target}"), is_meant)?;
    let kinds: [fn(&Statement) -> bool; 3] = [
        |statement| matches!(statement, Statement::Evolve(_)),
        |statement| matches!(statement, Statement::Link(_)),
        |statement| matches!(statement, Statement::Component(_)),
    ];
    Ok(vec![lines::put_in(reading, &line, &kinds)?])
}
