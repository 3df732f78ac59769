//! Pipelines find their parents and children.

use super::context::Context;
use super::define::{Aside, Opened};
use super::modifiers::On;
use super::references::References;
use crate::map::{ComponentId, ComponentKind, Coordinate, Evolution, Map, Pipeline, PipelineId};
use crate::problem::{Problem, Role};
use crate::syntax::ast::{Bracket, Part};
use crate::vocabulary::Keyword;

/// How far below its parent's visibility a component may stand that belongs to a pipeline in the range form. On real maps nine
/// in ten stand 0.02 below or less, hardly one from 0.03 to 0.05: what is lower is the next thing down.
const DEPTH: f64 = 0.035;

/// Room for the last digit of a number that was written in decimals.
const SLACK: f64 = 1e-9;

/// How many components near a pipeline's visibility are looked at: far more than a map that people can read has in one row.
const ROW: usize = 1_000;

impl Context<'_> {
    /// The pipelines that have a parent. A component in the braces of one without stays an ordinary component.
    pub(super) fn pipelines<'a>(&mut self, aside: &Aside<'a>, references: &mut References<'a>, map: &mut Map) {
        for opened in &aside.pipelines {
            let statement = opened.statement;
            self.modifiers(&statement.modifiers, On::Mark(Keyword::Pipeline.word()));
            let range = statement.range.as_ref().and_then(|range| self.range(range));
            let Some(parent) = self.parent(opened, references, map) else { continue };
            let id = PipelineId(map.pipelines.len() as u32);
            for &child in &opened.children {
                map.components[child.0 as usize].pipeline = Some(id);
            }
            if let (Some(range), Some(bracket)) = (range, &statement.range) {
                self.report_outside(opened, range, bracket, map);
            }
            map.pipelines.push(Pipeline {
                parent,
                // The children in the braces say better how far the pipeline reaches.
                range: range.filter(|_| opened.children.is_empty()),
                children: opened.children.clone(),
                braces: opened.brace.is_some() || !opened.children.is_empty(),
                span: *statement.span,
            });
        }
        add_children_in_range(map);
        for pipeline in &map.pipelines {
            if pipeline.braces && pipeline.range.is_none() && pipeline.children.is_empty() {
                let name = map.component(pipeline.parent).name.clone();
                self.report(Problem::EmptyPipeline { span: pipeline.span, name });
            }
        }
    }

    /// The component a pipeline belongs to. Pipelines do not nest.
    fn parent<'a>(&mut self, opened: &Opened<'a>, references: &mut References<'a>, map: &Map) -> Option<ComponentId> {
        let name = &opened.statement.name;
        let parent = references.expect(name, Role::Pipeline, self)?.component;
        if map.component(parent).pipeline.is_none() && !opened.children.contains(&parent) {
            return Some(parent);
        }
        self.report(Problem::NestedPipeline { span: *name.span, name: name.text.clone() });
        None
    }

    /// From where to where, the smaller first. A stage reaches from its start to its end.
    fn range(&mut self, bracket: &Bracket) -> Option<(Evolution, Evolution)> {
        self.report_extra_parts(bracket, 3);
        let (first, second) = match bracket.parts.as_slice() {
            // `[visibility, from, to]`: where the parent stands was said with it.
            [_, first, second, ..] | [first, second] => (first, second),
            [only] => {
                if let Coordinate::Within(low, high) = self.evolution(only) {
                    return Some((low, high));
                }
                let assumed = "nothing says how far the pipeline reaches";
                self.report(Problem::MissingPart { span: *only.span, part: "the other end of the range", assumed });
                return None;
            }
            [] => return None,
        };
        let (low, high) = (self.evolution(first), self.evolution(second));
        let (start, end) = (lower(low)?, upper(high)?);
        if start <= end {
            return Some((start, end));
        }
        self.report_reversed(first, second);
        Some((lower(high)?, upper(low)?))
    }

    fn report_reversed(&mut self, first: &Part, second: &Part) {
        let (low, high) = (self.written(*second.span).to_owned(), self.written(*first.span).to_owned());
        self.report(Problem::ReversedRange { span: *first.span.to(second.span), low, high });
    }

    fn report_outside(&mut self, opened: &Opened, range: (Evolution, Evolution), bracket: &Bracket, map: &Map) {
        for &child in &opened.children {
            let child = map.component(child);
            let outside = child.position.evolution.given().is_some_and(|at| at < range.0 || at > range.1);
            if outside {
                let (name, pipeline) = (child.name.clone(), opened.statement.name.text.clone());
                self.report(Problem::ChildOutsideRange { span: child.span, name, pipeline, range: *bracket.span });
            }
        }
    }
}

fn lower(coordinate: Coordinate<Evolution>) -> Option<Evolution> {
    match coordinate {
        Coordinate::Given(at) | Coordinate::Within(at, _) => Some(at),
        Coordinate::Unknown => None,
    }
}

fn upper(coordinate: Coordinate<Evolution>) -> Option<Evolution> {
    match coordinate {
        Coordinate::Given(at) | Coordinate::Within(_, at) => Some(at),
        Coordinate::Unknown => None,
    }
}

/// Gives the pipelines in the range form the components that stand in their range, at the parent's visibility or just below.
/// A component that several would have belongs to the one whose parent is the nearest above it; of those, to the first.
fn add_children_in_range(map: &mut Map) {
    let mut is_parent = vec![false; map.components.len()];
    for pipeline in &map.pipelines {
        is_parent[pipeline.parent.0 as usize] = true;
    }
    let mut rows: Vec<(f64, f64, ComponentId)> = map
        .components()
        .filter(|(_, component)| component.kind != ComponentKind::Anchor && component.pipeline.is_none())
        .filter_map(|(id, component)| {
            let position = component.position;
            Some((position.visibility.given()?.get(), position.evolution.given()?.get(), id))
        })
        .collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    // For each component the best pipeline so far, and how far below its parent it would stand.
    let mut best: Vec<Option<(f64, usize)>> = vec![None; map.components.len()];
    for (index, pipeline) in map.pipelines.iter().enumerate() {
        let Some((low, high)) = pipeline.range else { continue };
        let Some(top) = map.component(pipeline.parent).position.visibility.given() else { continue };
        let top = top.get();
        let start = rows.partition_point(|&(visibility, ..)| visibility > top + SLACK);
        let row = rows[start..].iter().take(ROW).take_while(|(visibility, ..)| *visibility >= top - DEPTH - SLACK);
        for &(visibility, evolution, id) in row {
            let depth = (top - visibility).max(0.0);
            let beside = is_parent[id.0 as usize] && depth < SLACK;
            let inside = evolution >= low.get() - SLACK && evolution <= high.get() + SLACK;
            let best = &mut best[id.0 as usize];
            if id != pipeline.parent && inside && !beside && best.is_none_or(|(least, _)| depth + SLACK < least) {
                *best = Some((depth, index));
            }
        }
    }
    for (id, best) in best.into_iter().enumerate() {
        if let Some((_, pipeline)) = best {
            map.pipelines[pipeline].children.push(ComponentId(id as u32));
        }
    }
}
