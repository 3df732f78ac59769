//! [`Placement`]: where the labels stand, and what could not be helped.

use crate::geometry::{Point, Rect, Segment};
use crate::layout::labels::candidates::variants::{ABOVE, BELOW};
use crate::scene::Anchor;

/// Where the labels stand, and what could not be helped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placement {
    /// One for each owner, in the order of [`Task::owners`](super::Task::owners).
    pub labels: Vec<Placed>,
    /// What still collides, by owner.
    pub conflicts: Vec<Conflict>,
}

/// Where one label stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    /// Its lines from the top; none where the text is empty.
    pub lines: Vec<TextLine>,
    /// The box around the lines.
    pub bounds: Rect,
    /// A line from the edge of the symbol to the label, where the label is far from it.
    pub leader: Option<Segment>,
    /// Whether it stands where the author wanted it.
    pub kept: bool,
    /// Why it does not stand where the author wanted it. None where it does, where the author said nothing, and unless
    /// [`Task::trace`](super::Task::trace).
    pub flaw: Option<Flaw>,
    /// What it costs to stand there, in points: about 10 is a link through it. 0 unless
    /// [`Task::trace`](super::Task::trace).
    pub cost: f64,
    /// Every candidate that was weighed, cheapest first; empty unless [`Task::trace`](super::Task::trace).
    pub tried: Vec<Tried>,
}

/// One line of a label.
#[derive(Clone, Debug, PartialEq)]
pub struct TextLine {
    /// What it says.
    pub text: String,
    /// Where its baseline starts, is centered or ends.
    pub at: Point,
    /// Which of these.
    pub anchor: Anchor,
    /// Its width in pixels.
    pub width: f64,
}

/// Why a label does not stand where its author put it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Flaw {
    /// It would leave the area.
    Outside,
    /// It would stand farther than 16 pixels from its own symbol.
    Far,
    /// It would cover a symbol or a box.
    Covers,
    /// Another symbol would be nearer than its own.
    Nearer,
    /// The border of a pipeline would run beneath it.
    Cut,
    /// A foreign link or movement would run beneath it.
    Struck,
    /// It reads well there, but other labels need the room.
    Taken,
}

/// A candidate that was weighed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tried {
    /// Where it would have stood.
    pub bounds: Rect,
    /// What that costs against everything but other labels, in points.
    pub cost: f64,
}

/// What still collides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Conflict {
    /// Two owners' labels overlap; the smaller index first.
    Labels(usize, usize),
    /// An owner's label stands on an obstacle (index in [`Task::obstacles`](super::Task::obstacles)) that no label may touch.
    Obstacle(usize, usize),
    /// An owner's label leaves the area.
    Outside(usize),
}

impl Flaw {
    /// The reason in a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Outside => "outside",
            Self::Far => "far",
            Self::Covers => "covers",
            Self::Nearer => "nearer",
            Self::Cut => "cut",
            Self::Struck => "struck",
            Self::Taken => "taken",
        }
    }
}

impl Placed {
    /// The box of each line, for letters of this size.
    pub fn line_boxes(&self, letters: f64) -> Vec<Rect> {
        let boxes = self.lines.iter().map(|line| {
            let left = match line.anchor {
                Anchor::Start => line.at.x,
                Anchor::Middle => line.at.x - line.width / 2.0,
                Anchor::End => line.at.x - line.width,
            };
            Rect::new(left, line.at.y - ABOVE * letters, left + line.width, line.at.y + BELOW * letters)
        });
        boxes.collect()
    }
}
