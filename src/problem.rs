//! Every mistake a user can make: code, severity, message, help, labels and fix, in one enum.

use crate::source::Span;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A question worth asking; the map is drawn as written.
    Note,
    /// The map is drawn, but not quite as written, or not as meant.
    Warning,
    /// Something written has no meaning and is left out.
    Error,
}

/// A place in the text and what is to be seen there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What; may be empty.
    pub text: String,
}

/// A change to the text that mends the problem and changes nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced; empty where something is only put in.
    pub span: Span,
    /// What stands there then.
    pub replacement: String,
}
