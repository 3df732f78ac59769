//! Every mistake a user can make, in one enum: [`Problem`]. What is said about each stands in the files beside this one,
//! one per question: [`code`](Problem::code) and [`severity`](Problem::severity), [`message`](Problem::message),
//! [`labels`](Problem::labels), [`help`](Problem::help), [`fix`](Problem::fix), [`explain`].
//!
//! In every variant `span` is the place the problem is about. "Found by" says which pass reports it.

mod code;
mod explain;
mod fix;
mod help;
mod labels;
mod message;
#[doc(hidden)]
pub mod near;
mod parts;
mod scripts;

pub use code::{Severity, codes};
pub use explain::explain;
pub use fix::{Fix, apply};
pub use labels::Label;
pub use parts::{Axis, Defined, Reading, Role, Unknown};

use crate::source::Span;

/// Something about a text that its author should know.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(missing_docs, reason = "a variant's sentence explains its fields")]
pub enum Problem {
    // Lines, found by parse.
    /// A line of no known form. `why` is what `syntax::expected` made of it.
    UnknownStatement { span: Span, why: Unknown },
    /// A keyword in other letters than lower case (`Component`). It is read all the same.
    KeywordCase { span: Span, keyword: &'static str },
    /// A statement that needs a name, without one. `span` is the keyword.
    MissingName { span: Span, keyword: &'static str },
    /// A keyword that needs something behind it (`title`, `style`, `include`, `url`, `evolution`), without it. `example` is a whole line.
    MissingValue { span: Span, keyword: &'static str, example: &'static str },
    /// No whitespace before a `[`. `span` is empty and stands where it belongs.
    MissingWhitespace { span: Span },
    /// A `[` without its `]`. `span` reaches from the bracket to the end of what was read.
    UnclosedBracket { span: Span },
    /// Two numbers at the end of a name, where a position would be in brackets. `span` is the numbers.
    BarePosition { span: Span, position: String },
    /// A `"` without its partner.
    UnclosedQuote { span: Span },
    /// A `/*` without its `*/`: all that follows is a comment. `span` is the mark.
    UnclosedComment { span: Span },
    /// A `#` in a name, as of a remark at the line's end. It is a part of the name. `span` is the mark.
    RemarkInName { span: Span },
    /// Text that belongs to nothing, behind a statement.
    StrayText { span: Span, text: String },
    /// A link with nothing on a side of its arrow. `span` is the arrow.
    MissingEnd { span: Span },
    /// A line that can be read in two ways. `span` is the line. Found by resolve where only the names decide.
    ReadAs { span: Span, taken: Reading, other: Reading },
    /// A form that another one replaced. `instead` is what `fmt` writes; `in_place` says whether it can simply take the place of
    /// what is under `span`.
    LegacyForm { span: Span, form: &'static str, instead: String, in_place: bool },
    /// A line longer than the limit (in bytes). Nothing of it is read.
    LineTooLong { span: Span, limit: usize },
    /// A text longer than the limit (in bytes). Found by whoever reads the file.
    TextTooLong { span: Span, limit: usize, unit: &'static str },

    // Characters.
    /// A character that XML cannot hold. U+FFFD is shown instead. `span` is the first of its kind.
    InvalidCharacter { span: Span, character: char },
    /// Bytes that are not UTF-8, shown as U+FFFD. `span` is the first of `count`. Found by whoever reads the file.
    InvalidUtf8 { span: Span, count: usize },
    /// An input that is no text at all. Found by whoever reads the file.
    NotText { span: Span },
    /// Characters that no font at hand can draw, in the text under `span`. Found by layout.
    MissingGlyph { span: Span, characters: Vec<char> },

    // Braces, found by resolve (it alone knows what they belong to).
    /// A `{` that is never closed. `span` is the brace.
    UnclosedBrace { span: Span },
    /// A `{` or `}` that belongs to no pipeline.
    StrayBrace { span: Span },

    // Positions and numbers, found by resolve.
    /// A number with something behind it that does not belong there. `text` is what is written, `read` what was read.
    MalformedNumber { span: Span, text: String, read: f64 },
    /// Numbers with a comma before their decimals. `text` is what is written, `instead` the same with points.
    DecimalComma { span: Span, text: String, instead: String },
    /// A place where a part should stand and none does: `[0.5, ]`. `assumed` says what holds instead, in words.
    MissingPart { span: Span, part: &'static str, assumed: &'static str },
    /// One number where two are expected; it was read as `taken`.
    OneNumber { span: Span, taken: Axis },
    /// Parts too many; `span` holds them, `expected` says how many there may be.
    ExtraPart { span: Span, expected: usize },
    /// A coordinate outside 0..1. `used` is the nearest one inside.
    OutOfRange { span: Span, axis: Axis, value: f64, used: f64 },
    /// A size, extent or similar that must be above zero and is not (or is absurdly large). `what` names it.
    BadSize { span: Span, what: &'static str },
    /// Two words in the wrong order: `[custom, unaware]`. `first` and `second` are as written.
    SwappedPosition { span: Span, first: String, second: String },
    /// A word that is no stage and no level. The lists hold the words that can stand there; `near` is the likeliest of them.
    UnknownWord { span: Span, word: String, stages: Vec<String>, levels: Vec<String>, near: Option<String> },
    /// A word of the one axis where the other's belongs. `axis` is the one that belongs there.
    WrongAxis { span: Span, word: String, axis: Axis },
    /// A statement that is drawn at a place and has none (`note`, `accelerator`, `annotation`, `pioneers` …).
    MissingPosition { span: Span, keyword: &'static str },
    /// A position behind a link: links have none.
    PositionOnLink { span: Span },
    /// A label offset that is far outside (dragged by accident). The layout places the label.
    RunawayLabel { span: Span, x: f64, y: f64 },
    /// A label offset that leaves the picture: the component is to have no label.
    HiddenLabel { span: Span },
    /// `label` with words where an offset should stand.
    LabelText { span: Span, text: String },

    // Names and references, found by resolve.
    /// A name that nothing on the map has. `near` is the component it probably means, `commented` a definition that stands in a comment.
    UnknownComponent { span: Span, name: String, role: Role, near: Option<Defined>, commented: Option<Span> },
    /// Work drives something that is neither an input nor a stream.
    UnknownMetric { span: Span, name: String },
    /// A name that is found only when letter case and whitespace do not count. `instead` is it as it is written where it is defined.
    NameDiffers { span: Span, name: String, defined: Defined, instead: String },
    /// A second component of a name. Links reach the first.
    DuplicateName { span: Span, name: String, first: Span },
    /// A component that is written a second time, with the same name and place. It is one component.
    RepeatedComponent { span: Span, name: String, first: Span },
    /// A component linked to itself. The link is not drawn.
    SelfLink { span: Span, name: String },
    /// The same link a second time. It is drawn once.
    DuplicateLink { span: Span, from: String, to: String, first: Span },
    /// A second movement of one component. Both are drawn only if they go to different places; `first` is the other.
    DuplicateEvolve { span: Span, name: String, first: Span },
    /// A movement to where the component is already.
    IdleEvolve { span: Span, name: String },
    /// A movement without a target.
    MissingTarget { span: Span, name: String },
    /// A pipeline range with the larger number first. `span` holds both; `low` and `high` are as written, in the right order.
    ReversedRange { span: Span, low: String, high: String },
    /// A pipeline's child outside its range. `range` is where that is written.
    ChildOutsideRange { span: Span, name: String, pipeline: String, range: Span },
    /// A pipeline with neither range nor children: nothing says how far it reaches.
    EmptyPipeline { span: Span, name: String },
    /// A pipeline of a component that stands in the braces of another one. What stands in its own braces is drawn as if it stood
    /// outside.
    NestedPipeline { span: Span, name: String },
    /// `url(id)` without a `url id [address]`.
    UnknownUrl { span: Span, id: String, near: Option<Defined> },
    /// An address that is not safe to open. `scheme` is what stands before the colon, if anything does.
    ForbiddenAddress { span: Span, scheme: Option<String> },

    // What is said of things, found by resolve.
    /// A word in a decorator's parenthesis that is none. `near` is the one it resembles.
    UnknownDecorator { span: Span, word: String, near: Option<String> },
    /// Two of build, buy and outsource on one component. `first` is the one that counts, `kept` its word.
    ConflictingMethods { span: Span, word: &'static str, first: Span, kept: &'static str },
    /// A modifier that means nothing on this statement (`note … label [..]`).
    IgnoredModifier { span: Span, modifier: &'static str, keyword: &'static str },
    /// A `style` that does not exist. `near` is the one it resembles.
    UnknownStyle { span: Span, name: String, near: Option<&'static str> },
    /// An axis with fewer than two names, or names in a form that does not make an axis. `count` is how many there are.
    StageCount { span: Span, count: usize },
    /// A stage boundary (`@0.2`) out of order or outside 0..1.
    StageBoundary { span: Span, text: String },
    /// A statement of which a map has one, a second time. `first` is the other, `last_wins` which of them counts.
    RepeatedStatement { span: Span, keyword: &'static str, first: Span, last_wins: bool },

    // Includes, found by resolve.
    /// A setting of another program, in front matter or `%%{init}%%`, that means nothing here.
    IgnoredSetting { span: Span, key: String },
    /// A file that cannot be read; `reason` says why, in the words of the loader.
    IncludeMissing { span: Span, path: String, reason: String },
    /// A file that includes itself, directly or through others.
    IncludeCycle { span: Span, path: String },
    /// `include` where no file can be read, as from standard input.
    IncludeOff { span: Span, path: String },
    /// More files than the limit.
    TooManyIncludes { span: Span, limit: usize },

    // The picture, found by layout.
    /// Labels that still cover each other, or run into a symbol or over the edge. `other` is what is in the way, if it has a name.
    LabelCollision { span: Span, name: String, other: Option<Defined> },
    /// Two components at one point: one hides the other.
    SamePlace { span: Span, name: String, other: Defined },
    /// A link whose ends are in one place: nothing is left to draw.
    LinkWithoutLength { span: Span, from: String, to: String },
    /// A text in which nothing is drawn at all. Found by resolve.
    EmptyMap { span: Span },

    // Questions a strategist would ask, found by `resolve::questions`.
    /// A map without an anchor.
    NoAnchor { span: Span },
    /// A component that nothing needs and that needs nothing.
    Isolated { span: Span, name: String },
    /// A need that points upward: what is needed is more visible than who needs it.
    UphillNeed { span: Span, from: String, to: String },
    /// Components that need each other in a ring. `names` in order, the first not repeated; `links` are the links between them.
    Cycle { span: Span, names: Vec<String>, links: Vec<Span> },
    /// A component without a place on the evolution axis.
    NoEvolution { span: Span, name: String },
    /// Visibility and evolution look exchanged all over the map. `span` is the first position.
    SwappedMap { span: Span },

    // Questions about what a map is for, found by `resolve::questions`.
    /// A second North Star. The first counts.
    SecondNorthStar { span: Span, first: Span },
    /// A metric that is measured at no component, or a stream without a path.
    UnmeasuredMetric { span: Span, name: String },
    /// A North Star with fewer than three or more than five inputs.
    InputCount { span: Span, count: usize },
    /// A North Star that counts money or activity.
    VanityMetric { span: Span, name: String, word: &'static str },
    /// A North Star on a map without a purpose.
    NoPurpose { span: Span },
    /// A purpose in words that everybody could say.
    EmptyPhrase { span: Span, word: &'static str },
    /// Work that drives no input and no stream.
    IdleWork { span: Span, name: String },
    /// An input that no work drives, where there is work.
    UndrivenInput { span: Span, name: String },
    /// Less than half of all effort drives an input or a stream.
    LowScore { span: Span, percent: u8 },
    /// A stream without a metric, or with the metric of `other`.
    StreamMetric { span: Span, name: String, other: Option<String> },
    /// A stream that starts at no user.
    StreamStart { span: Span, name: String },
    /// A stream whose path runs against a link.
    StreamAgainst { span: Span, name: String, from: String, to: String },

    // About problems, found by `check`.
    /// `// wardley: allow(code)` with a code that does not exist.
    UnknownCode { span: Span, code: String, near: Option<&'static str> },
}
