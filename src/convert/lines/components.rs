//! Components, pipelines and what is said of them.

use super::Writer;
use crate::convert::tree::{bare, bracket, decorators, label, number, said_of};
use crate::map::{ComponentId, ComponentKind, LabelOffset, PipelineId, Properties};
use crate::source::{Span, Where};
use crate::syntax::ast::{Bracket, ComponentStatement, ComponentWord, Modifier, PipelineStatement, Statement, Text};
use crate::vocabulary::ModifierWord;

impl Writer<'_> {
    pub(super) fn component(&mut self, id: ComponentId) {
        let component = self.map.component(id);
        let spot = self.places.components[id.0 as usize];
        let word = match component.kind {
            ComponentKind::Component => ComponentWord::Component,
            ComponentKind::Anchor => ComponentWord::Anchor,
            ComponentKind::Submap => ComponentWord::Submap,
        };
        let position = self.place(component.position, &spot, component.span, &component.name);
        self.component_at(id, word, position);
    }

    fn component_at(&mut self, id: ComponentId, word: ComponentWord, position: Option<Bracket>) {
        let (name, modifiers) = (self.name(id).clone(), self.said(id));
        let keyword = Where::default();
        self.out.add(Statement::Component(ComponentStatement { word, keyword, name, position, modifiers }));
    }

    /// What stands behind the position.
    fn said(&mut self, id: ComponentId) -> Vec<Modifier> {
        let component = self.map.component(id);
        let (name, span) = (component.name.as_str(), component.span);
        let anchor = component.kind == ComponentKind::Anchor;
        let mut said = Vec::new();
        if let Some(label) = component.label {
            if self.owm() && anchor {
                self.lose(span, name, "its label's offset is left out, for OWM moves no anchor's label");
            } else {
                said.push(self.label(label, name, span));
            }
        }
        let child = component.pipeline.is_some();
        let properties = if self.owm() { decorators(component.properties) } else { said_of(component, self.map) };
        if self.owm() && (anchor || child) && !properties.is_empty() {
            self.lose(span, name, "its decorators are left out, for OWM draws none there");
        } else {
            said.extend(properties);
        }
        if self.owm() {
            self.report_names(name, component.properties, span);
            if component.description.is_some() {
                self.lose(span, name, "its description is left out");
            }
            if let Some(href) = &component.href {
                if component.kind == ComponentKind::Submap {
                    let url = bare(&format!("{}{}", ModifierWord::Url.word(), id.0));
                    said.push(Modifier::Url(url.clone()));
                    self.out.add(Statement::Url { id: url, address: Some(bare(href)) });
                } else {
                    self.lose(span, name, "its address is left out, for in OWM only submaps have one");
                }
            }
            return said;
        }
        said.extend(component.href.as_deref().map(|href| Modifier::Url(bare(href))));
        let description = |text: &String| Text { text: text.clone(), quoted: true, ..Text::default() };
        said.extend(component.description.as_ref().map(|text| Modifier::Description(description(text))));
        said
    }

    /// OWM looks for some words and marks anywhere in a line.
    fn report_names(&mut self, name: &str, properties: Properties, span: Span) {
        if name.contains(ModifierWord::Inertia.word()) && !properties.inertia {
            self.lose(span, name, "OWM draws inertia because of its name");
        }
        if name.contains('[') || name.contains("//") || name.contains("label ") {
            self.lose(span, name, "OWM misreads its name");
        }
    }

    pub(super) fn label(&mut self, offset: LabelOffset, name: &str, span: Span) -> Modifier {
        if self.owm() && offset.pinned {
            self.lose(span, name, "its label's `pin` is left out");
        }
        label(offset, offset.pinned && !self.owm())
    }

    pub(super) fn pipeline(&mut self, id: PipelineId) {
        let pipeline = self.map.pipeline(id);
        let inside: Vec<ComponentId> =
            pipeline.children.iter().copied().filter(|&child| self.map.component(child).pipeline == Some(id)).collect();
        let braces = pipeline.braces && !(self.owm() && inside.is_empty());
        let brace = braces.then(Where::default);
        self.out.add(Statement::Pipeline(PipelineStatement {
            span: Where::default(),
            name: self.name(pipeline.parent).clone(),
            range: pipeline.range.map(|(low, high)| bracket([low, high].map(|end| number(end.get())))),
            modifiers: Vec::new(),
            open: brace.filter(|_| !self.owm()),
        }));
        let Some(brace) = brace else { return };
        if self.owm() {
            // OWM wants the brace on a line of its own.
            self.out.add(Statement::Open(brace));
        }
        for child in inside {
            let component = self.map.component(child);
            let computed = self.places.components[child.0 as usize].evolution;
            let place = self.evolution(component.position.evolution, computed, component.span, &component.name);
            self.component_at(child, ComponentWord::Component, place.map(|place| bracket([place])));
        }
        self.out.add(Statement::Close(brace));
    }
}
