//! [`Id`]: what an edit is about.

use std::fmt;
use std::str::FromStr;

use crate::map::{ComponentId, MovementId, PipelineId};

/// Something on a map, by its place in the lists of the [`Map`](crate::map::Map). It holds for one version of a text.
///
/// It is written `component-2`, `movement-0`, `annotation-1-0`, `legend` …
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(try_from = "String"))]
pub enum Id {
    /// A component, an anchor, a submap.
    Component(ComponentId),
    /// A movement: the state it leads to.
    Movement(MovementId),
    /// A link.
    Link(usize),
    /// A pipeline.
    Pipeline(PipelineId),
    /// A note.
    Note(usize),
    /// An annotation, and which of its places.
    Annotation(usize, usize),
    /// The legend of the annotations.
    Legend,
    /// An accelerator or deaccelerator.
    Force(usize),
    /// An area of an attitude.
    Attitude(usize),
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Component(id) => write!(formatter, "component-{}", id.0),
            Self::Movement(id) => write!(formatter, "movement-{}", id.0),
            Self::Link(at) => write!(formatter, "link-{at}"),
            Self::Pipeline(id) => write!(formatter, "pipeline-{}", id.0),
            Self::Note(at) => write!(formatter, "note-{at}"),
            Self::Annotation(at, place) => write!(formatter, "annotation-{at}-{place}"),
            Self::Legend => formatter.write_str("legend"),
            Self::Force(at) => write!(formatter, "force-{at}"),
            Self::Attitude(at) => write!(formatter, "attitude-{at}"),
        }
    }
}

/// A text that is no [`Id`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoId(String);

impl fmt::Display for NoId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "`{}` names nothing on a map", self.0)
    }
}

impl std::error::Error for NoId {}

impl FromStr for Id {
    type Err = NoId;

    fn from_str(text: &str) -> Result<Self, NoId> {
        let failed = || NoId(text.to_owned());
        let mut parts = text.split('-');
        let word = parts.next().unwrap_or_default();
        let numbers: Vec<u32> = parts.map(str::parse).collect::<Result<_, _>>().map_err(|_| failed())?;
        Ok(match (word, numbers.as_slice()) {
            ("component", &[at]) => Self::Component(ComponentId(at)),
            ("movement", &[at]) => Self::Movement(MovementId(at)),
            ("link", &[at]) => Self::Link(at as usize),
            ("pipeline", &[at]) => Self::Pipeline(PipelineId(at)),
            ("note", &[at]) => Self::Note(at as usize),
            ("annotation", &[at, place]) => Self::Annotation(at as usize, place as usize),
            ("legend", []) => Self::Legend,
            ("force", &[at]) => Self::Force(at as usize),
            ("attitude", &[at]) => Self::Attitude(at as usize),
            _ => return Err(failed()),
        })
    }
}

impl TryFrom<String> for Id {
    type Error = NoId;

    fn try_from(text: String) -> Result<Self, NoId> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_read_as_it_is_written() {
        let ids = [
            Id::Component(ComponentId(2)),
            Id::Movement(MovementId(0)),
            Id::Link(7),
            Id::Pipeline(PipelineId(1)),
            Id::Note(3),
            Id::Annotation(1, 0),
            Id::Legend,
            Id::Force(0),
            Id::Attitude(4),
        ];
        for id in ids {
            assert_eq!(id.to_string().parse(), Ok(id));
        }
        for text in ["", "component", "component-x", "component-1-2", "legend-1", "cup-1", "component--1"] {
            assert_eq!(text.parse::<Id>(), Err(NoId(text.to_owned())));
        }
    }
}
