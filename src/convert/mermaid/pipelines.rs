//! Pipelines: Mermaid knows braces only.

use super::{Writer, shown};
use crate::convert::tree::{bracket, evolution};
use crate::map::{ComponentId, ComponentKind, Map, PipelineId, Properties};
use crate::source::Where;
use crate::syntax::ast::{ComponentStatement, ComponentWord, PipelineStatement, Statement};

/// Which component is written in the braces of which pipeline.
pub(super) struct Rows(Vec<Option<PipelineId>>);

impl Rows {
    /// Whoever has a pipeline of its own stands outside: Mermaid looks for it there.
    pub(super) fn of(map: &Map) -> Self {
        let mut rows = vec![None; map.components.len()];
        let mut is_parent = vec![false; map.components.len()];
        for pipeline in &map.pipelines {
            is_parent[pipeline.parent.0 as usize] = true;
        }
        let mut opened = vec![false; map.components.len()];
        for (id, pipeline) in map.pipelines() {
            // Of two pipelines of one component, Mermaid keeps the last.
            if std::mem::replace(&mut opened[pipeline.parent.0 as usize], true) {
                continue;
            }
            for &child in &pipeline.children {
                let component = map.component(child);
                if !is_parent[child.0 as usize] && component.kind != ComponentKind::Anchor {
                    rows[child.0 as usize] = Some(id);
                }
            }
        }
        Self(rows)
    }

    pub(super) fn pipeline(&self, component: ComponentId) -> Option<PipelineId> {
        self.0[component.0 as usize]
    }
}

impl Writer<'_> {
    pub(super) fn pipelines(&mut self) {
        let map = self.map;
        for (id, pipeline) in map.pipelines() {
            let parent = shown(&map.component(pipeline.parent).name);
            let children: Vec<ComponentId> =
                pipeline.children.iter().copied().filter(|&child| self.rows.pipeline(child) == Some(id)).collect();
            for &child in pipeline.children.iter().filter(|&&child| self.rows.pipeline(child) != Some(id)) {
                let reason = format!("{}: it stands outside the pipeline {parent}", shown(&map.component(child).name));
                self.out.lose(pipeline.span, reason);
            }
            if children.is_empty() {
                let reason =
                    format!("{parent}: its pipeline is left out, for Mermaid draws none without components in it");
                self.out.lose(pipeline.span, reason);
                continue;
            }
            if let Some((low, high)) = pipeline.range {
                let (low, high) = (low.get(), high.get());
                let reason = format!(
                    "{parent}: its pipeline reaches from its first component to its last, not from {low} to {high}"
                );
                self.out.lose(pipeline.span, reason);
            }
            let (span, name) = (Where::default(), self.name(pipeline.parent).clone());
            let open = Some(span);
            let opening = PipelineStatement { span, name, range: None, modifiers: Vec::new(), open };
            self.out.add(Statement::Pipeline(opening));
            for child in children {
                self.child(child);
            }
            self.out.add(Statement::Close(span));
        }
    }

    fn child(&mut self, id: ComponentId) {
        let component = self.map.component(id);
        let spot = self.places.components[id.0 as usize];
        if component.position.evolution.given().is_none() {
            self.lose(component, "its place was left open; the one that was computed is written");
        }
        if component.position.visibility.given().is_some() {
            self.lose(component, "its visibility is that of its pipeline");
        }
        if component.kind == ComponentKind::Submap {
            self.lose(component, "it is a component now, for there are no submaps");
        }
        let modifiers = self.label(component).into_iter().collect();
        if component.properties != Properties::default() {
            self.lose(component, "what is said of it is left out, for a pipeline's components have no decorators");
        }
        self.out.add(Statement::Component(ComponentStatement {
            word: ComponentWord::Component,
            keyword: Where::default(),
            name: self.name(id).clone(),
            position: Some(bracket([evolution(component.position.evolution, spot.evolution)])),
            modifiers,
        }));
    }
}
