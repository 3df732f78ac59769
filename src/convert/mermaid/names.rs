//! Names as Mermaid reads them: [`Names`].

use std::collections::HashSet;

use crate::map::{ComponentId, Map};
use crate::syntax::ast::Text;
use crate::syntax::{Role, written};
use crate::vocabulary::Dialect;

/// The name of every component, each once: Mermaid takes two of one name for one.
pub(super) struct Names {
    written: Vec<Text>,
    /// Components that have another name than on the map, with that name.
    pub(super) renamed: Vec<(ComponentId, String)>,
}

impl Names {
    pub(super) fn of(map: &Map) -> Self {
        let mut names = Self { written: Vec::with_capacity(map.components.len()), renamed: Vec::new() };
        let mut known: HashSet<String> = map.components.iter().map(|component| component.name.clone()).collect();
        let mut used: HashSet<&str> = HashSet::with_capacity(known.len());
        let mut next = std::collections::HashMap::new();
        for (id, component) in map.components() {
            if used.insert(&component.name) {
                names.written.push(as_name(&component.name));
                continue;
            }
            let count: &mut usize = next.entry(&component.name).or_insert(2);
            let mut other = format!("{} ({count})", component.name);
            while !known.insert(other.clone()) {
                *count += 1;
                other = format!("{} ({count})", component.name);
            }
            *count += 1;
            names.written.push(as_name(&other));
            names.renamed.push((id, other));
        }
        names
    }

    pub(super) fn written(&self, id: ComponentId) -> &Text {
        &self.written[id.0 as usize]
    }
}

fn as_name(name: &str) -> Text {
    written(name, Role::Name, Dialect::Mermaid)
}
