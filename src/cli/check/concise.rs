//! A line for each problem, as editors and `grep` like it.

use std::fmt::Write as _;

use super::Checked;

/// `tea.wm:7:15: warning[unknown-component]: …`
pub(super) fn lines(checked: &Checked) -> String {
    let mut lines = String::new();
    for problem in &checked.problems {
        let span = problem.labels().first().map_or(problem.span(), |label| label.span);
        let place = checked.sources.place(span);
        let name = checked.sources.get(span.source).name();
        let (severity, code, message) = (problem.severity().name(), problem.code(), problem.message());
        // Writing into a string cannot fail.
        let _ = writeln!(lines, "{name}:{}:{}: {severity}[{code}]: {message}", place.line, place.column);
    }
    lines
}
