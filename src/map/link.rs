//! [`Link`]: one thing needs another.

use super::{ComponentId, MovementId};
use crate::source::Span;
use crate::vocabulary::Flow;

/// The component at `from` needs the one at `to`.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Who needs.
    pub from: End,
    /// What is needed.
    pub to: End,
    /// What flows, and which way.
    pub flow: Option<Flow>,
    /// Drawn dashed (Mermaid's `-->` and `-.->`).
    pub dashed: bool,
    /// The text of a flow (`+'text'>`).
    pub text: Option<LinkText>,
    /// The text behind `;`.
    pub context: Option<LinkText>,
    /// Not written by the author, but meant: an anchor's need also reaches what the needed component becomes.
    pub implied: bool,
    /// Where it is written, both ends included.
    pub span: Span,
}

/// One end of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct End {
    /// The component.
    pub component: ComponentId,
    /// The moved state of it, where the link reaches that.
    pub moved: Option<MovementId>,
}

/// A text on a link.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkText {
    /// The text; `\n` breaks lines.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}
