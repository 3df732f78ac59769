//! Names as Mermaid reads them: [`Names`], [`written`].

use std::collections::HashSet;

use crate::format::words::quoted;
use crate::map::{ComponentId, Map};

/// What begins no bare name: words of Mermaid's grammar, which are read as such even where a longer word begins with them, and
/// the other words that a line of a map may begin with.
const WORDS: [&str; 31] = [
    "acc",
    "anchor",
    "annotation",
    "build",
    "buy",
    "component",
    "deaccelerator",
    "ecosystem",
    "evolution",
    "evolve",
    "explorers",
    "include",
    "inertia",
    "label",
    "market",
    "note",
    "outsource",
    "pin",
    "pioneers",
    "pipeline",
    "settlers",
    "size",
    "style",
    "submap",
    "title",
    "townplanners",
    "url",
    "valuechain",
    "villagers",
    "wardley",
    "evol",
];

/// The name of every component, each once: Mermaid takes two of one name for one.
pub(super) struct Names {
    written: Vec<String>,
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
                names.written.push(written(&component.name));
                continue;
            }
            let count: &mut usize = next.entry(&component.name).or_insert(2);
            let mut other = format!("{} ({count})", component.name);
            while !known.insert(other.clone()) {
                *count += 1;
                other = format!("{} ({count})", component.name);
            }
            *count += 1;
            names.written.push(written(&other));
            names.renamed.push((id, other));
        }
        names
    }

    pub(super) fn written(&self, id: ComponentId) -> &str {
        &self.written[id.0 as usize]
    }
}

/// The name as it stands in a line: bare where that is safe, else in quotes.
pub(super) fn written(name: &str) -> String {
    let word = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_alphabetic())
            && word.chars().all(|next| next.is_ascii_alphanumeric())
    };
    let lower = name.to_ascii_lowercase();
    if name.split(' ').all(word) && !WORDS.iter().any(|word| lower.starts_with(word)) {
        return name.to_owned();
    }
    quoted(name)
}
