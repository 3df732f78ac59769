//! Where every text goes. Labels of components, moved states, children, anchors, notes, links and areas are placed
//! together, so that each can be read.
//!
//! Every owner of a text thinks up [`candidates`]: ways of breaking the text × slots around the symbol × distances. Each
//! has a price for what stands still there ([`costs::ground`]), and two labels have a price for being near each other
//! ([`costs::pairs`]); all prices stand in [`costs`]. The [`search`] looks for the choice that costs least in all: one after the
//! other takes the best place left, then each moves while that helps, then labels in trouble push others away. Labels
//! that still collide may go farther and get a leader.
//!
//! Nothing is left to chance or to the clock: costs are integers, ties go to the first, and work is counted.

mod budget;
mod candidates;
mod costs;
mod placed;
mod search;
mod task;

pub use placed::{Conflict, Flaw, Placed, Placement, TextLine, Tried};
pub use task::{Footprint, Hint, Kind, Mode, Obstacle, ObstacleKind, Outline, Owner, Previous, Site, Task};

use search::solver::Solver;

use crate::text::Fonts;

/// Places all labels.
pub fn place(task: &Task, fonts: &Fonts) -> Placement {
    let mut solver = Solver::new(task, fonts);
    solver.search();
    solver.placement()
}
