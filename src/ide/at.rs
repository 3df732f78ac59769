//! What stands at a place in the text.

use crate::Reading;
use crate::map::{ComponentId, Evolution, EvolutionAxis, Map, Visibility};
use crate::resolve::{Reference, Words};
use crate::source::{SourceId, Span};
use crate::syntax::ast::{File, Line};
use crate::vocabulary::{Level, Stage};

/// The name at a place: where it stands, and what it means. A place right behind a name is one of it.
pub fn reference_at(reading: &Reading, source: SourceId, at: usize) -> Option<&Reference> {
    let at = at as u32;
    let behind = reading.references.partition_point(|other| (other.span.source, other.span.start) <= (source, at));
    let mut before = reading.references[..behind].iter().rev().take_while(|other| other.span.source == source);
    before.next().filter(|reference| reference.span.end >= at)
}

/// Every place where the texts name what is named at a place, in their order.
pub fn references_at(reading: &Reading, source: SourceId, at: usize) -> Vec<Reference> {
    let Some(found) = reference_at(reading, source, at) else { return Vec::new() };
    let same = |other: &&Reference| other.end == found.end;
    reading.references.iter().filter(same).copied().collect()
}

/// Where the name at a place is given.
pub fn definition_at(reading: &Reading, source: SourceId, at: usize) -> Option<Span> {
    references_at(reading, source, at).into_iter().find(|reference| reference.defines).map(|reference| reference.span)
}

/// The lines of one text.
pub(super) fn file(reading: &Reading, source: SourceId) -> Option<&File> {
    reading.files.iter().find(|file| file.source == source)
}

/// The line at a place.
pub(super) fn line_at(reading: &Reading, source: SourceId, at: usize) -> Option<&Line> {
    let lines = &file(reading, source)?.lines;
    let found = lines.partition_point(|line| (line.span.end as usize) < at);
    lines.get(found).filter(|line| line.span.start as usize <= at)
}

/// The words of this map's axes.
pub(super) fn words(map: &Map) -> Words {
    Words::new(&map.evolution, &map.value_chain.levels, map.dialect)
}

/// What the stage is called in which something stands.
pub(super) fn stage_of(map: &Map, at: Evolution) -> String {
    let axis = &map.evolution;
    let last = axis.stages.len().saturating_sub(1);
    let index = (0..axis.stages.len()).find(|&index| at.get() < axis.bounds(index).1).unwrap_or(last);
    let usual = axis.stages == EvolutionAxis::of(map.dialect).stages;
    match (usual, Stage::ALL.get(index)) {
        (true, Some(stage)) => stage.word().to_owned(),
        _ => axis.stages.get(index).map(|stage| stage.name.replace('\n', " ")).unwrap_or_default(),
    }
}

/// What the level is called at which something stands.
pub(super) fn level_of(map: &Map, at: Visibility) -> String {
    let own = &map.value_chain.levels;
    let count = if own.is_empty() { Level::ALL.len() } else { own.len() };
    let index = (((1.0 - at.get()) * count as f64) as usize).min(count - 1);
    own.get(index).cloned().unwrap_or_else(|| Level::ALL[index].word().to_owned())
}

/// The components that this one needs, and those that need it; each once, in the order of the links.
pub(super) fn needs(map: &Map, id: ComponentId) -> (Vec<ComponentId>, Vec<ComponentId>) {
    let (mut needs, mut needed_by) = (Vec::new(), Vec::new());
    for link in map.links.iter().filter(|link| !link.implied) {
        let (from, to) = (link.from.component, link.to.component);
        if from == id && !needs.contains(&to) {
            needs.push(to);
        }
        if to == id && !needed_by.contains(&from) {
            needed_by.push(from);
        }
    }
    (needs, needed_by)
}
