//! TREE → MAP: every `tests/resolve/*.wm` with the map it means next door, one element a line, and the problems found.

use std::fmt::Write as _;

use proptest::prelude::*;
use wardley::map::{
    Component, ComponentId, Coordinate, End, Evolution, Extent, Flow, LabelOffset, LinkText, Map, Position, Properties,
    Visibility,
};
use wardley::resolve::{Load, LoadError, NoIncludes};
use wardley::source::Source;
use wardley::{Reading, read};

use crate::golden;

#[test]
fn texts_mean_the_map_next_door() {
    golden::cases("tests/resolve", "wm", |path| {
        let text = std::fs::read_to_string(path).expect("a readable test");
        [("map", told(&read(Source::new("map.wm", text), &mut Shelf)))]
    });
}

/// A few texts to include.
struct Shelf;

impl Load for Shelf {
    fn load(&mut self, from: &str, path: &str) -> Result<Source, LoadError> {
        match path {
            "kitchen.wm" => Ok(Source::new(
                path,
                "title Kitchen\nstyle dark\ncomponent Stove [0.3, 0.8]\ninclude pantry.wm\ncomponent Sink [0.2, 0.9]\n",
            )),
            "pantry.wm" => Ok(Source::new(
                path,
                format!("// included by {from}\ncomponent Flour [0.1, 0.9]\ninclude kitchen.wm\nbad line\n"),
            )),
            "map.wm" => Ok(Source::new(path, "")),
            _ => Err(LoadError::Failed("no such file".to_owned())),
        }
    }
}

/// The map as lines, then the problems as lines.
fn told(reading: &Reading) -> String {
    let mut lines = String::new();
    let mut line =
        |text: String| writeln!(lines, "{}", text.trim_end().replace('\n', "\\n")).expect("a string takes it");
    let map = &reading.map;
    frame(map, &mut line);
    for component in &map.components {
        line(component_line(component, map));
    }
    for movement in &map.movements {
        let name = movement.name.as_ref().map(|name| format!("as {name} ")).unwrap_or_default();
        let said = format!("{}{}", label(movement.label), properties(movement.properties));
        line(format!("evolve {} {name}{}{said}", map.component(movement.component).name, evolution(movement.to)));
    }
    for pipeline in &map.pipelines {
        let range = pipeline.range.map(|(low, high)| format!("[{}, {}] ", low.get(), high.get())).unwrap_or_default();
        let children: Vec<&str> = pipeline.children.iter().map(|&child| &*map.component(child).name).collect();
        let (name, children) = (&map.component(pipeline.parent).name, children.join(", "));
        line(format!("pipeline {name} {range}{}", if pipeline.braces { format!("{{{children}}}") } else { children }));
    }
    for link in &map.links {
        let flow = link.flow.map_or("", |flow| match flow {
            Flow::Forward => " flow",
            Flow::Back => " flow back",
            Flow::Both => " flow both",
        });
        let text =
            |text: &Option<LinkText>, mark| text.as_ref().map_or(String::new(), |text| format!(" {mark}{}", text.text));
        let (dashed, implied) = (if link.dashed { " dashed" } else { "" }, if link.implied { " implied" } else { "" });
        let texts = format!("{}{}", text(&link.text, "'"), text(&link.context, ";"));
        line(format!("link {} -> {}{flow}{dashed}{implied}{texts}", end(link.from, map), end(link.to, map)));
    }
    marks(map, &mut line);
    for problem in &reading.problems {
        let (source, place) =
            (reading.sources.get(problem.span().source).name(), reading.sources.place(problem.span()));
        let source = if source == "map.wm" { String::new() } else { format!("{source}:") };
        line(format!("{source}{}:{}: {}", place.line, place.column, problem.code()));
    }
    lines
}

fn frame(map: &Map, line: &mut impl FnMut(String)) {
    let standard = Map { dialect: map.dialect, ..Map::default() };
    if let Some(title) = &map.title {
        line(format!("title {}", title.text));
    }
    if let Some(title) = &map.accessible_title {
        line(format!("accessible title {title}"));
    }
    if let Some(description) = &map.accessible_description {
        line(format!("accessible description {description}"));
    }
    if let Some(style) = map.style {
        line(format!("style {style:?}"));
    }
    if map.size != standard.size {
        line(format!("size {:?} {:?}", map.size.width, map.size.height));
    }
    if map.evolution != standard.evolution {
        let stages: Vec<String> =
            map.evolution.stages.iter().map(|stage| format!("{} @{}", stage.name, round(stage.end))).collect();
        line(format!("evolution {}{}", if map.evolution.shown { "" } else { "hidden " }, stages.join(" -> ")));
    }
    if map.value_chain != standard.value_chain {
        line(format!("{:?}", map.value_chain));
    }
    if let Some(legend) = map.legend {
        line(format!("legend {}", place(legend)));
    }
}

