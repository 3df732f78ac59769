//! What is wrong with a statement on its own, whatever the rest of the map says.

use super::ast::{AxisStatement, Bracket, ComponentStatement, LinkStatement, Modifier, Statement, Text};
use super::expected::example;
use crate::problem::Problem;
use crate::source::{Source, Span};
use crate::vocabulary::Keyword;

/// Adds what is wrong with `statement`, a statement of `source`. Of [`Statement::Either`] nothing is said: whoever decides which
/// reading holds asks again with that one.
pub fn validate(statement: &Statement, source: &Source, problems: &mut Vec<Problem>) {
    Validator { source, problems }.statement(statement);
}

struct Validator<'a> {
    source: &'a Source,
    problems: &'a mut Vec<Problem>,
}

impl Validator<'_> {
    fn statement(&mut self, statement: &Statement) {
        if let Statement::Either { .. } = statement {
            return;
        }
        let line = self.line_before(statement.span());
        if let Some(keyword) = statement.keyword() {
            self.keyword(keyword, line);
        }
        match statement {
            Statement::Words(keyword, text) if text.text.is_empty() => self.missing_value(*keyword, line),
            Statement::Size(bracket) | Statement::Annotations(bracket) => self.closed(bracket),
            Statement::Evolution(axis) => self.axis(axis, Keyword::Evolution),
            Statement::ValueChain(axis) => self.axis(axis, Keyword::ValueChain),
            Statement::Component(component) => self.component(component),
            Statement::Url { id, address } => self.url(id, address.as_ref()),
            Statement::Evolve(evolve) => {
                self.quote(&evolve.name);
                evolve.rename.iter().for_each(|name| self.quote(name));
                self.modifiers(&evolve.modifiers);
            }
            Statement::Pipeline(pipeline) => {
                self.name(Keyword::Pipeline.word(), *pipeline.span, &pipeline.name);
                self.position(pipeline.range.as_ref());
                self.modifiers(&pipeline.modifiers);
            }
            Statement::Note(note) => {
                self.quote(&note.text);
                self.position(note.position.as_ref());
                self.modifiers(&note.modifiers);
            }
            Statement::Annotation(annotation) => {
                annotation.positions.iter().for_each(|position| self.closed(position));
            }
            Statement::Attitude(attitude) => attitude.area.iter().for_each(|area| self.closed(area)),
            Statement::Force(force) => {
                self.quote(&force.name);
                self.position(force.position.as_ref());
                self.modifiers(&force.modifiers);
            }
            Statement::Metric(said) => self.quote(&said.name),
            Statement::Work(said) => self.quote(&said.name),
            Statement::Stream(said) => self.quote(&said.name),
            Statement::Class(class) => class.stray.iter().for_each(|span| self.stray(**span)),
            Statement::Area(area) => area.stray.iter().for_each(|span| self.stray(**span)),
            Statement::Link(link) => self.link(link),
            _ => {}
        }
    }

    fn component(&mut self, component: &ComponentStatement) {
        self.remark(&component.name);
        self.name(component.word.word(), *component.keyword, &component.name);
        self.position(component.position.as_ref());
        if component.position.is_none() {
            self.bare_position(&component.name);
        }
        self.modifiers(&component.modifiers);
    }

    /// Two numbers from 0 to 1 at the end of a name without quotes.
    fn bare_position(&mut self, name: &Text) {
        let Some((before, last)) = name.text.rsplit_once(',').filter(|_| !name.quoted) else { return };
        let Some((_, first)) = before.trim_end().rsplit_once(' ') else { return };
        let number = |part: &str| part.parse().is_ok_and(|number: f64| (0.0..=1.0).contains(&number));
        let (first, last) = (first.trim_start_matches('('), last.trim().trim_end_matches(')'));
        let written = self.source.slice(*name.span);
        let start =
            written.rfind(',').and_then(|comma| Some(written[..comma].trim_end().rfind(char::is_whitespace)? + 1));
        if let Some(start) = start.filter(|_| number(first) && number(last)) {
            let span = Span { start: name.span.start + start as u32, ..*name.span };
            self.problems.push(Problem::BarePosition { span, position: format!("[{first}, {last}]") });
        }
    }

    /// A `#` with space around it in a name, or behind it.
    fn remark(&mut self, name: &Text) {
        if let Some(at) = self.source.slice(*name.span).find(" # ").filter(|_| !name.quoted) {
            let start = name.span.start + at as u32 + 1;
            self.problems.push(Problem::RemarkInName { span: Span { start, end: start + 1, ..*name.span } });
        }
    }

    fn link(&mut self, link: &LinkStatement) {
        link.ends.iter().for_each(|end| self.remark(end));
        for (at, arrow) in link.arrows.iter().enumerate() {
            if link.ends[at].text.is_empty() || link.ends[at + 1].text.is_empty() {
                self.problems.push(Problem::MissingEnd { span: *arrow.span });
            }
        }
    }

    fn url(&mut self, id: &Text, address: Option<&Text>) {
        if id.text.is_empty() || address.is_none() {
            self.missing_value(Keyword::Url, *id.span.before());
        }
    }

    fn axis(&mut self, axis: &AxisStatement, keyword: Keyword) {
        if axis.names.is_empty() && !axis.hide {
            self.missing_value(keyword, *axis.span);
        }
    }

    fn missing_value(&mut self, keyword: Keyword, span: Span) {
        let Some(example) = example(keyword) else { return };
        self.problems.push(Problem::MissingValue { span, keyword: keyword.word(), example });
    }

    /// `statement` begins with a keyword; a letter in upper case is reported.
    fn keyword(&mut self, keyword: &'static str, statement: Span) {
        let span = Span { end: statement.start + keyword.len() as u32, ..statement };
        let written = self.source.text().get(span.range()).unwrap_or_default();
        if written != keyword && written.eq_ignore_ascii_case(keyword) {
            self.problems.push(Problem::KeywordCase { span, keyword });
        }
    }

    fn name(&mut self, keyword: &'static str, statement: Span, name: &Text) {
        if name.text.is_empty() {
            let span = Span { end: statement.start + keyword.len() as u32, ..statement };
            self.problems.push(Problem::MissingName { span, keyword });
        }
        self.quote(name);
    }

    fn quote(&mut self, text: &Text) {
        let written = self.source.slice(*text.span);
        if !text.quoted && written.starts_with('"') && !written[1..].contains('"') {
            self.problems.push(Problem::UnclosedQuote { span: *text.span });
        }
    }

    fn position(&mut self, position: Option<&Bracket>) {
        let Some(bracket) = position else { return };
        let before = self.source.text()[..bracket.span.start as usize].chars().next_back();
        if before.is_some_and(|before| !before.is_whitespace() && before != '/' && before != '"') {
            self.problems.push(Problem::MissingWhitespace { span: *bracket.span.before() });
        }
        self.closed(bracket);
    }

    fn stray(&mut self, span: Span) {
        let text = self.source.slice(span).to_owned();
        self.problems.push(Problem::StrayText { span, text });
    }

    fn closed(&mut self, bracket: &Bracket) {
        if !bracket.closed {
            self.problems.push(Problem::UnclosedBracket { span: *bracket.span });
        }
    }

    fn modifiers(&mut self, modifiers: &[Modifier]) {
        for modifier in modifiers {
            match modifier {
                Modifier::Label { offset: Some(offset), .. } => self.closed(offset),
                Modifier::Stray(span) => self.stray(**span),
                _ => {}
            }
        }
    }

    /// From the first character of the line to where `span` starts.
    fn line_before(&self, span: Span) -> Span {
        let text = &self.source.text()[..span.start as usize];
        let line = text.rfind('\n').map_or(0, |end| end + 1);
        let indent = text[line..].len() - text[line..].trim_start().len();
        Span::new(span.source, line + indent, span.start as usize)
    }
}
