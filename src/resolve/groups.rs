//! What gives components a meaning and holds them together: classes, areas, the key.

use super::context::Context;
use super::references::References;
use crate::map::{Area, Class, ClassId, ComponentId, Key, Map, Rgb};
use crate::problem::{Axis, Problem, Role, near};
use crate::syntax::ast::{Decorator, Statement, Text};
use crate::syntax::loose;
use crate::vocabulary::Keyword;

/// Among how many classes a similar one is looked for.
const COMPARED: usize = 64;

impl Context<'_> {
    /// Learns the classes, which components name. Of several of one name the first counts.
    pub(super) fn learn_classes(&mut self, statements: &[&Statement], map: &mut Map) {
        for statement in statements {
            let Statement::Class(said) = statement else { continue };
            let Some(color) = Rgb::parse(&said.color.text) else { continue };
            let span = *said.name.span;
            if let Some(&first) = self.classes.get(&loose(&said.name.text)) {
                let first = map.class(first).span;
                self.report(Problem::DuplicateName { span, name: said.name.text.clone(), first });
                continue;
            }
            self.classes.insert(loose(&said.name.text), ClassId(map.classes.len() as u32));
            map.classes.push(Class { name: self.text(&said.name), color, span });
        }
    }

    /// Areas and the key.
    pub(super) fn groups<'a>(&mut self, statements: &[&'a Statement], references: &mut References<'a>, map: &mut Map) {
        let mut key = None;
        for &statement in statements {
            match statement {
                Statement::Area(said) => {
                    let class = said.class.as_ref().and_then(|name| self.class(name));
                    let (name, members) = (self.text(&said.name), self.members(&said.members, references));
                    map.areas.push(Area { name, members, class, span: *said.span });
                }
                Statement::Key(span, position) => {
                    self.report_second(**span, Keyword::Key.word(), &mut key);
                    let position = position.as_ref().map(|bracket| self.position(Some(bracket), Axis::Visibility));
                    map.key = Some(Key { position, span: **span });
                }
                _ => {}
            }
        }
    }

    /// The components of these names, each once; those that nothing has are reported and left out.
    pub(super) fn members<'a>(&mut self, names: &'a [Text], references: &mut References<'a>) -> Vec<ComponentId> {
        let mut members = Vec::with_capacity(names.len());
        let mut known = std::collections::HashSet::new();
        for name in names.iter().filter(|name| !name.text.is_empty()) {
            let component = references.expect(name, Role::Place(Keyword::Area.word()), self).map(|end| end.component);
            members.extend(component.filter(|component| known.insert(*component)));
        }
        members
    }

    /// The class of this name; one that the map has not is reported.
    pub(super) fn class(&mut self, name: &Text) -> Option<ClassId> {
        let class = self.classes.get(&loose(&name.text)).copied();
        if class.is_none() {
            let words = Decorator::ALL.iter().map(|known| known.word());
            let near = near::nearest(&name.text, words).map(str::to_owned);
            let near = near.or_else(|| self.near_class(&name.text));
            self.report(Problem::UnknownDecorator { span: *name.span, word: name.text.clone(), near });
        }
        class
    }

    fn near_class(&self, name: &str) -> Option<String> {
        let mut known: Vec<&str> = self.classes.keys().map(String::as_str).collect();
        known.sort_unstable();
        near::nearest(&loose(name), known.into_iter().take(COMPARED)).map(str::to_owned)
    }
}
