//! A position in brackets, changed as little as possible: [`placed`].

use super::{Edit, number};
use crate::Reading;
use crate::map::{Coordinate, Dialect, Evolution, EvolutionAxis, Position, Visibility};
use crate::resolve::Words;
use crate::source::Span;
use crate::syntax::ast::{Bracket, Part, Value};
use crate::vocabulary::{Stage, Third};

/// Where a bracket stands, or would stand.
pub(super) enum Site<'a> {
    /// It is there.
    There(&'a Bracket),
    /// It is not; it would stand here.
    Behind(Span),
}

/// The edits after which what stood at `from`, as the bracket says, stands at `to`. An unknown coordinate of `to` is left as
/// it is. `child` is something that has one coordinate alone, its evolution.
pub(super) fn placed(reading: &Reading, site: &Site, from: Position, to: Position, child: bool) -> Vec<Edit> {
    let visibility = if child { None } else { to.visibility.given() };
    let evolution = to.evolution.given();
    let bracket = match site {
        Site::There(bracket) => bracket,
        Site::Behind(span) => return put_in(reading, *span, visibility, evolution, child),
    };
    let write = Write { reading };
    let (vertical, horizontal) = parts(bracket, from, child);
    let down = visibility.and_then(|to| write.visibility(vertical, from.visibility, to));
    let right = evolution.and_then(|to| write.evolution(horizontal, from.evolution, to));
    match (vertical, horizontal) {
        (Some(vertical), Some(horizontal)) => {
            let edit = |part: &Part, text: Option<String>| text.map(|text| Edit::new(*part.span, text));
            let mut edits: Vec<Edit> = edit(vertical, down).into_iter().chain(edit(horizontal, right)).collect();
            edits.sort_by_key(|edit| edit.span);
            edits
        }
        (Some(only), None) => match (down, right) {
            (None, None) => Vec::new(),
            (None, Some(right)) => vec![Edit::new(*only.span.after(), format!(", {right}"))],
            (Some(down), None) => vec![Edit::new(*only.span, down)],
            (Some(down), Some(right)) => vec![Edit::new(*only.span, format!("{down}, {right}"))],
        },
        (None, Some(only)) => match (down, right) {
            (None, None) => Vec::new(),
            (Some(down), None) => vec![Edit::new(*only.span.before(), format!("{down}, "))],
            (None, Some(right)) if child || !is_number(&right) => vec![Edit::new(*only.span, right)],
            // A single number would be a visibility.
            (None, Some(right)) => vec![Edit::new(*only.span, format!("_, {right}"))],
            (Some(down), Some(right)) => vec![Edit::new(*only.span, format!("{down}, {right}"))],
        },
        (None, None) => match pair(down, right, child) {
            Some(text) => vec![Edit::new(inside(bracket), text)],
            None => Vec::new(),
        },
    }
}

/// A bracket where none is.
fn put_in(
    reading: &Reading,
    behind: Span,
    visibility: Option<Visibility>,
    evolution: Option<Evolution>,
    child: bool,
) -> Vec<Edit> {
    let write = Write { reading };
    let down = visibility.and_then(|to| write.visibility(None, Coordinate::Unknown, to));
    let right = evolution.and_then(|to| write.evolution(None, Coordinate::Unknown, to));
    pair(down, right, child).map(|text| Edit::new(behind.after(), format!(" [{text}]"))).into_iter().collect()
}

fn pair(down: Option<String>, right: Option<String>, child: bool) -> Option<String> {
    match (down, right) {
        (None, None) => None,
        (None, Some(right)) if child => Some(right),
        (down, right) => {
            let open = || "_".to_owned();
            Some(format!("{}, {}", down.unwrap_or_else(open), right.unwrap_or_else(open)))
        }
    }
}

/// The parts that say visibility and evolution.
fn parts(bracket: &Bracket, from: Position, child: bool) -> (Option<&Part>, Option<&Part>) {
    match bracket.parts.as_slice() {
        [only] if matches!(only.value, Value::Open | Value::Empty | Value::Malformed(_)) => (None, None),
        [only] if child => (None, Some(only)),
        [only] if from.evolution.is_unknown() => (Some(only), None),
        [only] => (None, Some(only)),
        [first, second, ..] => {
            // Somebody wrote them in the wrong order, and they were read as meant.
            let swapped = is_within(from.visibility) && is_word(second) && !is_word(first)
                || is_within(from.evolution) && is_word(first) && !is_word(second)
                || is_word(first) && is_word(second) && is_swapped(first, second);
            if swapped { (Some(second), Some(first)) } else { (Some(first), Some(second)) }
        }
        [] => (None, None),
    }
}

