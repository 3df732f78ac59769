//! What a strategist would ask of a map that is drawn as it is written: [`questions`].

use std::collections::BTreeSet;

use super::cycles;
use super::purposes::purposes;
use crate::map::{Component, ComponentId, ComponentKind, Link, Map};
use crate::problem::Problem;
use crate::source::Span;

/// A need that rises by no more than this is not asked about: the components of a pipeline are often placed 0.02 lower than
/// what they stand for, and people write two decimals.
const LEVEL: f64 = 0.05;
/// How far below a pipeline a component may stand that seems to belong to it.
const BELOW: f64 = 0.12;
/// At how many pipelines this is looked at.
const COMPARED: usize = 64;
/// Fewer needs than this say nothing about which way a map lies.
const ENOUGH: usize = 6;

/// Questions about a map, as notes. Takes time linear in components and links.
pub fn questions(map: &Map) -> Vec<Problem> {
    let mut questions = Vec::new();
    questions.extend(no_anchor(map));
    questions.extend(isolated(map));
    questions.extend(no_evolution(map));
    match on_its_side(map) {
        Some(question) => questions.push(question),
        None => questions.extend(uphill(map)),
    }
    let cycles = cycles::cycles(map);
    // One of the needs in a ring always rises, unless all are level.
    let in_rings: BTreeSet<Span> = cycles.iter().flat_map(links).copied().collect();
    questions.retain(|question| !matches!(question, Problem::UphillNeed { span, .. } if in_rings.contains(span)));
    questions.extend(cycles);
    questions.extend(purposes(map));
    questions
}

fn links(cycle: &Problem) -> &[Span] {
    if let Problem::Cycle { links, .. } = cycle { links } else { &[] }
}

/// The needs an author wrote.
fn needs(map: &Map) -> impl Iterator<Item = &Link> {
    map.links.iter().filter(|link| !link.implied)
}

fn no_anchor(map: &Map) -> Option<Problem> {
    let first = map.components.first()?;
    let missing = !map.components.iter().any(|component| component.kind == ComponentKind::Anchor);
    let span = map.title.as_ref().map_or(first.span, |title| title.span);
    (missing && !map.links.is_empty()).then_some(Problem::NoAnchor { span })
}

/// Components apart from everything, on a map that has links at all.
fn isolated(map: &Map) -> impl Iterator<Item = Problem> {
    let mut apart: Vec<bool> =
        map.components.iter().map(|component| is_named(component) && !map.links.is_empty()).collect();
    let mut join = |id: ComponentId| apart[id.0 as usize] = false;
    for link in &map.links {
        join(link.from.component);
        join(link.to.component);
    }
    for pipeline in &map.pipelines {
        join(pipeline.parent);
        pipeline.children.iter().copied().for_each(&mut join);
    }
    for id in below_pipelines(map, &apart) {
        apart[id] = false;
    }
    let apart = map.components.iter().zip(apart).filter_map(|(component, apart)| apart.then_some(component));
    apart.map(|component| Problem::Isolated { span: component.span, name: component.name.clone() })
}

/// Components that stand a little below a pipeline, within its range: they seem to belong to it.
fn below_pipelines(map: &Map, apart: &[bool]) -> Vec<usize> {
    let place = |component: &Component| {
        let position = component.position;
        Some((position.visibility.given()?.get(), position.evolution.given()?.get()))
    };
    let boxes: Vec<(f64, f64, f64)> = map
        .pipelines
        .iter()
        .filter_map(|pipeline| {
            let (low, high) = pipeline.range?;
            Some((map.component(pipeline.parent).position.visibility.given()?.get(), low.get(), high.get()))
        })
        .take(COMPARED)
        .collect();
    let inside = |(visibility, evolution): (f64, f64)| {
        boxes.iter().any(|&(top, low, high)| {
            (low..=high).contains(&evolution) && visibility <= top && visibility >= top - BELOW
        })
    };
    let candidates = map.components.iter().enumerate().filter(|(at, _)| apart[*at]);
    candidates.filter(|(_, component)| place(component).is_some_and(inside)).map(|(at, _)| at).collect()
}

/// Anchors are users and their needs, which do not evolve.
fn no_evolution(map: &Map) -> impl Iterator<Item = Problem> {
    let asked = |component: &&Component| component.kind != ComponentKind::Anchor && is_named(component);
    let unknown = |component: &&Component| component.position.evolution.is_unknown();
    let problem = |component: &Component| Problem::NoEvolution { span: component.span, name: component.name.clone() };
    map.components.iter().filter(asked).filter(unknown).map(problem)
}

/// What has no name was reported; nobody can be asked about it.
fn is_named(component: &Component) -> bool {
    !component.name.is_empty()
}

fn uphill(map: &Map) -> impl Iterator<Item = Problem> {
    needs(map).filter_map(|link| {
        let rise = visibility(map, link.to.component)? - visibility(map, link.from.component)?;
        let name = |id| map.component(id).name.clone();
        (rise > LEVEL).then(|| Problem::UphillNeed {
            span: link.span,
            from: name(link.from.component),
            to: name(link.to.component),
        })
    })
}

/// Whether needs run sideways, and would run downward with visibility and evolution exchanged.
fn on_its_side(map: &Map) -> Option<Problem> {
    let (mut all, mut down, mut down_if_exchanged) = (0, 0, 0);
    let mut first: Option<Span> = None;
    for link in needs(map) {
        let (from, to) = (map.component(link.from.component), map.component(link.to.component));
        let visibility = |component: &Component| component.position.visibility.given();
        let evolution = |component: &Component| component.position.evolution.given();
        let (Some(v1), Some(v2), Some(e1), Some(e2)) =
            (visibility(from), visibility(to), evolution(from), evolution(to))
        else {
            continue;
        };
        all += 1;
        down += usize::from(v2.get() < v1.get());
        down_if_exchanged += usize::from(e2.get() < e1.get());
        first.get_or_insert(from.span);
    }
    let span = first.filter(|_| all >= ENOUGH && down * 3 <= all && down_if_exchanged * 10 >= all * 9)?;
    Some(Problem::SwappedMap { span })
}

/// How visible a component is, as far as the author says; what is in a pipeline is as visible as the pipeline.
fn visibility(map: &Map, id: ComponentId) -> Option<f64> {
    let component = map.component(id);
    let placed = component.pipeline.map_or(component, |pipeline| map.component(map.pipeline(pipeline).parent));
    placed.position.visibility.given().map(crate::map::Visibility::get)
}
