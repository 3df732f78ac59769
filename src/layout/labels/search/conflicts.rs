//! Which labels cannot be read after all.

use crate::geometry::Rect;
use crate::layout::labels::costs::ground::Ground;
use crate::layout::labels::placed::{Conflict, Placed};
use crate::layout::labels::search::board::Board;
use crate::layout::labels::task::{Owner, Site, Task};

/// Boxes that overlap by no more than this touch; they do not collide.
const TOUCH: f64 = 0.5;
/// A label may reach out of the area by this much.
const OUT: f64 = 1.0;

/// What still collides, sorted: of each label one collision with an earlier label, one with an obstacle, and the edge. More
/// would tell nobody more, and a thousand labels in one place would make a million of them.
pub(crate) fn conflicts(task: &Task, ground: &Ground, board: &Board, labels: &[Placed]) -> Vec<Conflict> {
    let boxes: Vec<Vec<Rect>> = labels.iter().zip(&task.owners).map(|(label, owner)| covered(label, owner)).collect();
    let mut found = Vec::new();
    for label in board.labels() {
        let hits = |other: usize| boxes[label].iter().any(|a| boxes[other].iter().any(|b| collide(*a, *b)));
        found.extend(board.disturbed_before(label, hits).map(|other| Conflict::Labels(other, label)));
        let hit = boxes[label].iter().filter_map(|line| ground.hard(label, line.grown(-TOUCH))).min();
        found.extend(hit.map(|obstacle| Conflict::Obstacle(label, obstacle)));
        if labels[label].bounds.outside(task.area) > OUT {
            found.push(Conflict::Outside(label));
        }
    }
    found.sort_unstable();
    found
}

/// What a label covers: its lines, and a legend its whole frame.
fn covered(label: &Placed, owner: &Owner) -> Vec<Rect> {
    match owner.site {
        Site::Anywhere { .. } => vec![label.bounds],
        _ => label.line_boxes(owner.size),
    }
}

fn collide(a: Rect, b: Rect) -> bool {
    let (x, y) = a.gaps(b);
    x < -2.0 * TOUCH && y < -2.0 * TOUCH
}
