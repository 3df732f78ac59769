//! The two axes: [`EvolutionAxis`], [`ValueChainAxis`].

use super::Dialect;

/// The horizontal axis.
#[derive(Clone, Debug, PartialEq)]
pub struct EvolutionAxis {
    /// Whether axis, names and dividers are drawn.
    pub shown: bool,
    /// The stages from left to right, at least two.
    pub stages: Vec<Stage>,
}

/// One stage of evolution.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Its name as drawn; `\n` breaks lines; may be empty.
    pub name: String,
    /// Where it ends, 0..=1; the last one ends at 1. It starts where the one before ends.
    pub end: f64,
}

impl EvolutionAxis {
    /// The axis a map has that says nothing of it. OWM's boundaries are those of its renderer (3.5, 8 and 14 twentieths);
    /// Mermaid's stages are equally wide.
    pub fn of(dialect: Dialect) -> Self {
        let ends = match dialect {
            Dialect::Owm => [0.175, 0.4, 0.7, 1.0],
            Dialect::Mermaid => [0.25, 0.5, 0.75, 1.0],
        };
        let names = ["Genesis", "Custom-Built", "Product\n(+rental)", "Commodity\n(+utility)"];
        let stages = names.into_iter().zip(ends).map(|(name, end)| Stage { name: name.to_owned(), end }).collect();
        Self { shown: true, stages }
    }

    /// Where stage `index` starts and ends.
    pub fn bounds(&self, index: usize) -> (f64, f64) {
        let start = index.checked_sub(1).map_or(0.0, |before| self.stages[before].end);
        (start, self.stages[index].end)
    }
}

impl Default for EvolutionAxis {
    fn default() -> Self {
        Self::of(Dialect::Owm)
    }
}

/// The vertical axis.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueChainAxis {
    /// Whether it is drawn.
    pub shown: bool,
    /// Names of levels from the top, in equal bands; empty where the map names none.
    pub levels: Vec<String>,
    /// Whether the bands are drawn: the map names its levels, or uses a level word in a position.
    pub bands: bool,
    /// The caption along the axis.
    pub caption: String,
    /// What stands at the upper end.
    pub top: String,
    /// What stands at the lower end.
    pub bottom: String,
}

impl Default for ValueChainAxis {
    fn default() -> Self {
        Self {
            shown: true,
            levels: Vec::new(),
            bands: false,
            caption: "Value Chain".to_owned(),
            top: "Visible".to_owned(),
            bottom: "Invisible".to_owned(),
        }
    }
}
