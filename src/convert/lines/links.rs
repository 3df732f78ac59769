//! Movements and links.

use std::collections::{BTreeMap, BTreeSet};

use super::Writer;
use super::components::decorators;
use super::spelling::new_name;
use crate::map::{Component, End, Flow, Movement, MovementId, Properties};
use crate::syntax::loose;

impl Writer<'_> {
    pub(super) fn movements(&mut self) {
        let map = self.map;
        let mut lines = BTreeSet::new();
        let mut moved = BTreeSet::new();
        for (id, movement) in map.movements() {
            let line = self.movement(id, movement);
            // What is written once moves everything of that name.
            if !lines.insert(line.clone()) {
                continue;
            }
            let component = map.component(movement.component);
            if self.owm() && !moved.insert(&component.name) {
                self.lose(movement.span, &component.name, "OWM draws its first movement only");
            }
            if self.owm() && component.pipeline.is_some() {
                self.lose(movement.span, &component.name, "OWM draws no movement in a pipeline");
            }
            self.out.line(&line);
        }
    }

    fn movement(&mut self, id: MovementId, movement: &Movement) -> String {
        let component = self.map.component(movement.component);
        let name = self.name(movement.component).to_owned();
        let new = movement.name.as_ref().map(|new| new_name(new));
        let computed = self.places.movements[id.0 as usize];
        let target =
            self.evolution(movement.to, computed, movement.span, &component.name).unwrap_or_else(|| "_".to_owned());
        let last = new.as_ref().unwrap_or(&name);
        let target = if self.may_follow(&target, last) { target } else { format!("[{target}]") };
        let head = new.map(|new| format!(" -> {new}")).unwrap_or_default();
        let label = movement.label.map(|label| self.label(label, &component.name, movement.span)).unwrap_or_default();
        let said = self.changed(component, movement);
        format!("evolve {name}{head} {target}{label}{said}")
    }

    /// Whether the target is then read as one: a number always, words unless they could belong to the name before them.
    fn may_follow(&self, target: &str, name: &str) -> bool {
        // Words are compared by letters and digits alone: what stands in a name between them would not keep it apart.
        let plain = name.chars().all(|next| next.is_alphanumeric() || next == ' ');
        let word = target.starts_with(char::is_alphabetic) && plain;
        let part = ["early", "mid", "middle", "late"].iter().any(|part| name.to_lowercase().ends_with(part));
        let taken = || self.known.contains(&loose(&format!("{name}{target}")));
        target.starts_with(|first: char| first.is_ascii_digit()) || word && !part && !taken()
    }

    /// What is said of the moved state and not of the component.
    fn changed(&mut self, component: &Component, movement: &Movement) -> String {
        let (before, after) = (component.properties, movement.properties);
        let symbol = (before.market, before.ecosystem) != (after.market, after.ecosystem);
        let lost = before.method.is_some() && after.method.is_none()
            || symbol && !after.market && !after.ecosystem
            || before.inertia && !after.inertia;
        if lost {
            self.lose(movement.span, &component.name, "where it moves to it keeps what is said of it here");
        }
        decorators(Properties {
            method: after.method.filter(|_| before.method != after.method),
            market: symbol && after.market,
            ecosystem: symbol && after.ecosystem,
            inertia: after.inertia && !before.inertia,
        })
    }

    pub(super) fn links(&mut self) {
        let map = self.map;
        // The movement that a new name leads to.
        let mut new_names = BTreeMap::new();
        for (id, movement) in map.movements() {
            if let Some(name) = &movement.name {
                new_names.entry(name.as_str()).or_insert(id);
            }
        }
        for component in &map.components {
            new_names.remove(component.name.as_str());
        }
        for link in map.links.iter().filter(|link| !link.implied) {
            let shown = |end: End| map.component(end.component).name.replace('\n', " ");
            let between = format!("{} -> {}", shown(link.from), shown(link.to));
            let mut ends = [link.from, link.to].map(|end| self.name(end.component).to_owned());
            for (end, written) in [link.from, link.to].into_iter().zip(&mut ends) {
                let Some(moved) = end.moved else { continue };
                let name = map.movement(moved).name.as_deref().filter(|name| new_names.get(name) == Some(&moved));
                match name {
                    Some(name) if !self.owm() => *written = new_name(name),
                    _ => self.lose(link.span, &between, "it reaches where that was before it moved"),
                }
            }
            if ends[0] == ends[1] {
                self.lose(link.span, &between, "the link is left out, for both ends are one component");
                continue;
            }
            let text = link.text.as_ref().map(|text| text.text.replace('\'', "’").replace('\n', " "));
            let head = link.flow.map(|flow| match flow {
                Flow::Forward => ">",
                Flow::Back => "<",
                Flow::Both => "<>",
            });
            if link.dashed && self.owm() {
                self.lose(link.span, &between, "its line is not dashed");
            }
            let arrow = match (head, text) {
                (Some(head), Some(text)) => format!("+'{text}'{head}"),
                (Some(head), None) => format!("+{head}"),
                (None, _) if link.dashed && !self.owm() => "-.->".to_owned(),
                (None, _) => "->".to_owned(),
            };
            let context = link.context.as_ref().map(|context| format!("; {}", context.text.replace('\n', " ")));
            self.out.line(&format!("{} {arrow} {}{}", ends[0], ends[1], context.unwrap_or_default()));
        }
    }
}
