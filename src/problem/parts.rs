//! What problems are reported with: [`Axis`], [`Defined`], [`Reading`], [`Role`], [`Unknown`].

use crate::source::Span;

/// One of the two axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// The vertical one.
    Visibility,
    /// The horizontal one.
    Evolution,
}

impl Axis {
    /// Its name in running text.
    pub fn name(self) -> &'static str {
        match self {
            Self::Visibility => "visibility",
            Self::Evolution => "evolution",
        }
    }
}

/// A name and where it is defined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defined {
    /// The name as it is defined.
    pub name: String,
    /// Where.
    pub span: Span,
}

/// What a line that could be two things was, or was not, read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A link.
    Link,
    /// The statement of this keyword.
    Statement(&'static str),
}

/// What a name is used for that nothing has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// An end of a link.
    Link,
    /// What `evolve` moves.
    Evolve,
    /// What a `pipeline` belongs to.
    Pipeline,
    /// What `build X`, `buy X`, `outsource X` or `inertia X` speaks of; holds that word.
    Property(&'static str),
    /// Where a metric is measured, or what a stream runs through; holds the word of the statement.
    Place(&'static str),
}

/// Why a line is of no known form.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "a variant's sentence explains its fields")]
#[non_exhaustive]
pub enum Unknown {
    /// Nothing near is known.
    Plain,
    /// Its first word, `written` at `word`, resembles a keyword.
    Resembles { word: Span, written: String, keyword: &'static str },
    /// It begins with a keyword, and what follows is not what that needs; `example` is a whole line.
    Incomplete { keyword: &'static str, example: &'static str },
    /// A keyword with no whitespace behind it (`component:Kettle`). `word` is where keyword and mark stand, `mark` what stands in the whitespace's place.
    Glued { word: Span, keyword: &'static str, mark: char },
    /// A name with a position, as if `component` were missing.
    BareComponent,
    /// A name with two numbers in parentheses, where a position would stand in brackets.
    Parentheses { numbers: String },
    /// Two texts with an arrow of another language between them (`=>`, `→`, `--`). `arrow` is where it stands.
    ForeignArrow { arrow: Span, written: String },
    /// A word of another tool or of a template (`edge A -> B`, `group X`). `instead` is what this language has for it.
    ForeignWord { word: Span, written: String, instead: &'static str },
    /// Markup around a map that was pasted with it: a Markdown fence, a tag, dots.
    Markup,
}
