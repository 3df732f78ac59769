//! What stands between brackets becomes a [`Position`].

use super::context::Context;
use crate::map::{Coordinate, Dialect, Evolution, Position, Visibility};
use crate::problem::{Axis, Problem};
use crate::source::Span;
use crate::syntax::ast::{Bracket, Part, Value};

/// What holds where a part of a position is missing, in words.
const LEFT_TO_LAYOUT: &str = "the layout chooses it";

impl Context<'_> {
    /// A position. A single number in it is `single`.
    pub(super) fn position(&mut self, bracket: Option<&Bracket>, single: Axis) -> Position {
        let Some(bracket) = bracket else { return Position::default() };
        if let [part] = bracket.parts.as_slice() {
            return self.one_part(part, single);
        }
        if let Some(position) = self.decimal_commas(bracket) {
            return position;
        }
        self.report_extra_parts(bracket, 2);
        let [first, second, ..] = bracket.parts.as_slice() else { return Position::default() };
        if let (Value::Malformed(read), Value::Malformed(other)) = (&first.value, &second.value) {
            // `0.55. 0.18`: two numbers with a slip of the finger between them.
            let span = first.span.to(second.span);
            self.report(Problem::MalformedNumber { span: *span, text: self.written(*span).to_owned(), read: *read });
            return Position {
                visibility: self.visibility_of_number(*read, *first.span),
                evolution: self.evolution_of_number(*other, *second.span),
            };
        }
        let straight = self.fits(first, Axis::Visibility) && self.fits(second, Axis::Evolution);
        if !straight && self.fits(first, Axis::Evolution) && self.fits(second, Axis::Visibility) {
            self.report_swapped(first, second);
            return Position { visibility: self.visibility(second), evolution: self.evolution(first) };
        }
        Position { visibility: self.visibility(first), evolution: self.evolution(second) }
    }

    /// `[0,8, 0,6]`: numbers with commas in them, as many languages write them.
    fn decimal_commas(&mut self, bracket: &Bracket) -> Option<Position> {
        let [a, b, c, d] = bracket.parts.as_slice() else { return None };
        let written = [a, b, c, d].map(|part| self.written(*part.span));
        let whole = |text: &str| text == "0" || text == "1";
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !(whole(written[0]) && digits(written[1]) && whole(written[2]) && digits(written[3])) {
            return None;
        }
        let [first, second] = [(0, 1), (2, 3)].map(|(whole, part)| format!("{}.{}", written[whole], written[part]));
        let span = *a.span.to(d.span);
        let (read, other) = (first.parse().ok()?, second.parse().ok()?);
        self.report(Problem::DecimalComma {
            span,
            text: self.written(span).to_owned(),
            instead: format!("{first}, {second}"),
        });
        Some(Position {
            visibility: self.visibility_of_number(read, span),
            evolution: self.evolution_of_number(other, span),
        })
    }

    fn one_part(&mut self, part: &Part, single: Axis) -> Position {
        let axis = match &part.value {
            Value::Number(_) | Value::Malformed(_) => {
                if single == Axis::Visibility {
                    self.report(Problem::OneNumber { span: *part.span, taken: single });
                }
                single
            }
            Value::Words(words) | Value::Name(words) if self.words.knows(words, Axis::Evolution) => Axis::Evolution,
            Value::Words(words) | Value::Name(words) if self.words.knows(words, Axis::Visibility) => Axis::Visibility,
            Value::Words(_) | Value::Name(_) => single,
            Value::Empty => {
                let part = Problem::MissingPart { span: *part.span, part: "the position", assumed: LEFT_TO_LAYOUT };
                self.report(part);
                return Position::default();
            }
            Value::Open => return Position::default(),
        };
        match axis {
            Axis::Visibility => Position { visibility: self.visibility(part), evolution: Coordinate::Unknown },
            Axis::Evolution => Position { visibility: Coordinate::Unknown, evolution: self.evolution(part) },
        }
    }

    /// Whether the part can stand for a place on this axis.
    fn fits(&self, part: &Part, axis: Axis) -> bool {
        match &part.value {
            Value::Words(words) | Value::Name(words) => self.words.knows(words, axis),
            _ => true,
        }
    }

    fn report_swapped(&mut self, first: &Part, second: &Part) {
        let word = |part: &Part| match &part.value {
            Value::Words(words) | Value::Name(words) => Some(words.clone()),
            _ => None,
        };
        let problem = match (word(first), word(second)) {
            (Some(_), Some(_)) => Problem::SwappedPosition {
                span: *first.span.to(second.span),
                first: self.written(*first.span).to_owned(),
                second: self.written(*second.span).to_owned(),
            },
            (Some(word), None) => Problem::WrongAxis { span: *first.span, word, axis: Axis::Visibility },
            (None, word) => {
                Problem::WrongAxis { span: *second.span, word: word.unwrap_or_default(), axis: Axis::Evolution }
            }
        };
        self.report(problem);
    }

    /// The vertical coordinate that a part says.
    pub(super) fn visibility(&mut self, part: &Part) -> Coordinate<Visibility> {
        match &part.value {
            Value::Words(words) | Value::Name(words) => match self.words.level(words) {
                Some(level) => {
                    self.words.use_level();
                    level
                }
                None => self.no_such_word(words, *part.span, Axis::Visibility),
            },
            _ => match self.number(part, "the visibility") {
                Some(number) => self.visibility_of_number(number, *part.span),
                None => Coordinate::Unknown,
            },
        }
    }

    /// The horizontal coordinate that a part says.
    pub(super) fn evolution(&mut self, part: &Part) -> Coordinate<Evolution> {
        match &part.value {
            Value::Words(words) | Value::Name(words) => match self.words.stage(words) {
                Some(stage) => stage,
                None => self.no_such_word(words, *part.span, Axis::Evolution),
            },
            _ => match self.number(part, "the evolution") {
                Some(number) => self.evolution_of_number(number, *part.span),
                None => Coordinate::Unknown,
            },
        }
    }

    fn visibility_of_number(&mut self, value: f64, span: Span) -> Coordinate<Visibility> {
        Coordinate::Given(Visibility::new(self.within_unit(value, span, Axis::Visibility)))
    }

    fn evolution_of_number(&mut self, value: f64, span: Span) -> Coordinate<Evolution> {
        Coordinate::Given(Evolution::new(self.within_unit(value, span, Axis::Evolution)))
    }

    fn no_such_word<T>(&mut self, words: &str, span: Span, axis: Axis) -> Coordinate<T> {
        let other = match axis {
            Axis::Visibility => Axis::Evolution,
            Axis::Evolution => Axis::Visibility,
        };
        let problem = if self.words.knows(words, other) {
            Problem::WrongAxis { span, word: words.to_owned(), axis }
        } else {
            self.words.unknown(words, span)
        };
        self.report(problem);
        Coordinate::Unknown
    }

    /// The number in a part, if there is one. `name` says what is missing where there is none.
    pub(super) fn number(&mut self, part: &Part, name: &'static str) -> Option<f64> {
        match part.value {
            Value::Number(number) => Some(number),
            Value::Malformed(read) => {
                let text = self.written(*part.span).to_owned();
                self.report(Problem::MalformedNumber { span: *part.span, text, read });
                Some(read)
            }
            Value::Empty => {
                self.report(Problem::MissingPart { span: *part.span, part: name, assumed: LEFT_TO_LAYOUT });
                None
            }
            Value::Open | Value::Words(_) | Value::Name(_) => None,
        }
    }

    /// In Mermaid's spelling, what is above 1 and at most 100 is a percentage.
    pub(super) fn percent(&self, value: f64) -> f64 {
        if self.dialect == Dialect::Mermaid && value > 1.0 && value <= 100.0 { value / 100.0 } else { value }
    }

    /// The number, or the nearest one in 0..=1.
    pub(super) fn within_unit(&mut self, value: f64, span: Span, axis: Axis) -> f64 {
        let value = self.percent(value);
        if (0.0..=1.0).contains(&value) {
            return value;
        }
        let used = value.clamp(0.0, 1.0);
        self.report(Problem::OutOfRange { span, axis, value, used });
        used
    }

    /// Reports parts behind the last one that can stand there.
    pub(super) fn report_extra_parts(&mut self, bracket: &Bracket, expected: usize) {
        if let (Some(first), Some(last)) = (bracket.parts.get(expected), bracket.parts.last()) {
            self.report(Problem::ExtraPart { span: *first.span.to(last.span), expected });
        }
    }
}
