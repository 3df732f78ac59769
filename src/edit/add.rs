//! [`add`]: something new.

use super::bracket::{Site, placed};
use super::spelling::{line, tidy};
use super::{Edit, Refused, lines};
use crate::Reading;
use crate::map::{Dialect, Position};
use crate::source::Span;
use crate::syntax::ast::{ComponentWord, Statement};
use crate::syntax::loose;
use crate::vocabulary::Keyword;

/// What can be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(rename_all = "camelCase"))]
pub enum NewKind {
    /// A component of the value chain.
    Component,
    /// A user, or a need that the chain hangs from.
    Anchor,
    /// A component that stands for another map.
    Submap,
    /// A free text.
    Note,
}

impl NewKind {
    fn keyword(self) -> &'static str {
        match self {
            Self::Component => ComponentWord::Component.word(),
            Self::Anchor => ComponentWord::Anchor.word(),
            Self::Submap => ComponentWord::Submap.word(),
            Self::Note => Keyword::Note.word(),
        }
    }

    /// Whether the statement is one of this kind.
    fn fits(self, statement: &Statement) -> bool {
        match statement {
            Statement::Component(said) => said.word.word() == self.keyword(),
            Statement::Note(_) => self == Self::Note,
            _ => false,
        }
    }
}

/// A new thing called `name` stands at `at`; what is not given of that is left to the layout.
///
/// # Errors
///
/// When something else has the name, or it cannot be written.
pub fn add(reading: &Reading, kind: NewKind, name: &str, at: Position) -> Result<Vec<Edit>, Refused> {
    let name = tidy(name)?;
    if kind != NewKind::Note && is_taken(reading, &name) {
        return Err(Refused::NameTaken(name));
    }
    let bracket = placed(reading, &Site::Behind(Span::default()), Position::default(), at, false);
    let bracket = bracket.first().map(|edit| edit.text.clone()).unwrap_or_default();
    // Mermaid reads notes in quotes only.
    let quotes = kind == NewKind::Note && reading.map.dialect == Dialect::Mermaid;
    let is_meant = |statement: &Statement| {
        kind.fits(statement)
            && match statement {
                Statement::Component(said) => said.name.text == name && said.modifiers.is_empty(),
                Statement::Note(said) => said.text.text == name && said.modifiers.is_empty(),
                _ => false,
            }
    };
    let line = line(&name, quotes, |name| format!("{} {name}{bracket}", kind.keyword()), is_meant)?;
    let components: fn(&Statement) -> bool = |statement| matches!(statement, Statement::Component(_));
    let kinds: [fn(&Statement) -> bool; 2] = match kind {
        NewKind::Component => [|statement| NewKind::Component.fits(statement), components],
        NewKind::Anchor => [
            |statement| NewKind::Anchor.fits(statement),
            |statement| matches!(statement, Statement::Words(Keyword::Title, _)),
        ],
        NewKind::Submap => [|statement| NewKind::Submap.fits(statement), components],
        NewKind::Note => [|statement| NewKind::Note.fits(statement), |_| true],
    };
    Ok(vec![lines::put_in(reading, &line, &kinds)?])
}

/// Whether a link to this name would reach something.
pub(super) fn is_taken(reading: &Reading, name: &str) -> bool {
    let name = loose(name);
    let names = reading.map.components.iter().map(|component| component.name.as_str());
    let moved = reading.map.movements.iter().filter_map(|movement| movement.name.as_deref());
    names.chain(moved).any(|other| loose(other) == name)
}
