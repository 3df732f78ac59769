//! What stands on the map without being part of the chain.

use std::collections::BTreeSet;

use super::{Writer, shown};
use crate::convert::tree::{bare, bracket, evolution, number, visibility};
use crate::layout::place::Spot;
use crate::map::{Annotation, AttitudeKind, Position};
use crate::source::Where;
use crate::syntax::ast::{AnnotationStatement, Bracket, ForceStatement, NoteStatement, Statement, Text};
use crate::syntax::{Role, written};
use crate::vocabulary::Dialect;

/// Where the legend of annotations stands if the map leaves that open.
const LEGEND: [f64; 2] = [0.9, 0.05];

impl Writer<'_> {
    pub(super) fn marks(&mut self) {
        self.notes();
        self.annotations();
        for (at, force) in self.map.forces.iter().enumerate() {
            let position = Some(place(&force.position, &self.places.forces[at]));
            let name = written(&force.name, Role::Name, Dialect::Mermaid);
            let (span, against) = (Where::default(), force.against);
            self.out.add(Statement::Force(ForceStatement { span, against, name, position, modifiers: Vec::new() }));
        }
        for attitude in &self.map.attitudes {
            let kind = match attitude.kind {
                AttitudeKind::TownPlanners => "town planners",
                other => other.word(),
            };
            let name = attitude.name.as_ref().map(|name| format!(" {}", shown(name))).unwrap_or_default();
            self.out.lose(attitude.span, format!("the area of the {kind}{name} is left out"));
        }
    }

    fn notes(&mut self) {
        for (at, note) in self.map.notes.iter().enumerate() {
            if note.position.visibility.given().is_none() || note.position.evolution.given().is_none() {
                let reason = "a note's place was left open; the one that was computed is written";
                self.out.lose(note.span, reason);
            }
            let position = Some(place(&note.position, &self.places.notes[at]));
            let (span, text) = (Where::default(), in_quotes(&note.text));
            self.out.add(Statement::Note(NoteStatement { span, text, position, modifiers: Vec::new() }));
        }
    }

    /// Mermaid's annotations have one place each, and a whole number.
    fn annotations(&mut self) {
        let map = self.map;
        let mut numbers: BTreeSet<u32> = map.annotations.iter().filter_map(|mark| whole(&mark.number)).collect();
        for (at, annotation) in map.annotations.iter().enumerate() {
            let number = whole(&annotation.number).unwrap_or_else(|| {
                let next = numbers.last().map_or(1, |last| last.saturating_add(1));
                numbers.insert(next);
                self.out.lose(annotation.span, format!("annotation {}: its number is {next} now", annotation.number));
                next
            });
            self.annotation(at, annotation, number);
        }
        if let (Some(legend), Some(spot)) = (&map.legend, &self.places.legend) {
            self.out.add(Statement::Annotations(place(legend, spot)));
        } else if map.annotations.iter().any(|annotation| !annotation.text.is_empty()) {
            // Without a place for it, Mermaid draws no legend.
            self.out.add(Statement::Annotations(bracket(LEGEND.map(number))));
        }
    }

    fn annotation(&mut self, at: usize, annotation: &Annotation, number: u32) {
        if annotation.positions.is_empty() {
            self.out.lose(annotation.span, format!("annotation {number}: it is left out, for it has no place"));
        }
        if annotation.positions.len() > 1 {
            self.out.lose(annotation.span, format!("annotation {number}: it is written once for each of its places"));
        }
        let mut words = annotation.text.as_str();
        for (position, spot) in annotation.positions.iter().zip(&self.places.annotations[at]) {
            self.out.add(Statement::Annotation(AnnotationStatement {
                span: Where::default(),
                number: bare(&number.to_string()),
                positions: vec![place(position, spot)],
                text: Some(in_quotes(words)),
            }));
            // The legend needs the text once.
            words = "";
        }
    }
}

pub(super) fn place(position: &Position, spot: &Spot) -> Bracket {
    bracket([visibility(position.visibility, spot.visibility), evolution(position.evolution, spot.evolution)])
}

/// Mermaid wants quotes around these texts always.
fn in_quotes(text: &str) -> Text {
    Text { text: text.to_owned(), quoted: true, ..Text::default() }
}

fn whole(number: &str) -> Option<u32> {
    number.parse().ok().filter(|whole: &u32| whole.to_string() == number)
}
