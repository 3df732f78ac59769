//! What was written, line by line: every statement with its spans, numbers unchecked, names unresolved.

mod strategy;

pub use strategy::{AreaStatement, ClassStatement, MetricStatement, StreamStatement, WorkStatement};

use crate::source::{SourceId, Span, Where};
pub use crate::vocabulary::{ArrowKind, AttitudeWord, ComponentWord, Decorator, Keyword, MetricWord};

/// One text, read.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// The text it was read from.
    pub source: SourceId,
    /// Every line in order, empty ones and comments too.
    pub lines: Vec<Line>,
}

/// One line of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The whole line without its line ending.
    pub span: Span,
    /// What it says. A line may be empty or hold nothing but a comment.
    pub statement: Option<Statement>,
    /// The comments on it, marks included, in order. A line inside a block comment is one comment from end to end.
    pub comments: Vec<Span>,
    /// Whether it is a component that stands deeper than the `pipeline` without a brace above it, whose child it is then.
    pub indented: bool,
}

/// A piece of text as it is meant (quotes and escapes resolved, whitespace collapsed), and where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    /// As meant.
    pub text: String,
    /// Where it stands, quotes included.
    pub span: Where,
    /// Whether it was written in quotes.
    pub quoted: bool,
}

/// One part of a position or of any other list of numbers: a number, words, `_`, or nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it says.
    pub value: Value,
    /// Where it stands.
    pub span: Where,
}

/// What a [`Part`] says.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number, unchecked. It may be out of range, never infinite or not a number.
    Number(f64),
    /// A number with something after it that does not belong there: `0.5abc`, `0.55. 0.18`. Holds what could be read.
    Malformed(f64),
    /// One or more words, whitespace collapsed.
    Words(String),
    /// A name in quotes.
    Name(String),
    /// `_`: the layout decides.
    Open,
    /// Nothing between two commas or brackets.
    Empty,
}

/// A bracket with comma-separated parts: a position, a range, a size, an offset.
#[derive(Clone, Debug, PartialEq)]
pub struct Bracket {
    /// The parts, at least one (an empty bracket holds one [`Value::Empty`]).
    pub parts: Vec<Part>,
    /// From `[` to `]`, or to the end of what could be read.
    pub span: Where,
    /// Whether the closing `]` is there.
    pub closed: bool,
}

/// A line's meaning.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Statement {
    /// `wardley-beta`: the text is in Mermaid's spelling, with Mermaid's defaults.
    MermaidHeader(Where),
    /// A line of YAML front matter at the top of the text. It is skipped.
    FrontMatter(Where),
    /// A keyword and words up to the line's end: `title …`, `accTitle: …`, `accDescr: …`, `style …`.
    Words(Keyword, Text),
    /// `size [w, h]`
    Size(Bracket),
    /// `evolution A -> B -> C -> D`, `evolution --hide`
    Evolution(AxisStatement),
    /// `valuechain A -> B -> C -> D`, `valuechain --hide`
    ValueChain(AxisStatement),
    /// `y-axis Caption -> Low -> High`, which OWM once had.
    YAxis(AxisStatement),
    /// `x-axis …`, which OWM once had and which never meant anything else than `evolution`.
    XAxis(AxisStatement),
    /// `component`, `anchor`, `submap`, `market`, `ecosystem` with a name.
    Component(ComponentStatement),
    /// `url id [address]`
    Url {
        /// What `url(id)` refers to.
        id: Text,
        /// The address between the brackets.
        address: Option<Text>,
    },
    /// `evolve A -> B 0.8`
    Evolve(EvolveStatement),
    /// `pipeline A [0.2, 0.6] {`
    Pipeline(PipelineStatement),
    /// `class name #rrggbb`
    Class(ClassStatement),
    /// `area name [components] (class)`
    Area(AreaStatement),
    /// `key [v, m]`: where the key stands, if that is said.
    Key(Where, Option<Bracket>),
    /// `{`
    Open(Where),
    /// `}`
    Close(Where),
    /// `note text [v, m]`
    Note(NoteStatement),
    /// `annotation 1 [[v, m], [v, m]] text`
    Annotation(AnnotationStatement),
    /// `annotations [v, m]`: where the legend stands.
    Annotations(Bracket),
    /// `pioneers [v1, m1, v2, m2] name`
    Attitude(AttitudeStatement),
    /// `accelerator name [v, m]`
    Force(ForceStatement),
    /// `build X`, `buy X`, `outsource X`, `inertia X`: a property of a component said apart from it.
    Property(PropertyStatement),
    /// `A -> B -> C; context`
    Link(LinkStatement),
    /// `include other.wm`
    Include(Text),
    /// `northstar name [component] "definition"`, `input …`
    Metric(MetricStatement),
    /// `work name [inputs, streams] effort 30`
    Work(WorkStatement),
    /// `stream name [path] metric "…" time "…"`
    Stream(StreamStatement),
    /// A line of no known form.
    Unknown(Where),
    /// A line that holds a keyword's statement and a link at once. Only who knows the names can tell.
    Either {
        /// The reading as the keyword's statement.
        statement: Box<Statement>,
        /// The reading as a link.
        link: LinkStatement,
    },
}

/// The right-hand side of `evolution`, `valuechain`, `y-axis`, `x-axis`.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisStatement {
    /// The whole statement.
    pub span: Where,
    /// `--hide`
    pub hide: bool,
    /// The names in order; names may be empty.
    pub names: Vec<StageName>,
}

