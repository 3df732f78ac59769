//! What a person reads about the problems of a map: [`report`].

mod diagnostic;
pub(crate) mod diff;
mod excerpt;
mod group;

use std::fmt::Write as _;

use miette::{GraphicalReportHandler, GraphicalTheme, NarratableReportHandler, ThemeCharacters, ThemeStyles};

use crate::cli::terminal::{self, plain};
use crate::problem::{Problem, Severity};
use crate::source::Sources;
use diagnostic::Report;
use group::Group;

/// So many reports fill a screen; what else there is to say of a map is counted.
pub(crate) const SCREENFUL: usize = 8;

/// How reports look.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// In color.
    pub(crate) color: bool,
    /// Columns to a line.
    pub(crate) width: usize,
    /// In sentences, for those who listen to them, instead of lines and arrows.
    pub(crate) narrated: bool,
}

impl Look {
    /// What suits whoever reads this stream.
    pub(crate) fn of(stream: &impl anstream::stream::RawStream) -> Self {
        Self { color: terminal::colors(stream), width: terminal::width(stream), narrated: terminal::narrated() }
    }
}

/// Reports on the problems of one map, in the order of the text. What many lines have in common is reported once. After `most`
/// reports only their number follows, with the command that shows the rest.
pub(crate) fn report(sources: &Sources, problems: &[&Problem], look: Look, most: usize) -> String {
    let groups = group::groups(problems, sources);
    let (shown, rest) = groups.split_at(groups.len().min(most));
    let mut reported = String::new();
    for group in shown {
        let report = Report::new(group, sources);
        // A failing write into a string would be a failing formatter, of which miette has none.
        let _ = if look.narrated {
            NarratableReportHandler::new().with_context_lines(0).render_report(&mut reported, &report)
        } else {
            graphical(look).render_report(&mut reported, &report)
        };
        reported.push('\n');
    }
    if !rest.is_empty() {
        reported.push_str(&remainder(rest, sources));
    }
    reported
}

fn graphical(look: Look) -> GraphicalReportHandler {
    let styles = if look.color { ThemeStyles::ansi() } else { ThemeStyles::none() };
    let theme = GraphicalTheme { characters: ThemeCharacters::unicode(), styles };
    // Context lines are those between labels only; a map's lines are statements that explain each other little.
    GraphicalReportHandler::new_themed(theme)
        .with_links(false)
        .with_width(look.width)
        .with_context_lines(0)
        .tab_width(4)
}

/// `3 more warnings and 2 notes; wardley check --layout tea.wm shows them all`
fn remainder(rest: &[Group], sources: &Sources) -> String {
    let count =
        |severity| rest.iter().filter(|group| group.first.severity() == severity).map(Group::len).sum::<usize>();
    let mut counts = String::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let count = count(severity);
        if count > 0 {
            let comma = if counts.is_empty() { "" } else { ", " };
            let s = if count == 1 { "" } else { "s" };
            let _ = write!(counts, "{comma}{count} {}{s}", severity.name());
        }
    }
    let name = plain(sources.iter().next().map_or("", |source| source.name()));
    format!("… and {counts} more in {name}; `wardley check --layout {name}` shows them all\n\n")
}

/// `1 map`, `2 maps`.
pub(super) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
