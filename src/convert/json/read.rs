//! A [`Document`] as a map. Whatever could not be on a map is refused, with the place where it stands.

use std::collections::HashMap;
use std::fmt;

use super::FromJson;
use super::document as from;
use super::document::Document;
use crate::map::{
    Annotation, Area, Attitude, Class, ClassId, Component, ComponentId, Coordinate, End, Evolution, EvolutionAxis,
    Extent, Force, Key, LabelOffset, Link, LinkText, Map, Movement, MovementId, Note, Pipeline, PipelineId, Position,
    Properties, Rgb, Size, Stage, Step, StepStart, Steps, Title, ValueChainAxis, Visibility,
};
use crate::resolve::{fit_for_xml, safe_address};
use crate::source::{Source, SourceId, Sources, Span};

/// Why no map could be read from a JSON text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError(String);

impl fmt::Display for JsonError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for JsonError {}

impl From<serde_json::Error> for JsonError {
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

/// The largest width, height and extent, in pixels.
const LARGEST: f64 = 100_000.0;

pub(super) type Read<T> = Result<T, JsonError>;

pub(super) fn map(document: Document) -> Read<FromJson> {
    if document.version != from::VERSION {
        return Err(JsonError(format!("version {} is not known; {} is", document.version, from::VERSION)));
    }
    let mut sources = Sources::default();
    for source in document.sources {
        sources.add(Source::new(source.name, source.text));
    }
    let components = list("components", &document.components, |component| {
        component_from(component, document.classes.len(), &sources)
    })?;
    let mut reader = Reader { sources: &sources, names: HashMap::new(), components, movements: Vec::new() };
    reader.learn_names();
    let pipelines = reader.pipelines(&document.pipelines)?;
    reader.movements = list("movements", &document.movements, |movement| reader.movement(movement))?;
    let links = list("links", &document.links, |link| reader.link(link))?;
    let classes = list("classes", &document.classes, |class| class_from(class, &sources))?;
    let dialect = document.dialect;
    let evolution = match document.evolution {
        Some(axis) => axis_from(axis)?,
        None => EvolutionAxis::of(dialect),
    };
    let strategy = document.strategy.read(&reader)?;
    let map = Map {
        dialect,
        title: document.title.map(|words| title(&words, &sources)),
        purpose: document.purpose.map(|words| title(&words, &sources)),
        scope: document.scope.map(|words| title(&words, &sources)),
        accessible_title: document.accessible_title.as_deref().map(fit_for_xml),
        accessible_description: document.accessible_description.as_deref().map(fit_for_xml),
        style: document.style,
        size: Size { width: length("size", document.size.width)?, height: length("size", document.size.height)? },
        evolution,
        value_chain: document.value_chain.map(value_chain).unwrap_or_default(),
        links,
        pipelines,
        notes: list("notes", &document.notes, |note| {
            let (position, span) = (position(&note.position)?, span(note.span, &sources));
            let near = reader.components(&note.near)?;
            Ok(Note { text: fit_for_xml(&note.text), position, near, span })
        })?,
        annotations: list("annotations", &document.annotations, |annotation| {
            Ok(Annotation {
                number: fit_for_xml(&annotation.number),
                positions: annotation.positions.iter().map(position).collect::<Read<_>>()?,
                near: reader.components(&annotation.near)?,
                text: fit_for_xml(&annotation.text),
                span: span(annotation.span, &sources),
            })
        })?,
        legend: document.legend.as_ref().map(position).transpose()?,
        attitudes: list("attitudes", &document.attitudes, |attitude| attitude_from(attitude, &sources))?,
        forces: list("forces", &document.forces, |force| {
            let (position, span) = (position(&force.position)?, span(force.span, &sources));
            Ok(Force { name: fit_for_xml(&force.name), against: force.against, position, span })
        })?,
        areas: list("areas", &document.areas, |area| reader.area(area, classes.len()))?,
        classes,
        key: document.key.as_ref().map(|key| key_from(key, &sources)).transpose()?,
        movements: reader.movements,
        components: reader.components,
        steps: steps(&document.steps, &sources),
        strategy,
    };
    Ok(FromJson { map, sources })
}

/// The steps. Without the texts that they stand in, nothing belongs to them.
fn steps(steps: &[from::Step], sources: &Sources) -> Steps {
    let mut read = Steps::default();
    for step in steps {
        read.list.push(Step { name: fit_for_xml(&step.name), span: span(step.span, sources) });
        let number = read.list.len() as u32;
        let starts =
            step.starts.iter().filter(|_| sources.iter().next().is_some()).map(|&start| span(Some(start), sources));
        read.starts.extend(starts.map(|at| StepStart { source: at.source, offset: at.start, step: number }));
    }
    read.starts.sort_unstable();
    read
}

/// The things of a list; a mistake in one is reported with its place.
pub(super) fn list<T, U>(name: &str, things: &[T], mut read: impl FnMut(&T) -> Read<U>) -> Read<Vec<U>> {
    let each = things.iter().enumerate();
    each.map(|(at, thing)| read(thing).map_err(|error| JsonError(format!("{name}[{at}]: {error}")))).collect()
}

pub(super) fn wrong<T>(why: impl Into<String>) -> Read<T> {
    Err(JsonError(why.into()))
}

pub(super) struct Reader<'a> {
    pub(super) sources: &'a Sources,
    /// The first component of each name.
    names: HashMap<String, ComponentId>,
    components: Vec<Component>,
    movements: Vec<Movement>,
}

