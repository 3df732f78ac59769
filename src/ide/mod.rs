//! Answers about a text, and about what of it can be seen in a picture: plain data in bytes of the text, for editors and pages.

mod items;
#[cfg(feature = "serde")]
pub mod json;
mod request;
mod shapes;

pub use items::{Can, Item, items};
pub use request::{Request, edits};
