//! [`tokens`]: what each piece of a text is, for its color.

use super::at::file;
use crate::Reading;
use crate::source::{SourceId, Span};
use crate::syntax::ast::{Bracket, LinkStatement, Modifier, Part, Statement, Text, Value};
use crate::vocabulary::Keyword;

/// What a piece of text is. The order is that of the protocol's legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TokenKind {
    /// A keyword.
    Keyword,
    /// The name of a component.
    Name,
    /// A number.
    Number,
    /// A word of an axis.
    Word,
    /// A decorator.
    Decorator,
    /// An arrow.
    Arrow,
    /// Free text.
    Text,
    /// A comment.
    Comment,
}

/// A piece of text and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Token {
    /// The piece, within one line.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// The pieces of a text, in order; none lies over another.
pub fn tokens(reading: &Reading, source: SourceId) -> Vec<Token> {
    let Some(file) = file(reading, source) else { return Vec::new() };
    let mut list = Tokens { reading, list: Vec::new() };
    for line in &file.lines {
        for comment in &line.comments {
            list.add(*comment, TokenKind::Comment);
        }
        if let Some(statement) = &line.statement {
            list.statement(statement, line.span);
        }
    }
    let mut list = list.list;
    list.sort();
    let mut end = 0;
    list.retain(|token| {
        let free = token.span.start >= end && !token.span.is_empty();
        if free {
            end = token.span.end;
        }
        free
    });
    list
}

struct Tokens<'a> {
    reading: &'a Reading,
    list: Vec<Token>,
}

impl Tokens<'_> {
    fn add(&mut self, span: Span, kind: TokenKind) {
        self.list.push(Token { span, kind });
    }

    fn text(&mut self, text: &Text, kind: TokenKind) {
        self.add(*text.span, kind);
    }

    fn statement(&mut self, statement: &Statement, line: Span) {
        match statement {
            Statement::Either { statement, link } => {
                // Whichever it was taken for, its names are known.
                let first = link.ends.first().map(|end| *end.span);
                let named = first.is_some_and(|first| self.reading.references.iter().any(|known| known.span == first));
                if named {
                    self.link(link);
                } else {
                    self.statement(statement, line);
                }
                return;
            }
            Statement::Link(link) => return self.link(link),
            Statement::Unknown(_) | Statement::FrontMatter(_) => return,
            _ => {}
        }
        self.keyword(line);
        match statement {
            Statement::Component(said) => {
                self.text(&said.name, TokenKind::Name);
                self.bracket(said.position.as_ref());
                self.modifiers(&said.modifiers);
            }
            Statement::Evolve(said) => {
                let names = [Some(&said.name), said.rename.as_ref()];
                for name in names.into_iter().flatten() {
                    self.named(name);
                }
                said.target.iter().chain(&said.from).for_each(|part| self.part(part));
                self.modifiers(&said.modifiers);
            }
            Statement::Pipeline(said) => {
                self.text(&said.name, TokenKind::Name);
                self.bracket(said.range.as_ref());
                self.modifiers(&said.modifiers);
            }
            Statement::Note(said) => {
                self.text(&said.text, TokenKind::Text);
                self.bracket(said.position.as_ref());
                self.modifiers(&said.modifiers);
            }
            Statement::Force(said) => {
                self.text(&said.name, TokenKind::Text);
                self.bracket(said.position.as_ref());
            }
            Statement::Annotation(said) => {
                self.text(&said.number, TokenKind::Number);
                said.positions.iter().for_each(|bracket| self.bracket(Some(bracket)));
                said.text.iter().for_each(|text| self.text(text, TokenKind::Text));
            }
            Statement::Attitude(said) => {
                self.bracket(said.area.as_ref());
                said.name.iter().for_each(|text| self.text(text, TokenKind::Text));
            }
            Statement::Annotations(bracket) | Statement::Size(bracket) => self.bracket(Some(bracket)),
            Statement::Property(said) => self.text(&said.name, TokenKind::Name),
            Statement::Evolution(axis)
            | Statement::ValueChain(axis)
            | Statement::YAxis(axis)
            | Statement::XAxis(axis) => {
                axis.names.iter().for_each(|name| self.text(&name.name, TokenKind::Word));
            }
            Statement::Words(Keyword::Style, text) => self.text(text, TokenKind::Word),
            Statement::Words(_, text) | Statement::Include(text) => {
                self.text(text, TokenKind::Text);
            }
            Statement::Url { id, address } => {
                self.text(id, TokenKind::Word);
                if let Some(address) = address {
                    self.text(address, TokenKind::Text);
                }
            }
            _ => {}
        }
    }

    fn keyword(&mut self, line: Span) {
        let written = self.reading.sources.slice(line);
        let bare = written.trim_start();
        let length = bare.find(|mark: char| !(mark.is_alphanumeric() || mark == '-')).unwrap_or(bare.len());
        let start = line.start as usize + written.len() - bare.len();
        self.add(Span::new(line.source, start, start + length), TokenKind::Keyword);
    }

    /// A name behind which words of a target may stand.
    fn named(&mut self, name: &Text) {
        let references = &self.reading.references;
        let at = references
            .partition_point(|known| (known.span.source, known.span.start) < (name.span.source, name.span.start));
        let known = references
            .get(at)
            .filter(|known| known.span.source == name.span.source && known.span.start == name.span.start);
        let end = known.map_or(name.span.end, |known| known.span.end);
        self.add(Span { end, ..*name.span }, TokenKind::Name);
        let rest = Span { start: end, ..*name.span };
        let written = self.reading.sources.slice(rest);
        let blanks = (written.len() - written.trim_start().len()) as u32;
        self.add(Span { start: rest.start + blanks, ..rest }, TokenKind::Word);
    }

    fn link(&mut self, link: &LinkStatement) {
        link.ends.iter().for_each(|end| self.text(end, TokenKind::Name));
        link.arrows.iter().for_each(|arrow| self.add(*arrow.span, TokenKind::Arrow));
        link.context.iter().for_each(|context| self.text(context, TokenKind::Text));
    }

    fn bracket(&mut self, bracket: Option<&Bracket>) {
        bracket.into_iter().flat_map(|bracket| &bracket.parts).for_each(|part| self.part(part));
    }

    fn part(&mut self, part: &Part) {
        match part.value {
            Value::Number(_) | Value::Malformed(_) => self.add(*part.span, TokenKind::Number),
            Value::Words(_) | Value::Name(_) | Value::Open => self.add(*part.span, TokenKind::Word),
            Value::Empty => {}
        }
    }

    fn modifiers(&mut self, modifiers: &[Modifier]) {
        for modifier in modifiers {
            match modifier {
                Modifier::Label { offset, span, .. } => {
                    let end = offset.as_ref().map_or(span.end, |offset| offset.span.start);
                    let word = self.reading.sources.slice(Span { end, ..**span }).trim_end().len() as u32;
                    self.add(Span { end: span.start + word, ..**span }, TokenKind::Keyword);
                    self.bracket(offset.as_ref());
                }
                Modifier::Decorators(words, _) => {
                    for (_, span) in words {
                        self.add(**span, TokenKind::Decorator);
                    }
                }
                Modifier::Inertia(span) => self.add(**span, TokenKind::Decorator),
                Modifier::Evolve(part, _) => self.part(part),
                Modifier::Url(text) | Modifier::Description(text) | Modifier::LabelText(text) => {
                    self.text(text, TokenKind::Text);
                }
                Modifier::Parenthesis(..) | Modifier::Stray(_) => {}
            }
        }
    }
}
