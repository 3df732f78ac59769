//! A map in Mermaid's spelling: [`mermaid`]. What it can say is what `@mermaid-js/parser` 1.2 reads.

mod frame;
mod marks;
mod names;
mod pipelines;

use names::Names;
use pipelines::Rows;

use super::loss::Converted;
use super::numbers::{evolution, visibility};
use crate::layout::place::Places;
use crate::map::{Component, ComponentId, ComponentKind, End, Flow, Link, Map, Method, MovementId};

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
    let mut writer = Writer { map, places, names: Names::of(map), rows: Rows::of(map), out: Converted::default() };
    writer.out.line("wardley-beta");
    writer.frame();
    writer.report_second_names();
    writer.components();
    writer.pipelines();
    writer.movements();
    writer.links();
    writer.marks();
    writer.report_in_comments();
    writer.out
}

struct Writer<'a> {
    map: &'a Map,
    places: &'a Places,
    names: Names,
    rows: Rows,
    out: Converted,
}

impl Writer<'_> {
    fn name(&self, id: ComponentId) -> &str {
        self.names.written(id)
    }

    fn components(&mut self) {
        let map = self.map;
        for (id, component) in map.components() {
            if self.rows.pipeline(id).is_none() {
                let line = self.component(id, component);
                self.out.line(&line);
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

    fn component(&mut self, id: ComponentId, component: &Component) -> String {
        let spot = self.places.components[id.0 as usize];
        let position = component.position;
        if position.visibility.given().is_none() || position.evolution.given().is_none() {
            self.lose(component, "its place was left open; the one that was computed is written");
        }
        let word = if component.kind == ComponentKind::Anchor { "anchor" } else { "component" };
        let (visibility, evolution) =
            (visibility(position.visibility, spot.visibility), evolution(position.evolution, spot.evolution));
        let place = format!("{word} {} [{visibility}, {evolution}]", self.name(id));
        if component.kind == ComponentKind::Submap {
            self.lose(component, "it is a component now, for there are no submaps");
        }
        let label = self.label(component);
        let properties = self.properties(component);
        if component.kind == ComponentKind::Anchor {
            if !label.is_empty() {
                self.lose(component, "its label's offset is left out, for anchors have none");
            }
            if !properties.is_empty() {
                self.lose(component, "what is said of it is left out, for anchors have no decorators");
            }
            return place;
        }
        place + &label + &properties
    }

    /// ` label [x, y]`, in whole pixels.
    fn label(&mut self, component: &Component) -> String {
        self.report_words(component);
        let Some(label) = component.label else { return String::new() };
        if label.pinned {
            self.lose(component, "its label's `pin` is left out");
        }
        if label.x.fract() != 0.0 || label.y.fract() != 0.0 {
            self.lose(component, "its label's offset is rounded to whole pixels");
        }
        // Adding zero makes zero of minus zero.
        format!(" label [{}, {}]", label.x.round() + 0.0, label.y.round() + 0.0)
    }

    fn report_words(&mut self, component: &Component) {
        if component.href.is_some() {
            self.lose(component, "its address is left out");
        }
        if component.description.is_some() {
            self.lose(component, "its description is left out");
        }
    }

    /// ` (buy) inertia`: one decorator, and inertia behind it.
    fn properties(&mut self, component: &Component) -> String {
        let properties = component.properties;
        let method = properties.method.map(|method| match method {
            Method::Build => " (build)",
            Method::Buy => " (buy)",
            Method::Outsource => " (outsource)",
        });
        if properties.market && method.is_some() {
            self.lose(component, "its method is left out, for a market has none");
        }
        if properties.ecosystem {
            self.lose(component, "that it is an ecosystem is left out");
        }
        let decorator = if properties.market { " (market)" } else { method.unwrap_or_default() };
        format!("{decorator}{}", if properties.inertia { " inertia" } else { "" })
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
            let target = evolution(movement.to, self.places.movements[id.0 as usize]);
            let line = format!("evolve {} {target}", self.name(movement.component));
            self.out.line(&line);
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
            let line = self.link(link, &names);
            self.out.line(&line);
        }
    }

    fn link(&mut self, link: &Link, names: &[String; 2]) -> String {
        let head = match link.flow {
            Some(Flow::Forward) => ">",
            Some(Flow::Back) => "<",
            Some(Flow::Both) => "<>",
            None => "",
        };
        let flow = link.text.as_ref().map(|text| text.text.replace('\'', "’").replace('\n', " "));
        let arrow = match (link.flow, &flow) {
            (Some(_), Some(text)) => format!("+'{text}'{head}"),
            (Some(_), None) => format!("+{head}"),
            (None, _) if link.dashed => "-.->".to_owned(),
            (None, _) => "->".to_owned(),
        };
        let line = format!("{} {arrow} {}", self.name(link.from.component), self.name(link.to.component));
        let context = link.context.as_ref().map(|context| context.text.replace('\n', " "));
        match context {
            Some(context) if flow.is_none() => format!("{line}; {context}"),
            Some(context) => {
                let [from, to] = names;
                self.out.lose(
                    link.span,
                    format!("{from} -> {to}: the context {context} is left out, for the flow has a text"),
                );
                line
            }
            None => line,
        }
    }

    /// What a link's end is called on the map.
    fn end_name(&self, end: End) -> String {
        let moved = end.moved.and_then(|MovementId(at)| self.map.movements[at as usize].name.as_ref());
        shown(moved.unwrap_or(&self.map.component(end.component).name))
    }

    fn lose(&mut self, component: &Component, reason: &str) {
        self.out.lose(component.span, format!("{}: {reason}", shown(&component.name)));
    }

    fn report_in_comments(&mut self) {
        if self.out.losses.is_empty() {
            return;
        }
        let reasons: Vec<String> = self.out.losses.iter().map(|loss| format!("%%   {}", loss.reason)).collect();
        self.out.line("%% What Mermaid cannot say of this map:");
        self.out.line(&reasons.join("\n"));
    }
}

/// A name on one line.
fn shown(name: &str) -> String {
    if name.is_empty() { "(without a name)".to_owned() } else { name.replace('\n', " ") }
}
