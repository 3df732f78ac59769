//! What is wrong with a statement on its own, whatever the rest of the map says.

use super::ast::{Bracket, Modifier, Statement, Text};
use crate::problem::Problem;
use crate::source::{Source, Span};

/// Adds what is wrong with `statement`, a statement of `source`. Of [`Statement::Either`] nothing is said: whoever decides which
/// reading holds asks again with that one.
pub fn complaints(statement: &Statement, source: &Source, problems: &mut Vec<Problem>) {
    let _ = (statement, source, problems);
}
