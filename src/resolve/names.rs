//! Which name means what: [`Names`].

use std::cell::OnceCell;
use std::collections::HashMap;

use super::suggest::Suggestions;
use crate::map::{ComponentId, ComponentKind, End, Map};
use crate::problem::Defined;
use crate::source::Span;
use crate::syntax::loose;

/// A name that can be linked to, and what it reaches.
struct Name<'a> {
    text: &'a str,
    span: Span,
    end: End,
    /// The next one in rank that is written the same.
    same: Option<usize>,
}

/// All names of a map. The first in rank counts: components before anchors before submaps before the children of pipelines
/// before the new names of what moves; within a rank, the first in the text.
#[derive(Default)]
pub(super) struct Names<'a> {
    list: Vec<Name<'a>>,
    exact: HashMap<&'a str, usize>,
    /// Without regard to case and whitespace. Made when the first name is not found as it is written.
    loose: OnceCell<HashMap<String, usize>>,
    suggestions: OnceCell<Suggestions>,
}

/// What a name was found to mean.
pub(super) struct Found {
    pub(super) end: End,
    /// Where it is defined in other letters or whitespace.
    pub(super) differs: Option<Defined>,
}

impl<'a> Names<'a> {
    /// The names of all components of the map. `texts` are they as they are written, in the map's order; `children` are
    /// those in the braces of pipelines.
    pub(super) fn of(map: &Map, texts: &[&'a str], children: impl Iterator<Item = ComponentId>) -> Self {
        let mut names = Self::default();
        let mut is_child = vec![false; texts.len()];
        for child in children {
            is_child[child.0 as usize] = true;
        }
        let rank = |id: usize| match map.components[id].kind {
            _ if is_child[id] => 3,
            ComponentKind::Component => 0,
            ComponentKind::Anchor => 1,
            ComponentKind::Submap => 2,
        };
        let mut order: Vec<usize> = (0..texts.len()).filter(|&id| !texts[id].is_empty()).collect();
        order.sort_by_key(|&id| rank(id));
        names.exact.reserve(order.len());
        names.list.reserve(order.len());
        // From the last to the first, so that each finds the next one that is written the same.
        for &id in order.iter().rev() {
            let end = End { component: ComponentId(id as u32), moved: None };
            let at = names.list.len();
            let same = names.exact.insert(texts[id], at);
            names.list.push(Name { text: texts[id], span: map.components[id].span, end, same });
        }
        names
    }

    /// Adds the new name of something that moves.
    pub(super) fn add_moved(&mut self, text: &'a str, span: Span, end: End) {
        if text.is_empty() || self.exact.contains_key(text) {
            return;
        }
        self.exact.insert(text, self.list.len());
        self.list.push(Name { text, span, end, same: None });
        self.loose.take();
        self.suggestions.take();
    }

    /// What this name means: as it is written, else without regard to case and whitespace.
    pub(super) fn find(&self, text: &str) -> Option<Found> {
        if let Some(&at) = self.exact.get(text) {
            return Some(Found { end: self.list[at].end, differs: None });
        }
        let key = loose(text);
        let &at = self.loose().get(&key).filter(|_| !key.is_empty())?;
        Some(Found { end: self.list[at].end, differs: Some(self.defined(at)) })
    }

    /// Where the name is defined that links of this text reach.
    pub(super) fn defined_at(&self, text: &str) -> Option<Span> {
        self.exact.get(text).map(|&at| self.list[at].span)
    }

    /// The other components whose name is written just like that of the first one.
    pub(super) fn others(&self, first: ComponentId, text: &str) -> impl Iterator<Item = ComponentId> {
        let start = self.exact.get(text).copied().filter(|&at| self.list[at].end.component == first);
        std::iter::successors(start, |&at| self.list[at].same).skip(1).map(|at| self.list[at].end.component)
    }

    /// The name that resembles this unknown one.
    pub(super) fn nearest(&mut self, text: &str) -> Option<Defined> {
        self.suggestions.get_or_init(|| Suggestions::among(self.list.iter().map(|name| name.text)));
        let at = self.suggestions.get_mut()?.nearest(text)?;
        Some(self.defined(at))
    }

    fn loose(&self) -> &HashMap<String, usize> {
        self.loose.get_or_init(|| {
            let mut keys = HashMap::with_capacity(self.list.len());
            // Components stand in reverse, so that the first in rank is entered last; what moves never displaces them.
            for (at, name) in self.list.iter().enumerate() {
                match name.end.moved {
                    None => _ = keys.insert(loose(name.text), at),
                    Some(_) => _ = keys.entry(loose(name.text)).or_insert(at),
                }
            }
            keys
        })
    }

    fn defined(&self, at: usize) -> Defined {
        let name = &self.list[at];
        Defined { name: name.text.to_owned(), span: name.span }
    }
}
