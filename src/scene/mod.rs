//! The drawing: shapes at fixed places, back to front, paint resolved, each item with its role and its span.
//! A renderer adds nothing to it.

mod ground;
mod repaint;
mod shape;

pub use ground::Ground;
pub use shape::{Anchor, Fill, Ink, PathPart, Shape, Stroke, Text, Weight};

use crate::source::Span;
use crate::theme::Palette;

/// One drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in units. All places and lengths in a scene are in the same units.
    pub width: f64,
    /// Height in units.
    pub height: f64,
    /// As how many pixels a unit is shown; 1 where nobody asked for larger or smaller letters.
    pub zoom: f64,
    /// The accessible title.
    pub title: String,
    /// The accessible description, written from the map.
    pub description: String,
    /// What is drawn, back to front.
    pub items: Vec<Item>,
    /// The colors to use instead where the reader prefers dark (`--theme auto`); by the slot in every [`Ink`].
    pub dark: Option<Palette>,
}

impl Default for Scene {
    fn default() -> Self {
        Self {
            width: 0.0,
            height: 0.0,
            zoom: 1.0,
            title: String::new(),
            description: String::new(),
            items: Vec::new(),
            dark: None,
        }
    }
}

/// Shapes that belong together: one component, one link, one axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// What it is; the SVG's class.
    pub role: Role,
    /// Its name in the map; empty for axes and the like, which then carry no name.
    pub name: String,
    /// For links and movements: from which name to which.
    pub ends: Option<(String, String)>,
    /// What stands in the tooltip.
    pub tooltip: Option<String>,
    /// The address behind it.
    pub href: Option<String>,
    /// The line that made it.
    pub span: Option<Span>,
    /// The step of the map's story in which it appears, from 1; 0 for what is there from the start.
    pub step: u32,
    /// What is drawn, back to front.
    pub shapes: Vec<Shape>,
}

/// What an [`Item`] is. The words are the model's; the SVG writes them as classes `wm-…`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the model's word")]
#[non_exhaustive]
pub enum Role {
    #[default]
    Background,
    Title,
    Axis,
    Stage,
    Level,
    Attitude,
    Link,
    Movement,
    Inertia,
    Pipeline,
    Component,
    Anchor,
    Submap,
    Note,
    Annotation,
    Legend,
    Force,
    /// From where a thing was to where it is, between two versions.
    Ghost,
    /// What the signs of a difference mean.
    Key,
    /// A band along a path of the map, and what is said of it.
    Stream,
    /// A metric, where it is measured and in the panel.
    Metric,
    /// Work, and what it drives.
    Work,
    /// What the panel below the map holds else.
    Panel,
    /// Which step of the map's story is shown.
    Step,
    Debug,
}

impl Role {
    /// The word for it, lower case.
    pub fn word(self) -> &'static str {
        match self {
            Self::Background => "background",
            Self::Title => "title",
            Self::Axis => "axis",
            Self::Stage => "stage",
            Self::Level => "level",
            Self::Attitude => "attitude",
            Self::Link => "link",
            Self::Movement => "movement",
            Self::Inertia => "inertia",
            Self::Pipeline => "pipeline",
            Self::Component => "component",
            Self::Anchor => "anchor",
            Self::Submap => "submap",
            Self::Note => "note",
            Self::Annotation => "annotation",
            Self::Legend => "legend",
            Self::Force => "force",
            Self::Ghost => "ghost",
            Self::Key => "key",
            Self::Stream => "stream",
            Self::Metric => "metric",
            Self::Work => "work",
            Self::Panel => "panel",
            Self::Step => "step",
            Self::Debug => "debug",
        }
    }
}
