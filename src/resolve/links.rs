//! Who needs what.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::context::Context;
use super::movements::FirstMovements;
use super::references::References;
use crate::map::{ComponentKind, End, Flow, Link, LinkText, Map};
use crate::problem::{Problem, Role};
use crate::source::Span;
use crate::syntax::ast::{Arrow, ArrowKind, LinkStatement, Text};

/// What makes two links the same: ends, kind, text and context.
type Key<'a> = (End, End, Option<Flow>, bool, Option<&'a str>, Option<&'a str>);

impl Context<'_> {
    /// The links, in the order of the text.
    pub(super) fn links<'a>(
        &mut self,
        statements: &[&'a LinkStatement],
        references: &mut References<'a>,
        movements: &FirstMovements,
        map: &mut Map,
    ) {
        let mut known: HashMap<Key<'a>, Span> = HashMap::with_capacity(statements.len());
        map.links.reserve(statements.len());
        for statement in statements {
            let mut from = self.end(&statement.ends[0], references);
            for (at, arrow) in statement.arrows.iter().enumerate() {
                let (from_name, to_name) = (&statement.ends[at], &statement.ends[at + 1]);
                let to = self.end(to_name, references);
                if let (Some(from), Some(to)) = (from, to) {
                    let span = from_name.span.to(to_name.span);
                    if from == to {
                        self.report(Problem::SelfLink { span: *span, name: to_name.text.clone() });
                    } else {
                        self.link(statement, arrow, (from, to), (from_name, to_name), movements, &mut known, map);
                    }
                }
                from = to;
            }
        }
        // What the author wrote need not be implied as well.
        if map.links.iter().any(|link| link.implied) {
            let written: HashSet<(End, End)> =
                map.links.iter().filter(|link| !link.implied).map(|link| (link.from, link.to)).collect();
            map.links.retain(|link| !link.implied || !written.contains(&(link.from, link.to)));
        }
    }

    #[allow(clippy::too_many_arguments, reason = "one link and where it goes")]
    fn link<'a>(
        &mut self,
        statement: &'a LinkStatement,
        arrow: &'a Arrow,
        (from, to): (End, End),
        (from_name, to_name): (&Text, &Text),
        movements: &FirstMovements,
        known: &mut HashMap<Key<'a>, Span>,
        map: &mut Map,
    ) {
        let (flow, dashed) = kind(arrow.kind);
        let text = arrow.text.as_ref().map(|text| text.text.as_str());
        let context = statement.context.as_ref().map(|text| text.text.as_str());
        let span = from_name.span.to(to_name.span);
        match known.entry((from, to, flow, dashed, text, context)) {
            Entry::Occupied(first) => {
                let (from, to) = (from_name.text.clone(), to_name.text.clone());
                self.report(Problem::DuplicateLink { span: *span, from, to, first: *first.get() });
                return;
            }
            Entry::Vacant(place) => _ = place.insert(*span),
        }
        let text = arrow.text.as_ref().and_then(|text| self.link_text(text));
        let context = statement.context.as_ref().and_then(|text| self.link_text(text));
        map.links.push(Link { from, to, flow, dashed, text, context, implied: false, span: *span });
        let moved = movements[to.component.0 as usize].filter(|_| to.moved.is_none());
        // What it becomes may stand on the map itself, and have needs of its own.
        let moved = moved.filter(|&moved| map.movement(moved).onto.is_none());
        if let (Some(moved), ComponentKind::Anchor) = (moved, map.component(from.component).kind) {
            let to = End { moved: Some(moved), ..to };
            let (text, context) = (None, None);
            map.links.push(Link { from, to, flow, dashed, text, context, implied: true, span: *span });
        }
    }

    fn link_text(&mut self, text: &Text) -> Option<LinkText> {
        (!text.text.is_empty()).then(|| LinkText { text: self.text(text), span: *text.span })
    }

    /// What an end reaches. People write a position behind the last one; it is left out.
    fn end<'a>(&mut self, name: &'a Text, references: &mut References<'a>) -> Option<End> {
        if let Some(end) = references.find(name, self) {
            return Some(end);
        }
        if let Some(at) = name.text.find(" [").filter(|_| !name.quoted && name.text.ends_with(']')) {
            let span = self.head(name, &name.text[at..]);
            let bare = Text { text: name.text[..at].to_owned(), span: span.into(), quoted: false };
            if let Some(end) = references.find(&bare, self) {
                self.report_position(name);
                return Some(end);
            }
        }
        references.expect(name, Role::Link, self)
    }

    fn report_position(&mut self, name: &Text) {
        let written = self.written(*name.span);
        let at = written.find('[').unwrap_or(0);
        self.report(Problem::PositionOnLink { span: Span { start: name.span.start + at as u32, ..*name.span } });
    }
}

fn kind(arrow: ArrowKind) -> (Option<Flow>, bool) {
    match arrow {
        ArrowKind::Need | ArrowKind::Short => (None, false),
        ArrowKind::Dashed | ArrowKind::Long | ArrowKind::Longer => (None, true),
        ArrowKind::Flow => (Some(Flow::Forward), false),
        ArrowKind::FlowBack => (Some(Flow::Back), false),
        ArrowKind::FlowBoth => (Some(Flow::Both), false),
    }
}
