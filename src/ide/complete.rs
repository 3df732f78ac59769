//! [`complete`]: what may stand at a place where somebody is writing.

use super::at::{line_at, words};
use super::keywords;
use crate::Reading;
use crate::map::{ComponentId, Dialect, Map};
use crate::source::{SourceId, Span};
use crate::syntax::ast::Statement;
use crate::syntax::{Role, loose, quoted, written};
use crate::vocabulary::{Decorator, Keyword, Style, Third};

/// Something that may stand at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Completion {
    /// What it is called in a list.
    pub label: String,
    /// What it is.
    pub kind: CompletionKind,
    /// What it says in a word or two.
    pub detail: String,
    /// What takes the place of `span`; with `${1:…}` where something is to be filled in, if `snippet`.
    pub insert: String,
    /// Whether `insert` has places to fill in.
    pub snippet: bool,
    /// What is replaced: what was written of it already.
    pub span: Span,
}

/// What a [`Completion`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionKind {
    /// A statement.
    Keyword,
    /// A component or what it becomes.
    Name,
    /// A stage, a level, a style, a decorator.
    Word,
    /// The id of an address.
    Url,
}

/// Where on a line somebody is writing.
enum Place<'a> {
    /// The first word.
    Start,
    /// A name behind the end of a link whose first end is this.
    LinkEnd(&'a str),
    /// A name behind a keyword.
    Name,
    /// In brackets; whether a comma stands before.
    Position(bool),
    /// In a parenthesis of decorators.
    Decorator,
    /// In `url(`.
    Address,
    /// Behind `style`.
    Style,
    /// Behind the name of something that moves.
    Target,
}

/// What may stand at a place, the likeliest first.
pub fn complete(reading: &Reading, source: SourceId, at: usize) -> Vec<Completion> {
    let text = reading.sources.get(source).text();
    let at = (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let start = line_at(reading, source, at).map_or(0, |line| line.span.start as usize);
    let before = &text[start..at];
    if before.contains("//") && !before.contains("://") {
        return Vec::new();
    }
    let (place, written) = place(reading, before);
    let span = Span::new(source, at - written.len(), at);
    let all = List { map: &reading.map, span };
    match place {
        Place::Start => {
            let mut list = all.keywords();
            list.extend(all.names(None));
            list
        }
        Place::LinkEnd(from) => all.names(Some(from)),
        Place::Name => all.names(None),
        Place::Position(second) => all.positions(second),
        Place::Decorator => Decorator::ALL.iter().map(|word| all.word(word.word(), "decorator")).collect(),
        Place::Style => Style::ALL.iter().map(|word| all.word(word.word(), "style")).collect(),
        Place::Target => all.stages(),
        Place::Address => all.addresses(reading),
    }
}

/// What is being written behind `before`, and how much of it stands there.
fn place<'a>(reading: &Reading, before: &'a str) -> (Place<'a>, &'a str) {
    let bare = before.trim_start();
    if let Some(open) = bare.rfind('[').filter(|&open| !bare[open..].contains(']')) {
        let inside = &bare[open + 1..];
        let part = inside.rsplit(',').next().unwrap_or_default().trim_start();
        return (Place::Position(inside.contains(',')), part);
    }
    if let Some(open) = bare.rfind('(').filter(|&open| !bare[open..].contains(')')) {
        let inside = &bare[open + 1..];
        if bare[..open].trim_end().to_lowercase().ends_with("url") {
            return (Place::Address, inside.trim_start());
        }
        return (Place::Decorator, inside.rsplit(',').next().unwrap_or_default().trim_start());
    }
    let word = bare.split_whitespace().next().unwrap_or_default();
    let rest = &bare[word.len()..];
    let keyword = Keyword::from_word(word).filter(|_| !rest.is_empty());
    let rest = rest.trim_start();
    let arrow = ["->", "+>", "+<>", "+<", "'>"].iter().filter_map(|arrow| Some(bare.rfind(arrow)? + arrow.len())).max();
    match keyword {
        Some(Keyword::Style) => return (Place::Style, rest),
        Some(
            Keyword::Evolve | Keyword::Pipeline | Keyword::Build | Keyword::Buy | Keyword::Outsource | Keyword::Inertia,
        ) => {
            let named = |name: &str| {
                let key = loose(name);
                !key.is_empty() && reading.map.components.iter().any(|component| loose(&component.name) == key)
            };
            let last = rest.rsplit(char::is_whitespace).next().unwrap_or_default();
            let head = rest[..rest.len() - last.len()].trim_end();
            if keyword == Some(Keyword::Evolve) && (named(head) || head.contains("->")) {
                return (Place::Target, last);
            }
            return (Place::Name, rest);
        }
        Some(keyword) if keywords::about(keyword).is_some() => return (Place::Decorator, "\u{0}"),
        _ => {}
    }
    match arrow {
        Some(end) => {
            let first = ["->", "+>", "+<", "+'"].iter().filter_map(|arrow| bare.find(arrow)).min().unwrap_or(0);
            (Place::LinkEnd(bare[..first].trim()), bare[end..].trim_start())
        }
        None => (Place::Start, bare),
    }
}

