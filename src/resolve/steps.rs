//! The steps of a map's story: which lines belong to which.

use super::context::Context;
use super::include::Gathered;
use crate::map::{Step, StepStart, Steps};
use crate::syntax::ast::Statement;
use crate::vocabulary::Keyword;

impl Context<'_> {
    /// The steps. What a text includes belongs to the step in which it is included, and goes on from there.
    pub(super) fn steps(&mut self, gathered: &Gathered) -> Steps {
        let mut steps = Steps::default();
        for (source, lines) in gathered.runs() {
            let start = |offset, steps: &mut Steps| {
                let step = steps.list.len() as u32;
                steps.starts.push(StepStart { source, offset, step });
            };
            if let Some(first) = lines.first().filter(|_| !steps.list.is_empty()) {
                start(first.span.start, &mut steps);
            }
            for line in lines {
                if let Some(Statement::Words(Keyword::Step, name)) = &line.statement {
                    steps.list.push(Step { name: self.text(name), span: *name.span });
                    start(line.span.start, &mut steps);
                }
            }
        }
        steps.starts.sort_unstable();
        steps
    }
}
