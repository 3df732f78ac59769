//! Where every text goes. Labels of components, moved states, children, anchors, notes, links and areas are placed
//! together, so that each can be read.

mod geometry;
mod placed;
mod task;

pub use geometry::Rect;
pub use placed::{Conflict, Line, Placed, Placement, Tried};
pub use task::{Hint, Kind, Mode, Obstacle, ObstacleKind, Outline, Owner, Previous, Shape, Site, Task};

use crate::scene::{Anchor, Point};

/// How wide a text is: its text, the size of its letters in pixels, whether they are bold.
pub type Width<'a> = &'a dyn Fn(&str, f64, bool) -> f64;

/// Places all labels.
pub fn place(task: &Task, width: Width) -> Placement {
    let labels = task.owners.iter().map(|owner| beside(owner, width)).collect();
    Placement { labels, conflicts: Vec::new() }
}

fn beside(owner: &Owner, width: Width) -> Placed {
    let middle = owner.site.middle();
    let (x, y) = owner.hint.map_or((8.0, 4.0), |hint| (hint.x, hint.y));
    let mut lines = Vec::new();
    for (at, text) in owner.text.lines().enumerate() {
        let at = Point::new(middle.x + x, middle.y + y + at as f64 * owner.pitch);
        lines.push(Line {
            text: text.to_owned(),
            at,
            anchor: Anchor::Start,
            width: width(text, owner.size, owner.bold),
        });
    }
    let bounds = lines
        .iter()
        .map(|line| {
            Rect::new(line.at.x, line.at.y - 0.74 * owner.size, line.at.x + line.width, line.at.y + 0.22 * owner.size)
        })
        .reduce(Rect::hull)
        .unwrap_or_default();
    Placed { lines, bounds, kept: owner.hint.is_some(), ..Placed::default() }
}
