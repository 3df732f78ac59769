//! [`Solver`]: the steps from a task to a placement, in their order.

use crate::geometry::Point;
use crate::layout::labels::budget::Budget;
use crate::layout::labels::candidates::variants::{ABOVE, Variant, variants};
use crate::layout::labels::candidates::{Candidate, wanted_place};
use crate::layout::labels::costs::ground::Ground;
use crate::layout::labels::costs::{TROUBLE, in_points, points};
use crate::layout::labels::placed::{Flaw, Placed, Placement, TextLine, Tried};
use crate::layout::labels::search::board::Board;
use crate::layout::labels::search::conflicts::conflicts;
use crate::layout::labels::search::rows::Sides;
use crate::layout::labels::search::weigh::Scales;
use crate::layout::labels::search::{greedy, push, settle};
use crate::layout::labels::task::{Site, Task};
use crate::scene::Anchor;
use crate::text::Fonts;

/// How many times labels that collide are given more candidates.
const TIMES: usize = 3;
/// How far labels push each other, at first and when they have more candidates.
const DEPTH: usize = 2;
const MORE_DEPTH: usize = 3;

/// A task on its way to a placement.
pub(crate) struct Solver<'t> {
    task: &'t Task,
    /// By owner: the ways of breaking its text.
    variants: Vec<Vec<Variant<'t>>>,
    ground: Ground<'t>,
    budget: Budget,
    pub(crate) board: Board<'t>,
}

impl<'t> Solver<'t> {
    /// Nobody has a place yet.
    pub(crate) fn new(task: &'t Task, fonts: &Fonts) -> Self {
        let variants: Vec<_> = task.owners.iter().map(|owner| variants(owner, task.mode, fonts)).collect();
        let ground = Ground::new(task);
        let budget = Budget::first(task.owners.len(), fill(task, &variants));
        Self { task, variants, ground, budget, board: Board::new(task) }
    }

    /// Gives every label a place.
    pub(crate) fn search(&mut self) {
        // A trace tells of all candidates, so all of them are thought up.
        if self.task.trace || !self.favorites() {
            self.compromise();
        }
    }

    /// Every label where it likes it best, if that makes none bear with another: nothing can be better.
    fn favorites(&mut self) -> bool {
        // Which side a row likes shows only where all candidates are known.
        if self.task.owners.iter().any(|owner| owner.row.is_some()) {
            return false;
        }
        let one = Budget { keep: 1, ..self.budget };
        let mut scales = Scales::new(self.task, &self.ground, one);
        for (owner, variants) in self.variants.iter().enumerate() {
            self.board.offer(owner, scales.weigh(owner, variants));
            let least = self.board.least(owner);
            if !self.board.candidates[owner].is_empty() {
                self.board.put(owner, 0);
            }
            if self.board.cost(owner) > least || least >= points(TROUBLE) {
                return false;
            }
        }
        true
    }

    /// Every label where all of them together cost least, as far as the search finds.
    fn compromise(&mut self) {
        let mut scales = Scales::new(self.task, &self.ground, self.budget);
        self.board = Board::new(self.task);
        let candidates: Vec<Vec<Candidate>> =
            self.variants.iter().enumerate().map(|(owner, variants)| scales.weigh(owner, variants)).collect();
        let sides = Sides::of(self.task, &candidates);
        for (owner, candidates) in candidates.into_iter().enumerate() {
            self.board.offer(owner, sides.priced(self.task, owner, candidates));
        }
        greedy(&mut self.board);
        let labels = self.board.labels();
        settle(&mut self.board, labels.iter().copied());
        push(&mut self.board, labels, DEPTH);
        for time in 0..TIMES {
            let labels = if self.board.is_exhausted() { Vec::new() } else { self.board.troubled() };
            if labels.is_empty() {
                return;
            }
            let mut scales = Scales::new(self.task, &self.ground, self.budget.more(labels.len(), time));
            for &label in &labels {
                let candidates = scales.weigh(label, &self.variants[label]);
                self.board.offer_instead(label, sides.priced(self.task, label, candidates));
            }
            settle(&mut self.board, labels.iter().copied());
            push(&mut self.board, labels, MORE_DEPTH);
        }
    }

    /// What came of it.
    pub(crate) fn placement(mut self) -> Placement {
        let labels: Vec<Placed> = (0..self.task.owners.len()).map(|owner| self.placed(owner)).collect();
        let conflicts = conflicts(self.task, &self.ground, &self.board, &labels);
        Placement { labels, conflicts }
    }

    fn placed(&mut self, number: usize) -> Placed {
        let Some(chosen) = self.board.chosen(number) else { return Placed::default() };
        let (owner, candidate) = (&self.task.owners[number], self.board.candidates[number][chosen]);
        let bounds = candidate.bounds;
        let variant = &self.variants[number][usize::from(candidate.variant)];
        let written: &[&str] = if matches!(owner.site, Site::Anywhere { .. }) { &[] } else { &variant.lines };
        let lines = written.iter().zip(&variant.widths).enumerate().map(|(at, (&text, &width))| {
            let x = match candidate.anchor {
                Anchor::Start => bounds.left,
                Anchor::Middle => bounds.center().x,
                Anchor::End => bounds.right,
            };
            let y = bounds.top + ABOVE * owner.size + at as f64 * owner.pitch;
            TextLine { text: text.to_owned(), at: Point::new(x, y), anchor: candidate.anchor, width }
        });
        let tried = |candidate: &Candidate| Tried { bounds: candidate.bounds, cost: in_points(candidate.cost) };
        let mut placed = Placed {
            lines: lines.collect(),
            bounds,
            leader: self.board.body(number).leader,
            kept: candidate.wanted,
            ..Placed::default()
        };
        if self.task.trace {
            placed.flaw = if placed.kept { None } else { self.flaw(number) };
            placed.cost = in_points(self.board.cost(number));
            placed.tried = self.board.candidates[number].iter().map(tried).collect();
        }
        placed
    }
}

impl Solver<'_> {
    /// Why a label does not stand where its author put it, if he put it anywhere.
    fn flaw(&self, number: usize) -> Option<Flaw> {
        let (owner, first) = (&self.task.owners[number], self.variants[number].first()?);
        let (bounds, _) = wanted_place(owner.hint?, owner, first);
        Some(self.ground.sight(number, bounds, self.budget).flaw(bounds).unwrap_or(Flaw::Taken))
    }
}

/// Which part of the area the labels fill if each is as it was written.
fn fill(task: &Task, variants: &[Vec<Variant>]) -> f64 {
    let firsts = variants.iter().filter_map(|variants| variants.first());
    let labels: f64 = firsts.map(|first| first.width * first.height).sum();
    labels / (task.area.width() * task.area.height()).max(1.0)
}
