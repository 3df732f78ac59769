//! [`parse`]: a text, line by line. What reaches over a line's end is kept in mind here.

use super::ast::{File, Line, Statement};
use super::expected;
use super::parser::{self, Read};
use crate::problem::Problem;
use crate::source::{Source, SourceId, Span};

/// The longest line that is read, in bytes. A longer one is reported and left out.
pub const LINE_LIMIT: usize = 64 * 1024;

/// What [`parse`] returns.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// Every line of the text.
    pub file: File,
    /// What was wrong, in the order of the text.
    pub problems: Vec<Problem>,
}

/// Reads `source`, which is number `id` of the map's texts. Takes time linear in the text.
pub fn parse(source: &Source, id: SourceId) -> Parsed {
    let mut reader =
        Reader { source, id, within: Within::Text, nothing_yet: true, lines: Vec::new(), problems: Vec::new() };
    let mut start = 0;
    for line in source.text().split('\n') {
        reader.line(start, line.strip_suffix('\r').unwrap_or(line));
        start += line.len() + 1;
    }
    if let Within::Comment(span) = reader.within {
        reader.problems.push(Problem::UnclosedComment { span });
    }
    Parsed { file: File { source: id, lines: reader.lines }, problems: reader.problems }
}

/// What a line stands in.
#[derive(Clone, Copy, PartialEq)]
enum Within {
    Text,
    /// A block comment that began at this mark.
    Comment(Span),
    /// YAML front matter.
    FrontMatter,
}

struct Reader<'a> {
    source: &'a Source,
    id: SourceId,
    within: Within,
    /// Whether all lines so far were empty.
    nothing_yet: bool,
    lines: Vec<Line>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn line(&mut self, start: usize, text: &str) {
        let span = Span::new(self.id, start, start + text.len());
        if self.within == Within::FrontMatter || (self.nothing_yet && self.opens_front_matter(start, text)) {
            let closes = !self.nothing_yet && text.trim_end() == "---";
            self.nothing_yet = false;
            self.within = if closes { Within::Text } else { Within::FrontMatter };
            return self.push(span, Some(Statement::FrontMatter(span.into())), Vec::new());
        }
        self.nothing_yet &= text.trim().is_empty();
        if text.len() > LINE_LIMIT {
            self.problems.push(Problem::LineTooLong { span, limit: LINE_LIMIT });
            return self.push(span, Some(Statement::Unknown(span.into())), Vec::new());
        }
        let read = match self.within {
            Within::Comment(_) => parser::line_in_comment(text, self.id, start),
            Within::Text | Within::FrontMatter => parser::line(text, self.id, start),
        };
        self.keep_comment_in_mind(&read);
        match &read.statement {
            Some(Statement::Unknown(at)) => {
                self.problems.push(expected::explain(self.source.slice(**at), **at));
            }
            Some(statement) => super::validate(statement, self.source, &mut self.problems),
            None => {}
        }
        self.push(span, read.statement, read.comments);
    }

    /// Front matter stands at the top, and only where it is closed again: a lone `---` is a line like any other.
    fn opens_front_matter(&self, start: usize, text: &str) -> bool {
        text.trim_end() == "---" && self.source.text()[start..].lines().skip(1).any(|line| line.trim_end() == "---")
    }

    fn keep_comment_in_mind(&mut self, read: &Read) {
        if read.closes_comment {
            self.within = Within::Text;
        }
        if let Some(mark) = read.opens_comment {
            self.within = Within::Comment(mark);
        }
    }

    fn push(&mut self, span: Span, statement: Option<Statement>, comments: Vec<Span>) {
        self.lines.push(Line { span, statement, comments });
    }
}
