//! What changed between two versions of a map: [`compare`], [`Changes`].
//!
//! Identity is the name, folded as links fold it. What is left on both sides is matched as renamed where its place or its
//! links agree. Everything is linear in both maps.

mod components;
mod frame;
mod links;
mod marks;
mod pairs;
mod place;
mod properties;
mod renames;
mod report;
mod strategy;
mod union;

use crate::map::{ComponentId, Map, MovementId, PipelineId, Position};
pub use report::{describe, summary, text};
pub use union::{Fate, Ghost, Union, union};

/// What changed between two versions of a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// The changes, by kind of thing, in the order of the new map; what was removed follows in the order of the old one.
    pub list: Vec<Change>,
    /// What is which.
    pub kept: Kept,
}

/// For every thing of the old map the one of the new map that it is, if any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// By old component.
    pub components: Vec<Option<ComponentId>>,
    /// By old movement.
    pub movements: Vec<Option<MovementId>>,
    /// By old pipeline.
    pub pipelines: Vec<Option<PipelineId>>,
}

impl Changes {
    /// Whether both versions say the same.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

/// What became of one thing. It was added where it has no [`old`](Change::old), removed where it has no
/// [`new`](Change::new); else it has moved, got another name, has other properties, or several of these.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What it is.
    pub thing: Thing,
    /// Its index in the old map's list of such things.
    pub old: Option<usize>,
    /// Its index in the new map's list of such things.
    pub new: Option<usize>,
    /// Its name, on one line: that in the new map, or that in the old map where it was removed. Links are called `A -> B`.
    pub name: String,
    /// The name it had, where that differs.
    pub was: Option<String>,
    /// Where it stood and stands, where that differs; where it stands or stood, where it was added or removed.
    pub place: Option<Move>,
    /// The properties that differ.
    pub properties: Vec<Property>,
}

/// The places of one thing in both versions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// In the old map.
    pub from: Position,
    /// In the new map.
    pub to: Position,
}

/// One property of a thing in both versions, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Property {
    /// Which property.
    pub name: &'static str,
    /// What it was; `None` where it was not given.
    pub old: Option<String>,
    /// What it is; `None` where it is not given.
    pub new: Option<String>,
}

/// The kinds of things that can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is the model's word")]
pub enum Thing {
    Map,
    Anchor,
    Component,
    Submap,
    Link,
    Movement,
    Pipeline,
    Note,
    Annotation,
    Attitude,
    Force,
    NorthStar,
    Input,
    Value,
    Work,
    Stream,
}

impl Thing {
    /// The word for it, lower case.
    pub fn word(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Anchor => "anchor",
            Self::Component => "component",
            Self::Submap => "submap",
            Self::Link => "link",
            Self::Movement => "movement",
            Self::Pipeline => "pipeline",
            Self::Note => "note",
            Self::Annotation => "annotation",
            Self::Attitude => "attitude",
            Self::Force => "force",
            Self::NorthStar => "North Star",
            Self::Input => "input",
            Self::Value => "value",
            Self::Work => "work",
            Self::Stream => "stream",
        }
    }
}

/// What a [`Change`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Kind {
    Added,
    Removed,
    Moved,
    Renamed,
    Changed,
}

impl Kind {
    /// All, in the order of reports.
    pub const ALL: [Self; 5] = [Self::Added, Self::Removed, Self::Moved, Self::Renamed, Self::Changed];

    /// The word for it, lower case.
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Moved => "moved",
            Self::Renamed => "renamed",
            Self::Changed => "changed",
        }
    }
}

impl Change {
    /// Whether it is of this kind. Something can have moved and have another name.
    pub fn is(&self, kind: Kind) -> bool {
        let both = self.old.is_some() && self.new.is_some();
        match kind {
            Kind::Added => self.old.is_none(),
            Kind::Removed => self.new.is_none(),
            Kind::Moved => both && self.place.is_some(),
            Kind::Renamed => both && self.was.is_some(),
            Kind::Changed => both && !self.properties.is_empty(),
        }
    }
}

/// What changed from `old` to `new`. Linear in both maps.
pub fn compare(old: &Map, new: &Map) -> Changes {
    let pairs = components::pair(old, new);
    let mut list = frame::changes(old, new);
    list.extend(components::changes(old, new, &pairs));
    let movements = links::pair_movements(old, new, &pairs);
    list.extend(links::changes(old, new, &pairs, &movements));
    list.extend(links::movement_changes(old, new, &movements));
    let pipelines = links::pair_pipelines(old, new, &pairs);
    list.extend(links::pipeline_changes(old, new, &pipelines));
    list.extend(marks::changes(old, new));
    list.extend(strategy::changes(old, new));
    let kept = Kept {
        components: pairs.kept(ComponentId),
        movements: movements.kept(MovementId),
        pipelines: pipelines.kept(PipelineId),
    };
    Changes { list, kept }
}
