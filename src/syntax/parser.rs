//! One line, read by the grammar.

use pest::Parser;
use pest::iterators::{Pair, Pairs};
use pest_derive::Parser;

use super::ast::{LinkStatement, Statement};
use super::words::is_whitespace;
use super::{links, statements};
use crate::source::{SourceId, Span, Where};

#[derive(Parser)]
#[grammar = "grammar/wardley.pest"]
pub(super) struct Grammar;

/// What a line holds.
#[derive(Default)]
pub(super) struct Read {
    pub(super) statement: Option<Statement>,
    /// The line as a link, where its statement is one whose text may hold arrows freely: it is a link only if both ends are
    /// names.
    pub(super) or_link: Option<LinkStatement>,
    pub(super) comments: Vec<Span>,
    /// The mark of a block comment that goes on behind this line.
    pub(super) opens_comment: Option<Span>,
    /// Whether the block comment that this line began in ends on it.
    pub(super) closes_comment: bool,
}

/// Where a line stands, so that what the grammar finds in it gets spans in the text.
#[derive(Clone, Copy)]
pub(super) struct At {
    source: SourceId,
    start: usize,
}

impl At {
    /// Where a pair stands, without the whitespace at its end.
    pub(super) fn span(self, pair: &Pair<Rule>) -> Where {
        let start = pair.as_span().start();
        self.offsets(start, start + pair.as_str().trim_end_matches(is_whitespace).len())
    }

    pub(super) fn offsets(self, start: usize, end: usize) -> Where {
        Where(Span::new(self.source, self.start + start, self.start + end))
    }
}

/// Reads a line outside a block comment. `start` is where it starts in the text.
pub(super) fn line(text: &str, source: SourceId, start: usize) -> Read {
    let at = At { source, start };
    let pairs = Grammar::parse(Rule::line, text)
        .or_else(|_| Grammar::parse(Rule::unknown_line, text))
        .expect("a line without line breaks is at least unknown");
    read(pairs, text, at)
}

/// Reads a line that begins inside a block comment.
pub(super) fn line_in_comment(text: &str, source: SourceId, start: usize) -> Read {
    let at = At { source, start };
    let Some(close) = text.find("*/").map(|mark| mark + 2) else {
        return Read { comments: vec![*at.offsets(0, text.len())], ..Read::default() };
    };
    let mut rest = line(&text[close..], source, start + close);
    rest.comments.insert(0, *at.offsets(0, close));
    rest.closes_comment = true;
    rest
}

fn read(pairs: Pairs<Rule>, text: &str, at: At) -> Read {
    let mut read = Read::default();
    let Some(line) = pairs.into_iter().next() else { return read };
    if text.contains("//") || text.contains("/*") || text.contains('#') || text.contains("%%") {
        read.comments = comments(line.clone(), at);
    }
    for pair in line.into_inner() {
        match pair.as_rule() {
            Rule::comment_open => {
                let start = pair.as_span().start();
                read.opens_comment = Some(*at.offsets(start, start + 2));
            }
            Rule::EOI | Rule::comment | Rule::block_comment | Rule::remark => {}
            rule => {
                read.or_link = holds_arrows(rule).then(|| link(text, at)).flatten();
                read.statement = Some(statement(pair, text, at));
            }
        }
    }
    read
}

fn comments(line: Pair<Rule>, at: At) -> Vec<Span> {
    let mut comments = Vec::new();
    for pair in line.into_inner().flatten() {
        match pair.as_rule() {
            Rule::comment | Rule::block_comment | Rule::comment_open | Rule::remark => comments.push(*at.span(&pair)),
            _ if pair.as_str().contains("/*") && pair.clone().into_inner().next().is_none() => {
                block_comments(&pair, at, &mut comments);
            }
            _ => {}
        }
    }
    comments
}

/// The block comments inside a name or another text that the grammar gives as a whole.
fn block_comments(pair: &Pair<Rule>, at: At, comments: &mut Vec<Span>) {
    let text = pair.as_str();
    let mut from = 0;
    while let Some(start) = text[from..].find("/*").map(|mark| from + mark) {
        let Some(end) = text[start + 2..].find("*/").map(|mark| start + mark + 4) else { return };
        comments.push(*at.offsets(pair.as_span().start() + start, pair.as_span().start() + end));
        from = end;
    }
}

fn statement(pair: Pair<Rule>, text: &str, at: At) -> Statement {
    let rule = pair.as_rule();
    let statement = statements::statement(pair, at);
    match may_be_link(rule).then(|| link(text, at)).flatten() {
        Some(link) => Statement::Either { statement: Box::new(statement), link },
        None => statement,
    }
}

/// Whether the text behind this rule's keyword may hold arrows freely, as the path of a file may, and the names of an axis.
fn holds_arrows(rule: Rule) -> bool {
    matches!(rule, Rule::include | Rule::evolution | Rule::value_chain | Rule::x_axis | Rule::y_axis)
}

/// Whether a line that begins with this rule's keyword may be a link all the same.
fn may_be_link(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::component
            | Rule::words_line
            | Rule::url
            | Rule::evolve
            | Rule::pipeline
            | Rule::note
            | Rule::annotation
            | Rule::attitude
            | Rule::force
            | Rule::property
            | Rule::class
            | Rule::area
    )
}

fn link(text: &str, at: At) -> Option<LinkStatement> {
    if !text.contains('>') && !text.contains('<') {
        return None;
    }
    let line = Grammar::parse(Rule::link_line, text).ok()?.next()?;
    let link = line.into_inner().find(|pair| pair.as_rule() == Rule::link)?;
    Some(links::link(link, at))
}
