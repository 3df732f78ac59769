//! What a map has once: title, look, size, place of the legend.

use super::context::Context;
use crate::map::{Dialect, Map, Size, Style, Title};
use crate::problem::{Axis, Problem, near};
use crate::source::{SourceId, Span};
use crate::syntax::ast::{Bracket, Part, Statement, Text, Value};
use crate::vocabulary::Keyword;

/// The largest width and height that a map can ask for, in pixels.
const LARGEST_SIZE: f64 = 100_000.0;

/// Whose defaults hold: those of the text that was asked for.
pub(super) fn dialect(statements: &[&Statement], asked: SourceId) -> Dialect {
    let mermaid =
        statements.iter().any(|statement| matches!(statement, Statement::MermaidHeader(span) if span.source == asked));
    if mermaid { Dialect::Mermaid } else { Dialect::Owm }
}

/// Where the statements stand of which the last one counts.
#[derive(Default)]
struct Before {
    style: Option<Span>,
    size: Option<Span>,
    legend: Option<Span>,
}

impl Context<'_> {
    pub(super) fn frame(&mut self, statements: &[&Statement], map: &mut Map) {
        let mut before = Before::default();
        for statement in statements {
            match statement {
                Statement::Words(keyword @ Keyword::Title, text) => self.once(*keyword, text, &mut map.title),
                Statement::Words(keyword @ Keyword::Purpose, text) => self.once(*keyword, text, &mut map.purpose),
                Statement::Words(keyword @ Keyword::Scope, text) => self.once(*keyword, text, &mut map.scope),
                Statement::Words(Keyword::AccTitle, text) => map.accessible_title = self.nonempty(text),
                Statement::Words(Keyword::AccDescr, text) => map.accessible_description = self.nonempty(text),
                Statement::Words(Keyword::Style, text) => {
                    self.report_second(*text.span, Keyword::Style.word(), &mut before.style);
                    self.style(text, map);
                }
                Statement::Size(bracket) => {
                    self.report_second(*bracket.span, Keyword::Size.word(), &mut before.size);
                    self.size(bracket, map);
                }
                Statement::Annotations(bracket) => {
                    self.report_second(*bracket.span, Keyword::Annotations.word(), &mut before.legend);
                    map.legend = Some(self.position(Some(bracket), Axis::Visibility));
                }
                _ => {}
            }
        }
    }

    /// Reports a map on which nothing stands.
    pub(super) fn report_empty(&mut self, map: &Map, first: SourceId) {
        let empty = map.components.is_empty()
            && map.notes.is_empty()
            && map.annotations.is_empty()
            && map.attitudes.is_empty()
            && map.forces.is_empty();
        if empty {
            self.report(Problem::EmptyMap { span: Span::new(first, 0, 0) });
        }
    }

    /// The first one counts; that of an included text only where no other text has one.
    fn once(&mut self, keyword: Keyword, text: &Text, said: &mut Option<Title>) {
        let before = said.as_ref().map(|said| said.span);
        match before {
            _ if text.text.is_empty() => {}
            Some(first) if first.source == text.span.source => {
                let (span, keyword) = (*text.span, keyword.word());
                self.report(Problem::RepeatedStatement { span, keyword, first, last_wins: false });
            }
            Some(first) if first.source < text.span.source => {}
            _ => *said = Some(Title { text: self.text(text), span: *text.span }),
        }
    }

    fn nonempty(&mut self, text: &Text) -> Option<String> {
        (!text.text.is_empty()).then(|| self.text(text))
    }

    fn style(&mut self, text: &Text, map: &mut Map) {
        match Style::from_word(&text.text) {
            Some(style) => map.style = Some(style),
            None if text.text.is_empty() => {}
            None => {
                map.style = None;
                let near = near::nearest(&text.text, Style::SPELLINGS.iter().map(|&(name, _)| name));
                self.report(Problem::UnknownStyle { span: *text.span, name: text.text.clone(), near });
            }
        }
    }

    fn size(&mut self, bracket: &Bracket, map: &mut Map) {
        self.report_extra_parts(bracket, 2);
        map.size = Size {
            width: bracket.parts.first().and_then(|part| self.length(part, "the width")),
            height: bracket.parts.get(1).and_then(|part| self.length(part, "the height")),
        };
    }

    /// A length in pixels, above 0. In a size, 0 means that it is for the layout to choose.
    fn length(&mut self, part: &Part, what: &'static str) -> Option<f64> {
        if let Value::Words(_) | Value::Name(_) = part.value {
            self.report(Problem::BadSize { span: *part.span, what });
        }
        let value = self.number(part, what)?;
        if value == 0.0 {
            return None;
        }
        let sane = value > 0.0 && value <= LARGEST_SIZE;
        if !sane {
            self.report(Problem::BadSize { span: *part.span, what });
        }
        sane.then_some(value)
    }

    /// Reports a second statement in one text. What another text includes may be said anew.
    pub(super) fn report_second(&mut self, span: Span, keyword: &'static str, before: &mut Option<Span>) {
        if let Some(first) = before.replace(span).filter(|first| first.source == span.source) {
            self.report(Problem::RepeatedStatement { span, keyword, first, last_wins: true });
        }
    }
}
