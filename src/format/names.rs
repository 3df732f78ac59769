//! Which names a map may have: [`Names`].

use std::collections::HashMap;

use crate::syntax::ast::{File, Statement};
use crate::syntax::loose;

/// The names that components of a text have, and those that movements give.
pub(super) struct Names {
    /// How many components have it, by the name without regard to case and whitespace.
    components: HashMap<String, usize>,
    moved: HashMap<String, usize>,
    /// Whether other texts may define names.
    includes: bool,
}

impl Names {
    pub(super) fn of(file: &File) -> Self {
        let mut names = Self { components: HashMap::new(), moved: HashMap::new(), includes: false };
        for statement in file.lines.iter().filter_map(|line| line.statement.as_ref()) {
            match statement {
                Statement::Either { statement, .. } => names.add(statement),
                other => names.add(other),
            }
        }
        names
    }

    fn add(&mut self, statement: &Statement) {
        match statement {
            Statement::Component(component) => *self.components.entry(loose(&component.name.text)).or_default() += 1,
            Statement::Evolve(evolve) => {
                if let Some(name) = &evolve.rename {
                    *self.moved.entry(loose(&name.text)).or_default() += 1;
                }
            }
            Statement::Include(_) => self.includes = true,
            _ => {}
        }
    }

    /// Whether something on the map may have this name.
    pub(super) fn may_have(&self, name: &str) -> bool {
        let name = loose(name);
        self.includes || !name.is_empty() && (self.components.contains_key(&name) || self.moved.contains_key(&name))
    }

    /// Whether exactly one component of the map has this name or one like it.
    pub(super) fn is_unique(&self, name: &str) -> bool {
        !self.includes && !name.is_empty() && self.components.get(&loose(name)) == Some(&1)
    }
}
