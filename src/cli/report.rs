//! Problems as people read them.

use std::fmt::Write;

use crate::problem::{Problem, Severity};
use crate::source::Sources;

/// The problems that matter at least `least`, one line each.
pub(super) fn report(sources: &Sources, problems: &[Problem], least: Severity) -> String {
    let mut report = String::new();
    for problem in problems.iter().filter(|problem| problem.severity() >= least) {
        let (span, severity) = (problem.span(), problem.severity().name());
        let (name, place) = (sources.get(span.source).name(), sources.place(span));
        let _ = writeln!(report, "{name}:{}:{}: {severity}: {}", place.line, place.column, problem.message());
    }
    report
}
