//! A group of problems as miette wants to be reported: [`Report`].

use std::fmt;

use miette::{Diagnostic, LabeledSpan, SourceCode};

use crate::cli::report::excerpt::Excerpt;
use crate::cli::report::group::Group;
use crate::cli::terminal::plain;
use crate::problem::{Label, Problem, Severity};
use crate::source::{Source, Sources};

/// So many of the others in a group are shown in the text; of the rest the line numbers are reported.
const SHOWN: usize = 2;
/// So many line numbers are reported.
const LISTED: usize = 12;

/// One report.
pub(crate) struct Report<'a> {
    problem: &'a Problem,
    message: String,
    labels: Vec<Label>,
    help: Option<String>,
    excerpt: Excerpt<'a>,
}

impl<'a> Report<'a> {
    /// The report on a group. Labels in other texts than the first problem's are reported by file and line.
    pub(crate) fn new(group: &Group<'a>, sources: &'a Sources) -> Self {
        let problem = group.first;
        let home = sources.get(problem.span().source);
        let (mut labels, away): (Vec<_>, Vec<_>) =
            problem.labels().into_iter().partition(|label| label.span.source == problem.span().source);
        let mut asides: Vec<String> = away.iter().map(|label| aside(label, sources)).collect();
        let (shown, listed) = group.others.split_at(group.others.len().min(SHOWN));
        labels.extend(
            shown
                .iter()
                .filter_map(|other| other.labels().into_iter().next())
                .filter(|label| label.span.source == problem.span().source),
        );
        asides.extend(elsewhere(listed, home));
        let help = problem.help().into_iter().chain(asides).collect::<Vec<_>>().join("\n");
        let excerpt = Excerpt::new(home, &mut labels);
        let help = Some(plain(&help)).filter(|help| !help.is_empty());
        Self { problem, message: plain(&message(group)), labels, help, excerpt }
    }
}

/// The first problem's message, and how often it holds.
fn message(group: &Group) -> String {
    match group.len() {
        1 => group.first.message(),
        count => format!("{} ({count} times)", group.first.message()),
    }
}

/// `defined here: other.wm:3:1`
fn aside(label: &Label, sources: &Sources) -> String {
    let place = sources.place(label.span);
    format!("{}: {}:{}:{}", label.text, sources.get(label.span.source).name(), place.line, place.column)
}

/// `also in lines 12, 14, 31 and 9 more`
fn elsewhere(others: &[&Problem], home: &Source) -> Option<String> {
    let line = |other: &&Problem| home.place(other.span().start as usize).line;
    let mut lines: Vec<usize> = others.iter().map(line).collect();
    lines.dedup();
    let more = lines.len().saturating_sub(LISTED);
    let reported: Vec<String> = lines.iter().take(LISTED).map(usize::to_string).collect();
    let s = if lines.len() == 1 { "" } else { "s" };
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    (!reported.is_empty()).then(|| format!("also in line{s} {}{more}", reported.join(", ")))
}

impl Diagnostic for Report<'_> {
    fn code<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        Some(Box::new(format!("wardley::{}", self.problem.code())))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.problem.severity() {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Note => miette::Severity::Advice,
        })
    }

    fn help<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().enumerate().map(|(at, label)| {
            let text = Some(plain(&label.text)).filter(|text| !text.is_empty());
            let span = (label.span.start as usize, label.span.len());
            if at == 0 {
                LabeledSpan::new_primary_with_span(text, span)
            } else {
                LabeledSpan::new_with_span(text, span)
            }
        })))
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl fmt::Debug for Report<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl std::error::Error for Report<'_> {}
