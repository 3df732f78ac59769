//! [`remove`]: something is no more, nor what makes no sense without it.

use std::collections::{BTreeMap, BTreeSet};

use super::find::{self, Mover};
use super::lines::{line_end, take_away};
use super::{Edit, Id, Refused};
use crate::Reading;
use crate::map::{ComponentId, End, MovementId};
use crate::source::Span;
use crate::syntax::ast::{AnnotationStatement, LinkStatement, Statement};

/// Something is no more. With a component go its links, its movements and its pipeline; with a movement the links to the name
/// that it gives. Of a chain the other links stay.
///
/// # Errors
///
/// When a component's pipeline holds others, or when what is to go is not written anywhere.
pub fn remove(reading: &Reading, id: Id) -> Result<Vec<Edit>, Refused> {
    match id {
        Id::Component(id) => component(reading, id),
        Id::Movement(id) => movement(reading, id),
        Id::Link(at) => {
            let link = reading.map.links.get(at).ok_or(Refused::Unknown)?;
            if link.implied {
                return Err(Refused::Meaningless("remove", "a link that is implied by another"));
            }
            let is_it = |from: Span, to: Span| from.to(to) == link.span;
            Ok(without_links(reading, |_| false, is_it))
        }
        Id::Pipeline(id) => {
            let pipeline = reading.map.pipelines.get(id.0 as usize).ok_or(Refused::Unknown)?;
            let parent = &reading.map.component(pipeline.parent).name;
            if pipeline.braces {
                return Err(Refused::HasChildren(parent.clone()));
            }
            Ok(take_away(reading, pipeline.span))
        }
        Id::Note(at) => Ok(take_away(reading, *find::note(reading, at)?.span)),
        Id::Force(at) => Ok(take_away(reading, *find::force(reading, at)?.span)),
        Id::Attitude(at) => Ok(take_away(reading, *find::attitude(reading, at)?.span)),
        Id::Annotation(at, place) => {
            let said = find::annotation(reading, at)?;
            Ok(without_place(said, place).unwrap_or_else(|| take_away(reading, *said.span)))
        }
        Id::Legend => {
            let bracket =
                find::legend(reading).ok_or(Refused::Meaningless("remove", "a legend that is written nowhere"))?;
            Ok(take_away(reading, *bracket.span))
        }
    }
}

fn component(reading: &Reading, id: ComponentId) -> Result<Vec<Edit>, Refused> {
    let (component, lines) = find::all_of(reading, id)?;
    let name = &component.name;
    // Of several with one name another takes its place: what names it names that one.
    let others = reading.map.components().any(|(other, said)| other != id && said.name == *name && !name.is_empty());
    let mut edits = Edits::default();
    if !others {
        if reading.map.pipelines.iter().any(|pipeline| pipeline.parent == id && pipeline.braces) {
            return Err(Refused::HasChildren(name.clone()));
        }
        let own = |end: End| end.component == id;
        let used = reading.references.iter().filter(|reference| own(reference.end) && !reference.defines);
        for reference in used {
            let Some(line) = find::line_of(reading, reference.span) else { continue };
            if !find::links(reading).any(|(linked, link)| linked.span == line.span && is_taken_as(reading, link)) {
                edits.add(take_away(reading, line.span));
            }
        }
        edits.add(without_links(reading, |span| names(reading, span, own), |_, _| false));
    }
    for said in lines {
        edits.add(take_away(reading, *said.keyword));
    }
    Ok(edits.done())
}

fn movement(reading: &Reading, id: MovementId) -> Result<Vec<Edit>, Refused> {
    let (movement, said) = find::movement(reading, id)?;
    let mut edits = Edits::default();
    match said {
        Mover::Evolve(said) => edits.add(take_away(reading, *said.span)),
        Mover::Inline(_) => {
            let text = reading.sources.get(movement.span.source).text();
            let before = &text[..movement.span.start as usize];
            let blanks = before.len() - before.trim_end_matches([' ', '\t']).len();
            edits.add(vec![Edit::new(Span { start: movement.span.start - blanks as u32, ..movement.span }, "")]);
        }
    }
    let own: Vec<MovementId> =
        reading.map.movements().filter(|(_, other)| other.span == movement.span).map(|(id, _)| id).collect();
    let reaches = |end: End| end.moved.is_some_and(|moved| own.contains(&moved));
    for reference in reading.references.iter().filter(|reference| reaches(reference.end) && !reference.defines) {
        let Some(line) = find::line_of(reading, reference.span) else { continue };
        if matches!(line.statement, Some(Statement::Property(_))) {
            edits.add(take_away(reading, line.span));
        }
    }
    edits.add(without_links(reading, |span| names(reading, span, reaches), |_, _| false));
    Ok(edits.done())
}

