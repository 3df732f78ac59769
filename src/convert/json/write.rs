//! A map as a [`Document`].

use super::document as to;
use super::document::Document;
use super::strategy::Strategy;
use crate::map::{
    Attitude, Component, ComponentId, Coordinate, End, Evolution, Extent, LabelOffset, Link, LinkText, Map, Movement,
    Pipeline, Position, Properties, Rgb, Title, Visibility,
};
use crate::source::{Sources, Span};

pub(super) fn document(map: &Map, sources: &Sources) -> Document {
    let with_texts = sources.iter().any(|source| !source.text().is_empty());
    let pen = Pen { map, sources: with_texts.then_some(sources) };
    Document {
        schema: Some(to::SCHEMA.to_owned()),
        version: to::VERSION,
        dialect: map.dialect,
        sources: pen.sources(),
        title: map.title.as_ref().map(|title| pen.title(title)),
        purpose: map.purpose.as_ref().map(|purpose| pen.title(purpose)),
        scope: map.scope.as_ref().map(|scope| pen.title(scope)),
        accessible_title: map.accessible_title.clone(),
        accessible_description: map.accessible_description.clone(),
        style: map.style,
        size: to::Size { width: map.size.width, height: map.size.height },
        evolution: Some(to::EvolutionAxis {
            shown: map.evolution.shown,
            stages: map
                .evolution
                .stages
                .iter()
                .map(|stage| to::Stage { name: stage.name.clone(), end: stage.end })
                .collect(),
        }),
        value_chain: Some(to::ValueChain {
            shown: map.value_chain.shown,
            levels: map.value_chain.levels.clone(),
            bands: map.value_chain.bands,
            caption: Some(map.value_chain.caption.clone()),
            top: Some(map.value_chain.top.clone()),
            bottom: Some(map.value_chain.bottom.clone()),
        }),
        components: map.components.iter().map(|component| pen.component(component)).collect(),
        links: map.links.iter().map(|link| pen.link(link)).collect(),
        pipelines: map.pipelines.iter().map(|pipeline| pen.pipeline(pipeline)).collect(),
        movements: map.movements.iter().map(|movement| pen.movement(movement)).collect(),
        notes: map
            .notes
            .iter()
            .map(|note| to::Note {
                text: note.text.clone(),
                position: position(note.position),
                near: pen.references(&note.near),
                span: pen.span(note.span),
            })
            .collect(),
        annotations: map
            .annotations
            .iter()
            .map(|annotation| to::Annotation {
                number: annotation.number.clone(),
                positions: annotation.positions.iter().copied().map(position).collect(),
                near: pen.references(&annotation.near),
                text: annotation.text.clone(),
                span: pen.span(annotation.span),
            })
            .collect(),
        legend: map.legend.map(position),
        attitudes: map.attitudes.iter().map(|attitude| pen.attitude(attitude)).collect(),
        forces: map
            .forces
            .iter()
            .map(|force| to::Force {
                name: force.name.clone(),
                against: force.against,
                position: position(force.position),
                span: pen.span(force.span),
            })
            .collect(),
        steps: pen.steps(),
        strategy: Strategy::of(&map.strategy, &pen),
        classes: map
            .classes
            .iter()
            .map(|class| to::Class { name: class.name.clone(), color: class.color.hex(), span: pen.span(class.span) })
            .collect(),
        areas: map
            .areas
            .iter()
            .map(|area| to::Area {
                name: area.name.clone(),
                members: pen.references(&area.members),
                class: area.class.map(|class| class.0),
                span: pen.span(area.span),
            })
            .collect(),
        key: map.key.as_ref().map(|key| to::Key { position: key.position.map(position), span: pen.span(key.span) }),
        layout: None,
    }
}

pub(super) struct Pen<'a> {
    map: &'a Map,
    /// Where the map was read from; not if it was read from no text.
    sources: Option<&'a Sources>,
}

