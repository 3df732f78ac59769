//! The model: what a map says, every reference an id, every coordinate in range or absent. Knows no text but spans, no pixels.

mod annotation;
mod attitude;
mod axis;
mod component;
mod force;
mod group;
mod link;
mod movement;
mod note;
mod pipeline;
mod placeless;
mod position;
mod step;
mod strategy;

pub use annotation::Annotation;
pub use attitude::{Attitude, Extent};
pub use axis::{EvolutionAxis, Stage, ValueChainAxis};
pub use component::{Component, ComponentId, LabelOffset, Properties};
pub use force::Force;
pub use group::{Area, Class, ClassId, Key, Rgb};
pub use link::{End, Link, LinkText};
pub use movement::{Movement, MovementId};
pub use note::Note;
pub use pipeline::{Pipeline, PipelineId};
pub use position::{Coordinate, Evolution, Position, Visibility};
pub use step::{Step, StepStart, Steps};
pub use strategy::{Driven, Metric, Strategy, Stream, Value, Work};

use crate::source::Span;
use crate::vocabulary::Keyword;
pub use crate::vocabulary::{AttitudeKind, ComponentKind, Dialect, Flow, Method, Style};

/// One map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    /// Which language's defaults hold.
    pub dialect: Dialect,
    /// The title, if the map has one.
    pub title: Option<Title>,
    /// Why there is the map.
    pub purpose: Option<Title>,
    /// What the map is about, and what it is not about.
    pub scope: Option<Title>,
    /// A title for screen readers, where it differs from [`Map::title`] (`accTitle`).
    pub accessible_title: Option<String>,
    /// A description for screen readers, instead of the one written from the map (`accDescr`).
    pub accessible_description: Option<String>,
    /// The look the map asks for.
    pub style: Option<Style>,
    /// The size the map asks for, in pixels. OWM means the plot area, Mermaid the whole picture.
    pub size: Size,
    /// The horizontal axis.
    pub evolution: EvolutionAxis,
    /// The vertical axis.
    pub value_chain: ValueChainAxis,
    /// Components, anchors, submaps and the children of pipelines, in the order of the text.
    pub components: Vec<Component>,
    /// Links, in the order of the text.
    pub links: Vec<Link>,
    /// Pipelines, in the order of the text.
    pub pipelines: Vec<Pipeline>,
    /// Movements, in the order of the text.
    pub movements: Vec<Movement>,
    /// Notes, in the order of the text.
    pub notes: Vec<Note>,
    /// Annotations, in the order of the text.
    pub annotations: Vec<Annotation>,
    /// Where the legend of the annotations stands, if the map says so.
    pub legend: Option<Position>,
    /// Areas of an attitude, in the order of the text.
    pub attitudes: Vec<Attitude>,
    /// Accelerators and deaccelerators, in the order of the text.
    pub forces: Vec<Force>,
    /// Classes, in the order of the text.
    pub classes: Vec<Class>,
    /// Hulls around components, in the order of the text.
    pub areas: Vec<Area>,
    /// The key, if the map asks for one.
    pub key: Option<Key>,
    /// The steps in which the map is shown.
    pub steps: Steps,
    /// What the map is for: metrics, work, and streams of value.
    pub strategy: Strategy,
}

impl Map {
    /// What is said of the map as a whole, in words: the keyword, the words, and where they stand, as far as that is known.
    pub fn words(&self) -> impl Iterator<Item = (Keyword, &str, Span)> {
        let located = [(Keyword::Title, &self.title), (Keyword::Purpose, &self.purpose), (Keyword::Scope, &self.scope)];
        let others = [
            (Keyword::AccTitle, self.accessible_title.as_deref()),
            (Keyword::AccDescr, self.accessible_description.as_deref()),
            (Keyword::Style, self.style.map(Style::word)),
        ];
        let located = located.into_iter().filter_map(|(keyword, said)| {
            let said = said.as_ref()?;
            Some((keyword, said.text.as_str(), said.span))
        });
        let others = others.into_iter().filter_map(|(keyword, words)| Some((keyword, words?, Span::default())));
        located.chain(others)
    }

    /// The component with this id.
    pub fn component(&self, id: ComponentId) -> &Component {
        &self.components[id.0 as usize]
    }

    /// The class with this id.
    pub fn class(&self, id: ClassId) -> &Class {
        &self.classes[id.0 as usize]
    }

    /// The color that a component was given: its own, else that of its class.
    pub fn color(&self, component: &Component) -> Option<Rgb> {
        component.color.or_else(|| component.class.map(|class| self.class(class).color))
    }

    /// The movement with this id.
    pub fn movement(&self, id: MovementId) -> &Movement {
        &self.movements[id.0 as usize]
    }

    /// The pipeline with this id.
    pub fn pipeline(&self, id: PipelineId) -> &Pipeline {
        &self.pipelines[id.0 as usize]
    }

    /// All components with their ids.
    pub fn components(&self) -> impl Iterator<Item = (ComponentId, &Component)> {
        self.components.iter().enumerate().map(|(at, component)| (ComponentId(at as u32), component))
    }

    /// All movements with their ids.
    pub fn movements(&self) -> impl Iterator<Item = (MovementId, &Movement)> {
        self.movements.iter().enumerate().map(|(at, movement)| (MovementId(at as u32), movement))
    }

    /// All pipelines with their ids.
    pub fn pipelines(&self) -> impl Iterator<Item = (PipelineId, &Pipeline)> {
        self.pipelines.iter().enumerate().map(|(at, pipeline)| (PipelineId(at as u32), pipeline))
    }
}

/// The title of a map, or another text about it as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Title {
    /// The text, one line.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// `size [w, h]` in pixels; a part that is absent (or 0) is for the layout to choose.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Width, above 0.
    pub width: Option<f64>,
    /// Height, above 0.
    pub height: Option<f64>,
}
