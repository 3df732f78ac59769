//! What of a map is where in its picture: [`items`].

use std::collections::{HashMap, VecDeque};

use super::shapes;
use crate::Reading;
use crate::edit::Id;
use crate::geometry::{Point, Rect};
use crate::layout::labels::{Kind, Site};
use crate::layout::{Label, Layout};
use crate::map::{ComponentId, ComponentKind, MovementId, PipelineId};
use crate::scene::{self, Anchor, Role};
use crate::source::Span;

/// A bare point can be taken hold of this far around it, in pixels.
const POINT: f64 = 5.0;

/// Something in a picture that a text says.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it is on the map.
    pub id: Id,
    /// As what it is drawn.
    pub role: Role,
    /// Its name on one line; of a link and of a movement `from → to`.
    pub name: String,
    /// What says it: its line without comments, or of a link from name to name.
    pub span: Span,
    /// Where it stands, in pixels of the picture.
    pub at: Point,
    /// The box around its symbol; none around a link.
    pub bounds: Option<Rect>,
    /// Where its label's first line begins on the baseline, and the box around the label.
    pub label: Option<(Point, Rect)>,
    /// The course of a link; empty for all others.
    pub line: Vec<Point>,
    /// Which edits it takes.
    pub can: Vec<Can>,
}

/// What can be done to an [`Item`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "camelCase"))]
pub enum Can {
    /// Put it elsewhere.
    Move,
    /// Put its label elsewhere.
    MoveLabel,
    /// Link it to another.
    Connect,
    /// Give it a movement.
    Evolve,
    /// Call it otherwise.
    Rename,
    /// Take it away.
    Remove,
}

/// Everything in the picture that the text says, back to front. `layout` must be that of the reading's map.
pub fn items(reading: &Reading, layout: &Layout) -> Vec<Item> {
    let mut ids = Ids::of(reading);
    let place = Place { reading, layout, others: Others::of(layout, reading) };
    layout
        .scene
        .items
        .iter()
        .filter_map(|drawn| {
            let id = match drawn.role {
                Role::Legend => Id::Legend,
                role => ids.next(role, drawn.span?)?,
            };
            place.item(id, drawn)
        })
        .collect()
}

/// The things of a map by what they are drawn as and where they are written, each in the order of drawing.
struct Ids(HashMap<(Role, Span), VecDeque<Id>>);

impl Ids {
    fn of(reading: &Reading) -> Self {
        let map = &reading.map;
        let mut ids = Self(HashMap::new());
        for (id, component) in map.components() {
            let role = match component.kind {
                ComponentKind::Component => Role::Component,
                ComponentKind::Anchor => Role::Anchor,
                ComponentKind::Submap => Role::Submap,
            };
            ids.add(role, component.span, Id::Component(id));
        }
        map.movements().for_each(|(id, movement)| ids.add(Role::Movement, movement.span, Id::Movement(id)));
        map.pipelines().for_each(|(id, pipeline)| ids.add(Role::Pipeline, pipeline.span, Id::Pipeline(id)));
        // Links with a text are drawn last.
        for texts in [false, true] {
            for (at, link) in map.links.iter().enumerate() {
                if texts == (link.text.is_some() || link.context.is_some()) {
                    ids.add(Role::Link, link.span, Id::Link(at));
                }
            }
        }
        map.notes.iter().enumerate().for_each(|(at, note)| ids.add(Role::Note, note.span, Id::Note(at)));
        map.forces.iter().enumerate().for_each(|(at, force)| ids.add(Role::Force, force.span, Id::Force(at)));
        map.attitudes.iter().enumerate().for_each(|(at, area)| ids.add(Role::Attitude, area.span, Id::Attitude(at)));
        for (at, annotation) in map.annotations.iter().enumerate() {
            for place in 0..annotation.positions.len() {
                ids.add(Role::Annotation, annotation.span, Id::Annotation(at, place));
            }
        }
        ids
    }

    fn add(&mut self, role: Role, span: Span, id: Id) {
        self.0.entry((role, span)).or_default().push_back(id);
    }

    fn next(&mut self, role: Role, span: Span) -> Option<Id> {
        self.0.get_mut(&(role, span))?.pop_front()
    }
}

/// The labels of what is neither component nor movement, by kind, in the order of the map.
struct Others<'a> {
    notes: Vec<&'a Label>,
    forces: Vec<&'a Label>,
}

impl<'a> Others<'a> {
    fn of(layout: &'a Layout, reading: &Reading) -> Self {
        let own = reading.map.components.len() + reading.map.movements.len();
        let of_kind = |kind| layout.labels.iter().skip(own).filter(|label| label.kind == kind).collect();
        Self { notes: of_kind(Kind::Note), forces: of_kind(Kind::Force) }
    }
}

