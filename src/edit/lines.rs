//! New lines, put where an author would put them, and lines taken away.

use super::bracket::{Site, placed};
use super::{Edit, Refused, find};
use crate::Reading;
use crate::map::Position;
use crate::source::{SourceId, Span};
use crate::syntax::ast::{Line, Statement};

/// A line that says `text`, behind the last line whose statement is like this, else behind the last of the next kind of
/// `kinds`, else behind all that is said. New lines stand in the text that was asked for, not in what it includes.
pub(super) fn put_in(reading: &Reading, text: &str, kinds: &[fn(&Statement) -> bool]) -> Result<Edit, Refused> {
    let source = SourceId::default();
    let all = reading.sources.get(source).text();
    let lines = free_lines(reading, source);
    let last = |like: &dyn Fn(&Statement) -> bool| {
        lines.iter().rev().find(|line| line.statement.as_ref().is_some_and(like)).copied()
    };
    let anchor = kinds.iter().find_map(|kind| last(kind)).or_else(|| last(&|_| true));
    let end = line_end(all);
    if let Some(line) = anchor {
        let written = reading.sources.slice(line.span);
        let indent = &written[..written.len() - written.trim_start_matches([' ', '\t']).len()];
        return Ok(Edit::new(line.span.after(), format!("{end}{indent}{text}")));
    }
    // Nothing is said yet: at the end, unless that is within a comment.
    let file = reading.files.first().ok_or(Refused::NoPlace)?;
    let open = file.lines.iter().rev().find_map(|line| line.comments.last()).is_some_and(|comment| {
        let comment = reading.sources.slice(*comment);
        comment.starts_with("/*") && !comment.contains("*/")
    });
    if open {
        return Ok(Edit::new(Span::new(source, 0, 0), format!("{text}{end}")));
    }
    let start = if all.is_empty() || all.ends_with(['\n', '\r']) { "" } else { end };
    Ok(Edit::new(Span::new(source, all.len(), all.len()), format!("{start}{text}{end}")))
}

/// `annotations […]` where the map does not say where its legend stands.
pub(super) fn put_legend(reading: &Reading, to: Position) -> Result<Vec<Edit>, Refused> {
    let behind = Span::default();
    let bracket = placed(reading, &Site::Behind(behind), Position::default(), to, false);
    let bracket = bracket.first().map(|edit| edit.text.clone()).unwrap_or_default();
    let like: [fn(&Statement) -> bool; 1] = [|statement| matches!(statement, Statement::Annotation(_))];
    Ok(vec![put_in(reading, &format!("annotations{bracket}"), &like)?])
}

/// The lines behind which another can stand that means what it says: none within braces, none that opens a comment, none
/// that a brace may follow.
fn free_lines(reading: &Reading, source: SourceId) -> Vec<&Line> {
    let children = reading.map.components.iter().filter(|component| component.pipeline.is_some());
    let children: Vec<Span> = children.map(|component| component.span).collect();
    let mut within = false;
    let lines = reading.files.iter().filter(|file| file.source == source).flat_map(|file| &file.lines);
    let free = lines.filter(|line| {
        let Some(statement) = &line.statement else { return false };
        let before = within;
        within = match statement {
            Statement::Pipeline(pipeline) => pipeline.open.is_some(),
            Statement::Open(_) => true,
            Statement::Close(_) => false,
            _ => within,
        };
        let child = matches!(statement, Statement::Component(said) if children.binary_search(&said.name.span).is_ok());
        let header = matches!(statement, Statement::Pipeline(_) | Statement::Open(_));
        let opens = line.comments.last().is_some_and(|comment| {
            let comment = reading.sources.slice(*comment);
            comment.starts_with("/*") && !comment.contains("*/")
        });
        !(before && !matches!(statement, Statement::Close(_)) || within || child || header || opens)
    });
    free.collect()
}

/// How the lines of a text end: as its first does.
pub(super) fn line_end(text: &str) -> &'static str {
    match text.find(['\n', '\r']).map(|at| &text[at..]) {
        Some(rest) if rest.starts_with("\r\n") => "\r\n",
        Some(rest) if rest.starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// Takes away what a line says. The line goes with it, unless it holds a comment.
pub(super) fn take_away(reading: &Reading, span: Span) -> Vec<Edit> {
    let Some(line) = find::line_of(reading, span) else { return Vec::new() };
    if line.comments.is_empty() {
        return vec![Edit::new(whole(reading, line.span), "")];
    }
    // What stands between the comments goes; the whitespace before the first stays, as its indent.
    let mut edits = Vec::new();
    let mut start = line.span.start;
    for comment in &line.comments {
        edits.push(Span { start, end: comment.start, ..line.span });
        start = comment.end;
    }
    edits.push(Span { start, end: line.span.end, ..line.span });
    edits.retain(|gap| !reading.sources.slice(*gap).trim().is_empty());
    edits.into_iter().map(|gap| Edit::new(gap, "")).collect()
}

/// A line with its end; the last line with the end of the one before.
fn whole(reading: &Reading, line: Span) -> Span {
    let text = reading.sources.get(line.source).text();
    let (before, behind) = (&text[..line.start as usize], &text[line.end as usize..]);
    let end = ["\r\n", "\n", "\r"].iter().find(|end| behind.starts_with(**end));
    if let Some(end) = end {
        return Span { end: line.end + end.len() as u32, ..line };
    }
    let end = ["\r\n", "\n", "\r"].iter().find(|end| before.ends_with(**end)).map_or(0, |end| end.len());
    Span { start: line.start - end as u32, ..line }
}
