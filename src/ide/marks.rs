//! What an editor shows beside a text: [`inlays`], [`lenses`], [`links`].

use super::at::{needs, stage_of};
use crate::Reading;
use crate::layout::place::Places;
use crate::map::Coordinate;
use crate::source::{SourceId, Span};
use crate::syntax::ast::{Modifier, Statement, Text};

/// What is shown behind a place in the text: beside a number the stage it lies in, behind what has no place the one that the
/// layout found. `places` must be those of the reading's map.
pub fn inlays(reading: &Reading, places: &Places, within: Span) -> Vec<(Span, String)> {
    let map = &reading.map;
    let statements = reading.files.iter().filter(|file| file.source == within.source).flat_map(|file| &file.lines);
    let lines = statements.filter(|line| line.span.end >= within.start && line.span.start <= within.end);
    let mut components = map.components().peekable();
    let mut inlays = Vec::new();
    for line in lines {
        let Some(Statement::Component(said)) = &line.statement else { continue };
        let Some((id, component)) = components.find(|(_, component)| component.span == *said.name.span) else { break };
        let Some(spot) = places.components.get(id.index()) else { break };
        let behind = said.position.as_ref().map_or(*said.name.span, |bracket| *bracket.span).after();
        let open = component.position.evolution.is_unknown();
        let text = match (component.position.evolution, &said.position) {
            (Coordinate::Given(at), Some(_)) => stage_of(map, at),
            _ if open && component.pipeline.is_some() => format!("[{:.2}]", spot.evolution.get()),
            _ if open => format!("[{:.2}, {:.2}]", spot.visibility.get(), spot.evolution.get()),
            _ => continue,
        };
        inlays.push((behind, text));
    }
    inlays
}

/// Above each component that several others need, how many they are.
pub fn lenses(reading: &Reading, source: SourceId) -> Vec<(Span, usize)> {
    let map = &reading.map;
    let mut counts = vec![0usize; map.components.len()];
    let mut seen = std::collections::HashSet::new();
    for link in map.links.iter().filter(|link| !link.implied) {
        if seen.insert((link.from.component, link.to.component)) {
            counts[link.to.component.index()] += 1;
        }
    }
    let here = map.components().filter(|(_, component)| component.span.source == source);
    here.map(|(id, component)| (component.span, counts[id.index()])).filter(|(_, count)| *count > 1).collect()
}

/// An address in a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// Somewhere on the web, or relative to the text.
    Address(String),
    /// Another text that is included.
    Text(String),
}

/// The addresses in a text, and where they stand.
pub fn links(reading: &Reading, source: SourceId) -> Vec<(Span, Target)> {
    let lines = reading.files.iter().filter(|file| file.source == source).flat_map(|file| &file.lines);
    let mut links = Vec::new();
    let address = |text: &Text| Some((*text.span, Target::Address(text.text.clone())));
    let is_whole = |text: &&Text| text.text.contains("://") || text.text.contains('.');
    for statement in lines.filter_map(|line| line.statement.as_ref()) {
        match statement {
            Statement::Include(path) => links.push((*path.span, Target::Text(path.text.clone()))),
            Statement::Url { address: Some(to), .. } => links.extend(address(to)),
            Statement::Component(said) => {
                let urls = said.modifiers.iter().filter_map(|modifier| match modifier {
                    Modifier::Url(text) => Some(text),
                    _ => None,
                });
                links.extend(urls.filter(is_whole).filter_map(address));
            }
            _ => {}
        }
    }
    links
}

/// Who needs what is named at a component.
pub fn needed_by(reading: &Reading, component: Span) -> Vec<Span> {
    let Some((id, _)) = reading.map.components().find(|(_, other)| other.span == component) else { return Vec::new() };
    needs(&reading.map, id).1.into_iter().map(|other| reading.map.component(other).span).collect()
}
