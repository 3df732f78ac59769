//! Both versions on one map: [`union`].

use std::collections::HashMap;

use super::properties::LABEL;
use super::{Change, Changes, Kind, Thing};
use crate::map::{ComponentId, ComponentKind, Coordinate, End, Map, MovementId, PipelineId, Position};
use crate::source::{SourceId, Span};

/// Two versions on one map: everything of the new one, then what was removed, and ghosts of what moved.
#[derive(Clone, Debug, Default)]
pub struct Union {
    /// The map. Spans of what comes from the old map point into sources whose numbers begin behind those of the new one.
    /// Names are as they are to be drawn: what is new begins with `+`; what got another name is called by both, the old
    /// one on lines of its own below.
    pub map: Map,
    /// The names of the map behind those to be drawn, where they differ; all on one line.
    pub names: HashMap<String, String>,
    /// What became of the things that differ, by where they are written.
    pub fates: HashMap<(Thing, Span), Fate>,
    /// The components that moved, and what stands where they were.
    pub ghosts: Vec<Ghost>,
}

/// What became of a thing of a [`Union`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is new.
    Added,
    /// It is in the old map alone.
    Removed,
    /// It is what stood where something moved from.
    Ghost,
    /// It is in both, and has moved, got another name, or has other properties.
    Changed {
        /// The name it had, where that differs.
        was: Option<String>,
    },
}

/// What stands where a component was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ghost {
    /// The ghost, on the map of both.
    pub from: ComponentId,
    /// The component that moved.
    pub to: ComponentId,
}

/// Everything of `new`, then what `changes` say was removed from `old`, and ghosts of what moved. `sources` is how many
/// texts `new` was read from.
pub fn union(old: &Map, new: &Map, changes: &Changes, sources: usize) -> Union {
    let kept = &changes.kept;
    let mut merge = Merge {
        old,
        new,
        first: sources as u16,
        union: Union { map: new.clone(), ..Union::default() },
        components: kept.components.clone(),
        movements: kept.movements.clone(),
        pipelines: kept.pipelines.clone(),
    };
    // What hangs on others comes after them.
    for change in &changes.list {
        merge.say(change);
    }
    for change in &changes.list {
        merge.component(change);
    }
    for change in changes.list.iter().filter(|change| change.thing == Thing::Movement) {
        merge.movement(change);
    }
    for change in &changes.list {
        merge.other(change);
    }
    merge.homes();
    merge.union
}

struct Merge<'a> {
    old: &'a Map,
    new: &'a Map,
    first: u16,
    union: Union,
    /// By old component, movement, pipeline: what it is on the map of both.
    components: Vec<Option<ComponentId>>,
    movements: Vec<Option<MovementId>>,
    pipelines: Vec<Option<PipelineId>>,
}

