//! [`Attitude`]: an area of pioneers, settlers or town planners.

use super::Position;
use crate::source::Span;
use crate::vocabulary::AttitudeKind;

/// An area in which people of one attitude work.
#[derive(Clone, Debug, PartialEq)]
pub struct Attitude {
    /// Which attitude.
    pub kind: AttitudeKind,
    /// One corner.
    pub corner: Position,
    /// How far it reaches from there.
    pub extent: Extent,
    /// A name of its own.
    pub name: Option<String>,
    /// Where it is written.
    pub span: Span,
}

/// The size of an [`Attitude`]'s area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    /// To the opposite corner.
    To(Position),
    /// This many pixels right and down (a legacy form).
    Pixels(f64, f64),
}
