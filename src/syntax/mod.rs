//! TEXT → TREE: [`parse`] reads a text line by line into an [`ast::File`]. The grammar is `grammar/wardley.pest`.
//!
//! Parsing never fails: a line of no known form becomes [`ast::Statement::Unknown`] and a problem.

pub mod ast;
mod expected;
mod groups;
mod keywords;
mod lines;
mod links;
mod modifiers;
mod numbers;
mod parser;
mod print;
mod quote;
mod statements;
mod strategy;
mod validate;
mod words;

pub use lines::{LINE_LIMIT, Parsed, parse};
pub use print::{bracket, coordinate, number, print, text};
pub use quote::{Role, quoted, written};
pub use validate::validate;
pub use words::{is_whitespace, loose};
