//! [`Line`]: words with names among them; and the pieces that all sections need.

use crate::map::{Component, ComponentId, Evolution, EvolutionAxis, Map};
use crate::problem::{Problem, Severity};

/// Words, with names among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Piece>);

/// A part of a [`Line`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Plain words.
    Words(String),
    /// The name of something on the map.
    Name(String),
}

impl Line {
    /// A line that begins with a name.
    pub(super) fn named(name: &str) -> Self {
        Self::default().name(name)
    }

    pub(super) fn name(mut self, name: &str) -> Self {
        self.0.push(Piece::Name(one_line(name)));
        self
    }

    pub(super) fn words(mut self, words: &str) -> Self {
        self.0.push(Piece::Words(words.to_owned()));
        self
    }

    /// `A`, `A and B`, `A, B and C`
    pub(super) fn names<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> Self {
        let names: Vec<&str> = names.into_iter().collect();
        for (at, name) in names.iter().enumerate() {
            if at > 0 {
                self = self.words(if at + 1 == names.len() { " and " } else { ", " });
            }
            self = self.name(name);
        }
        self
    }
}

impl std::fmt::Display for Line {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|piece| match piece {
            Piece::Words(text) | Piece::Name(text) => formatter.write_str(text),
        })
    }
}

/// The notes, each once.
pub(super) fn questions(problems: &[Problem]) -> Vec<Line> {
    let notes = problems.iter().filter(|problem| problem.severity() == Severity::Note && asks(problem));
    let mut lines: Vec<Line> = Vec::new();
    for note in notes {
        let line = Line::default().words(&sentence(&note.message()));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// Whether a note is about the map, as against about how its text is written.
fn asks(problem: &Problem) -> bool {
    let written = matches!(
        problem,
        Problem::KeywordCase { .. }
            | Problem::MissingWhitespace { .. }
            | Problem::ReadAs { .. }
            | Problem::LegacyForm { .. }
    );
    !written
}

/// With a capital and a period, and without the marks of code.
fn sentence(text: &str) -> String {
    let text = text.replace('`', "");
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
    let end = if text.ends_with(['.', '?', '!']) { "" } else { "." };
    first + letters.as_str() + end
}

/// The name of the stage something stands in, lower case and without its second line; and its number from 0.
pub(super) fn stage(axis: &EvolutionAxis, evolution: Evolution) -> (usize, String) {
    let at = axis.stages.iter().position(|stage| evolution.get() < stage.end);
    let at = at.unwrap_or(axis.stages.len().saturating_sub(1));
    let name = axis.stages.get(at).and_then(|stage| stage.name.lines().next()).unwrap_or_default();
    (at, one_line(name).to_lowercase())
}

/// Whether a stage is in the left half of the axis: what is still explored or made to measure.
pub(super) fn is_early(axis: &EvolutionAxis, stage: usize) -> bool {
    2 * (stage + 1) <= axis.stages.len()
}

/// What a component is called; `something without a name` where it has none.
pub(super) fn called(component: &Component) -> &str {
    if component.name.trim().is_empty() { "something without a name" } else { &component.name }
}

/// The name of a component of the map.
pub(super) fn name_of(map: &Map, id: ComponentId) -> &str {
    called(map.component(id))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
