//! What stands on the map without being part of the chain.

use std::collections::BTreeSet;

use super::names::written;
use super::{Writer, shown};
use crate::convert::numbers::{evolution, visibility};
use crate::format::words::quoted;
use crate::layout::place::Spot;
use crate::map::{Annotation, AttitudeKind, Position};

impl Writer<'_> {
    pub(super) fn marks(&mut self) {
        self.notes();
        self.annotations();
        for (at, force) in self.map.forces.iter().enumerate() {
            let word = if force.against { "deaccelerator" } else { "accelerator" };
            let place = place(&force.position, &self.places.forces[at]);
            self.out.line(&format!("{word} {} {place}", written(&force.name)));
        }
        for attitude in &self.map.attitudes {
            let kind = match attitude.kind {
                AttitudeKind::Pioneers => "pioneers",
                AttitudeKind::Settlers => "settlers",
                AttitudeKind::TownPlanners => "town planners",
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
            let place = place(&note.position, &self.places.notes[at]);
            self.out.line(&format!("note {} {place}", quoted(&note.text)));
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
            self.out.line(&format!("annotations {}", place(legend, spot)));
        } else if map.annotations.iter().any(|annotation| !annotation.text.is_empty()) {
            // Without a place for it, Mermaid draws no legend.
            self.out.line("annotations [0.90, 0.05]");
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
            self.out.line(&format!("annotation {number}, {} {}", place(position, spot), quoted(words)));
            // The legend needs the text once.
            words = "";
        }
    }
}

fn place(position: &Position, spot: &Spot) -> String {
    let (visibility, evolution) =
        (visibility(position.visibility, spot.visibility), evolution(position.evolution, spot.evolution));
    format!("[{visibility}, {evolution}]")
}

fn whole(number: &str) -> Option<u32> {
    number.parse().ok().filter(|whole: &u32| whole.to_string() == number)
}
