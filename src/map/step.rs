//! [`Steps`]: the story of a map, in order.

use crate::source::{SourceId, Span};

/// The steps in which a map is shown. What stands above the first belongs to all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// The steps, in order.
    pub list: Vec<Step>,
    /// From which place of which text on which step lasts, in the order of texts and places.
    pub starts: Vec<StepStart>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its name, one line; may be empty.
    pub name: String,
    /// Where it is written.
    pub span: Span,
}

/// A place from which on a step lasts, until the next such place of the same text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StepStart {
    /// The text.
    pub source: SourceId,
    /// The first byte.
    pub offset: u32,
    /// The step's number, from 1; 0 for what belongs to all.
    pub step: u32,
}

impl Steps {
    /// The number of the step in which something is written, from 1; 0 for what belongs to all.
    pub fn of(&self, span: Span) -> u32 {
        let before = self.starts.partition_point(|start| (start.source, start.offset) <= (span.source, span.start));
        let last = before.checked_sub(1).map(|at| self.starts[at]).filter(|start| start.source == span.source);
        last.map_or(0, |start| start.step)
    }

    /// The number of the step with this number or name; names regardless of letter case.
    pub fn find(&self, text: &str) -> Option<u32> {
        let number = text.parse().ok().filter(|number| (1..=self.list.len()).contains(number));
        let named = || self.list.iter().position(|step| step.name.to_lowercase() == text.to_lowercase());
        number.or_else(|| Some(named()? + 1)).map(|number| number as u32)
    }
}
