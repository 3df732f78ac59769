//! [`Refused`]: why an edit is not made.

use std::fmt;

/// Why an edit is not made. Its `Display` is a sentence for whoever asked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refused {
    /// Nothing on the map has this id (any more).
    Unknown,
    /// This edit means nothing for this kind of thing; holds the edit and the kind in words.
    Meaningless(&'static str, &'static str),
    /// A component with this name is there already.
    NameTaken(String),
    /// An empty name.
    NoName,
    /// The name cannot be written so that it is read as this name where it has to stand.
    Unwritable(String),
    /// The two are linked already.
    Linked(String, String),
    /// A component cannot need itself.
    SelfLink(String),
    /// The movement is written on the component's own line, in a form that leaves no room for this.
    Inline,
    /// The components in the braces of its pipeline would belong to nothing.
    HasChildren(String),
    /// Nothing in the text is read as it would have to be, whatever is written: a comment without an end, for instance.
    NoPlace,
    /// The problem has no fix that could be made without asking.
    NoFix,
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => formatter.write_str("this is not on the map any more"),
            Self::Meaningless(edit, kind) => write!(formatter, "there is no way to {edit} {kind}"),
            Self::NameTaken(name) => write!(formatter, "there is a `{name}` on this map already"),
            Self::NoName => formatter.write_str("a name is needed"),
            Self::Unwritable(name) => {
                write!(formatter, "`{name}` cannot be written here so that it is read as that name")
            }
            Self::Linked(from, to) => write!(formatter, "`{from}` and `{to}` are linked already"),
            Self::SelfLink(name) => write!(formatter, "`{name}` cannot need itself"),
            Self::Inline => {
                formatter.write_str("this movement is written on its component's own line: write it as `evolve`")
            }
            Self::HasChildren(name) => {
                write!(formatter, "the pipeline of `{name}` has components in it: remove them first")
            }
            Self::NoPlace => formatter.write_str("there is no place in this text where it would be read as meant"),
            Self::NoFix => formatter.write_str("there is no fix that can be made without asking"),
        }
    }
}

impl std::error::Error for Refused {}