impl Reader<'_> {
    fn learn_names(&mut self) {
        for (at, component) in self.components.iter().enumerate() {
            self.names.entry(component.name.clone()).or_insert(ComponentId(at as u32));
        }
    }

    pub(super) fn component(&self, reference: &from::Reference) -> Read<ComponentId> {
        match (reference.component, &reference.name) {
            (Some(at), _) if (at as usize) < self.components.len() => Ok(ComponentId(at)),
            (Some(at), _) => wrong(format!("there is no component {at}")),
            (None, Some(name)) => match self.names.get(&fit_for_xml(name)) {
                Some(&id) => Ok(id),
                None => wrong(format!("there is no component named {name:?}")),
            },
            (None, None) => wrong("neither `component` nor `name` says which component"),
        }
    }

    fn components(&self, references: &[from::Reference]) -> Read<Vec<ComponentId>> {
        references.iter().map(|reference| self.component(reference)).collect()
    }

    fn area(&self, area: &from::Area, classes: usize) -> Read<Area> {
        let (members, class) = (self.components(&area.members)?, class_id(area.class, classes)?);
        Ok(Area { name: fit_for_xml(&area.name), members, class, span: span(area.span, self.sources) })
    }

    /// A child of a pipeline's braces has no visibility of its own, one in a range has.
    fn pipelines(&mut self, pipelines: &[from::Pipeline]) -> Read<Vec<Pipeline>> {
        let mut taken = vec![false; self.components.len()];
        let mut read = Vec::with_capacity(pipelines.len());
        for (at, pipeline) in pipelines.iter().enumerate() {
            let one =
                self.pipeline(pipeline, &mut taken).map_err(|error| JsonError(format!("pipelines[{at}]: {error}")))?;
            for &child in &one.children {
                let child = &mut self.components[child.0 as usize];
                if one.braces && child.position.visibility.is_unknown() {
                    child.pipeline = Some(PipelineId(at as u32));
                }
            }
            read.push(one);
        }
        match read.iter().position(|pipeline| self.components[pipeline.parent.0 as usize].pipeline.is_some()) {
            Some(at) => wrong(format!("pipelines[{at}]: its parent stands in a pipeline's braces itself")),
            None => Ok(read),
        }
    }

    fn pipeline(&self, pipeline: &from::Pipeline, taken: &mut [bool]) -> Read<Pipeline> {
        let parent = self.component(&pipeline.parent)?;
        let children = list("children", &pipeline.children, |child| {
            let child = self.component(child)?;
            let taken = std::mem::replace(&mut taken[child.0 as usize], true);
            if taken || child == parent { wrong("it is in a pipeline already, or is its parent") } else { Ok(child) }
        })?;
        let range = match pipeline.range {
            None => None,
            Some([low, high]) if low <= high => Some((Evolution::new(unit(low)?), Evolution::new(unit(high)?))),
            Some(_) => return wrong("the range is the wrong way round"),
        };
        Ok(Pipeline { parent, range, children, braces: pipeline.braces, span: span(pipeline.span, self.sources) })
    }

    fn movement(&self, movement: &from::Movement) -> Read<Movement> {
        Ok(Movement {
            component: self.component(&movement.component)?,
            to: coordinate(movement.to, Evolution::new)?,
            name: movement.name.as_deref().map(fit_for_xml),
            onto: movement.onto.as_ref().map(|onto| self.component(onto)).transpose()?,
            label: movement.label.as_ref().map(|label| label_from(label, self.sources)),
            properties: properties(movement.properties),
            span: span(movement.span, self.sources),
        })
    }

    fn end(&self, reference: &from::Reference) -> Read<End> {
        let component = self.component(reference)?;
        let moved = match reference.movement {
            None => None,
            Some(at) if self.movements.get(at as usize).is_some_and(|movement| movement.component == component) => {
                Some(MovementId(at))
            }
            Some(at) => return wrong(format!("movement {at} is none of this component")),
        };
        Ok(End { component, moved })
    }

    fn link(&self, link: &from::Link) -> Read<Link> {
        let (from, to) = (self.end(&link.from)?, self.end(&link.to)?);
        if from == to {
            return wrong("both ends are the same");
        }
        let text =
            |words: &from::Words| LinkText { text: fit_for_xml(&words.text), span: span(words.span, self.sources) };
        Ok(Link {
            from,
            to,
            flow: link.flow,
            dashed: link.dashed,
            text: link.text.as_ref().map(text),
            context: link.context.as_ref().map(text),
            implied: link.implied,
            span: span(link.span, self.sources),
        })
    }
}

