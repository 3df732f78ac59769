//! [`Label`]: a text that was given a place.

use super::labels::{Kind, Placed, Site};

/// A text that was given a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Whose text it is.
    pub kind: Kind,
    /// What it says.
    pub text: String,
    /// What it stands at.
    pub site: Site,
    /// Where it stands.
    pub placed: Placed,
}