/// Whether two words stand in the wrong order.
fn is_swapped(first: &Part, second: &Part) -> bool {
    let words = Words::new(&EvolutionAxis::default(), &[], Dialect::Owm);
    let says = |part: &Part| match &part.value {
        Value::Words(written) => (words.level(written).is_some(), words.stage(written).is_some()),
        _ => (false, false),
    };
    let ((first_level, first_stage), (second_level, second_stage)) = (says(first), says(second));
    !first_level && first_stage && second_level && !second_stage
}

fn is_word(part: &Part) -> bool {
    matches!(part.value, Value::Words(_))
}

fn is_within<T: Copy>(coordinate: Coordinate<T>) -> bool {
    matches!(coordinate, Coordinate::Within(..))
}

fn is_number(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit() || first == '.')
}

/// What stands between the brackets.
fn inside(bracket: &Bracket) -> Span {
    let end = bracket.span.end - u32::from(bracket.closed);
    Span { start: bracket.span.start + 1, end, ..*bracket.span }
}

/// Writes single coordinates.
pub(super) struct Write<'a> {
    pub(super) reading: &'a Reading,
}

impl Write<'_> {
    /// How the part is written after the move; none if it stays.
    fn visibility(&self, part: Option<&Part>, from: Coordinate<Visibility>, to: Visibility) -> Option<String> {
        if let Coordinate::Within(low, high) = from
            && (low.get()..=high.get()).contains(&to.get())
        {
            return None;
        }
        self.number(part, from.given().map(Visibility::get), to.get())
    }

    /// How the part is written after the move; none if it stays.
    pub(super) fn evolution(&self, part: Option<&Part>, from: Coordinate<Evolution>, to: Evolution) -> Option<String> {
        if let Coordinate::Within(low, high) = from {
            if (low.get()..=high.get()).contains(&to.get()) {
                return None;
            }
            if let Some(words) = part.and_then(|part| self.third(part, to)) {
                return Some(words);
            }
        }
        self.number(part, from.given().map(Evolution::get), to.get())
    }

    fn number(&self, part: Option<&Part>, from: Option<f64>, to: f64) -> Option<String> {
        let number = part.filter(|part| matches!(part.value, Value::Number(_)));
        let written = number.map(|part| self.reading.sources.slice(*part.span));
        let percent = self.reading.map.dialect == Dialect::Mermaid
            && matches!(number.map(|part| &part.value), Some(Value::Number(value)) if *value > 1.0);
        let (text, back) = if percent {
            let text = number::percentage(to, written.unwrap_or_default());
            let back = text.parse::<f64>().map(|value| value / 100.0);
            (text, back)
        } else {
            let text = number::coordinate(to, written.unwrap_or_else(|| number::habit(self.reading)));
            let back = text.parse();
            (text, back)
        };
        // Nothing is written anew that would say the same.
        (number.is_none() || from.is_none() || back.ok() != from).then_some(text)
    }

    /// `late custom` moved elsewhere: the third of the stage that is there.
    fn third(&self, part: &Part, to: Evolution) -> Option<String> {
        let Value::Words(words) = &part.value else { return None };
        let first = words.split_whitespace().next()?.to_lowercase();
        Third::from_word(&first)?;
        let axis = &self.reading.map.evolution;
        let stage = (0..axis.stages.len()).find(|&at| to.get() <= axis.bounds(at).1)?;
        let (low, high) = axis.bounds(stage);
        let third = ((to.get() - low) / (high - low) * 3.0).clamp(0.0, 2.0) as usize;
        let known = Words::new(axis, &self.reading.map.value_chain.levels, self.reading.map.dialect);
        let names =
            std::iter::once(axis.stages[stage].name.as_str()).chain(Stage::ALL.get(stage).map(|stage| stage.word()));
        let words = names.map(|name| format!("{} {}", Third::ALL[third].word(), name.to_lowercase()));
        let holds = |words: &String| matches!(known.stage(words), Some(Coordinate::Within(low, high)) if (low.get()..=high.get()).contains(&to.get()));
        let plain = |words: &String| words.chars().all(|character| character.is_alphanumeric() || character == ' ');
        words.filter(plain).find(holds)
    }
}
