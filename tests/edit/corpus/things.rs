//! What is new, called otherwise, or gone: everything else means what it meant.

use std::cell::Cell;

use wardley::edit::{self, Id, NewKind};
use wardley::map::{
    ComponentId, ComponentKind, Coordinate, End, Evolution, Link, Map, Movement, MovementId, PipelineId, Position,
    Visibility,
};
use wardley::source::Span;

use super::{anywhere, arrived, component, try_all};

#[test]
fn things_are_linked() {
    let asked = Cell::new((ComponentId::at(0), ComponentId::at(0)));
    try_all(
        3,
        |before, random| {
            let (from, to) = (component(before, random)?, component(before, random)?);
            asked.set((from, to));
            Some(edit::connect(before, Id::Component(from), Id::Component(to)))
        },
        |before, _, _| {
            let mut meant = before.clone();
            let end = |component| End { component, moved: None };
            let (from, to) = asked.get();
            let span = Span::default();
            meant.links.push(Link {
                from: end(from),
                to: end(to),
                flow: None,
                dashed: false,
                text: None,
                context: None,
                implied: false,
                span,
            });
            Ok(meant)
        },
    );
}

const NAMES: [&str; 9] = [
    "Teapot",
    "Cup & Saucer",
    "A -> B!",
    "größer 漢字 🫖",
    "pipeline",
    "x [0.5, 0.4]",
    "Say \"tea\"",
    "(buy) it",
    "3.5",
];

#[test]
fn things_are_added() {
    let asked = Cell::new(("", NewKind::Component, Position::default()));
    try_all(
        4,
        |before, random| {
            let name = *random.of(&NAMES);
            let kind = *random.of(&[NewKind::Component, NewKind::Anchor, NewKind::Submap]);
            let to = anywhere(random);
            asked.set((name, kind, to));
            Some(edit::add(before, kind, name, to))
        },
        |before, after, _| {
            let (name, kind, to) = asked.get();
            let (at, new) =
                after.components().find(|(_, component)| component.name == name).ok_or("it is not there")?;
            let kinds = match kind {
                NewKind::Anchor => ComponentKind::Anchor,
                NewKind::Submap => ComponentKind::Submap,
                _ => ComponentKind::Component,
            };
            let there = arrived(Coordinate::Unknown, to.visibility, new.position.visibility, Visibility::get)
                && arrived(Coordinate::Unknown, to.evolution, new.position.evolution, Evolution::get);
            if new.kind != kinds || !there || new.pipeline.is_some() {
                return Err(format!("{to:?} is {new:?}"));
            }
            let mut meant = before.clone();
            shift(&mut meant, |id| *id = ComponentId::at(id.index() + usize::from(*id >= at)));
            meant.components.insert(at.index(), new.clone());
            Ok(meant)
        },
    );
}

/// Renumbers components.
fn shift(map: &mut Map, by: impl Fn(&mut ComponentId)) {
    for link in &mut map.links {
        by(&mut link.from.component);
        by(&mut link.to.component);
    }
    for movement in &mut map.movements {
        by(&mut movement.component);
        movement.onto.iter_mut().for_each(&by);
    }
    let strategy = &mut map.strategy;
    strategy.inputs.iter_mut().chain(&mut strategy.north_stars).filter_map(|metric| metric.at.as_mut()).for_each(&by);
    strategy.streams.iter_mut().flat_map(|stream| &mut stream.path).for_each(&by);
    for pipeline in &mut map.pipelines {
        by(&mut pipeline.parent);
        pipeline.children.iter_mut().for_each(&by);
    }
}

#[test]
fn things_evolve() {
    let asked = Cell::new((ComponentId::at(0), Evolution::default()));
    try_all(
        5,
        |before, random| {
            let id = component(before, random)?;
            let to = Evolution::new(random.part());
            asked.set((id, to));
            Some(edit::evolve(before, id, to))
        },
        |before, after, _| {
            let (component, to) = asked.get();
            let (at, new) =
                after.movements().find(|(_, movement)| movement.component == component).ok_or("it does not move")?;
            if !arrived(Coordinate::Unknown, Coordinate::Given(to), new.to, Evolution::get) {
                return Err(format!("{to:?} is {:?}", new.to));
            }
            let mut meant = before.clone();
            if let Some(movement) = meant.movements.iter_mut().find(|movement| movement.component == component) {
                let span = movement.span;
                meant.movements.iter_mut().filter(|other| other.span == span).for_each(|other| other.to = new.to);
                return Ok(meant);
            }
            for end in meant.links.iter_mut().flat_map(|link| [&mut link.from, &mut link.to]) {
                end.moved = end.moved.map(|id| MovementId::at(id.index() + usize::from(id >= at)));
            }
            let Movement { properties, .. } = *new;
            let own = before.component(component).properties;
            if properties != own {
                return Err(format!("{own:?} became {properties:?}"));
            }
            meant.movements.insert(at.index(), new.clone());
            Ok(meant)
        },
    );
}

