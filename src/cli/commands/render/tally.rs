//! What a whole run came to.

use crate::cli::failure::Status;
use crate::cli::files::outputs::{Job, Output};
use crate::cli::picture::publish::Outcome;
use crate::cli::report::counted;
use crate::cli::terminal;

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

    /// The last line of the run; empty where all has been said: one map, all well, and nobody watching.
    pub(super) fn summary(&self, jobs: &[Job]) -> String {
        let problems = match (self.errors, self.warnings) {
            (0, 0) => String::new(),
            (errors, 0) => counted(errors, "error"),
            (0, warnings) => counted(warnings, "warning"),
            (errors, warnings) => format!("{}, {}", counted(errors, "error"), counted(warnings, "warning")),
        };
        let drawn = match jobs {
            [Job { output: Output::File(path), .. }] if self.drawn == 1 => {
                if problems.is_empty() && !terminal::watched() {
                    return String::new();
                }
                format!("{} drawn", path.display())
            }
            [_] if problems.is_empty() => return String::new(),
            [Job { input, .. }] if self.drawn == 0 => format!("{} not drawn", input.name()),
            [Job { input, .. }] => format!("{} drawn", input.name()),
            _ if self.drawn == jobs.len() => format!("{} drawn", counted(jobs.len(), "map")),
            _ => format!("{} of {} drawn", self.drawn, counted(jobs.len(), "map")),
        };
        if problems.is_empty() { format!("{drawn}\n") } else { format!("{drawn}: {problems}\n") }
    }
}
