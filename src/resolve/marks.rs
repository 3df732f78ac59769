//! What stands on the map without being part of the chain: notes, annotations, areas of attitude, accelerators.

use super::context::Context;
use super::modifiers::On;
use super::references::References;
use crate::map::{
    Annotation, Attitude, AttitudeKind, ComponentId, Coordinate, Evolution, Extent, Force, Map, Note, Position,
    Visibility,
};
use crate::problem::{Axis, Problem, Role};
use crate::source::Span;
use crate::syntax::ast::{
    AnnotationStatement, AttitudeStatement, AttitudeWord, Bracket, ForceStatement, NoteStatement, Part, Statement,
    Text, Value,
};
use crate::vocabulary::Keyword;

/// The opposite corner of an area that has one corner only (as OWM has it).
const USUAL_CORNER: (f64, f64) = (0.8, 0.2);

/// The largest extent of an area, in pixels.
const LARGEST_EXTENT: f64 = 100_000.0;

impl Context<'_> {
    pub(super) fn marks<'a>(&mut self, statements: &[&'a Statement], references: &mut References<'a>, map: &mut Map) {
        for &statement in statements {
            match statement {
                Statement::Note(note) => self.note(note, references, map),
                Statement::Annotation(annotation) => self.annotation(annotation, references, map),
                Statement::Attitude(attitude) => self.attitude(attitude, map),
                Statement::Force(force) => self.force(force, map),
                _ => {}
            }
        }
    }

    fn note(&mut self, note: &NoteStatement, references: &mut References, map: &mut Map) {
        self.modifiers(&note.modifiers, On::Mark(Keyword::Note.word()));
        let mut text = self.text(&note.text);
        if let Some(near) = note.position.as_ref().and_then(|bracket| self.near(bracket, references)) {
            map.notes.push(Note { text, position: Position::default(), near, span: *note.span });
            return;
        }
        let bracket = note.position.as_ref().filter(|bracket| self.is_position(bracket));
        if let (None, Some(words)) = (bracket, &note.position) {
            let written = self.written(*words.span).to_owned();
            let span = words.span;
            text = format!("{text} {}", self.text(&Text { text: written, span, quoted: false }));
        }
        let position = self.place(bracket, Keyword::Note.word(), *note.span);
        map.notes.push(Note { text, position, near: Vec::new(), span: *note.span });
    }

    /// The components that a bracket names, where it names any: not all of it are numbers and words of the axes.
    fn near(&mut self, bracket: &Bracket, references: &mut References) -> Option<Vec<ComponentId>> {
        let mut names = Vec::new();
        for part in &bracket.parts {
            let text = match &part.value {
                Value::Name(name) => name.as_str(),
                Value::Words(words) if self.is_axis_word(words) => continue,
                Value::Words(words) => words.as_str(),
                Value::Malformed(_) => self.written(*part.span),
                Value::Number(_) | Value::Open | Value::Empty => continue,
            };
            names.push(Text { text: text.to_owned(), span: part.span, quoted: false });
        }
        let quoted = bracket.parts.iter().any(|part| matches!(part.value, Value::Name(_)));
        if names.is_empty() || !quoted && !names.iter().any(|name| references.names.find(&name.text).is_some()) {
            return None;
        }
        let mut near = Vec::new();
        for name in &names {
            match references.find(name, self) {
                Some(end) if near.contains(&end.component) => {}
                Some(end) => near.push(end.component),
                None => self.report(Problem::UnknownComponent {
                    span: *name.span,
                    name: name.text.clone(),
                    role: Role::Place(Keyword::Note.word()),
                    near: references.names.nearest(&name.text),
                    commented: None,
                }),
            }
        }
        Some(near)
    }

    fn is_axis_word(&self, words: &str) -> bool {
        self.words.knows(words, Axis::Visibility) || self.words.knows(words, Axis::Evolution)
    }

    /// Whether anything in the bracket says where; else it is a part of a note's text, as `[Innovation: fast, 95% accuracy]` is.
    fn is_position(&self, bracket: &Bracket) -> bool {
        let words = bracket.parts.iter().any(|part| matches!(part.value, Value::Words(_)));
        bracket.parts.iter().any(|part| match &part.value {
            Value::Words(words) => self.is_axis_word(words),
            Value::Malformed(_) => !words,
            _ => true,
        })
    }

    fn force(&mut self, force: &ForceStatement, map: &mut Map) {
        self.modifiers(&force.modifiers, On::Mark(force.keyword()));
        let position = self.place(force.position.as_ref(), force.keyword(), *force.span);
        map.forces.push(Force { name: self.text(&force.name), against: force.against, position, span: *force.span });
    }

    /// An annotation without a place stands in the legend only.
    fn annotation(&mut self, annotation: &AnnotationStatement, references: &mut References, map: &mut Map) {
        if annotation.positions.is_empty() {
            self.report(Problem::MissingPosition { span: *annotation.span, keyword: Keyword::Annotation.word() });
        }
        let (mut positions, mut near) = (Vec::new(), Vec::new());
        for bracket in &annotation.positions {
            match self.near(bracket, references) {
                Some(components) => near.extend(components),
                None => positions.push(self.position(Some(bracket), Axis::Visibility)),
            }
        }
        positions.extend(near.iter().map(|_| Position::default()));
        let text = annotation.text.as_ref().map(|text| self.text(text)).unwrap_or_default();
        let number = self.text(&annotation.number);
        if !(positions.is_empty() && text.is_empty()) {
            map.annotations.push(Annotation { number, positions, near, text, span: *annotation.span });
        }
    }

    fn place(&mut self, position: Option<&Bracket>, keyword: &'static str, span: Span) -> Position {
        if position.is_none() {
            self.report(Problem::MissingPosition { span, keyword });
        }
        self.position(position, Axis::Visibility)
    }

    fn attitude(&mut self, attitude: &AttitudeStatement, map: &mut Map) {
        let Some(area) = &attitude.area else {
            return self.report(Problem::MissingPosition { span: *attitude.span, keyword: attitude.word.word() });
        };
        let Some((corner, extent)) = self.area(area, attitude.extent.as_ref()) else { return };
        map.attitudes.push(Attitude {
            kind: match attitude.word {
                AttitudeWord::Pioneers | AttitudeWord::Explorers => AttitudeKind::Pioneers,
                AttitudeWord::Settlers | AttitudeWord::Villagers => AttitudeKind::Settlers,
                AttitudeWord::TownPlanners => AttitudeKind::TownPlanners,
            },
            corner,
            extent,
            name: attitude.name.as_ref().filter(|name| !name.text.is_empty()).map(|name| self.text(name)),
            span: *attitude.span,
        });
    }

    /// `[v1, m1, v2, m2]`: two corners; `[v, m] w h`: a corner and a size; `[aware, custom]`: the whole of a cell.
    fn area(&mut self, area: &Bracket, extent: Option<&(Part, Part)>) -> Option<(Position, Extent)> {
        self.report_extra_parts(area, 4);
        let mut parts = area.parts.iter();
        let (first, second) = (parts.next()?, parts.next());
        let start = (self.visibility(first), second.map_or(Coordinate::Unknown, |part| self.evolution(part)));
        if let Some((width, height)) = extent {
            let (width, height) = (self.extent(width), self.extent(height));
            if let (Some(width), Some(height)) = (width, height) {
                return Some((corner(upper(start.0), lower(start.1)), Extent::Pixels(width, height)));
            }
        }
        let (third, fourth) = (parts.next(), parts.next());
        let end = match (third, fourth, start) {
            (None, None, (Coordinate::Within(..), Coordinate::Within(..))) => start,
            _ => (self.end_visibility(third, area), self.end_evolution(fourth, area)),
        };
        Some((corner(upper(start.0), lower(start.1)), Extent::To(corner(lower(end.0), upper(end.1)))))
    }

    fn end_visibility(&mut self, part: Option<&Part>, area: &Bracket) -> Coordinate<Visibility> {
        let Some(part) = part else {
            self.report_no_corner(area);
            return Coordinate::Given(Visibility::new(USUAL_CORNER.0));
        };
        self.visibility(part)
    }

    fn end_evolution(&mut self, part: Option<&Part>, area: &Bracket) -> Coordinate<Evolution> {
        let Some(part) = part else {
            if area.parts.len() == 3 {
                self.report_no_corner(area);
            }
            return Coordinate::Given(Evolution::new(USUAL_CORNER.1));
        };
        self.evolution(part)
    }

    fn report_no_corner(&mut self, area: &Bracket) {
        let assumed = "taken as [0.8, 0.2]";
        self.report(Problem::MissingPart {
            span: *area.span.after(),
            part: "the opposite corner of the area",
            assumed,
        });
    }

    fn extent(&mut self, part: &Part) -> Option<f64> {
        let value = self.number(part, "the extent")?;
        let sane = value > 0.0 && value <= LARGEST_EXTENT;
        if !sane {
            self.report(Problem::BadSize { span: *part.span, what: "an extent" });
        }
        sane.then_some(value)
    }
}

fn corner(visibility: Coordinate<Visibility>, evolution: Coordinate<Evolution>) -> Position {
    Position { visibility, evolution }
}

/// The lower end of a band; what is no band stays.
fn lower<T: Copy>(coordinate: Coordinate<T>) -> Coordinate<T> {
    match coordinate {
        Coordinate::Within(low, _) => Coordinate::Given(low),
        other => other,
    }
}

/// The upper end of a band.
fn upper<T: Copy>(coordinate: Coordinate<T>) -> Coordinate<T> {
    match coordinate {
        Coordinate::Within(_, high) => Coordinate::Given(high),
        other => other,
    }
}