/// Edits, each place once.
#[derive(Default)]
struct Edits(BTreeMap<Span, Edit>);

impl Edits {
    fn add(&mut self, edits: Vec<Edit>) {
        self.0.extend(edits.into_iter().map(|edit| (edit.span, edit)));
    }

    /// The last line of a text goes with the end of the line before, which may be gone already.
    fn done(self) -> Vec<Edit> {
        let mut edits: Vec<Edit> = self.0.into_values().collect();
        for at in 1..edits.len() {
            let before = edits[at - 1].span;
            if edits[at].span.source == before.source {
                edits[at].span.start = edits[at].span.start.max(before.end);
            }
        }
        edits
    }
}

/// Whether the name at `span` means such an end.
fn names(reading: &Reading, span: Span, end: impl Fn(End) -> bool) -> bool {
    let at = reading
        .references
        .partition_point(|reference| (reference.span.source, reference.span.start) < (span.source, span.start));
    let here = reading
        .references
        .get(at)
        .filter(|reference| reference.span.source == span.source && reference.span.start == span.start);
    here.is_some_and(|reference| end(reference.end))
}

/// Whether a line that may be a link was taken as one: its ends have a meaning then.
fn is_taken_as(reading: &Reading, link: &LinkStatement) -> bool {
    link.ends.iter().skip(1).any(|end| names(reading, *end.span, |_| true))
}

/// All link statements without the ends and arrows that are to go; those of which nothing stays go with their lines.
fn without_links(reading: &Reading, end: impl Fn(Span) -> bool, arrow: impl Fn(Span, Span) -> bool) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut seen = BTreeSet::new();
    for (line, link) in find::links(reading).filter(|(_, link)| is_taken_as(reading, link)) {
        if !seen.insert(line.span) {
            continue;
        }
        let cut: Vec<bool> = std::iter::zip(&link.ends, link.ends.iter().skip(1))
            .map(|(from, to)| end(*from.span) || end(*to.span) || arrow(*from.span, *to.span))
            .collect();
        if !cut.contains(&true) {
            continue;
        }
        // What stays between two cuts, if that has an arrow.
        let mut pieces: Vec<(usize, usize)> = Vec::new();
        let mut start = 0;
        for at in (0..cut.len()).filter(|&at| cut[at]).chain([cut.len()]) {
            if at > start {
                pieces.push((start, at));
            }
            start = at + 1;
        }
        edits.extend(pieced(reading, line.span, link, &pieces));
    }
    edits
}

fn pieced(reading: &Reading, line: Span, link: &LinkStatement, pieces: &[(usize, usize)]) -> Vec<Edit> {
    let (Some(first), Some(last), Some(&(start, end))) = (link.ends.first(), link.ends.last(), pieces.first()) else {
        return take_away(reading, line);
    };
    let text = reading.sources.get(line.source).text();
    let piece =
        |(from, to): (usize, usize)| &text[link.ends[from].span.start as usize..link.ends[to].span.end as usize];
    // The first piece stays where it is, with all that stands behind the link; the others get lines of their own.
    let mut edits = Vec::new();
    if start > 0 {
        edits.push(Edit::new(Span { end: link.ends[start].span.start, ..*first.span }, ""));
    }
    if end + 1 < link.ends.len() {
        edits.push(Edit::new(Span { start: link.ends[end].span.end, ..*last.span }, ""));
    }
    let written = reading.sources.slice(line);
    let indent = &written[..written.len() - written.trim_start_matches([' ', '\t']).len()];
    let context =
        link.context.as_ref().map(|context| format!("; {}", reading.sources.slice(*context.span))).unwrap_or_default();
    let others: Vec<String> =
        pieces[1..].iter().map(|&one| format!("{}{indent}{}{context}", line_end(text), piece(one))).collect();
    if !others.is_empty() {
        edits.push(Edit::new(line.after(), others.concat()));
    }
    edits
}

/// An annotation at several places, without one of them.
fn without_place(said: &AnnotationStatement, place: usize) -> Option<Vec<Edit>> {
    let bracket = said.positions.get(place).filter(|_| said.positions.len() > 1)?;
    // A comma goes with it: the one behind the place before, or the one before the place behind.
    let span = match place.checked_sub(1).and_then(|before| said.positions.get(before)) {
        Some(before) => Span { start: before.span.end, ..*bracket.span },
        None => Span { end: said.positions.get(1)?.span.start, ..*bracket.span },
    };
    Some(vec![Edit::new(span, "")])
}
