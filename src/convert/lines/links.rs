//! Movements and links.

use std::collections::{BTreeMap, BTreeSet};

use super::Writer;
use crate::convert::tree::{arrow, bare, decorators, part};
use crate::map::{Component, End, Link, Movement, MovementId, Properties};
use crate::source::Where;
use crate::syntax::ast::{EvolveStatement, LinkStatement, Modifier, Statement, Text, Value};
use crate::syntax::{Role, loose, print, text, written};
use crate::vocabulary::{Dialect, Third};

/// The movement that a new name leads to.
type NewNames<'a> = BTreeMap<&'a str, MovementId>;

impl Writer<'_> {
    pub(super) fn movements(&mut self) {
        let map = self.map;
        let mut lines = BTreeSet::new();
        let mut moved = BTreeSet::new();
        for (id, movement) in map.movements() {
            if !self.is_here(movement.span) {
                continue;
            }
            let statement = self.movement(id, movement);
            // What is written once moves everything of that name.
            if !lines.insert(print(&statement, Dialect::Owm)) {
                continue;
            }
            let component = map.component(movement.component);
            if self.owm() && !moved.insert(&component.name) {
                self.lose(movement.span, &component.name, "OWM draws its first movement only");
            }
            if self.owm() && component.pipeline.is_some() {
                self.lose(movement.span, &component.name, "OWM draws no movement in a pipeline");
            }
            self.out.add(statement);
        }
    }

    fn movement(&mut self, id: MovementId, movement: &Movement) -> Statement {
        let component = self.map.component(movement.component);
        let mut name = self.name(movement.component).clone();
        let mut rename = movement.name.as_ref().map(|new| written(new, Role::NewName, Dialect::Owm));
        let computed = self.places.movements[id.0 as usize];
        let target = self.evolution(movement.to, computed, movement.span, &component.name);
        let mut target = Some(target.unwrap_or_else(|| part(Value::Open)));
        let last = rename.as_mut().unwrap_or(&mut name);
        if let Some(Value::Words(words)) = target.as_ref().map(|part| &part.value)
            && self.may_follow(words, last)
        {
            // Words of a target may stand at the end of the name, as people write them.
            *last = Text { text: format!("{} {words}", text(last)), quoted: false, ..Text::default() };
            target = None;
        }
        let label = movement.label.map(|label| self.label(label, &component.name, movement.span));
        let modifiers = label.into_iter().chain(self.changed(component, movement)).collect();
        Statement::Evolve(EvolveStatement { span: Where::default(), name, rename, target, from: None, modifiers })
    }

    /// Whether the words of a target are read as such, or could belong to the name before them.
    fn may_follow(&self, target: &str, name: &Text) -> bool {
        let name = text(name);
        // Words are compared by letters and digits alone: what stands in a name between them would not keep it apart.
        let plain = name.chars().all(|next| next.is_alphanumeric() || next == ' ');
        let lower = name.to_lowercase();
        let third = Third::SPELLINGS.iter().any(|(word, _)| lower.ends_with(word));
        plain && !third && !self.known.contains(&loose(&format!("{name}{target}")))
    }

    /// What is said of the moved state and not of the component.
    fn changed(&mut self, component: &Component, movement: &Movement) -> Vec<Modifier> {
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
        let mut new_names = NewNames::new();
        for (id, movement) in map.movements() {
            if let Some(name) = &movement.name {
                new_names.entry(name.as_str()).or_insert(id);
            }
        }
        for component in &map.components {
            new_names.remove(component.name.as_str());
        }
        for link in map.links.iter().filter(|link| !link.implied) {
            if self.is_here(link.span) {
                self.link(link, &new_names);
            }
        }
    }

    fn link(&mut self, link: &Link, new_names: &NewNames) {
        let map = self.map;
        let shown = |end: End| map.component(end.component).name.replace('\n', " ");
        let between = format!("{} -> {}", shown(link.from), shown(link.to));
        let mut ends = [link.from, link.to].map(|end| self.name(end.component).clone());
        for (end, name) in [link.from, link.to].into_iter().zip(&mut ends) {
            let Some(moved) = end.moved else { continue };
            let new = map.movement(moved).name.as_deref().filter(|name| new_names.get(name) == Some(&moved));
            match new {
                Some(new) if !self.owm() => *name = written(new, Role::NewName, Dialect::Owm),
                _ => self.lose(link.span, &between, "it reaches where that was before it moved"),
            }
        }
        if ends[0] == ends[1] {
            self.lose(link.span, &between, "the link is left out, for both ends are one component");
            return;
        }
        if link.dashed && self.owm() {
            self.lose(link.span, &between, "its line is not dashed");
        }
        let arrows = vec![arrow(link, link.dashed && !self.owm())];
        let context = link.context.as_ref().map(|context| bare(&context.text));
        self.out.add(Statement::Link(LinkStatement { span: Where::default(), ends: ends.into(), arrows, context }));
    }
}
