//! Answers about a text, and about what of it can be seen in a picture: plain data in bytes of the text, for editors and pages.

mod at;
mod complete;
mod hover;
mod items;
#[cfg(feature = "serde")]
pub mod json;
pub mod keywords;
mod marks;
mod request;
mod shapes;
mod symbols;
mod tokens;

pub use at::{definition_at, reference_at, references_at};
pub use complete::{Completion, CompletionKind, complete};
pub use hover::{Hover, hover};
pub use items::{Can, Item, items};
pub use marks::{Target, inlays, lenses, links, needed_by};
pub use request::{Request, edits};
pub use symbols::{Symbol, SymbolKind, folds, symbols};
pub use tokens::{Token, TokenKind, tokens};
