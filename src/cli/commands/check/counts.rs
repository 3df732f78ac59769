//! How many problems of each kind a run found: [`Counts`].

use crate::cli::report::counted;
use crate::problem::{Problem, Severity};

/// Numbers for the last line of a run.
#[derive(Debug, Default)]
pub(super) struct Counts {
    errors: usize,
    warnings: usize,
    notes: usize,
    fixable: usize,
}

impl Counts {
    /// Counts the problems of one map.
    pub(super) fn add(&mut self, problems: &[Problem]) {
        for problem in problems {
            match problem.severity() {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Note => self.notes += 1,
            }
            self.fixable += usize::from(problem.fix().is_some());
        }
    }

    /// `3 maps: 1 error, 4 warnings, 20 notes; --fix fixes 2`. Empty where there is nothing to say.
    pub(super) fn summary(&self, maps: usize) -> String {
        let kinds = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let reported: Vec<String> =
            kinds.iter().filter(|(count, _)| *count > 0).map(|&(count, what)| counted(count, what)).collect();
        if reported.is_empty() {
            return String::new();
        }
        let fixes = if self.fixable > 0 { format!("; --fix fixes {}", self.fixable) } else { String::new() };
        format!("{}: {}{fixes}\n", counted(maps, "map"), reported.join(", "))
    }
}