/// A name as it stands in a link.
fn spelled(name: &str, dialect: Dialect) -> String {
    let text = written(name, Role::Name, dialect);
    if text.quoted { quoted(&text.text) } else { text.text }
}

struct List<'a> {
    map: &'a Map,
    span: Span,
}

impl List<'_> {
    fn keywords(&self) -> Vec<Completion> {
        let known = Keyword::ALL.iter().filter_map(|&keyword| Some((keyword, keywords::about(keyword)?)));
        let list = known.map(|(keyword, (form, about))| Completion {
            label: keyword.word().to_owned(),
            kind: CompletionKind::Keyword,
            detail: about.to_owned(),
            insert: form.to_owned(),
            snippet: true,
            span: self.span,
        });
        list.collect()
    }

    /// Names, for a link from `from` those that it does not need yet first.
    fn names(&self, from: Option<&str>) -> Vec<Completion> {
        let key = from.map(loose);
        let own = |id: ComponentId| key.as_ref().is_some_and(|key| loose(&self.map.component(id).name) == *key);
        let linked = |id: ComponentId| {
            key.is_some() && self.map.links.iter().any(|link| own(link.from.component) && link.to.component == id)
        };
        let components = self.map.components().filter(|(id, component)| !component.name.is_empty() && !own(*id));
        let mut ranked: Vec<(bool, String, String)> = components
            .map(|(id, component)| (linked(id), component.name.clone(), component.kind.word().to_owned()))
            .collect();
        ranked.extend(self.map.movements.iter().filter_map(|movement| {
            let name = movement.name.clone()?;
            Some((false, name, format!("what {} becomes", self.map.component(movement.component).name)))
        }));
        ranked.sort_by_key(|(linked, ..)| *linked);
        let mut seen = std::collections::HashSet::new();
        ranked.retain(|(_, name, _)| seen.insert(name.clone()));
        let list = ranked.into_iter().map(|(_, name, detail)| Completion {
            insert: spelled(&name, self.map.dialect),
            label: name.replace('\n', " "),
            kind: CompletionKind::Name,
            detail,
            snippet: false,
            span: self.span,
        });
        list.collect()
    }

    fn positions(&self, second: bool) -> Vec<Completion> {
        let levels = words(self.map).level_names().to_vec();
        let levels = levels.iter().filter(|_| !second).map(|level| self.word(level, "level"));
        levels.chain(self.stages()).collect()
    }

    fn stages(&self) -> Vec<Completion> {
        let stages = words(self.map).stage_names().to_vec();
        let thirds =
            Third::ALL.iter().flat_map(|third| stages.iter().map(move |stage| format!("{} {stage}", third.word())));
        let whole = stages.iter().map(|stage| self.word(stage, "stage"));
        whole.chain(thirds.map(|third| self.word(&third, "a third of a stage"))).collect()
    }

    fn addresses(&self, reading: &Reading) -> Vec<Completion> {
        let statements = reading.files.iter().flat_map(|file| &file.lines).filter_map(|line| line.statement.as_ref());
        let urls = statements.filter_map(|statement| match statement {
            Statement::Url { id, address } => {
                Some((id.text.clone(), address.as_ref().map(|to| to.text.clone()).unwrap_or_default()))
            }
            _ => None,
        });
        let list = urls.map(|(id, address)| Completion {
            insert: id.clone(),
            label: id,
            kind: CompletionKind::Url,
            detail: address,
            snippet: false,
            span: self.span,
        });
        list.collect()
    }

    fn word(&self, word: &str, detail: &str) -> Completion {
        Completion {
            label: word.to_owned(),
            kind: CompletionKind::Word,
            detail: detail.to_owned(),
            insert: word.to_owned(),
            snippet: false,
            span: self.span,
        }
    }
}
