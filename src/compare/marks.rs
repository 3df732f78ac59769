//! Notes, annotations, areas of people, and forces: what stands at a place of its own.

use super::components::renamed;
use super::pairs::Pairs;
use super::place::{bits, cell, moved};
use super::properties::property;
use super::{Change, Move, Property, Thing};
use crate::map::{Annotation, Attitude, AttitudeKind, Extent, Force, Map, Note, Position};
use crate::syntax::loose;

/// What became of them.
pub(super) fn changes(old: &Map, new: &Map) -> Vec<Change> {
    let mut list = of_kind(&old.notes, &new.notes);
    list.extend(of_kind(&old.annotations, &new.annotations));
    list.extend(of_kind(&old.attitudes, &new.attitudes));
    list.extend(of_kind(&old.forces, &new.forces));
    list
}

/// Something that stands at a place of its own.
trait Mark {
    const THING: Thing;
    /// Its name; marks of different families are never the same.
    fn name(&self) -> String;
    /// Marks of different families are never the same, whatever they are called.
    fn family(&self) -> u8 {
        0
    }
    fn place(&self) -> Position;
    /// What else is said of it.
    fn differs(&self, _new: &Self) -> Option<Property> {
        None
    }
}

impl Mark for Note {
    const THING: Thing = Thing::Note;
    fn name(&self) -> String {
        self.text.clone()
    }
    fn place(&self) -> Position {
        self.position
    }
}

impl Mark for Annotation {
    const THING: Thing = Thing::Annotation;
    fn name(&self) -> String {
        format!("{} {}", self.number, self.text)
    }
    fn place(&self) -> Position {
        self.positions.first().copied().unwrap_or_default()
    }
    fn differs(&self, new: &Self) -> Option<Property> {
        let more = |mark: &Self| mark.positions.iter().skip(1).copied().map(bits).collect::<Vec<_>>();
        let count = |mark: &Self| Some(mark.positions.len().to_string());
        (more(self) != more(new)).then(|| Property { name: "places", old: count(self), new: count(new) })
    }
}

impl Mark for Attitude {
    const THING: Thing = Thing::Attitude;
    fn name(&self) -> String {
        self.name.clone().unwrap_or_else(|| word(self.kind).to_owned())
    }
    fn family(&self) -> u8 {
        self.kind as u8
    }
    fn place(&self) -> Position {
        self.corner
    }
    fn differs(&self, new: &Self) -> Option<Property> {
        let extent = |area: &Self| {
            Some(match area.extent {
                Extent::To(corner) => format!("to {}", super::report::place(corner)),
                Extent::Pixels(width, height) => format!("{width} by {height} pixels"),
            })
        };
        (self.extent != new.extent).then(|| property("extent", extent(self), extent(new))).flatten()
    }
}

fn word(kind: AttitudeKind) -> &'static str {
    match kind {
        AttitudeKind::Pioneers => "pioneers",
        AttitudeKind::Settlers => "settlers",
        AttitudeKind::TownPlanners => "townplanners",
    }
}

impl Mark for Force {
    const THING: Thing = Thing::Force;
    fn name(&self) -> String {
        self.name.clone()
    }
    fn family(&self) -> u8 {
        u8::from(self.against)
    }
    fn place(&self) -> Position {
        self.position
    }
}

/// Matched by what they say, best at the same place; then by their place alone.
fn of_kind<M: Mark>(old: &[M], new: &[M]) -> Vec<Change> {
    let mut pairs = Pairs::of(old.len(), new.len());
    let key = |mark: &M| (mark.family(), loose(&mark.name()));
    let there = |mark: &M| (mark.family(), bits(mark.place()));
    let near = |mark: &M| Some((mark.family(), cell(mark.place())?));
    pairs.by_key(|at| Some((key(&old[at]), there(&old[at]))), |at| Some((key(&new[at]), there(&new[at]))));
    pairs.by_key(|at| Some(key(&old[at])), |at| Some(key(&new[at])));
    pairs.by_key(|at| Some(there(&old[at])), |at| Some(there(&new[at])));
    pairs.by_key(|at| near(&old[at]), |at| near(&new[at]));
    let whole = |mark: &M| Change {
        place: Some(Move { from: mark.place(), to: mark.place() }),
        ..Change::of(M::THING, &mark.name())
    };
    pairs.changes(
        |at| whole(&old[at]),
        |at| whole(&new[at]),
        |before, after, change| {
            let (before, after) = (&old[before], &new[after]);
            let properties = before.differs(after).into_iter().collect();
            let was = renamed(&before.name(), &after.name());
            Some(Change { was, place: moved(before.place(), after.place()), properties, ..change })
        },
    )
}