fn color(written: &str) -> Read<Rgb> {
    Rgb::parse(written).ok_or_else(|| JsonError(format!("{written:?} is no color such as \"#0b7a55\"")))
}

fn class_id(class: Option<u32>, count: usize) -> Read<Option<ClassId>> {
    match class {
        Some(at) if at as usize >= count => wrong(format!("there is no class {at}")),
        class => Ok(class.map(ClassId)),
    }
}

fn class_from(class: &from::Class, sources: &Sources) -> Read<Class> {
    Ok(Class { name: fit_for_xml(&class.name), color: color(&class.color)?, span: span(class.span, sources) })
}

fn key_from(key: &from::Key, sources: &Sources) -> Read<Key> {
    Ok(Key { position: key.position.as_ref().map(position).transpose()?, span: span(key.span, sources) })
}

fn component_from(component: &from::Component, classes: usize, sources: &Sources) -> Read<Component> {
    let href = match &component.url {
        Some(url) if safe_address(url).is_none() => return wrong(format!("the address {url:?} is not safe to open")),
        Some(url) => safe_address(url).map(fit_for_xml),
        None => None,
    };
    Ok(Component {
        kind: component.kind,
        name: fit_for_xml(&component.name),
        span: span(component.span, sources),
        again: component.again.iter().map(|&again| span(Some(again), sources).into()).collect(),
        position: Position {
            visibility: coordinate(component.visibility, Visibility::new)?,
            evolution: coordinate(component.evolution, Evolution::new)?,
        },
        label: component.label.as_ref().map(|label| label_from(label, sources)),
        properties: properties(component.properties),
        class: class_id(component.class, classes)?,
        color: component.color.as_deref().map(color).transpose()?,
        pipeline: None,
        href,
        description: component.description.as_deref().map(fit_for_xml),
    })
}

fn title(words: &from::Words, sources: &Sources) -> Title {
    Title { text: fit_for_xml(&words.text), span: span(words.span, sources) }
}

fn label_from(label: &from::Label, sources: &Sources) -> LabelOffset {
    LabelOffset { x: label.x, y: label.y, pinned: label.pinned, hides: label.hides, span: span(label.span, sources) }
}