#[test]
fn things_are_renamed() {
    let asked = Cell::new((ComponentId::at(0), ""));
    try_all(
        6,
        |before, random| {
            let id = component(before, random)?;
            let name = *random.of(&NAMES);
            asked.set((id, name));
            Some(edit::rename(before, Id::Component(id), name))
        },
        |before, _, _| {
            let (id, name) = asked.get();
            let mut meant = before.clone();
            let old = before.component(id).name.clone();
            meant
                .components
                .iter_mut()
                .filter(|other| other.name == old)
                .for_each(|other| name.clone_into(&mut other.name));
            for movement in &mut meant.movements {
                let onto = movement.onto.filter(|&onto| before.component(onto).name == old);
                movement.name = onto.map_or(movement.name.take(), |_| Some(name.to_owned()));
            }
            Ok(meant)
        },
    );
}

#[test]
fn things_are_removed() {
    let asked = Cell::new(ComponentId::at(0));
    try_all(
        7,
        |before, random| {
            let id = component(before, random)?;
            asked.set(id);
            // Of several with one name another takes its place: who that is, is the language's affair.
            let name = &before.map.component(id).name;
            let alone = before.map.components().filter(|(_, other)| other.name.eq_ignore_ascii_case(name)).count() == 1;
            // A movement onto it becomes one to a name.
            // So do statements about it, which go with it.
            let strategy = &before.map.strategy;
            let said = strategy.inputs.iter().chain(&strategy.north_stars).any(|metric| metric.at == Some(id))
                || strategy.streams.iter().any(|stream| stream.path.contains(&id));
            let alone = alone && !said && !before.map.movements.iter().any(|movement| movement.onto == Some(id));
            alone.then(|| edit::remove(before, Id::Component(id)))
        },
        |before, _, _| {
            let gone = asked.get();
            let mut meant = before.clone();
            meant.components.remove(gone.index());
            let mut kept: Vec<Option<MovementId>> = Vec::new();
            for movement in &before.movements {
                let next = kept.iter().flatten().count();
                kept.push((movement.component != gone).then_some(MovementId::at(next)));
            }
            meant.movements.retain(|movement| movement.component != gone);
            meant.links.retain(|link| link.from.component != gone && link.to.component != gone);
            for end in meant.links.iter_mut().flat_map(|link| [&mut link.from, &mut link.to]) {
                end.moved = end.moved.and_then(|id| kept[id.index()]);
            }
            let pipelines = before.pipelines().filter(|(_, pipeline)| pipeline.parent == gone).map(|(id, _)| id);
            for id in pipelines.collect::<Vec<_>>().into_iter().rev() {
                meant.pipelines.remove(id.index());
                let inside = meant.components.iter_mut().filter_map(|component| component.pipeline.as_mut());
                inside.for_each(|other| *other = PipelineId::at(other.index() - usize::from(*other > id)));
            }
            for pipeline in &mut meant.pipelines {
                pipeline.children.retain(|&child| child != gone);
            }
            shift(&mut meant, |id| *id = ComponentId::at(id.index() - usize::from(*id > gone)));
            Ok(meant)
        },
    );
}

#[test]
fn links_are_removed() {
    let asked = Cell::new(0);
    try_all(
        8,
        |before, random| {
            let count = before.map.links.len();
            let at = random.below(count);
            asked.set(at);
            (count > 0 && !before.map.links[at].implied).then(|| edit::remove(before, Id::Link(at)))
        },
        |before, after, _| {
            let mut meant = before.clone();
            let gone = meant.links.remove(asked.get());
            // The same link written a second time takes its place.
            if after.links.iter().filter(|link| !link.implied).count()
                == before.links.iter().filter(|link| !link.implied).count()
            {
                meant.links.push(gone);
            }
            Ok(meant)
        },
    );
}