struct Place<'a> {
    reading: &'a Reading,
    layout: &'a Layout,
    others: Others<'a>,
}

impl Place<'_> {
    fn item(&self, id: Id, drawn: &scene::Item) -> Option<Item> {
        let (at, bounds) = self.standing(id, drawn)?;
        let name = match &drawn.ends {
            Some((from, to)) => format!("{from} → {to}"),
            None => drawn.name.clone(),
        };
        let is_link = matches!(id, Id::Link(_));
        let label = self.label(id).filter(|label| !label.placed.lines.is_empty()).map(|label| {
            let first = &label.placed.lines[0];
            let left = match first.anchor {
                Anchor::Start => first.at.x,
                Anchor::Middle => first.at.x - first.width / 2.0,
                Anchor::End => first.at.x - first.width,
            };
            (Point::new(left, first.at.y), label.placed.bounds)
        });
        Some(Item {
            id,
            role: drawn.role,
            name,
            span: drawn.span.map_or_else(Span::default, |span| if is_link { span } else { self.said(span) }),
            at,
            bounds: (!is_link).then_some(bounds),
            line: if is_link { shapes::course(&drawn.shapes) } else { Vec::new() },
            can: self.can(id, label.is_some()),
            label,
        })
    }

    /// The label of a thing that stands apart from it.
    fn label(&self, id: Id) -> Option<&Label> {
        match id {
            Id::Component(ComponentId(at)) => self.layout.labels.get(at as usize),
            Id::Movement(MovementId(at)) => self.layout.labels.get(self.reading.map.components.len() + at as usize),
            Id::Force(at) => self.others.forces.get(at).copied(),
            _ => None,
        }
    }

    /// Where a thing stands, and the box around it.
    fn standing(&self, id: Id, drawn: &scene::Item) -> Option<(Point, Rect)> {
        if let Id::Note(at) = id {
            let note = self.others.notes.get(at)?;
            let Site::Start(start) = note.site else { return None };
            return Some((start, note.placed.bounds));
        }
        if let Some(Site::Symbol { center, outline }) = self.label(id).map(|label| &label.site) {
            let radius = outline.radius().max(POINT);
            return Some((*center, Rect::around(*center, radius, radius)));
        }
        let bounds = shapes::bounds(&drawn.shapes)?;
        let at = match id {
            Id::Annotation(..) => bounds.center(),
            _ => Point::new(bounds.left, bounds.top),
        };
        Some((at, bounds))
    }

    /// The line that says something, without its comments and the whitespace around.
    fn said(&self, span: Span) -> Span {
        let Some(file) = self.reading.files.iter().find(|file| file.source == span.source) else { return span };
        let at = file.lines.partition_point(|line| line.span.end < span.end);
        let Some(line) = file.lines.get(at) else { return span };
        let start = line.comments.iter().filter(|comment| comment.end <= span.start).map(|comment| comment.end).max();
        let end = line.comments.iter().filter(|comment| comment.start >= span.end).map(|comment| comment.start).min();
        let said = Span { start: start.unwrap_or(line.span.start), end: end.unwrap_or(line.span.end), ..span };
        let text = self.reading.sources.slice(said);
        let before = (text.len() - text.trim_start().len()) as u32;
        let behind = (text.len() - text.trim_end().len()) as u32;
        Span { start: said.start + before, end: said.end - behind, ..said }
    }

    fn can(&self, id: Id, has_label: bool) -> Vec<Can> {
        let map = &self.reading.map;
        let only = |can: Can, when: bool| when.then_some(can);
        match id {
            Id::Component(id) => {
                let user = map.component(id).kind == ComponentKind::Anchor;
                let always = [Can::Move, Can::Rename, Can::Remove];
                let label = [
                    only(Can::MoveLabel, has_label),
                    only(Can::Connect, has_label),
                    only(Can::Evolve, has_label && !user),
                ];
                always.into_iter().chain(label.into_iter().flatten()).collect()
            }
            Id::Movement(_) => vec![Can::Move, Can::MoveLabel, Can::Connect, Can::Rename, Can::Remove],
            Id::Note(_) | Id::Force(_) => vec![Can::Move, Can::Rename, Can::Remove],
            Id::Annotation(at, _) => {
                let text = only(Can::Rename, !map.annotations[at].text.is_empty());
                [Can::Move, Can::Remove].into_iter().chain(text).collect()
            }
            Id::Attitude(at) => {
                let name = only(Can::Rename, map.attitudes[at].name.is_some());
                [Can::Move, Can::Remove].into_iter().chain(name).collect()
            }
            Id::Legend => vec![Can::Move],
            Id::Link(at) => only(Can::Remove, !map.links[at].implied).into_iter().collect(),
            Id::Pipeline(PipelineId(at)) => only(Can::Remove, !map.pipelines[at as usize].braces).into_iter().collect(),
        }
    }
}
