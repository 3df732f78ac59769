//! What a whole run came to.

use crate::cli::failure::Status;
use crate::cli::files::outputs::{Job, Output};
use crate::cli::picture::publish::Outcome;
use crate::cli::report::counted;

/// Counts over all maps of a run.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// The worst of all.
    pub(super) status: Status,
    drawn: usize,
    errors: usize,
    warnings: usize,
}

impl Tally {
    /// Counts one map.
    pub(super) fn add(&mut self, outcome: &Outcome) {
        self.status = self.status.max(outcome.status);
        self.drawn += usize::from(outcome.drawn);
        self.errors += outcome.problems[0];
        self.warnings += outcome.problems[1];
    }

    /// Counts nothing as drawn, where many maps were to make one document that was not written.
    pub(super) fn nothing_drawn(&mut self) {
        self.drawn = 0;
    }

    /// The last line of the run: `tea.wm → tea.svg: 1 warning`. Empty where a single picture on standard output says it all.
    /// `place` is where the pictures of many maps went.
    pub(super) fn summary(&self, jobs: &[Job], place: &str) -> String {
        let counts = [(self.errors, "error"), (self.warnings, "warning")];
        let counts: Vec<String> =
            counts.iter().filter(|(count, _)| *count > 0).map(|&(count, what)| counted(count, what)).collect();
        let problems = counts.join(", ");
        let drawn = match jobs {
            [Job { input, .. }] if self.drawn == 0 => format!("{} not drawn", input.name()),
            [Job { input, output: Output::File(path) }] => format!("{} → {}", input.name(), path.display()),
            [_] if problems.is_empty() => return String::new(),
            [Job { input, .. }] => format!("{} drawn", input.name()),
            _ if self.drawn == 0 => format!("none of {} drawn", counted(jobs.len(), "map")),
            _ if self.drawn == jobs.len() => format!("{} → {place}", counted(jobs.len(), "map")),
            _ => format!("{} of {} → {place}", self.drawn, counted(jobs.len(), "map")),
        };
        if problems.is_empty() { format!("{drawn}\n") } else { format!("{drawn}: {problems}\n") }
    }
}