impl Merge<'_> {
    fn span(&self, span: Span) -> Span {
        Span { source: SourceId(span.source.0.saturating_add(self.first)), ..span }
    }

    fn fate(&mut self, thing: Thing, span: Span, fate: Fate) {
        self.union.fates.insert((thing, span), fate);
    }

    /// Takes what the change says of a thing of the new map.
    fn say(&mut self, change: &Change) {
        let Some(index) = change.new else { return };
        let Some(span) = span_of(self.new, change.thing, index) else { return };
        if !change.is(Kind::Added)
            && !change.is(Kind::Moved)
            && !change.is(Kind::Renamed)
            && change.properties.iter().all(|property| property.name == LABEL)
        {
            return;
        }
        let fate = if change.is(Kind::Added) { Fate::Added } else { Fate::Changed { was: change.was.clone() } };
        let drawn = |name: &str| match (&fate, &change.was) {
            (Fate::Added, _) => format!("+ {name}"),
            (_, Some(was)) => format!("{name}\n{was}"),
            _ => name.to_owned(),
        };
        let union = &mut self.union;
        let name = match change.thing {
            Thing::Anchor | Thing::Component | Thing::Submap => &mut union.map.components[index].name,
            Thing::Movement => {
                let movement = &mut union.map.movements[index];
                let name = &self.new.component(movement.component).name;
                movement.name.get_or_insert_with(|| name.clone())
            }
            Thing::Note => &mut union.map.notes[index].text,
            Thing::Force => &mut union.map.forces[index].name,
            _ => {
                self.fate(change.thing, span, fate);
                return;
            }
        };
        let whole = drawn(name);
        if whole != *name {
            union.names.insert(whole.replace('\n', " "), std::mem::replace(name, whole).replace('\n', " "));
        }
        self.fate(change.thing, span, fate);
    }

    /// Adds a component that was removed, or the ghost of one that moved.
    fn component(&mut self, change: &Change) {
        let (Thing::Anchor | Thing::Component | Thing::Submap, Some(index)) = (change.thing, change.old) else {
            return;
        };
        let mut component = self.old.components[index].clone();
        component.span = self.span(component.span);
        let id = ComponentId(self.union.map.components.len() as u32);
        if change.is(Kind::Removed) {
            self.components[index] = Some(id);
            self.fate(change.thing, component.span, Fate::Removed);
        } else if let (true, Some(to)) = (change.is(Kind::Moved) && is_somewhere(component.position), change.new) {
            // An anchor is its name; whatever else has a symbol needs none.
            if component.kind != ComponentKind::Anchor {
                component.name.clear();
            }
            component.description = None;
            component.properties.inertia = false;
            self.fate(change.thing, component.span, Fate::Ghost);
            self.union.ghosts.push(Ghost { from: id, to: ComponentId(to as u32) });
        } else {
            return;
        }
        self.union.map.components.push(component);
    }

    /// Adds a movement that was removed, or as it was where it leads elsewhere now.
    fn movement(&mut self, change: &Change) {
        let Some(index) = change.old.filter(|_| change.is(Kind::Removed) || change.is(Kind::Moved)) else { return };
        let mut movement = self.old.movements[index].clone();
        let Some(component) = self.components[movement.component.0 as usize] else { return };
        movement.component = component;
        movement.span = self.span(movement.span);
        let removed = change.is(Kind::Removed);
        if removed {
            self.movements[index] = Some(MovementId(self.union.map.movements.len() as u32));
        } else {
            movement.name = Some(String::new());
        }
        self.fate(Thing::Movement, movement.span, if removed { Fate::Removed } else { Fate::Ghost });
        self.union.map.movements.push(movement);
    }

    /// Adds whatever else was removed, or stood elsewhere.
    fn other(&mut self, change: &Change) {
        let Some(index) = change.old else { return };
        let removed = change.is(Kind::Removed);
        if !removed && !change.is(Kind::Moved) {
            return;
        }
        let span = span_of(self.old, change.thing, index).map(|span| self.span(span));
        let Some(span) = span else { return };
        match change.thing {
            Thing::Link => {
                let mut link = self.old.links[index].clone();
                let (Some(from), Some(to)) = (self.end(link.from), self.end(link.to)) else { return };
                (link.from, link.to, link.span) = (from, to, span);
                self.union.map.links.push(link);
            }
            Thing::Pipeline => {
                let mut pipeline = self.old.pipelines[index].clone();
                let Some(parent) = self.components[pipeline.parent.0 as usize] else { return };
                (pipeline.parent, pipeline.span) = (parent, span);
                pipeline.children = pipeline.children.iter().filter_map(|id| self.components[id.0 as usize]).collect();
                self.pipelines[index] = Some(PipelineId(self.union.map.pipelines.len() as u32));
                self.union.map.pipelines.push(pipeline);
            }
            Thing::Note => {
                let note = self.old.notes[index].clone();
                self.union.map.notes.push(crate::map::Note { span, ..note });
            }
            Thing::Annotation => {
                let mut annotation = self.old.annotations[index].clone();
                annotation.text = if removed { format!("(removed) {}", annotation.text) } else { String::new() };
                self.union.map.annotations.push(crate::map::Annotation { span, ..annotation });
            }
            Thing::Attitude => {
                let area = self.old.attitudes[index].clone();
                self.union.map.attitudes.push(crate::map::Attitude { span, ..area });
            }
            Thing::Force => {
                let force = self.old.forces[index].clone();
                self.union.map.forces.push(crate::map::Force { span, ..force });
            }
            _ => return,
        }
        self.fate(change.thing, span, if removed { Fate::Removed } else { Fate::Ghost });
    }

    fn end(&self, end: End) -> Option<End> {
        let moved = match end.moved {
            Some(id) => Some(self.movements[id.0 as usize]?),
            None => None,
        };
        Some(End { component: self.components[end.component.0 as usize]?, moved })
    }

    /// Gives what came from the old map the pipelines of the map of both.
    fn homes(&mut self) {
        for index in self.new.components.len()..self.union.map.components.len() {
            let old = self.union.map.components[index].pipeline;
            let home = old.and_then(|id| self.pipelines[id.0 as usize]);
            self.union.map.components[index].pipeline = home;
            if let Some(id) = home {
                let child = ComponentId(index as u32);
                let children = &mut self.union.map.pipelines[id.0 as usize].children;
                if !children.contains(&child) {
                    children.push(child);
                }
            }
        }
    }
}

/// Whether a ghost can be put there: a place that nothing is known of is not worth showing.
fn is_somewhere(place: Position) -> bool {
    place.evolution != Coordinate::Unknown
}

/// Where a thing is written.
fn span_of(map: &Map, thing: Thing, index: usize) -> Option<Span> {
    match thing {
        Thing::Map => None,
        Thing::Anchor | Thing::Component | Thing::Submap => map.components.get(index).map(|it| it.span),
        Thing::Link => map.links.get(index).map(|it| it.span),
        Thing::Movement => map.movements.get(index).map(|it| it.span),
        Thing::Pipeline => map.pipelines.get(index).map(|it| it.span),
        Thing::Note => map.notes.get(index).map(|it| it.span),
        Thing::Annotation => map.annotations.get(index).map(|it| it.span),
        Thing::Attitude => map.attitudes.get(index).map(|it| it.span),
        Thing::Force => map.forces.get(index).map(|it| it.span),
        Thing::NorthStar => map.strategy.north_stars.get(index).map(|it| it.span),
        Thing::Input => map.strategy.inputs.get(index).map(|it| it.span),
        Thing::Value => map.strategy.values.get(index).map(|it| it.span),
        Thing::Work => map.strategy.work.get(index).map(|it| it.span),
        Thing::Stream => map.strategy.streams.get(index).map(|it| it.span),
    }
}