fn component_line(component: &Component, map: &Map) -> String {
    let kind = format!("{:?}", component.kind).to_lowercase();
    let name = if component.name.is_empty() { "(no name)" } else { &component.name };
    let mut line = format!("{kind} {name} {}", place(component.position));
    line.push_str(&label(component.label));
    line.push_str(&properties(component.properties));
    if let Some(pipeline) = component.pipeline {
        write!(line, " in {}", map.component(map.pipeline(pipeline).parent).name).expect("a string takes it");
    }
    if let Some(color) = map.color(component) {
        write!(line, " {}", color.hex()).expect("a string takes it");
    }
    if let Some(href) = &component.href {
        write!(line, " <{href}>").expect("a string takes it");
    }
    if let Some(description) = &component.description {
        write!(line, " \"{description}\"").expect("a string takes it");
    }
    line
}

fn near(map: &Map, components: &[ComponentId]) -> String {
    let near = components.iter().map(|&id| format!(" near {}", map.component(id).name));
    near.collect::<Vec<_>>().concat()
}

fn marks(map: &Map, line: &mut impl FnMut(String)) {
    for class in &map.classes {
        line(format!("class {} {}", class.name, class.color.hex()));
    }
    for area in &map.areas {
        let class = area.class.map_or(String::new(), |class| format!(" ({})", map.class(class).name));
        line(format!("area {}{}{class}", area.name, near(map, &area.members)));
    }
    if let Some(key) = &map.key {
        line(format!("key {}", key.position.map_or(String::new(), place)));
    }
    for note in &map.notes {
        line(format!("note {} {}{}", note.text, place(note.position), near(map, &note.near)));
    }
    for annotation in &map.annotations {
        let places: Vec<String> = annotation.positions.iter().map(|&position| place(position)).collect();
        let near = near(map, &annotation.near);
        line(format!("annotation {} {}{near} {}", annotation.number, places.join(" "), annotation.text));
    }
    for attitude in &map.attitudes {
        let extent = match attitude.extent {
            Extent::To(corner) => format!("to {}", place(corner)),
            Extent::Pixels(width, height) => format!("by {width} x {height} pixels"),
        };
        let name = attitude.name.as_deref().unwrap_or_default();
        line(format!("{:?} {} {extent} {name}", attitude.kind, place(attitude.corner)));
    }
    for force in &map.forces {
        let word = if force.against { "deaccelerator" } else { "accelerator" };
        line(format!("{word} {} {}", force.name, place(force.position)));
    }
}

fn place(position: Position) -> String {
    format!("[{}, {}]", visibility(position.visibility), evolution(position.evolution))
}

fn visibility(at: Coordinate<Visibility>) -> String {
    match at {
        Coordinate::Given(at) => round(at.get()),
        Coordinate::Within(low, high) => format!("{}..{}", round(low.get()), round(high.get())),
        Coordinate::Unknown => "?".to_owned(),
    }
}

fn evolution(at: Coordinate<Evolution>) -> String {
    match at {
        Coordinate::Given(at) => round(at.get()),
        Coordinate::Within(low, high) => format!("{}..{}", round(low.get()), round(high.get())),
        Coordinate::Unknown => "?".to_owned(),
    }
}

fn round(value: f64) -> String {
    ((value * 1000.0).round() / 1000.0).to_string()
}

fn label(label: Option<LabelOffset>) -> String {
    label
        .map(|label| format!(" ({}, {}{})", label.x, label.y, if label.pinned { " pinned" } else { "" }))
        .unwrap_or_default()
}

fn properties(properties: Properties) -> String {
    let method = properties.method.map(|method| format!(" {method:?}").to_lowercase()).unwrap_or_default();
    let others =
        [(properties.market, " market"), (properties.ecosystem, " ecosystem"), (properties.inertia, " inertia")];
    let others: String = others.into_iter().filter_map(|(said, word)| said.then_some(word)).collect();
    method + &others
}

fn end(end: End, map: &Map) -> String {
    format!("{}{}", map.component(end.component).name, if end.moved.is_some() { " (moved)" } else { "" })
}

/// Pieces that texts are made of, so that random texts hold statements.
const PIECES: [&str; 40] = [
    "component ",
    "anchor ",
    "submap ",
    "market ",
    "evolve ",
    "pipeline ",
    "note ",
    "annotation 1 ",
    "annotations ",
    "pioneers ",
    "accelerator ",
    "build ",
    "inertia ",
    "title ",
    "style ",
    "size ",
    "evolution ",
    "valuechain ",
    "url ",
    "include ",
    "wardley-beta\n",
    "Kettle",
    "Tea",
    "\"",
    " ",
    "[0.5, 0.7]",
    "[custom]",
    "[",
    ",",
    "]",
    "{\n",
    "}\n",
    "->",
    "+'x'>",
    ">",
    "0.8",
    "(buy)",
    "label [1, 2]",
    "\n",
    "//",
];

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        told(&read(Source::new("map.wm", text), &mut NoIncludes));
    }

    #[test]
    fn any_mixture_of_statements_is_read(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)) {
        told(&read(Source::new("map.wm", pieces.concat()), &mut Shelf));
    }
}
