//! Problems as the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), which code scanning services read.

use serde_json::{Value, json};

use crate::cli::commands::check::Checked;
use crate::cli::files::paths::address;
use crate::problem::{self, Label, Problem, Severity};
use crate::source::{Sources, Span};

pub(super) const CLOSING: &str = "\n]}]}\n";

/// Everything before the results: the tool and what its codes mean.
pub(super) fn opening() -> String {
    let rules: Vec<Value> = problem::codes().iter().map(|&(code, severity)| rule(code, severity)).collect();
    let driver = json!({
        "name": "wardley",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    });
    format!(
        concat!(
            "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[",
            "{{\"columnKind\":\"unicodeCodePoints\",\"tool\":{{\"driver\":{}}},\"results\":[\n"
        ),
        driver
    )
}

fn rule(code: &str, severity: Severity) -> Value {
    let text = problem::explain(code).and_then(|text| text.split("\n\n").next()).unwrap_or_default().replace('\n', " ");
    json!({
        "id": code,
        "fullDescription": { "text": text },
        "defaultConfiguration": { "level": level(severity) },
    })
}

fn level(severity: Severity) -> &'static str {
    severity.name() // SARIF's words are ours.
}

/// The results of one map, with commas between them; empty where there are none.
pub(super) fn results(checked: &Checked) -> String {
    let results = checked.problems.iter().map(|problem| result(problem, &checked.sources).to_string());
    results.collect::<Vec<_>>().join(",\n")
}

fn result(problem: &Problem, sources: &Sources) -> Value {
    let labels = problem.labels();
    let text = problem.help().map_or_else(|| problem.message(), |help| format!("{}\n{help}", problem.message()));
    let mut result = json!({
        "ruleId": problem.code(),
        "level": level(problem.severity()),
        "message": { "text": text },
        "locations": labels.iter().take(1).map(|label| location(label, sources)).collect::<Vec<_>>(),
        "relatedLocations": labels.iter().skip(1).map(|label| location(label, sources)).collect::<Vec<_>>(),
    });
    if let Some(fix) = problem.fix() {
        result["fixes"] = json!([{ "artifactChanges": [{
            "artifactLocation": { "uri": address(sources.get(fix.span.source).name()) },
            "replacements": [{
                "deletedRegion": region(fix.span, sources),
                "insertedContent": { "text": fix.replacement },
            }],
        }] }]);
    }
    result
}

fn location(label: &Label, sources: &Sources) -> Value {
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": address(sources.get(label.span.source).name()) },
            "region": region(label.span, sources),
        },
        "message": { "text": label.text },
    })
}

fn region(span: Span, sources: &Sources) -> Value {
    let source = sources.get(span.source);
    let (start, end) = (source.place(span.start as usize), source.place(span.end as usize));
    json!({ "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column })
}
