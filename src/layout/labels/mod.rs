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
mod geometry;
mod grid;
mod ground;
mod pairs;
mod placed;
mod places;
mod search;
mod slots;
mod task;
mod variants;
mod weigh;

pub use geometry::Rect;
pub use placed::{Conflict, Line, Placed, Placement, Tried};
pub use task::{Hint, Kind, Mode, Obstacle, ObstacleKind, Outline, Owner, Previous, Shape, Site, Task};

use board::Board;
use candidates::Candidate;
use costs::{UNBEARABLE, in_points};
use ground::Ground;
use variants::Variant;
use weigh::{Effort, Scales};

use crate::scene::{Anchor, Point};
use crate::text::Fonts;

/// How many times labels that collide are given more candidates.
const TIMES: usize = 3;

/// Places all labels.
pub fn place(task: &Task, fonts: &Fonts) -> Placement {
    let variants: Vec<Vec<Variant>> =
        task.owners.iter().map(|owner| variants::variants(owner, task.mode, fonts)).collect();
    let ground = Ground::new(task);
    let effort = Effort::first(task.owners.len(), fill(task, &variants));
    let mut scales = Scales::new(task, &ground);
    let mut board = match favorites(task, &mut scales, &variants, effort) {
        Some(board) => board,
        None => compromise(task, &mut scales, &variants, effort),
    };

    let labels: Vec<Placed> =
        (0..task.owners.len()).map(|owner| placed(task, &mut board, owner, &variants[owner])).collect();
    let conflicts = conflicts::conflicts(task, &ground, &board, &labels);
    Placement { labels, conflicts }
}

/// Every label in the place it likes best, where none is near another: nothing can be better than that.
fn favorites<'t>(task: &'t Task, scales: &mut Scales, variants: &[Vec<Variant>], effort: Effort) -> Option<Board<'t>> {
    if task.trace {
        return None;
    }
    let one = Effort { keep: 1, ..effort };
    let mut board = Board::new(task, vec![Vec::new(); task.owners.len()]);
    for (owner, variants) in variants.iter().enumerate() {
        board.offer(owner, scales.weigh(owner, variants, one));
        let least = board.least(owner);
        if !board.candidates[owner].is_empty() {
            board.put(owner, 0);
        }
        if board.cost(owner) > least || least >= costs::points(UNBEARABLE) {
            return None;
        }
    }
    Some(board)
}

/// Every label where all of them together cost least, as far as the search finds.
fn compromise<'t>(task: &'t Task, scales: &mut Scales, variants: &[Vec<Variant>], effort: Effort) -> Board<'t> {
    let candidates = variants.iter().enumerate().map(|(owner, variants)| scales.weigh(owner, variants, effort));
    let mut board = Board::new(task, candidates.collect());

    search::greedy(&mut board);
    let labels = board.labels();
    search::settle(&mut board, labels);
    search::push(&mut board, 2);
    for time in 0..TIMES {
        let labels = if board.is_tired() { Vec::new() } else { board.unbearable() };
        if labels.is_empty() {
            break;
        }
        for &label in &labels {
            board.offer_instead(label, scales.weigh(label, &variants[label], effort.more(time)));
        }
        search::settle(&mut board, labels);
        search::push(&mut board, 3);
    }
    board
}

/// The label of an owner as the board has it.
fn placed(task: &Task, board: &mut Board, number: usize, variants: &[Variant]) -> Placed {
    let Some(chosen) = board.chosen(number) else { return Placed::default() };
    let (owner, candidate) = (&task.owners[number], board.candidates[number][chosen]);
    let variant = &variants[usize::from(candidate.variant)];
    let bounds = match owner.site {
        Site::Anywhere { padding, .. } => candidate.bounds.grown(-padding),
        _ => candidate.bounds,
    };
    let lines = variant.lines.iter().zip(&variant.widths).enumerate().map(|(at, (&text, &width))| {
        let x = match candidate.anchor {
            Anchor::Start => bounds.left,
            Anchor::Middle => bounds.center().x,
            Anchor::End => bounds.right,
        };
        let y = bounds.top + variants::ABOVE * owner.size + at as f64 * owner.pitch;
        Line { text: text.to_owned(), at: Point::new(x, y), anchor: candidate.anchor, width }
    });
    let tried = |candidate: &Candidate| Tried { bounds: candidate.bounds, cost: in_points(candidate.cost) };
    Placed {
        lines: lines.collect(),
        bounds,
        leader: board.body(number).leader,
        kept: candidate.wanted,
        cost: if task.trace { in_points(board.cost(number)) } else { 0.0 },
        tried: if task.trace { board.candidates[number].iter().map(tried).collect() } else { Vec::new() },
    }
}

/// Which part of the area the labels fill if each is as it was written.
fn fill(task: &Task, variants: &[Vec<Variant>]) -> f64 {
    let labels: f64 =
        variants.iter().filter_map(|variants| variants.first()).map(|first| first.width * first.height).sum();
    labels / (task.area.width() * task.area.height()).max(1.0)
}
