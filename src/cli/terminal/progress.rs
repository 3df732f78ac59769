//! One line on the terminal that says how far a long run has come.

use std::time::{Duration, Instant};

use crate::cli::terminal;

/// Shorter runs are over before anyone would wonder.
const PATIENCE: Duration = Duration::from_millis(400);
/// Often enough to be seen moving, seldom enough to cost nothing.
const STEP: Duration = Duration::from_millis(50);

/// How far a run has come, shown on standard error if someone is watching.
pub(crate) struct Progress {
    total: usize,
    done: usize,
    due: Option<Instant>,
    shown: bool,
}

impl Progress {
    /// Nothing of `total` maps is done yet.
    pub(crate) fn new(total: usize, quiet: bool) -> Self {
        let watched = total > 1 && !quiet && terminal::watched();
        Self { total, done: 0, due: watched.then(|| Instant::now() + PATIENCE), shown: false }
    }

    /// One more map is done; `message` is what there is to say about it.
    pub(crate) fn step(&mut self, message: &str) {
        self.done += 1;
        if !message.is_empty() {
            self.clear();
            terminal::show(message);
        }
        if let Some(due) = self.due
            && Instant::now() >= due
        {
            terminal::show(&format!("\r{} of {} maps ", self.done, self.total));
            self.shown = true;
            self.due = Some(Instant::now() + STEP);
        }
    }

    /// Takes the line away, before something else is said.
    pub(crate) fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            terminal::show(terminal::CLEAR_LINE);
        }
    }
}
