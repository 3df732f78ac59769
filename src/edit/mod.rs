//! Changes to a text: a place, a name, a link, something new. Each is a function that returns [`Edit`]s, or says why not.
//!
//! What an edit does not change stays byte for byte, and what it writes is written as the author writes: his decimals, his
//! whitespace around arrows, words where he used words. All work on a text with mistakes in it: that is what a text is while
//! somebody writes it.

mod add;
mod bracket;
mod connect;
mod evolve;
mod find;
mod fix;
mod id;
mod label;
mod lines;
mod moves;
mod number;
mod refused;
mod remove;
mod rename;
mod spelling;

pub use add::{NewKind, add};
pub use connect::connect;
pub use evolve::evolve;
pub use fix::{apply_fix, fix_all, pin};
pub use id::Id;
pub use label::{move_label, place_label};
pub use moves::move_to;
pub use refused::Refused;
pub use remove::remove;
pub use rename::rename;
pub use spelling::preview;

use crate::source::{SourceId, Span};

/// One change to a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty where something is only put in.
    pub span: Span,
    /// What stands there then.
    pub text: String,
}

impl Edit {
    /// Puts `text` in the place of what is under `span`.
    pub fn new(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }
}

/// `text`, which is that of `source`, with the edits to it made. They must not overlap, as those of one call never do.
///
/// ```
/// use wardley::edit::{self, Id};
/// use wardley::map::Position;
/// use wardley::{resolve::NoIncludes, source::{Source, SourceId}};
///
/// let text = "component Tea [0.80, 0.60] // black";
/// let reading = wardley::read(Source::new("tea.wm", text), &mut NoIncludes);
/// let (tea, _) = reading.map.components().next().expect("a component");
/// let edits = edit::move_to(&reading, Id::Component(tea), Position::given(0.7, 0.6)).expect("a component");
/// assert_eq!(edit::applied(text, SourceId::default(), &edits), "component Tea [0.70, 0.60] // black");
/// ```
pub fn applied(text: &str, source: SourceId, edits: &[Edit]) -> String {
    let mut edits: Vec<&Edit> = edits.iter().filter(|edit| edit.span.source == source).collect();
    edits.sort_by_key(|edit| edit.span);
    let mut done = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for edit in edits {
        done.push_str(&text[at..edit.span.range().start]);
        done.push_str(&edit.text);
        at = edit.span.range().end;
    }
    done.push_str(&text[at..]);
    done
}
