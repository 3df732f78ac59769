//! Components, pipelines and what is said of them.

use super::Writer;
use crate::format::words::{coordinate, number, quoted};
use crate::map::{ComponentId, ComponentKind, LabelOffset, Method, PipelineId, Properties};
use crate::source::Span;

impl Writer<'_> {
    pub(super) fn component(&mut self, id: ComponentId) {
        let component = self.map.component(id);
        let spot = self.places.components[id.0 as usize];
        let keyword = match component.kind {
            ComponentKind::Component => "component",
            ComponentKind::Anchor => "anchor",
            ComponentKind::Submap => "submap",
        };
        let place = self.place(component.position, &spot, component.span, &component.name);
        let said = self.said(id);
        let line = format!("{keyword} {}{place}{said}", self.name(id));
        self.out.line(&line);
    }

    /// What stands behind the position.
    fn said(&mut self, id: ComponentId) -> String {
        let component = self.map.component(id);
        let (name, span) = (component.name.as_str(), component.span);
        let anchor = component.kind == ComponentKind::Anchor;
        let mut said = String::new();
        if let Some(label) = component.label {
            if self.owm() && anchor {
                self.lose(span, name, "its label's offset is left out, for OWM moves no anchor's label");
            } else {
                said += &self.label(label, name, span);
            }
        }
        let child = component.pipeline.is_some();
        let properties = decorators(component.properties);
        if self.owm() && (anchor || child) && !properties.is_empty() {
            self.lose(span, name, "its decorators are left out, for OWM draws none there");
        } else {
            said += &properties;
        }
        if self.owm() {
            self.report_names(name, component.properties, span);
            if component.description.is_some() {
                self.lose(span, name, "its description is left out");
            }
            if let Some(href) = &component.href {
                if component.kind == ComponentKind::Submap {
                    said.extend([" url(url", &id.0.to_string(), ")"]);
                    self.out.line(&format!("url url{} [{href}]", id.0));
                } else {
                    self.lose(span, name, "its address is left out, for in OWM only submaps have one");
                }
            }
            return said;
        }
        if let Some(href) = &component.href {
            said.extend([" url(", href, ")"]);
        }
        if let Some(description) = &component.description {
            said.extend([" ", &quoted(description)]);
        }
        said
    }

    /// OWM looks for some words and marks anywhere in a line.
    fn report_names(&mut self, name: &str, properties: Properties, span: Span) {
        if name.contains("inertia") && !properties.inertia {
            self.lose(span, name, "OWM draws inertia because of its name");
        }
        if name.contains('[') || name.contains("//") || name.contains("label ") {
            self.lose(span, name, "OWM misreads its name");
        }
    }

    pub(super) fn label(&mut self, label: LabelOffset, name: &str, span: Span) -> String {
        let pin = if label.pinned { " pin" } else { "" };
        if self.owm() && label.pinned {
            self.lose(span, name, "its label's `pin` is left out");
        }
        let pin = if self.owm() { "" } else { pin };
        format!(" label [{}, {}]{pin}", number(label.x), number(label.y))
    }

    pub(super) fn pipeline(&mut self, id: PipelineId) {
        let pipeline = self.map.pipeline(id);
        let range =
            pipeline.range.map(|(low, high)| format!(" [{}, {}]", coordinate(low.get()), coordinate(high.get())));
        let line = format!("pipeline {}{}", self.name(pipeline.parent), range.unwrap_or_default());
        let inside: Vec<ComponentId> =
            pipeline.children.iter().copied().filter(|&child| self.map.component(child).pipeline == Some(id)).collect();
        if !pipeline.braces || self.owm() && inside.is_empty() {
            return self.out.line(&line);
        }
        // OWM wants the brace on a line of its own.
        if self.owm() {
            self.out.line(&line);
            self.out.line("{");
        } else {
            self.out.line(&format!("{line} {{"));
        }
        for child in inside {
            let component = self.map.component(child);
            let computed = self.places.components[child.0 as usize].evolution;
            let place = self.evolution(component.position.evolution, computed, component.span, &component.name);
            let place = place.map(|place| format!(" [{place}]")).unwrap_or_default();
            let said = self.said(child);
            let line = format!("  component {}{place}{said}", self.name(child));
            self.out.line(&line);
        }
        self.out.line("}");
    }
}

/// ` (build, market) inertia`
pub(super) fn decorators(properties: Properties) -> String {
    let method = properties.method.map(|method| match method {
        Method::Build => "build",
        Method::Buy => "buy",
        Method::Outsource => "outsource",
    });
    let symbols = [(properties.market, "market"), (properties.ecosystem, "ecosystem")];
    let words: Vec<&str> =
        method.into_iter().chain(symbols.into_iter().filter(|(said, _)| *said).map(|(_, word)| word)).collect();
    let decorators = if words.is_empty() { String::new() } else { format!(" ({})", words.join(", ")) };
    decorators + if properties.inertia { " inertia" } else { "" }
}