impl Pen<'_> {
    fn sources(&self) -> Vec<to::Source> {
        let sources = self.sources.into_iter().flat_map(Sources::iter);
        sources.map(|source| to::Source { name: source.name().to_owned(), text: source.text().to_owned() }).collect()
    }

    pub(super) fn span(&self, span: Span) -> Option<to::Span> {
        let place = self.sources?.place(span);
        Some(to::Span {
            source: span.source.0,
            line: place.line,
            column: place.column,
            start: span.start,
            end: span.end,
            step: self.map.steps.of(span),
        })
    }

    /// The steps, each with the places from which on it lasts.
    fn steps(&self) -> Vec<to::Step> {
        let steps = &self.map.steps;
        let starts = |number: usize| {
            let starts = steps.starts.iter().filter(move |start| start.step as usize == number);
            starts.filter_map(|start| self.span(Span { source: start.source, start: start.offset, end: start.offset }))
        };
        let list = steps.list.iter().enumerate();
        list.map(|(at, step)| to::Step {
            name: step.name.clone(),
            span: self.span(step.span),
            starts: starts(at + 1).collect(),
        })
        .collect()
    }

    fn title(&self, title: &Title) -> to::Words {
        self.words(&title.text, title.span)
    }

    pub(super) fn words(&self, text: &str, span: Span) -> to::Words {
        to::Words { text: text.to_owned(), span: self.span(span) }
    }

    fn link_text(&self, text: &LinkText) -> to::Words {
        self.words(&text.text, text.span)
    }

    fn label(&self, label: LabelOffset) -> to::Label {
        to::Label { x: label.x, y: label.y, pinned: label.pinned, hides: label.hides, span: self.span(label.span) }
    }

    fn component(&self, component: &Component) -> to::Component {
        let position = position(component.position);
        to::Component {
            name: component.name.clone(),
            kind: component.kind,
            visibility: position.visibility,
            evolution: position.evolution,
            label: component.label.map(|label| self.label(label)),
            properties: properties(component.properties),
            class: component.class.map(|class| class.0),
            color: component.color.map(Rgb::hex),
            url: component.href.clone(),
            description: component.description.clone(),
            span: self.span(component.span),
            again: component.again.iter().filter_map(|span| self.span(**span)).collect(),
        }
    }

    pub(super) fn reference(&self, component: ComponentId) -> to::Reference {
        let name = Some(self.map.component(component).name.clone());
        to::Reference { component: Some(component.0), name, movement: None }
    }

    fn references(&self, components: &[ComponentId]) -> Vec<to::Reference> {
        components.iter().map(|&component| self.reference(component)).collect()
    }

    fn end(&self, end: End) -> to::Reference {
        to::Reference { movement: end.moved.map(|moved| moved.0), ..self.reference(end.component) }
    }

    fn link(&self, link: &Link) -> to::Link {
        to::Link {
            from: self.end(link.from),
            to: self.end(link.to),
            flow: link.flow,
            dashed: link.dashed,
            text: link.text.as_ref().map(|text| self.link_text(text)),
            context: link.context.as_ref().map(|context| self.link_text(context)),
            implied: link.implied,
            span: self.span(link.span),
        }
    }

    fn pipeline(&self, pipeline: &Pipeline) -> to::Pipeline {
        to::Pipeline {
            parent: self.reference(pipeline.parent),
            range: pipeline.range.map(|(low, high)| [low.get(), high.get()]),
            children: pipeline.children.iter().map(|&child| self.reference(child)).collect(),
            braces: pipeline.braces,
            span: self.span(pipeline.span),
        }
    }

    fn movement(&self, movement: &Movement) -> to::Movement {
        to::Movement {
            component: self.reference(movement.component),
            to: coordinate(movement.to, Evolution::get),
            name: movement.name.clone(),
            onto: movement.onto.map(|onto| self.reference(onto)),
            label: movement.label.map(|label| self.label(label)),
            properties: properties(movement.properties),
            span: self.span(movement.span),
        }
    }

    fn attitude(&self, attitude: &Attitude) -> to::Attitude {
        let (opposite, extent) = match attitude.extent {
            Extent::To(corner) => (Some(position(corner)), None),
            Extent::Pixels(width, height) => (None, Some([width, height])),
        };
        to::Attitude {
            kind: attitude.kind,
            corner: position(attitude.corner),
            opposite,
            extent,
            name: attitude.name.clone(),
            span: self.span(attitude.span),
        }
    }
}

fn position(position: Position) -> to::Position {
    to::Position {
        visibility: coordinate(position.visibility, Visibility::get),
        evolution: coordinate(position.evolution, Evolution::get),
    }
}

fn coordinate<T>(coordinate: Coordinate<T>, get: impl Fn(T) -> f64) -> Option<to::Coordinate> {
    match coordinate {
        Coordinate::Given(value) => Some(to::Coordinate::Given(get(value))),
        Coordinate::Within(low, high) => Some(to::Coordinate::Within([get(low), get(high)])),
        Coordinate::Unknown => None,
    }
}

fn properties(properties: Properties) -> to::Properties {
    to::Properties {
        method: properties.method,
        market: properties.market,
        ecosystem: properties.ecosystem,
        inertia: properties.inertia,
    }
}
