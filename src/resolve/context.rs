//! What every part of the pass needs at hand: [`Context`].

use std::collections::HashMap;

use super::references::Reference;
use super::urls::Urls;
use super::words::Words;
use crate::map::{ClassId, Dialect, Size};
use crate::problem::Problem;
use crate::source::{Sources, Span};
use crate::syntax::ast::Text;
use crate::syntax::is_whitespace;

/// The texts, the words of this map's axes, and what there is to report.
pub(super) struct Context<'a> {
    pub(super) sources: &'a Sources,
    pub(super) dialect: Dialect,
    /// The size that the map asks for.
    pub(super) size: Size,
    pub(super) words: Words,
    pub(super) urls: Urls,
    /// The classes of the map by their names without regard to case and whitespace.
    pub(super) classes: HashMap<String, ClassId>,
    pub(super) problems: Vec<Problem>,
    /// Every name that was found to mean something.
    pub(super) references: Vec<Reference>,
}

impl<'a> Context<'a> {
    pub(super) fn new(sources: &'a Sources, dialect: Dialect, problems: Vec<Problem>) -> Self {
        Self {
            sources,
            dialect,
            size: Size::default(),
            words: Words::default(),
            urls: Urls::default(),
            classes: HashMap::new(),
            problems,
            references: Vec::new(),
        }
    }

    pub(super) fn report(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// What is written there.
    pub(super) fn written(&self, span: Span) -> &'a str {
        self.sources.slice(span)
    }

    /// Where a name stands without the words at its end.
    pub(super) fn head(&self, name: &Text, words: &str) -> Span {
        let mut rest = self.written(*name.span);
        for _ in words.split_whitespace() {
            rest = rest.trim_end_matches(is_whitespace).trim_end_matches(|character| !is_whitespace(character));
        }
        let rest = rest.trim_end_matches(is_whitespace);
        Span { end: name.span.start + rest.len() as u32, ..*name.span }
    }

    /// The text as every picture can hold it: what XML cannot hold becomes U+FFFD here, once and for all.
    pub(super) fn text(&mut self, text: &Text) -> String {
        let Some(character) = text.text.chars().find(|&character| !fits_xml(character)) else {
            return text.text.clone();
        };
        self.report(Problem::InvalidCharacter { span: self.place_of(character, *text.span), character });
        fit_for_xml(&text.text)
    }

    fn place_of(&self, character: char, within: Span) -> Span {
        let Some(at) = self.written(within).find(character) else { return within };
        let start = within.start as usize + at;
        Span::new(within.source, start, start + character.len_utf8())
    }
}

/// The text with U+FFFD for each character that XML cannot hold.
pub(crate) fn fit_for_xml(text: &str) -> String {
    text.chars().map(|character| if fits_xml(character) { character } else { '\u{fffd}' }).collect()
}

/// Whether XML 1.0 can hold the character (its production `Char`).
fn fits_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..)
}
