//! What stands on the map without being part of the chain.

use super::Writer;
use crate::convert::tree::{bare, bracket, number, part, report_groups, rounded};
use crate::map::{Attitude, AttitudeKind, ComponentId, Extent, Size};
use crate::source::{Span, Where};
use crate::syntax::ast::{
    AnnotationStatement, AreaStatement, AttitudeStatement, AttitudeWord, Bracket, ClassStatement, ForceStatement,
    NoteStatement, Statement, Value,
};
use crate::syntax::{Role, written};
use crate::vocabulary::Dialect;

/// The plot in pixels that an extent in pixels is measured by where the map has no size.
const PLOT: (f64, f64) = (1200.0, 700.0);

impl Writer<'_> {
    pub(super) fn marks(&mut self) {
        let map = self.map;
        let span = Where::default();
        for (at, note) in map.notes.iter().enumerate() {
            if !self.is_here(note.span) {
                continue;
            }
            let near = (!note.near.is_empty() && !self.owm()).then(|| self.named(&note.near));
            let position = near.or_else(|| self.place(note.position, &self.places.notes[at], note.span, "a note"));
            let text = written(&note.text, Role::Note, Dialect::Owm);
            self.out.add(Statement::Note(NoteStatement { span, text, position, modifiers: Vec::new() }));
        }
        self.annotations();
        for (at, attitude) in map.attitudes.iter().enumerate() {
            if !self.is_here(attitude.span) {
                continue;
            }
            let statement = self.attitude(at, attitude);
            self.out.add(Statement::Attitude(statement));
        }
        for (at, force) in map.forces.iter().enumerate() {
            if !self.is_here(force.span) {
                continue;
            }
            let position = self.place(force.position, &self.places.forces[at], force.span, &force.name);
            let (name, modifiers) = (written(&force.name, Role::Name, Dialect::Owm), Vec::new());
            let against = force.against;
            self.out.add(Statement::Force(ForceStatement { span, against, name, position, modifiers }));
        }
    }

    fn annotations(&mut self) {
        let map = self.map;
        for (at, annotation) in map.annotations.iter().enumerate() {
            if !self.is_here(annotation.span) {
                continue;
            }
            let called = format!("annotation {}", annotation.number);
            let places = annotation.positions.iter().zip(&self.places.annotations[at]);
            let named = if self.owm() { 0 } else { annotation.near.len() };
            let placed = annotation.positions.len() - named;
            let mut positions: Vec<Bracket> = places
                .take(placed)
                .map(|(position, spot)| bracket(self.corner(*position, spot, annotation.span, &called)))
                .collect();
            if named > 0 {
                positions.push(self.named(&annotation.near));
            }
            if self.owm() && annotation.text.contains(['[', ']', '\n']) {
                self.lose(annotation.span, &called, "OWM misreads its text");
            }
            let text = if self.owm() {
                bare(&annotation.text)
            } else {
                written(&annotation.text, Role::Annotation, Dialect::Owm)
            };
            let text = Some(text).filter(|text| !text.text.is_empty());
            let number = bare(&annotation.number);
            let statement = AnnotationStatement { span: Where::default(), number, positions, text };
            self.out.add(Statement::Annotation(statement));
        }
        if let (Some(legend), Some(spot), 0) = (map.legend, &self.places.legend, self.step) {
            let place = self.corner(legend, spot, Span::default(), "the legend");
            self.out.add(Statement::Annotations(bracket(place)));
        }
    }

    /// The names of components between brackets.
    fn named(&self, components: &[ComponentId]) -> Bracket {
        let name = |id: &ComponentId| {
            let name = written(&self.map.component(*id).name, Role::Listed, Dialect::Owm);
            part(if name.quoted { Value::Name(name.text) } else { Value::Words(name.text) })
        };
        bracket(components.iter().map(name))
    }

    /// Classes, areas and the key.
    pub(super) fn groups(&mut self) {
        let map = self.map;
        if self.owm() {
            return report_groups(map, &mut self.out);
        }
        let (span, stray) = (Where::default(), None);
        for class in &map.classes {
            let (name, color) = (written(&class.name, Role::Class, Dialect::Owm), bare(&class.color.hex()));
            self.out.add(Statement::Class(ClassStatement { span, name, color, stray }));
        }
        for area in &map.areas {
            let listed = |name: &str| written(name, Role::Listed, Dialect::Owm);
            let members = area.members.iter().map(|&member| listed(&map.component(member).name)).collect();
            let class = area.class.map(|class| bare(&map.class(class).name));
            let name = listed(&area.name);
            self.out.add(Statement::Area(AreaStatement { span, name, members, class, stray }));
        }
        if let Some(key) = &map.key {
            let place = key.position.zip(self.places.key);
            let place = place.map(|(position, spot)| bracket(self.corner(position, &spot, key.span, "the key")));
            self.out.add(Statement::Key(span, place));
        }
    }

    fn attitude(&mut self, at: usize, attitude: &Attitude) -> AttitudeStatement {
        let (word, called) = match attitude.kind {
            AttitudeKind::Pioneers => (AttitudeWord::Pioneers, "the pioneers"),
            AttitudeKind::Settlers => (AttitudeWord::Settlers, "the settlers"),
            AttitudeKind::TownPlanners => (AttitudeWord::TownPlanners, "the town planners"),
        };
        let (first, second) = self.places.attitudes[at];
        let mut area = Vec::from(self.corner(attitude.corner, &first, attitude.span, called));
        let mut extent = None;
        match attitude.extent {
            Extent::To(opposite) => area.extend(self.corner(opposite, &second, attitude.span, called)),
            Extent::Pixels(width, height) if self.owm() => {
                let Size { width: plot_width, height: plot_height } = self.map.size;
                let (across, down) = (width / plot_width.unwrap_or(PLOT.0), height / plot_height.unwrap_or(PLOT.1));
                let to = [first.visibility.get() - down, first.evolution.get() + across];
                area.extend(to.map(|end| number(rounded(end.clamp(0.0, 1.0)))));
                self.lose(attitude.span, called, "the extent in pixels is written in parts of the usual plot");
            }
            Extent::Pixels(width, height) => extent = Some((number(width), number(height))),
        }
        let name = attitude.name.as_ref().map(|name| written(name, Role::Area, Dialect::Owm));
        if let Some(name) = attitude.name.as_ref().filter(|_| self.owm()) {
            self.lose(attitude.span, name, "its name is left out");
        }
        let (area, name) = (Some(bracket(area)), name.filter(|_| !self.owm()));
        AttitudeStatement { span: Where::default(), word, area, extent, name }
    }
}