/// One name of an axis: `genesis / concept@0.2`.
#[derive(Clone, Debug, PartialEq)]
pub struct StageName {
    /// The name as a whole, without the boundary.
    pub name: Text,
    /// Where the stage ends, 0..1, from `@0.2`.
    pub end: Option<Part>,
}

/// `component Name [v, m] label [x, y] (build) inertia "what it is"`
#[derive(Clone, Debug, PartialEq)]
pub struct ComponentStatement {
    /// The word that began it.
    pub word: ComponentWord,
    /// The keyword itself.
    pub keyword: Where,
    /// The name; empty where none is written.
    pub name: Text,
    /// The position.
    pub position: Option<Bracket>,
    /// What follows, in order.
    pub modifiers: Vec<Modifier>,
}

/// What may follow a name and its position.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Modifier {
    /// `label [x, y]`, with `pin` behind it where written.
    Label {
        /// The bracket, if there is one.
        offset: Option<Bracket>,
        /// Whether `pin` follows.
        pin: bool,
        /// The whole modifier.
        span: Where,
    },
    /// `label some words`: a text where an offset should stand. People write it behind `evolve`; it is shown nowhere in OWM.
    LabelText(Text),
    /// `(build, market)`
    Decorators(Vec<(Decorator, Where)>, Where),
    /// `(build, ours)`, `(#0b7a55)`: a parenthesis after the position with words that are no decorators, in order. They may be
    /// classes or colors.
    Parenthesis(Vec<Text>, Where),
    /// Bare `inertia`.
    Inertia(Where),
    /// `evolve 0.8` on a component's line, a legacy form.
    Evolve(Part, Where),
    /// `url(…)`
    Url(Text),
    /// `"what it is"` behind the position.
    Description(Text),
    /// Text that belongs nowhere.
    Stray(Where),
}

/// `evolve A -> B 0.8 label [x, y]`
#[derive(Clone, Debug, PartialEq)]
pub struct EvolveStatement {
    /// The whole statement.
    pub span: Where,
    /// What moves. Where no number stands, the words of a target are still at the end of the last name.
    pub name: Text,
    /// Its new name.
    pub rename: Option<Text>,
    /// The target where it is a number or a bracket; words stay in the name until the stages are known.
    pub target: Option<Part>,
    /// `evolve A 0.4->0.6`: the number before the arrow.
    pub from: Option<Part>,
    /// What follows.
    pub modifiers: Vec<Modifier>,
}

/// `pipeline A [0.2, 0.6] {`
#[derive(Clone, Debug, PartialEq)]
pub struct PipelineStatement {
    /// The whole statement.
    pub span: Where,
    /// The component it belongs to.
    pub name: Text,
    /// The range, unchecked.
    pub range: Option<Bracket>,
    /// What follows the range.
    pub modifiers: Vec<Modifier>,
    /// `{` at the end of the line.
    pub open: Option<Where>,
}

/// `note text [v, m]`
#[derive(Clone, Debug, PartialEq)]
pub struct NoteStatement {
    /// The whole statement.
    pub span: Where,
    /// The text.
    pub text: Text,
    /// The position.
    pub position: Option<Bracket>,
    /// What follows.
    pub modifiers: Vec<Modifier>,
}

/// `annotation 1 [[v, m], [v, m]] text`
#[derive(Clone, Debug, PartialEq)]
pub struct AnnotationStatement {
    /// The whole statement.
    pub span: Where,
    /// The number as written; empty where none is.
    pub number: Text,
    /// Its places.
    pub positions: Vec<Bracket>,
    /// The text.
    pub text: Option<Text>,
}

/// `pioneers [v1, m1, v2, m2] name`
#[derive(Clone, Debug, PartialEq)]
pub struct AttitudeStatement {
    /// The whole statement.
    pub span: Where,
    /// The word that began it.
    pub word: AttitudeWord,
    /// Two or four parts.
    pub area: Option<Bracket>,
    /// `w h` behind two parts: width and height in pixels, a legacy form.
    pub extent: Option<(Part, Part)>,
    /// A name before or behind the bracket.
    pub name: Option<Text>,
}

/// `accelerator name [v, m]`
#[derive(Clone, Debug, PartialEq)]
pub struct ForceStatement {
    /// The whole statement.
    pub span: Where,
    /// `deaccelerator`
    pub against: bool,
    /// The name.
    pub name: Text,
    /// The position.
    pub position: Option<Bracket>,
    /// What follows.
    pub modifiers: Vec<Modifier>,
}

/// `build X`, `buy X`, `outsource X`, `inertia X`
#[derive(Clone, Debug, PartialEq)]
pub struct PropertyStatement {
    /// The whole statement.
    pub span: Where,
    /// Which property: never [`Decorator::Market`] or [`Decorator::Ecosystem`], those are components.
    pub property: Decorator,
    /// Whose.
    pub name: Text,
}

/// `A -> B +> C; context`
#[derive(Clone, Debug, PartialEq)]
pub struct LinkStatement {
    /// The whole statement.
    pub span: Where,
    /// The names, one more than there are arrows. Names may be empty.
    pub ends: Vec<Text>,
    /// The arrows between them.
    pub arrows: Vec<Arrow>,
    /// The text behind `;`.
    pub context: Option<Text>,
}

/// What stands between two ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// Which one.
    pub kind: ArrowKind,
    /// The text of a flow: `+'text'>`.
    pub text: Option<Text>,
    /// Where it stands.
    pub span: Where,
}
