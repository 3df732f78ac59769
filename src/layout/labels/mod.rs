//! Where every text goes. Labels of components, moved states, children, anchors, notes, links and areas are placed
//! together, so that each can be read.
//!
//! Every owner of a text thinks up [`candidates`]: ways of breaking the text × slots around the symbol × distances. Each
//! has a price for what stands still there ([`ground`]), and two labels have a price for being near each other
//! ([`pairs`]); all prices stand in [`costs`]. The [`search`] looks for the choice that costs least in all: one after the
//! other takes the best place left, then each moves while that helps, then labels in trouble push others away. Labels
//! that still collide may go farther and get a leader.
//!
//! Nothing is left to chance or to the clock: costs are integers, ties go to the first, and work is counted.

mod board;
mod candidates;
mod conflicts;
mod costs;
mod effort;
mod geometry;
mod grid;
mod ground;
mod ideas;
#[cfg(test)]
mod optimum;
mod pairs;
mod placed;
mod places;
mod search;
mod slots;
mod solver;
mod stretch;
mod task;
mod variants;
mod weigh;

pub use geometry::Rect;
pub use placed::{Conflict, Line, Placed, Placement, Tried};
pub use task::{Hint, Kind, Mode, Obstacle, ObstacleKind, Outline, Owner, Previous, Shape, Site, Task};

use crate::text::Fonts;
use solver::Solver;

/// Places all labels.
pub fn place(task: &Task, fonts: &Fonts) -> Placement {
    let mut solver = Solver::new(task, fonts);
    solver.search();
    solver.placement()
}
