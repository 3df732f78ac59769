//! Which index of one list is which of another: [`Pairs`].

use std::collections::HashMap;
use std::hash::Hash;

use super::{Change, Thing};

/// Which index of an old list is which of a new one.
pub(super) struct Pairs {
    /// By old index.
    new: Vec<Option<usize>>,
    /// By new index.
    old: Vec<Option<usize>>,
}

impl Pairs {
    /// Lists of these lengths, nothing paired.
    pub(super) fn of(old: usize, new: usize) -> Self {
        Self { new: vec![None; old], old: vec![None; new] }
    }

    pub(super) fn pair(&mut self, old: usize, new: usize) {
        self.new[old] = Some(new);
        self.old[new] = Some(old);
    }

    /// The new index of an old one.
    pub(super) fn new_of(&self, old: usize) -> Option<usize> {
        self.new[old]
    }

    /// The old index of a new one.
    pub(super) fn old_of(&self, new: usize) -> Option<usize> {
        self.old[new]
    }

    /// By old index, the id of the new one.
    pub(super) fn kept<Id>(&self, id: fn(u32) -> Id) -> Vec<Option<Id>> {
        self.new.iter().map(|new| new.map(|new| id(new as u32))).collect()
    }

    /// The old indices without a partner.
    pub(super) fn removed(&self) -> impl Iterator<Item = usize> + '_ {
        self.new.iter().enumerate().filter(|(_, new)| new.is_none()).map(|(old, _)| old)
    }

    /// The new indices without a partner.
    pub(super) fn added(&self) -> impl Iterator<Item = usize> + '_ {
        self.old.iter().enumerate().filter(|(_, old)| old.is_none()).map(|(new, _)| new)
    }

    /// Pairs what has no partner yet and the same key: of one key the first with the first. What has no key stays alone.
    pub(super) fn by_key<K: Hash + Eq>(&mut self, old: impl Fn(usize) -> Option<K>, new: impl Fn(usize) -> Option<K>) {
        let mut waiting: HashMap<K, Vec<usize>> = HashMap::new();
        let olds: Vec<usize> = self.removed().collect();
        for &index in olds.iter().rev() {
            if let Some(key) = old(index) {
                waiting.entry(key).or_default().push(index);
            }
        }
        let news: Vec<usize> = self.added().collect();
        for index in news {
            if let Some(partner) = new(index).and_then(|key| waiting.get_mut(&key)?.pop()) {
                self.pair(partner, index);
            }
        }
    }

    /// The changes between the things paired so: what was added or changed in the order of the new list, then what was removed.
    pub(super) fn changes(
        &self,
        old: impl Fn(usize) -> Change,
        new: impl Fn(usize) -> Change,
        between: impl Fn(usize, usize, Change) -> Option<Change>,
    ) -> Vec<Change> {
        let kept_or_added = (0..self.old.len()).filter_map(|index| match self.old_of(index) {
            None => Some(Change { new: Some(index), ..new(index) }),
            Some(partner) => {
                let whole = Change { old: Some(partner), new: Some(index), place: None, ..new(index) };
                between(partner, index, whole).filter(Change::says_something)
            }
        });
        kept_or_added.chain(self.removed().map(|index| Change { old: Some(index), ..old(index) })).collect()
    }
}

impl Change {
    /// A change of a thing, so far of no kind.
    pub(super) fn of(thing: Thing, name: &str) -> Self {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { thing, old: None, new: None, name, was: None, place: None, properties: Vec::new() }
    }

    fn says_something(&self) -> bool {
        self.was.is_some() || self.place.is_some() || !self.properties.is_empty()
    }
}
