//! Names and texts as they must be written to be read as what they are.

use crate::format::words::quoted;
use crate::source::{Source, SourceId};
use crate::syntax::ast::Statement;
use crate::syntax::parse;

/// What OWM takes for a statement, whatever follows, so that no link may begin with it.
const RESERVED: [&str; 20] = [
    "evolution",
    "valuechain",
    "anchor",
    "evolve",
    "component",
    "style",
    "build",
    "buy",
    "outsource",
    "title",
    "annotation",
    "pipeline",
    "note",
    "pioneers",
    "settlers",
    "townplanners",
    "submap",
    "url",
    "accelerator",
    "deaccelerator",
];

/// A component's name, in quotes where it would be read otherwise on a line of its own, in a link, or before a number.
pub(super) fn name(name: &str) -> String {
    let lower = name.to_lowercase();
    let free = !lower.starts_with(['"', '\'']) && !RESERVED.iter().chain(&["size"]).any(|word| lower.starts_with(word));
    let bare = free
        && matches!(read(&format!("component {name} [0.50, 0.50]")),
            Some(Statement::Component(said)) if said.name.text == name && said.modifiers.is_empty() && said.position.is_some())
        && matches!(read(&format!("{name} -> {name}")),
            Some(Statement::Link(said)) if said.ends.len() == 2 && said.ends.iter().all(|end| end.text == name))
        && matches!(read(&format!("evolve {name} 0.50")),
            Some(Statement::Evolve(said)) if said.name.text == name && said.target.is_some())
        && matches!(read(&format!("pipeline {name} {{")),
            Some(Statement::Pipeline(said)) if said.name.text == name && said.open.is_some());
    if bare { name.to_owned() } else { quoted(name) }
}

/// The new name of something that moves, in quotes where it would be read otherwise.
pub(super) fn new_name(new: &str) -> String {
    let bare = name(new) == new
        && matches!(read(&format!("evolve A -> {new} 0.50")),
            Some(Statement::Either { statement, .. })
                if matches!(&*statement, Statement::Evolve(said) if said.rename.as_ref().is_some_and(|name| name.text == new)));
    if bare { new.to_owned() } else { quoted(new) }
}

/// A note's text, in quotes where it would be read otherwise.
pub(super) fn note(text: &str) -> String {
    let bare = matches!(read(&format!("note {text} [0.50, 0.50]")),
        Some(Statement::Note(said)) if said.text.text == text && said.position.is_some() && said.modifiers.is_empty());
    if bare { text.to_owned() } else { quoted(text) }
}

/// An annotation's text, in quotes where it would be read otherwise.
pub(super) fn annotation(text: &str) -> String {
    let bare = matches!(read(&format!("annotation 1 [0.50, 0.50] {text}")),
        Some(Statement::Annotation(said)) if said.text.as_ref().is_some_and(|words| words.text == text && !words.quoted));
    if bare { text.to_owned() } else { quoted(text) }
}

/// An area's name, in quotes where it would be read otherwise.
pub(super) fn area(name: &str) -> String {
    let bare = matches!(read(&format!("pioneers [0.50, 0.50, 0.40, 0.60] {name}")),
        Some(Statement::Attitude(said)) if said.extent.is_none() && said.name.as_ref().is_some_and(|words| words.text == name));
    if bare { name.to_owned() } else { quoted(name) }
}

/// A stage's or level's name, in quotes where it would be read otherwise.
pub(super) fn stage(name: &str) -> String {
    let bare = matches!(read(&format!("evolution {name} -> {name}@0.50 -> {name}")),
        Some(Statement::Evolution(said)) if said.names.len() == 3 && said.names.iter().all(|stage| stage.name.text == name));
    if bare { name.to_owned() } else { quoted(name) }
}

fn read(line: &str) -> Option<Statement> {
    let mut lines = parse(&Source::new("", line), SourceId::default()).file.lines;
    if lines.len() != 1 || !lines[0].comments.is_empty() {
        return None;
    }
    lines.pop()?.statement
}
