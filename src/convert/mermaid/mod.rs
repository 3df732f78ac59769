//! A map in Mermaid's spelling: [`mermaid`]. What it can say is what `@mermaid-js/parser` 1.2 reads.

mod frame;
mod marks;
mod names;
mod pipelines;

use names::Names;
use pipelines::Rows;

use super::loss::Converted;
use super::tree::{self, Tree, arrow, bare, evolution, report_groups, report_story};
use crate::layout::place::Places;
use crate::map::{Component, ComponentId, ComponentKind, Dialect, End, LabelOffset, Link, Map, MovementId, Properties};
use crate::source::Where;
use crate::syntax::ast::{
    ComponentStatement, ComponentWord, EvolveStatement, LinkStatement, Modifier, Statement, Text,
};

/// Writes `map` for Mermaid (and for what has Mermaid in it, as GitHub has). `places` says where everything stands that the
/// author left open.
///
/// Whatever Mermaid has no word for is reported in [`Converted::losses`], and in comments at the end of the text.
///
/// ```
/// use wardley::layout::place::Plot;
/// use wardley::resolve::NoIncludes;
/// use wardley::source::Source;
/// use wardley::{convert, layout};
///
/// let map = wardley::read(Source::new("tea.wm", "component Kettle [0.4, 0.6]\nevolve Kettle -> Boiler 0.8"), &mut NoIncludes).map;
/// let places = layout::place::places(&map, Plot { width: 1200.0, height: 700.0 }, None);
/// let mermaid = convert::mermaid(&map, &places);
/// assert!(mermaid.text.starts_with("wardley-beta\n"));
/// assert!(mermaid.text.contains("\ncomponent Kettle [0.40, 0.60]\nevolve Kettle 0.80\n"));
/// assert_eq!(mermaid.losses[0].reason, "Kettle: its new name Boiler is left out");
/// ```
pub fn mermaid(map: &Map, places: &Places) -> Converted {
    let mut writer = Writer { map, places, names: Names::of(map), rows: Rows::of(map), out: Tree::default() };
    writer.out.add(Statement::MermaidHeader(Where::default()));
    writer.frame();
    report_story(map, &mut writer.out);
    writer.report_second_names();
    writer.components();
    writer.pipelines();
    writer.movements();
    writer.links();
    writer.marks();
    report_groups(writer.map, &mut writer.out);
    let mut converted = writer.out.printed(Dialect::Mermaid);
    report_in_comments(&mut converted);
    converted
}

struct Writer<'a> {
    map: &'a Map,
    places: &'a Places,
    names: Names,
    rows: Rows,
    out: Tree,
}

