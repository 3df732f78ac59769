//! Problems for programs.
//!
//! The document is `{"version": 1, "maps": […]}`, with one entry for each input, in order:
//!
//! ```json
//! {"name": "tea.wm", "problems": [{
//!   "code": "unknown-component", "severity": "warning",
//!   "message": "…", "help": "…",
//!   "labels": [{"file": "tea.wm", "text": "not defined", "start": {"byte": 57, "line": 3, "column": 1}, "end": {…}}],
//!   "fix": {"file": "tea.wm", "start": {…}, "end": {…}, "replacement": "…"}
//! }]}
//! ```
//!
//! `severity` is `error`, `warning` or `note`. `help` and `fix` are null where there is none. The first label is the main one.
//! Lines and columns count from 1, columns in Unicode code points; bytes count from 0, in UTF-8, without a byte order mark; an
//! end is the place behind the last character. New keys may appear; the meaning of those above changes only with `version`.

use serde_json::{Value, json};

use crate::cli::commands::check::Checked;
use crate::problem::{Fix, Label, Problem};
use crate::source::{Source, Sources, Span};

pub(super) const OPENING: &str = "{\"version\":1,\"maps\":[\n";
pub(super) const CLOSING: &str = "\n]}\n";

/// One entry of `maps`.
pub(super) fn map(checked: &Checked) -> String {
    let problems: Vec<Value> = checked.problems.iter().map(|problem| value(problem, &checked.sources)).collect();
    let name = checked.sources.iter().next().map(Source::name);
    json!({ "name": name, "problems": problems }).to_string()
}

fn value(problem: &Problem, sources: &Sources) -> Value {
    let labels: Vec<Value> = problem.labels().iter().map(|label| labelled(label, sources)).collect();
    json!({
        "code": problem.code(),
        "severity": problem.severity().name(),
        "message": problem.message(),
        "help": problem.help(),
        "labels": labels,
        "fix": problem.fix().map(|fix| replacement(&fix, sources)),
    })
}

fn labelled(label: &Label, sources: &Sources) -> Value {
    let (file, start, end) = places(label.span, sources);
    json!({ "file": file, "start": start, "end": end, "text": label.text })
}

fn replacement(fix: &Fix, sources: &Sources) -> Value {
    let (file, start, end) = places(fix.span, sources);
    json!({ "file": file, "start": start, "end": end, "replacement": fix.replacement })
}

fn places(span: Span, sources: &Sources) -> (&str, Value, Value) {
    let source = sources.get(span.source);
    (source.name(), place(source, span.start), place(source, span.end))
}

fn place(source: &Source, byte: u32) -> Value {
    let place = source.place(byte as usize);
    json!({ "byte": byte, "line": place.line, "column": place.column })
}
