//! A line for each problem: for editors and `grep`, and as commands of a GitHub workflow.

use std::fmt::Write as _;

use crate::cli::commands::check::Checked;
use crate::cli::terminal::plain;
use crate::problem::Severity;

/// `tea.wm:7:15: warning[unknown-component]: …`
pub(super) fn concise(checked: &Checked) -> String {
    let mut lines = String::new();
    for problem in &checked.problems {
        let span = problem.labels().first().map_or(problem.span(), |label| label.span);
        let place = checked.sources.place(span);
        let name = plain(checked.sources.get(span.source).name());
        let (severity, code, message) = (problem.severity().name(), problem.code(), plain(&problem.message()));
        // Writing into a string cannot fail.
        let _ = writeln!(lines, "{name}:{}:{}: {severity}[{code}]: {message}", place.line, place.column);
    }
    lines
}

/// `::warning file=tea.wm,line=7,…::…`, one line each.
pub(super) fn github(checked: &Checked) -> String {
    let mut lines = String::new();
    for problem in &checked.problems {
        let span = problem.labels().first().map_or(problem.span(), |label| label.span);
        let source = checked.sources.get(span.source);
        let (start, end) = (source.place(span.start as usize), source.place(span.end as usize));
        let command = match problem.severity() {
            Severity::Note => "notice",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let file = property(&plain(source.name()));
        let text = problem.help().map_or_else(|| problem.message(), |help| format!("{}\n{help}", problem.message()));
        let _ = writeln!(
            lines,
            "::{command} file={file},line={},endLine={},col={},endColumn={},title=wardley%3A%3A{}::{}",
            start.line,
            end.line,
            start.column,
            end.column,
            problem.code(),
            data(&plain(&text))
        );
    }
    lines
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
