//! What a map is for and what belongs together on it, as it was written.

use super::{MetricWord, Part, Text};
use crate::source::Where;

/// `northstar name [component] "definition"`, `input …`
#[derive(Clone, Debug, PartialEq)]
pub struct MetricStatement {
    /// The whole statement.
    pub span: Where,
    /// The word that began it.
    pub word: MetricWord,
    /// What the metric is called.
    pub name: Text,
    /// The component it is measured at; one is expected.
    pub at: Vec<Text>,
    /// What is measured.
    pub definition: Option<Text>,
}

/// `work name [inputs, streams] effort 30`
#[derive(Clone, Debug, PartialEq)]
pub struct WorkStatement {
    /// The whole statement.
    pub span: Where,
    /// What is done.
    pub name: Text,
    /// What it drives.
    pub drives: Vec<Text>,
    /// How much it takes.
    pub effort: Option<Part>,
}

/// `stream name [path] metric "…" time "…"`
#[derive(Clone, Debug, PartialEq)]
pub struct StreamStatement {
    /// The whole statement.
    pub span: Where,
    /// What the stream is called.
    pub name: Text,
    /// The components it runs through.
    pub path: Vec<Text>,
    /// What is measured of it.
    pub metric: Option<Text>,
    /// Its time to value.
    pub time: Option<Text>,
}

/// `class name #rrggbb`
#[derive(Clone, Debug, PartialEq)]
pub struct ClassStatement {
    /// The whole statement.
    pub span: Where,
    /// What the class is called.
    pub name: Text,
    /// Its color as written.
    pub color: Text,
    /// Text that belongs nowhere.
    pub stray: Option<Where>,
}

/// `area name [components] (class)`
#[derive(Clone, Debug, PartialEq)]
pub struct AreaStatement {
    /// The whole statement.
    pub span: Where,
    /// What the area is called.
    pub name: Text,
    /// The components in it.
    pub members: Vec<Text>,
    /// The class whose color it has.
    pub class: Option<Text>,
    /// Text that belongs nowhere.
    pub stray: Option<Where>,
}
