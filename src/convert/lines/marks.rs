//! What stands on the map without being part of the chain.

use super::Writer;
use super::spelling;
use crate::format::words::{coordinate, number};
use crate::map::{Attitude, AttitudeKind, Extent, Size};

/// The plot in pixels that an extent in pixels is measured by where the map has no size.
const PLOT: (f64, f64) = (1200.0, 700.0);

impl Writer<'_> {
    pub(super) fn marks(&mut self) {
        let map = self.map;
        for (at, note) in map.notes.iter().enumerate() {
            let place = self.place(note.position, &self.places.notes[at], note.span, "a note");
            self.out.line(&format!("note {}{place}", spelling::note(&note.text)));
        }
        self.annotations();
        for (at, attitude) in map.attitudes.iter().enumerate() {
            let line = self.attitude(at, attitude);
            self.out.line(&line);
        }
        for (at, force) in map.forces.iter().enumerate() {
            let keyword = if force.against { "deaccelerator" } else { "accelerator" };
            let place = self.place(force.position, &self.places.forces[at], force.span, &force.name);
            self.out.line(&format!("{keyword} {}{place}", spelling::name(&force.name)));
        }
    }

    fn annotations(&mut self) {
        let map = self.map;
        for (at, annotation) in map.annotations.iter().enumerate() {
            let called = format!("annotation {}", annotation.number);
            let places: Vec<String> = annotation
                .positions
                .iter()
                .zip(&self.places.annotations[at])
                .map(|(position, spot)| self.place(*position, spot, annotation.span, &called).trim().to_owned())
                .map(|place| if place.is_empty() { "[_, _]".to_owned() } else { place })
                .collect();
            let places = if places.len() > 1 { format!("[{}]", places.join(", ")) } else { places.concat() };
            let words = if self.owm() {
                if annotation.text.contains(['[', ']', '\n']) {
                    self.lose(annotation.span, &called, "OWM misreads its text");
                }
                annotation.text.replace('\n', " ")
            } else {
                spelling::annotation(&annotation.text)
            };
            self.out.line(format!("{called} {places} {words}").trim_end());
        }
        if let (Some(legend), Some(spot)) = (map.legend, &self.places.legend) {
            let place = self.place(legend, spot, crate::source::Span::default(), "the legend");
            self.out.line(&format!("annotations{}", if place.is_empty() { " [_, _]" } else { &place }));
        }
    }

    fn attitude(&mut self, at: usize, attitude: &Attitude) -> String {
        let (keyword, called) = match attitude.kind {
            AttitudeKind::Pioneers => ("pioneers", "the pioneers"),
            AttitudeKind::Settlers => ("settlers", "the settlers"),
            AttitudeKind::TownPlanners => ("townplanners", "the town planners"),
        };
        let (first, second) = self.places.attitudes[at];
        let corner = |writer: &mut Self, position, spot| {
            let place = writer.place(position, spot, attitude.span, called);
            let inside = place.trim_start_matches(" [").trim_end_matches(']').to_owned();
            if inside.is_empty() { "_, _".to_owned() } else { inside }
        };
        let from = corner(self, attitude.corner, &first);
        let area = match attitude.extent {
            Extent::To(opposite) => format!("[{from}, {}]", corner(self, opposite, &second)),
            Extent::Pixels(width, height) if self.owm() => {
                let Size { width: plot_width, height: plot_height } = self.map.size;
                let (across, down) = (width / plot_width.unwrap_or(PLOT.0), height / plot_height.unwrap_or(PLOT.1));
                let rounded = |value: f64| coordinate((value.clamp(0.0, 1.0) * 1000.0).round() / 1000.0);
                let to = (rounded(first.visibility.get() - down), rounded(first.evolution.get() + across));
                self.lose(attitude.span, called, "the extent in pixels is written in parts of the usual plot");
                format!("[{from}, {}, {}]", to.0, to.1)
            }
            Extent::Pixels(width, height) => format!("[{from}] {} {}", number(width), number(height)),
        };
        let name = match &attitude.name {
            Some(name) if self.owm() => {
                self.lose(attitude.span, name, "its name is left out");
                String::new()
            }
            Some(name) => format!(" {}", spelling::area(name)),
            None => String::new(),
        };
        format!("{keyword} {area}{name}")
    }
}
