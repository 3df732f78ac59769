//! One line, written anew where that changes nothing.

use super::names::Names;
use super::{INDENT, Place};
use crate::source::{Source, SourceId, Span};
use crate::syntax::ast::{File, Line, LinkStatement, Statement};
use crate::syntax::{LINE_LIMIT, is_whitespace, parse, print};
use crate::vocabulary::Dialect;

/// Writes the lines of one text.
pub(super) struct Lines<'a> {
    source: &'a Source,
    dialect: Dialect,
    names: Names,
}

impl<'a> Lines<'a> {
    pub(super) fn new(source: &'a Source, file: &File) -> Self {
        let mermaid = file.lines.iter().any(|line| matches!(line.statement, Some(Statement::MermaidHeader(_))));
        let dialect = if mermaid { Dialect::Mermaid } else { Dialect::Owm };
        Self { source, dialect, names: Names::of(file) }
    }

    /// What becomes of a line that is to say `statements`, which are those of the line in the forms of today; none where another
    /// line says it now.
    pub(super) fn written(&self, line: &Line, statements: &[Statement], place: Place) -> Vec<String> {
        let text = self.source.slice(line.span);
        if place.within_comment || matches!(line.statement, Some(Statement::Unknown(_) | Statement::FrontMatter(_))) {
            return vec![text.to_owned()];
        }
        if line.statement.is_some() && statements.is_empty() {
            return Vec::new();
        }
        let inside = (place.within_braces || line.indented) && !matches!(line.statement, Some(Statement::Close(_)));
        // A line near the limit must not grow beyond it.
        let indent = if inside && text.len() < LINE_LIMIT / 2 { INDENT } else { "" };
        let written = self.anew(line, statements).unwrap_or_else(|| vec![self.tidied(line)]);
        written.into_iter().map(|written| format!("{indent}{written}")).collect()
    }

    /// The line without the whitespace around it. A comment that goes on behind its end keeps them there.
    fn tidied(&self, line: &Line) -> String {
        let text = self.source.slice(line.span).trim_start_matches(is_whitespace);
        let open = line.comments.last().is_some_and(|last| self.source.slice(*last).starts_with("/*"));
        if open { text.to_owned() } else { text.trim_end_matches(is_whitespace).to_owned() }
    }

    /// The statements, each on its line, the comment behind the first; if they are then read as what they are.
    pub(super) fn anew(&self, line: &Line, statements: &[Statement]) -> Option<Vec<String>> {
        if !self.ends_in_comment(line) {
            return None;
        }
        let mut written = Vec::with_capacity(statements.len());
        for (at, statement) in statements.iter().enumerate() {
            let reading = if let Statement::Either { statement, .. } = statement { statement } else { statement };
            let mut text = print(reading, self.dialect)?;
            let comment = if at == 0 { line.comments.first().map(|comment| self.source.slice(*comment)) } else { None };
            if let Some(comment) = comment {
                text = format!("{text} {comment}");
            }
            let same = text == self.source.slice(line.span) && statements.len() == 1;
            if !same && !self.says(&text, statement, comment) {
                return None;
            }
            written.push(text);
        }
        (!written.is_empty()).then_some(written)
    }

    /// Whether the line has no comment but one at its end.
    fn ends_in_comment(&self, line: &Line) -> bool {
        let rest = |comment: Span| &self.source.text()[comment.end as usize..line.span.end as usize];
        line.comments.len() <= 1 && line.comments.iter().all(|&comment| rest(comment).chars().all(is_whitespace))
    }

    /// Whether the line `text` is read as this statement and this comment.
    fn says(&self, text: &str, statement: &Statement, comment: Option<&str>) -> bool {
        let source = Source::new("", text);
        let mut parsed = parse(&source, SourceId::default());
        if parsed.file.lines.len() != 1 {
            return false;
        }
        let Some(line) = parsed.file.lines.pop() else { return false };
        let comments: Vec<&str> = line.comments.iter().map(|span| source.slice(*span)).collect();
        let Some(read) = line.statement else { return false };
        comments.as_slice() == comment.as_slice() && self.same(&read, statement)
    }

    /// Whether both statements say the same, whatever the names on the map.
    fn same(&self, one: &Statement, other: &Statement) -> bool {
        let (one, one_link) = readings(one);
        let (other, other_link) = readings(other);
        one == other && (one_link == other_link || !self.may_link(one_link) && !self.may_link(other_link))
    }

    /// Whether a line with this second reading may be a link.
    fn may_link(&self, link: Option<&LinkStatement>) -> bool {
        link.is_some_and(|link| link.ends.iter().any(|end| self.names.may_have(&end.text)))
    }
}

/// The line's reading as a statement, and as a link, where it has both.
fn readings(statement: &Statement) -> (&Statement, Option<&LinkStatement>) {
    match statement {
        Statement::Either { statement, link } => (statement, Some(link)),
        other => (other, None),
    }
}
