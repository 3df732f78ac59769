//! What a map looks like in JSON. `schema.json` beside this file says the same for others; what is optional there has a default
//! here. Places in lists are numbers, counted from 0.

use super::strategy::Strategy;
use serde::{Deserialize, Serialize};

use crate::vocabulary::{AttitudeKind, ComponentKind, Dialect, Flow, Method, Style};

/// The version of the form. It grows when something changes its meaning or goes away.
pub(super) const VERSION: u32 = 1;

/// The name by which a document says what it is; the schema's `$id`.
pub(super) const SCHEMA: &str = "urn:wardley:map:1";

pub(super) fn usual<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn yes() -> bool {
    true
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Document {
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub(super) schema: Option<String>,
    pub(super) version: u32,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) dialect: Dialect,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) sources: Vec<Source>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<Words>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) purpose: Option<Words>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) scope: Option<Words>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) accessible_title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) accessible_description: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) style: Option<Style>,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) size: Size,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) evolution: Option<EvolutionAxis>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) value_chain: Option<ValueChain>,
    #[serde(default)]
    pub(super) components: Vec<Component>,
    #[serde(default)]
    pub(super) links: Vec<Link>,
    #[serde(default)]
    pub(super) pipelines: Vec<Pipeline>,
    #[serde(default)]
    pub(super) movements: Vec<Movement>,
    #[serde(default)]
    pub(super) notes: Vec<Note>,
    #[serde(default)]
    pub(super) annotations: Vec<Annotation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) legend: Option<Position>,
    #[serde(default)]
    pub(super) attitudes: Vec<Attitude>,
    #[serde(default)]
    pub(super) forces: Vec<Force>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) classes: Vec<Class>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) areas: Vec<Area>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) key: Option<Key>,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) steps: Vec<Step>,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) strategy: Strategy,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) layout: Option<serde_json::Value>,
}

#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    pub(super) name: String,
    pub(super) text: String,
}

#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Span {
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) source: u16,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) start: u32,
    pub(super) end: u32,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) step: u32,
}

#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
}

#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Size {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) width: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) height: Option<f64>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EvolutionAxis {
    #[serde(default = "yes")]
    pub(super) shown: bool,
    pub(super) stages: Vec<Stage>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stage {
    pub(super) name: String,
    pub(super) end: f64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ValueChain {
    #[serde(default = "yes")]
    pub(super) shown: bool,
    #[serde(default)]
    pub(super) levels: Vec<String>,
    #[serde(default)]
    pub(super) bands: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) caption: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) top: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) bottom: Option<String>,
}

/// A number, or from where to where. What is not known is left out.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Coordinate {
    Given(f64),
    Within([f64; 2]),
}

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Position {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) visibility: Option<Coordinate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) evolution: Option<Coordinate>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Component {
    pub(super) name: String,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) kind: ComponentKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) visibility: Option<Coordinate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) evolution: Option<Coordinate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) label: Option<Label>,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) properties: Properties,
    /// The class, by its place in the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) class: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) color: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) again: Vec<Span>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Label {
    pub(super) x: f64,
    pub(super) y: f64,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) pinned: bool,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) hides: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
}

#[derive(Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Properties {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) method: Option<Method>,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) market: bool,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) ecosystem: bool,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) inertia: bool,
}

/// A component, by its place in the list or by its name; the place counts where both stand.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reference {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) component: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    /// The moved state of it, by the movement's place in the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) movement: Option<u32>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Link {
    pub(super) from: Reference,
    pub(super) to: Reference,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) flow: Option<Flow>,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) dashed: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<Words>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) context: Option<Words>,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) implied: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pipeline {
    pub(super) parent: Reference,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) range: Option<[f64; 2]>,
    /// Those without a visibility of their own have the parent's.
    #[serde(default)]
    pub(super) children: Vec<Reference>,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) braces: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Movement {
    pub(super) component: Reference,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) to: Option<Coordinate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) onto: Option<Reference>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) label: Option<Label>,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) properties: Properties,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Note {
    pub(super) text: String,
    #[serde(default)]
    pub(super) position: Position,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) near: Vec<Reference>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Class {
    pub(super) name: String,
    pub(super) color: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Area {
    pub(super) name: String,
    #[serde(default)]
    pub(super) members: Vec<Reference>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) class: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Key {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) position: Option<Position>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
}

#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub(super) name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) starts: Vec<Span>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Annotation {
    pub(super) number: String,
    #[serde(default)]
    pub(super) positions: Vec<Position>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) near: Vec<Reference>,
    #[serde(default)]
    pub(super) text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Attitude {
    pub(super) kind: AttitudeKind,
    pub(super) corner: Position,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) opposite: Option<Position>,
    /// Width and height in pixels, instead of an opposite corner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) extent: Option<[f64; 2]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Force {
    pub(super) name: String,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) against: bool,
    #[serde(default)]
    pub(super) position: Position,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
}
