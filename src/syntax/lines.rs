//! [`parse`]: a text, line by line. What reaches over a line's end is kept in mind here.

use std::collections::HashSet;

use super::ast::{File, Line, LinkStatement, Statement, Text};
use super::expected;
use super::parser::{self, Read};
use super::words::{is_whitespace, loose};
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
    let mut reader = Reader {
        source,
        id,
        within: Within::Text,
        nothing_yet: true,
        lines: Vec::new(),
        problems: Vec::new(),
        block: None,
        doubtful: Vec::new(),
    };
    let mut start = 0;
    for line in source.text().split('\n') {
        reader.line(start, line.strip_suffix('\r').unwrap_or(line));
        start += line.len() + 1;
    }
    if let Within::Comment(span) = reader.within {
        reader.problems.push(Problem::UnclosedComment { span });
    }
    reader.decide_links();
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
    /// How deep the `pipeline` without a brace stands, below which components may stand deeper, and whether it has a range.
    block: Option<(usize, bool)>,
    /// Lines whose keyword's text holds an arrow, by their number from 0, and what they are as links.
    doubtful: Vec<(usize, LinkStatement)>,
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
            Some(statement) if read.or_link.is_none() => super::validate(statement, self.source, &mut self.problems),
            _ => {}
        }
        self.doubtful.extend(read.or_link.map(|link| (self.lines.len(), link)));
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

    /// `Title Office -> Reading Room` is a link where both are components of this text; else it is what its keyword says.
    fn decide_links(&mut self) {
        if self.doubtful.is_empty() {
            return;
        }
        let names: HashSet<String> = self.lines.iter().filter_map(defined).map(|name| loose(&name.text)).collect();
        for (at, link) in std::mem::take(&mut self.doubtful) {
            if link.ends.iter().all(|end| !end.text.is_empty() && names.contains(&loose(&end.text))) {
                self.lines[at].statement = Some(Statement::Link(link));
            }
            if let Some(statement) = &self.lines[at].statement {
                super::validate(statement, self.source, &mut self.problems);
            }
        }
        self.problems.sort_by_key(Problem::span);
    }

    /// Whether the line belongs to the block below a pipeline; keeps in mind where such a block begins and ends. A component
    /// with two numbers stands for itself where the pipeline has a range.
    fn is_indented(&mut self, span: Span, statement: Option<&Statement>) -> bool {
        let Some(statement) = statement else { return false };
        let line = self.source.slice(span);
        let depth = line.len() - line.trim_start_matches(is_whitespace).len();
        let belongs = match (self.block, statement) {
            (Some((above, has_range)), Statement::Component(component)) => {
                let parts = component.position.as_ref().map_or(0, |position| position.parts.len());
                depth > above && !(has_range && parts > 1)
            }
            _ => false,
        };
        if !belongs {
            self.block = match statement {
                Statement::Pipeline(pipeline) if pipeline.open.is_none() => Some((depth, pipeline.range.is_some())),
                _ => None,
            };
        }
        belongs
    }

    fn push(&mut self, span: Span, statement: Option<Statement>, comments: Vec<Span>) {
        let indented = self.is_indented(span, statement.as_ref());
        self.lines.push(Line { span, statement, comments, indented });
    }
}

/// The name that a line gives to something, where there is no doubt.
fn defined(line: &Line) -> Option<&Text> {
    match line.statement.as_ref()? {
        Statement::Component(component) => Some(&component.name),
        Statement::Evolve(evolve) => evolve.rename.as_ref(),
        _ => None,
    }
}