fn attitude_from(attitude: &from::Attitude, sources: &Sources) -> Read<Attitude> {
    let extent = match (&attitude.opposite, attitude.extent) {
        (Some(opposite), None) => Extent::To(position(opposite)?),
        (None, Some([width, height])) => {
            let lengths = (length("extent", Some(width))?, length("extent", Some(height))?);
            let (Some(width), Some(height)) = lengths else { return wrong("an extent needs both lengths") };
            Extent::Pixels(width, height)
        }
        _ => return wrong("either `opposite` or `extent` says how far it reaches"),
    };
    Ok(Attitude {
        kind: attitude.kind,
        corner: position(&attitude.corner)?,
        extent,
        name: attitude.name.as_deref().map(fit_for_xml),
        span: span(attitude.span, sources),
    })
}

fn axis_from(axis: from::EvolutionAxis) -> Read<EvolutionAxis> {
    let ends: Vec<f64> = axis.stages.iter().map(|stage| stage.end).collect();
    let rising = ends.windows(2).all(|pair| pair[0] <= pair[1]) && ends.first().is_some_and(|first| *first >= 0.0);
    if ends.len() < 2 || !rising || ends.last() != Some(&1.0) {
        return wrong(
            "evolution: there are at least two stages, their ends rise from 0 to 1, and the last one ends at 1",
        );
    }
    let stages =
        axis.stages.into_iter().map(|stage| Stage { name: fit_for_xml(&stage.name), end: stage.end }).collect();
    Ok(EvolutionAxis { shown: axis.shown, stages })
}

fn value_chain(axis: from::ValueChain) -> ValueChainAxis {
    let usual = ValueChainAxis::default();
    let or = |words: Option<String>, usual: String| words.as_deref().map_or(usual, fit_for_xml);
    ValueChainAxis {
        shown: axis.shown,
        levels: axis.levels.iter().map(|level| fit_for_xml(level)).collect(),
        bands: axis.bands,
        caption: or(axis.caption, usual.caption),
        top: or(axis.top, usual.top),
        bottom: or(axis.bottom, usual.bottom),
    }
}

fn properties(properties: from::Properties) -> Properties {
    Properties {
        method: properties.method,
        market: properties.market,
        ecosystem: properties.ecosystem,
        inertia: properties.inertia,
    }
}

fn position(position: &from::Position) -> Read<Position> {
    Ok(Position {
        visibility: coordinate(position.visibility, Visibility::new)?,
        evolution: coordinate(position.evolution, Evolution::new)?,
    })
}

fn coordinate<T>(coordinate: Option<from::Coordinate>, new: impl Fn(f64) -> T) -> Read<Coordinate<T>> {
    Ok(match coordinate {
        Some(from::Coordinate::Given(value)) => Coordinate::Given(new(unit(value)?)),
        Some(from::Coordinate::Within([low, high])) if low <= high => {
            Coordinate::Within(new(unit(low)?), new(unit(high)?))
        }
        Some(from::Coordinate::Within(_)) => return wrong("a coordinate reaches from the lower number to the higher"),
        None => Coordinate::Unknown,
    })
}

fn unit(value: f64) -> Read<f64> {
    if (0.0..=1.0).contains(&value) { Ok(value) } else { wrong(format!("{value} is not between 0 and 1")) }
}

fn length(name: &str, value: Option<f64>) -> Read<Option<f64>> {
    match value {
        Some(value) if !(value > 0.0 && value <= LARGEST) => {
            wrong(format!("{name}: {value} is not above 0 and at most {LARGEST}"))
        }
        other => Ok(other),
    }
}

/// The span, if the texts have it.
pub(super) fn span(span: Option<from::Span>, sources: &Sources) -> Span {
    let Some(span) = span else { return Span::default() };
    let Some(source) = sources.iter().nth(usize::from(span.source)) else { return Span::default() };
    let (start, end) = (span.start as usize, span.end as usize);
    let there = source.text().get(start..end).is_some();
    if there { Span::new(SourceId(span.source), start, end) } else { Span::default() }
}
