//! What somebody asks for who points at a picture: [`Request`], [`edits`].

use super::items;
use crate::Reading;
use crate::edit::{self, Edit, Id, NewKind, Refused};
use crate::geometry::Point;
use crate::layout::Layout;
use crate::map::{Coordinate, Map, Position};

/// A change asked for in a picture; points are pixels of it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(tag = "do", rename_all = "camelCase"))]
pub enum Request {
    /// It stands at `to`.
    Move {
        /// What.
        id: Id,
        /// Where its [`Item::at`](super::Item::at) goes.
        to: Point,
    },
    /// The first line of its label begins at `to`.
    MoveLabel {
        /// Whose label.
        id: Id,
        /// Where the first baseline starts.
        to: Point,
    },
    /// Its label is left to the layout.
    PlaceLabel {
        /// Whose label.
        id: Id,
    },
    /// `from` needs `to`.
    Connect {
        /// Who needs.
        from: Id,
        /// What is needed.
        to: Id,
    },
    /// Something new stands at `to`.
    Add {
        /// What it is.
        kind: NewKind,
        /// Its name, or a note's text.
        name: String,
        /// Where.
        to: Point,
    },
    /// A component's movement ends at `to`.
    Evolve {
        /// The component.
        id: Id,
        /// Where to; its height means nothing.
        to: Point,
    },
    /// It is called otherwise.
    Rename {
        /// What.
        id: Id,
        /// How.
        name: String,
    },
    /// It is no more.
    Remove {
        /// What.
        id: Id,
    },
}

/// A point is where another one is if they are this near, in pixels.
const SAME: f64 = 0.5;
/// An offset that reaches farther is read as an accident, unless it is pinned.
const FAR: f64 = 240.0;

/// The edits that do what is asked. `layout` must be that of the reading's map; `draw` lays another version of the map out in
/// the same way, to see whether a label that is put somewhere stays there or has to be pinned.
///
/// # Errors
///
/// As those of the functions in [`edit`].
pub fn edits(
    reading: &Reading,
    layout: &Layout,
    request: &Request,
    draw: &dyn Fn(&Map) -> Layout,
) -> Result<Vec<Edit>, Refused> {
    match request {
        Request::Move { id, to } => {
            let at = standing(reading, layout, *id)?;
            edit::move_to(reading, *id, position(layout, *to, Some(at)))
        }
        Request::MoveLabel { id, to } => {
            let at = standing(reading, layout, *id)?;
            let offset = (to.x - at.x, to.y - at.y);
            let far = offset.0.abs().max(offset.1.abs()) > FAR;
            let edits = edit::move_label(reading, *id, offset, far)?;
            if far || keeps(reading, *id, &draw(&edit::preview(reading, &edits))) {
                return Ok(edits);
            }
            edit::move_label(reading, *id, offset, true)
        }
        Request::PlaceLabel { id } => edit::place_label(reading, *id),
        Request::Connect { from, to } => edit::connect(reading, *from, *to),
        Request::Add { kind, name, to } => edit::add(reading, *kind, name, position(layout, *to, None)),
        Request::Evolve { id, to } => match id {
            Id::Component(component) => edit::evolve(reading, *component, layout.spot(*to).1),
            other => edit::move_to(reading, *other, position(layout, *to, None)),
        },
        Request::Rename { id, name } => edit::rename(reading, *id, name),
        Request::Remove { id } => edit::remove(reading, *id),
    }
}

fn standing(reading: &Reading, layout: &Layout, id: Id) -> Result<Point, Refused> {
    items(reading, layout).into_iter().find(|item| item.id == id).map(|item| item.at).ok_or(Refused::Unknown)
}

/// The place at a point; a coordinate that is as before is not given.
fn position(layout: &Layout, to: Point, before: Option<Point>) -> Position {
    let (visibility, evolution) = layout.spot(to);
    let moved = |to: f64, before: Option<f64>| before.is_none_or(|before| (to - before).abs() > SAME);
    Position {
        visibility: if moved(to.y, before.map(|point| point.y)) {
            Coordinate::Given(visibility)
        } else {
            Coordinate::Unknown
        },
        evolution: if moved(to.x, before.map(|point| point.x)) {
            Coordinate::Given(evolution)
        } else {
            Coordinate::Unknown
        },
    }
}

/// Whether a label stands where its author wants it.
fn keeps(reading: &Reading, id: Id, layout: &Layout) -> bool {
    let at = match id {
        Id::Component(id) => id.0 as usize,
        Id::Movement(id) => reading.map.components.len() + id.0 as usize,
        _ => return true,
    };
    layout.labels.get(at).is_none_or(|label| label.placed.kept)
}
