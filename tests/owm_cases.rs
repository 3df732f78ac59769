//! The texts of OnlineWardleyMaps' own tests mean here what they mean there, apart from the differences that
//! `tests/owm-differences.tsv` lists. The texts are not part of this project: they are read from `owm-cases.jsonl` beside the
//! folder that `WARDLEY_CORPUS` names, one JSON object a line, with `input` and what OWM makes of it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;
use wardley::map::{
    AttitudeKind, Component, ComponentKind, Coordinate, End, Evolution, EvolutionAxis, Extent, LabelOffset, Map,
    Method, Position, Properties, Style, Visibility,
};
use wardley::resolve::NoIncludes;
use wardley::source::Source;
use wardley::syntax::ast::Statement;
use wardley::{Reading, read};

use crate::needs;

/// What a map is made of, each as one line for each element, for the one side or the other.
type Parts = BTreeMap<&'static str, Vec<String>>;

#[test]
#[ignore = "needs WARDLEY_CORPUS"]
fn texts_mean_what_they_mean_to_owm() {
    let cases =
        std::fs::read_to_string(needs::corpus().join("../owm-cases.jsonl")).expect("the cases beside the corpus");
    let listed = include_str!("owm-differences.tsv");
    let mut listed: BTreeMap<(u64, &str), &str> = listed
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().expect("number, part and reason, with tabs between them");
            ((cell().parse().expect("a number"), cell()), cell())
        })
        .collect();
    let mut wrong = String::new();
    for case in cases.lines() {
        let case: Value = serde_json::from_str(case).expect("JSON");
        let id = case["id"].as_u64().expect("a number");
        let input = case["input"].as_str().expect("a text");
        let reading = read(Source::new("case", input), &mut NoIncludes);
        let (theirs, ours) = (theirs(&case), ours(&reading));
        for (part, theirs) in theirs {
            let ours = &ours[part];
            let reason = listed.remove(&(id, part));
            match (theirs == *ours, reason) {
                (false, None) => {
                    writeln!(wrong, "{id} {part}: OWM {theirs:?}, here {ours:?}").expect("a string takes it");
                }
                (true, Some(_)) => writeln!(wrong, "{id} {part}: listed, but the same").expect("a string takes it"),
                _ => {}
            }
        }
    }
    for (id, part) in listed.keys() {
        writeln!(wrong, "{id} {part}: listed, but no such case").expect("a string takes it");
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn theirs(case: &Value) -> Parts {
    let map = &case["unified"];
    let list = |name: &str| map[name].as_array().expect("a list").iter();
    let place = |value: &Value| format!("[{}, {}]", value["visibility"], value["maturity"]);
    let component = |value: &Value| {
        let decorators = &value["decorators"];
        let word = |name: &'static str| decorators[name].as_bool().unwrap_or(false).then_some(name);
        let mut words: Vec<&str> =
            ["build", "buy", "outsource", "market", "ecosystem"].into_iter().filter_map(word).collect();
        words.extend(value["inertia"].as_bool().unwrap_or(false).then_some("inertia"));
        format!("{} {} {} {}", text(&value["name"]), place(value), label(&value["label"]), words.join(" "))
    };
    let evolved = |value: &Value| {
        let (name, rename) = (text(&value["name"]), text(&value["override"]));
        format!("{name} -> {rename} {} {}", value["maturity"], label(&value["label"]))
    };
    let pipeline = |value: &Value| {
        let children = value["components"].as_array().expect("a list").iter();
        let children: Vec<String> = children
            .map(|child| format!("{} [{}] {}", text(&child["name"]), child["maturity"], label(&child["label"])))
            .collect();
        format!("{} {}-{} {{{}}}", text(&value["name"]), value["maturity1"], value["maturity2"], children.join("; "))
    };
    let stage = |value: &Value| match text(&value["line2"]) {
        "" => text(&value["line1"]).to_owned(),
        second => format!("{}\n{second}", text(&value["line1"])),
    };
    let annotation = |value: &Value| {
        let places: Vec<String> = value["occurances"].as_array().expect("a list").iter().map(place).collect();
        format!("{} {} {}", value["number"], places.join(" "), text(&value["text"]))
    };
    let attitude = |value: &Value| {
        let extent = match text(&value["width"]) {
            "" => format!("[{}, {}]", value["visibility2"], value["maturity2"]),
            width => format!("{width} {}", text(&value["height"])),
        };
        format!("{} {} {extent}", text(&value["attitude"]), place(value))
    };
    let links =
        case["links"].as_array().expect("a list").iter().flat_map(|group| group["links"].as_array().expect("a list"));
    let link = |value: &Value| {
        let end = |end: &Value| format!("{}{}", text(&end["name"]), if end["evolved"] == true { "'" } else { "" });
        let flow = if value["flow"] == true { " flows" } else { "" };
        let texts = format!("{} {}", text(&value["flowValue"]), text(&value["context"]));
        format!("{} -> {}{flow} {texts}", end(&value["from"]), end(&value["to"]))
    };
    let presentation = &map["presentation"];
    let size = &presentation["size"];
    Parts::from([
        ("title", vec![text(&map["title"]).to_owned()]),
        ("style", vec![text(&presentation["style"]).to_owned()]),
        ("size", vec![format!("{} {}", size["width"], size["height"])]),
        ("legend", vec![place(&presentation["annotations"])]),
        ("components", list("components").map(component).collect()),
        ("anchors", list("anchors").map(component).collect()),
        ("submaps", list("submaps").map(component).collect()),
        ("markets", list("markets").chain(list("ecosystems")).map(component).collect()),
        ("evolved", list("evolved").map(evolved).collect()),
        ("pipelines", list("pipelines").filter(|pipeline| pipeline["hidden"] != true).map(pipeline).collect()),
        ("evolution", list("evolution").map(stage).collect()),
        ("axes", vec![format!("{} {}", map["showEvolutionAxis"] == true, map["showValueChainAxis"] == true)]),
        ("links", links.map(link).collect()),
        ("annotations", list("annotations").map(annotation).collect()),
        ("notes", list("notes").map(|note| format!("{} {}", text(&note["text"]), place(note))).collect()),
        ("urls", list("urls").map(|url| format!("{} {}", text(&url["name"]), text(&url["url"]))).collect()),
        ("attitudes", list("attitudes").map(attitude).collect()),
        (
            "accelerators",
            list("accelerators")
                .map(|force| format!("{} {} {}", text(&force["name"]), place(force), force["deaccelerator"] == true))
                .collect(),
        ),
    ])
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// An offset that OWM did not choose itself.
fn label(value: &Value) -> String {
    let number = |name: &str| value[name].as_f64().unwrap_or(f64::NAN);
    offset(number("x"), number("y"))
}

fn offset(x: f64, y: f64) -> String {
    let usual = [(5.0, -10.0), (10.0, -20.0), (15.0, -30.0)];
    if usual.contains(&(x, y)) { String::new() } else { format!("({x}, {y})") }
}

fn ours(reading: &Reading) -> Parts {
    let map = &reading.map;
    let components = |kind: ComponentKind| {
        let inside: Vec<&Component> = map.components.iter().filter(|component| component.kind == kind).collect();
        inside.into_iter().filter(|component| component.pipeline.is_none()).map(component).collect::<Vec<String>>()
    };
    let statements = reading.files.iter().flat_map(|file| &file.lines).filter_map(|line| line.statement.as_ref());
    let urls = statements.filter_map(|statement| match statement {
        Statement::Url { id, address } => {
            Some(format!("{} {}", id.text, address.as_ref().map_or("", |address| &address.text)))
        }
        _ => None,
    });
    let size = |length: Option<f64>| length.unwrap_or(0.0);
    Parts::from([
        ("title", vec![map.title.as_ref().map_or("Untitled Map", |title| &title.text).to_owned()]),
        ("style", vec![style(map.style).to_owned()]),
        ("size", vec![format!("{} {}", size(map.size.width), size(map.size.height))]),
        ("legend", vec![map.legend.map_or_else(|| "[0.9, 0.1]".to_owned(), place)]),
        ("components", components(ComponentKind::Component)),
        ("anchors", components(ComponentKind::Anchor)),
        ("submaps", components(ComponentKind::Submap)),
        ("markets", Vec::new()),
        ("evolved", evolved(map)),
        ("pipelines", pipelines(map)),
        ("evolution", stages(&map.evolution)),
        ("axes", vec![format!("{} {}", map.evolution.shown, map.value_chain.shown)]),
        ("links", links(map)),
        ("annotations", annotations(map)),
        ("notes", map.notes.iter().map(|note| format!("{} {}", note.text, place(note.position))).collect()),
        ("urls", urls.collect()),
        ("attitudes", attitudes(map)),
        (
            "accelerators",
            map.forces
                .iter()
                .map(|force| format!("{} {} {}", force.name, place(force.position), force.against))
                .collect(),
        ),
    ])
}

fn component(component: &Component) -> String {
    let (place, words) = (place(component.position), words(component.properties));
    format!("{} {place} {} {words}", component.name, label_of(component.label))
}

fn words(properties: Properties) -> String {
    let method = properties.method.map(|method| match method {
        Method::Build => "build",
        Method::Buy => "buy",
        Method::Outsource => "outsource",
        other => panic!("OWM has no {other:?}"),
    });
    let others = [(properties.market, "market"), (properties.ecosystem, "ecosystem"), (properties.inertia, "inertia")];
    let others = others.into_iter().filter_map(|(said, word)| said.then_some(word));
    method.into_iter().chain(others).collect::<Vec<&str>>().join(" ")
}

fn label_of(label: Option<LabelOffset>) -> String {
    label.map(|label| offset(label.x, label.y)).unwrap_or_default()
}

fn visibility(at: Coordinate<Visibility>) -> String {
    at.given().map_or("?".to_owned(), |at| at.get().to_string())
}

fn evolution(at: Coordinate<Evolution>) -> String {
    at.given().map_or("?".to_owned(), |at| at.get().to_string())
}

fn place(position: Position) -> String {
    format!("[{}, {}]", visibility(position.visibility), evolution(position.evolution))
}

fn evolved(map: &Map) -> Vec<String> {
    let line = |movement: &wardley::map::Movement| {
        let (name, rename) = (&map.component(movement.component).name, movement.name.as_deref().unwrap_or_default());
        format!("{name} -> {rename} {} {}", evolution(movement.to), label_of(movement.label))
    };
    map.movements.iter().map(line).collect()
}

fn pipelines(map: &Map) -> Vec<String> {
    let line = |pipeline: &wardley::map::Pipeline| {
        let children: Vec<&Component> = pipeline.children.iter().map(|&child| map.component(child)).collect();
        let children = if pipeline.braces { children } else { Vec::new() };
        let ends = children.iter().filter_map(|child| child.position.evolution.given()).map(Evolution::get);
        let range = pipeline.range.map(|(low, high)| (low.get(), high.get()));
        let (low, high) = range.unwrap_or((ends.clone().fold(1.0, f64::min), ends.fold(0.0, f64::max)));
        let children: Vec<String> = children
            .iter()
            .map(|child| format!("{} [{}] {}", child.name, evolution(child.position.evolution), label_of(child.label)))
            .collect();
        format!("{} {low}-{high} {{{}}}", map.component(pipeline.parent).name, children.join("; "))
    };
    map.pipelines.iter().filter(|pipeline| pipeline.range.is_some() || pipeline.braces).map(line).collect()
}

fn stages(axis: &EvolutionAxis) -> Vec<String> {
    axis.stages.iter().map(|stage| stage.name.clone()).collect()
}

fn links(map: &Map) -> Vec<String> {
    let end = |end: End| format!("{}{}", map.component(end.component).name, if end.moved.is_some() { "'" } else { "" });
    let line = |link: &wardley::map::Link| {
        let flow = if link.flow.is_some() { " flows" } else { "" };
        let text =
            |text: &Option<wardley::map::LinkText>| text.as_ref().map_or(String::new(), |text| text.text.clone());
        format!("{} -> {}{flow} {} {}", end(link.from), end(link.to), text(&link.text), text(&link.context))
    };
    map.links.iter().map(line).collect()
}

fn annotations(map: &Map) -> Vec<String> {
    let line = |annotation: &wardley::map::Annotation| {
        let places: Vec<String> = annotation.positions.iter().map(|&position| place(position)).collect();
        format!("{} {} {}", annotation.number, places.join(" "), annotation.text)
    };
    map.annotations.iter().map(line).collect()
}

fn attitudes(map: &Map) -> Vec<String> {
    let line = |attitude: &wardley::map::Attitude| {
        let word = match attitude.kind {
            AttitudeKind::Pioneers => "pioneers",
            AttitudeKind::Settlers => "settlers",
            AttitudeKind::TownPlanners => "townplanners",
            other => panic!("OWM has no {other:?}"),
        };
        let extent = match attitude.extent {
            Extent::To(corner) => place(corner),
            Extent::Pixels(width, height) => format!("{width} {height}"),
        };
        format!("{word} {} {extent}", place(attitude.corner))
    };
    map.attitudes.iter().map(line).collect()
}

fn style(style: Option<Style>) -> &'static str {
    match style {
        None | Some(Style::Plain) => "plain",
        Some(Style::Wardley) => "wardley",
        Some(Style::Colour) => "colour",
        Some(Style::Handwritten) => "handwritten",
        Some(Style::Dark) => "dark",
        Some(other) => panic!("OWM has no {other:?}"),
    }
}
