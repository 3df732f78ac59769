//! Which problems are looked for, which count, and what they make of the exit status: [`Verdict`].

use crate::cli::commands::check::explain::known;
use crate::cli::failure::{Failure, Status};
use crate::problem::{Problem, Severity};

/// What `--deny`, `--allow` and `--layout` say.
pub(super) struct Verdict {
    /// Whether what only the layout finds counts too.
    pub(super) layout: bool,
    /// Problems that matter at least so much are denied.
    least: Severity,
    denied: Vec<&'static str>,
    allowed: Vec<&'static str>,
}

impl Verdict {
    /// From the arguments as they are written.
    pub(super) fn new(deny: &[String], strict: bool, allow: &[String], layout: bool) -> Result<Self, Failure> {
        let least = if strict { Severity::Warning } else { Severity::Error };
        let mut verdict = Self { layout, least, denied: Vec::new(), allowed: Vec::new() };
        for what in deny {
            match what.as_str() {
                "warnings" => verdict.least = verdict.least.min(Severity::Warning),
                "notes" => verdict.least = Severity::Note,
                code => verdict.denied.push(known(code)?),
            }
        }
        for code in allow {
            verdict.allowed.push(known(code)?);
        }
        Ok(verdict)
    }

    /// Whether nothing is said of the problem.
    pub(super) fn allows(&self, problem: &Problem) -> bool {
        self.allowed.contains(&problem.code())
    }

    /// What problems make of the exit status.
    pub(super) fn status(&self, problems: &[Problem]) -> Status {
        let denies = |problem: &Problem| problem.severity() >= self.least || self.denied.contains(&problem.code());
        if problems.iter().any(denies) { Status::Problems } else { Status::Fine }
    }
}