impl Writer<'_> {
    fn name(&self, id: ComponentId) -> &Text {
        self.names.written(id)
    }

    fn components(&mut self) {
        let map = self.map;
        for (id, component) in map.components() {
            if self.rows.pipeline(id).is_none() {
                self.component(id, component);
            }
        }
    }

    fn report_second_names(&mut self) {
        for (id, name) in &self.names.renamed {
            let component = self.map.component(*id);
            let reason =
                format!("{}: it is called {} now, for another has its name", shown(&component.name), shown(name));
            self.out.lose(component.span, reason);
        }
    }

    fn component(&mut self, id: ComponentId, component: &Component) {
        let spot = self.places.components[id.0 as usize];
        let position = component.position;
        if position.visibility.given().is_none() || position.evolution.given().is_none() {
            self.lose(component, "its place was left open; the one that was computed is written");
        }
        if component.kind == ComponentKind::Submap {
            self.lose(component, "it is a component now, for there are no submaps");
        }
        let label = self.label(component);
        let properties = self.properties(component);
        let mut modifiers: Vec<Modifier> = Vec::new();
        let mut word = ComponentWord::Component;
        if component.kind == ComponentKind::Anchor {
            word = ComponentWord::Anchor;
            if label.is_some() {
                self.lose(component, "its label's offset is left out, for anchors have none");
            }
            if !properties.is_empty() {
                self.lose(component, "what is said of it is left out, for anchors have no decorators");
            }
        } else {
            modifiers = label.into_iter().chain(properties).collect();
        }
        let (keyword, name) = (Where::default(), self.name(id).clone());
        let position = Some(marks::place(&position, &spot));
        self.out.add(Statement::Component(ComponentStatement { word, keyword, name, position, modifiers }));
    }

    /// `label [x, y]`, in whole pixels.
    fn label(&mut self, component: &Component) -> Option<Modifier> {
        self.report_words(component);
        let label = component.label?;
        if label.pinned {
            self.lose(component, "its label's `pin` is left out");
        }
        if label.x.fract() != 0.0 || label.y.fract() != 0.0 {
            self.lose(component, "its label's offset is rounded to whole pixels");
        }
        // Adding zero makes zero of minus zero.
        Some(tree::label(LabelOffset { x: label.x.round() + 0.0, y: label.y.round() + 0.0, ..label }, false))
    }

    fn report_words(&mut self, component: &Component) {
        if component.href.is_some() {
            self.lose(component, "its address is left out");
        }
        if component.description.is_some() {
            self.lose(component, "its description is left out");
        }
    }

    /// `(buy) inertia`: one decorator, and inertia behind it.
    fn properties(&mut self, component: &Component) -> Vec<Modifier> {
        let properties = component.properties;
        if properties.market && properties.method.is_some() {
            self.lose(component, "its method is left out, for a market has none");
        }
        if properties.ecosystem {
            self.lose(component, "that it is an ecosystem is left out");
        }
        let method = properties.method.filter(|_| !properties.market);
        tree::decorators(Properties { method, ecosystem: false, ..properties })
    }

    fn movements(&mut self) {
        let map = self.map;
        let mut moved = vec![false; map.components.len()];
        for (id, movement) in map.movements() {
            let component = map.component(movement.component);
            let name = shown(&component.name);
            if std::mem::replace(&mut moved[movement.component.0 as usize], true) {
                self.out.lose(movement.span, format!("{name}: its second movement is left out"));
                continue;
            }
            if movement.to.given().is_none() {
                self.out.lose(movement.span, format!("{name}: where it moves to is a number now"));
            }
            if let Some(new) = &movement.name {
                self.out.lose(movement.span, format!("{name}: its new name {} is left out", shown(new)));
            }
            if movement.label.is_some() {
                self.out.lose(movement.span, format!("{name}: the label's offset where it moves to is left out"));
            }
            if movement.properties != component.properties {
                self.out.lose(movement.span, format!("{name}: the decorators where it moves to are left out"));
            }
            if self.rows.pipeline(movement.component).is_some() {
                self.out
                    .lose(movement.span, format!("{name}: Mermaid reads its movement and draws none in a pipeline"));
            }
            self.out.add(Statement::Evolve(EvolveStatement {
                span: Where::default(),
                name: self.name(movement.component).clone(),
                rename: None,
                target: Some(evolution(movement.to, self.places.movements[id.0 as usize])),
                from: None,
                modifiers: Vec::new(),
            }));
        }
    }

    fn links(&mut self) {
        let map = self.map;
        for link in map.links.iter().filter(|link| !link.implied) {
            let names = [link.from, link.to].map(|end| self.end_name(end));
            if link.from.component == link.to.component {
                let [from, to] = names;
                self.out
                    .lose(link.span, format!("{from} -> {to}: the link is left out, for both ends are one component"));
                continue;
            }
            for (end, name) in [link.from, link.to].into_iter().zip(&names) {
                if end.moved.is_some() {
                    self.out.lose(
                        link.span,
                        format!("{}: the link to {name} reaches where that was before it moved", names[0]),
                    );
                }
            }
            self.link(link, &names);
        }
    }

    fn link(&mut self, link: &Link, [from, to]: &[String; 2]) {
        let arrow = arrow(link, link.dashed);
        let mut context = link.context.as_ref().map(|context| bare(&context.text));
        if let Some(left_out) = context.take_if(|_| arrow.text.is_some()) {
            let reason = format!("{from} -> {to}: the context {} is left out, for the flow has a text", left_out.text);
            self.out.lose(link.span, reason);
        }
        let ends = [link.from, link.to].map(|end| self.name(end.component).clone()).into();
        let arrows = vec![arrow];
        self.out.add(Statement::Link(LinkStatement { span: Where::default(), ends, arrows, context }));
    }

    /// What a link's end is called on the map.
    fn end_name(&self, end: End) -> String {
        let moved = end.moved.and_then(|MovementId(at)| self.map.movements[at as usize].name.as_ref());
        shown(moved.unwrap_or(&self.map.component(end.component).name))
    }

    fn lose(&mut self, component: &Component, reason: &str) {
        self.out.lose(component.span, format!("{}: {reason}", shown(&component.name)));
    }
}

fn report_in_comments(converted: &mut Converted) {
    if converted.losses.is_empty() {
        return;
    }
    converted.line("%% What Mermaid cannot say of this map:");
    for loss in &converted.losses {
        converted.text.extend(["%%   ", &loss.reason, "\n"]);
    }
}

/// A name on one line.
fn shown(name: &str) -> String {
    if name.is_empty() { "(without a name)".to_owned() } else { name.replace('\n', " ") }
}
