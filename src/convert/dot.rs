//! The value chain as a graph for Graphviz: [`dot`].

use std::fmt::Write as _;

use super::loss::{Converted, left_out};
use crate::map::{ComponentKind, End, Flow, Link, Map};
use crate::source::Span;
use crate::syntax::quoted;
use crate::vocabulary::Keyword;

/// Writes who needs what as a graph in Graphviz's language: components, links, pipelines (as clusters) and new names. Where
/// things stand on the map is not part of the graph.
///
/// ```
/// use wardley::convert;
/// use wardley::resolve::NoIncludes;
/// use wardley::source::Source;
///
/// let map = wardley::read(Source::new("tea.wm", "component Cup\ncomponent Tea\nCup -> Tea"), &mut NoIncludes).map;
/// assert!(convert::dot(&map).text.contains("\n  c0 -> c1;\n"));
/// ```
pub fn dot(map: &Map) -> Converted {
    let mut out = Converted::default();
    out.line(&format!("digraph {} {{", quoted(map.title.as_ref().map_or("", |title| &title.text))));
    out.line("  node [shape=ellipse];");
    for (id, component) in map.components() {
        let shape = match component.kind {
            ComponentKind::Component => "",
            ComponentKind::Anchor => ", shape=plaintext",
            ComponentKind::Submap => ", shape=folder",
        };
        let href = component.href.as_ref().map(|href| format!(", URL={}", quoted(href))).unwrap_or_default();
        let tooltip =
            component.description.as_ref().map(|words| format!(", tooltip={}", quoted(words))).unwrap_or_default();
        out.line(&format!("  c{} [label={}{shape}{href}{tooltip}];", id.0, quoted(&component.name)));
    }
    for (id, pipeline) in map.pipelines().filter(|(_, pipeline)| !pipeline.children.is_empty()) {
        let label = quoted(&map.component(pipeline.parent).name);
        let mut line = format!("  subgraph cluster_{} {{ label={label};", id.0);
        for child in &pipeline.children {
            // A failing write into a string there is not.
            let _ = write!(line, " c{};", child.0);
        }
        out.line(&(line + " }"));
        for child in &pipeline.children {
            out.line(&format!("  c{} -> c{} [style=dotted, arrowhead=none];", pipeline.parent.0, child.0));
        }
    }
    for link in map.links.iter().filter(|link| !link.implied) {
        let attributes = attributes(link);
        out.line(&format!("  {} -> {}{attributes};", node(link.from), node(link.to)));
    }
    for (id, movement) in map.movements() {
        let name = movement.name.as_ref().unwrap_or(&map.component(movement.component).name);
        out.line(&format!("  m{} [label={}, color=red, fontcolor=red];", id.0, quoted(name)));
        out.line(&format!("  c{} -> m{} [style=dashed, color=red];", movement.component.0, id.0));
    }
    out.line("}");
    report(map, &mut out);
    out
}

/// A component's node, or that of its moved state.
fn node(end: End) -> String {
    end.moved.map_or_else(|| format!("c{}", end.component.0), |moved| format!("m{}", moved.0))
}

fn attributes(link: &Link) -> String {
    let texts = [&link.text, &link.context].into_iter().flatten().map(|text| text.text.as_str()).collect::<Vec<_>>();
    let label = (!texts.is_empty()).then(|| format!("label={}", quoted(&texts.join("\n"))));
    let flow = link.flow.map(|flow| {
        let ends = match flow {
            Flow::Forward => "forward",
            Flow::Back => "back",
            Flow::Both => "both",
        };
        format!("dir={ends}, penwidth=3")
    });
    let dashed = link.dashed.then(|| "style=dashed".to_owned());
    let all: Vec<String> = label.into_iter().chain(flow).chain(dashed).collect();
    if all.is_empty() { String::new() } else { format!(" [{}]", all.join(", ")) }
}

fn report(map: &Map, out: &mut Converted) {
    for (keyword, _, span) in map.words().filter(|(keyword, ..)| *keyword != Keyword::Title) {
        out.lose(span, left_out(keyword));
    }
    let mut lose = |lost: bool, what: &str| {
        if lost {
            out.lose(Span::default(), what);
        }
    };
    lose(!map.components.is_empty(), "visibility and evolution are left out, for a graph has no axes");
    lose(
        map.components.iter().any(|component| component.properties != crate::map::Properties::default()),
        "decorators are left out",
    );
    lose(!map.areas.is_empty() || map.key.is_some(), "hulls and the key are left out");
    lose(!map.notes.is_empty(), "notes are left out");
    lose(!map.annotations.is_empty(), "annotations are left out");
    lose(!map.steps.list.is_empty(), "steps are left out");
    lose(!map.strategy.is_empty(), "metrics, work, values and streams are left out");
    lose(!map.attitudes.is_empty(), "areas are left out");
    lose(!map.forces.is_empty(), "accelerators and deaccelerators are left out");
}
