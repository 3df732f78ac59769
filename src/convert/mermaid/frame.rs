//! What a map has once: title, size, axes.

use super::Writer;
use crate::convert::loss::left_out;
use crate::convert::tree::{bracket, number};
use crate::map::{Dialect, EvolutionAxis, Style, ValueChainAxis};
use crate::source::{Span, Where};
use crate::syntax::ast::{AxisStatement, StageName, Statement};
use crate::syntax::{Role, written};
use crate::vocabulary::Keyword;

/// What Mermaid leaves free around the plot, in pixels on each side.
const PADDING: f64 = 48.0;

impl Writer<'_> {
    pub(super) fn frame(&mut self) {
        for (keyword, words, span) in self.map.words() {
            match keyword {
                Keyword::Title | Keyword::AccTitle | Keyword::AccDescr => self.words(keyword, words, span),
                Keyword::Style if self.map.style == Some(Style::Plain) => {}
                Keyword::Style => self.out.lose(span, "the style is left out; Mermaid's theme decides"),
                unknown => self.out.lose(span, left_out(unknown)),
            }
        }
        self.size();
        self.evolution();
        self.value_chain();
    }

    /// A line of words that reaches to its end. `%%` would end it.
    fn words(&mut self, keyword: Keyword, words: &str, span: Span) {
        let line = words.replace(['\n', '\r'], " ").replace("%%", "% %");
        if line != words {
            self.out.lose(span, format!("{}: it is written as {line}", keyword.word()));
        }
        self.out.words(keyword, &line);
    }

    /// Mermaid means the whole picture, OWM the plot.
    fn size(&mut self) {
        let size = self.map.size;
        let around = if self.map.dialect == Dialect::Owm { 2.0 * PADDING } else { 0.0 };
        match (size.width, size.height) {
            (Some(width), Some(height)) => {
                let lengths = [width, height].map(|length| number((length + around).round().max(1.0)));
                self.out.add(Statement::Size(bracket(lengths)));
            }
            (None, None) => {}
            _ => self.out.lose(Span::default(), "the size is left out, for it has one part only"),
        }
    }

    /// Boundaries are written always: Mermaid's own are not where the components of a map from OWM expect them.
    fn evolution(&mut self) {
        let axis = &self.map.evolution;
        if !axis.shown {
            self.out.lose(Span::default(), "the evolution axis is shown, for Mermaid cannot hide it");
        }
        if *axis == EvolutionAxis::of(Dialect::Mermaid) {
            return;
        }
        let stages = axis.stages.iter().map(|stage| StageName {
            name: written(&stage.name, Role::Stage, Dialect::Mermaid),
            end: Some(number(stage.end)),
        });
        let names = stages.collect();
        self.out.add(Statement::Evolution(AxisStatement { span: Where::default(), hide: false, names }));
    }

    fn value_chain(&mut self) {
        let usual = ValueChainAxis::default();
        let axis = &self.map.value_chain;
        if axis.shown != usual.shown {
            self.out.lose(Span::default(), "the value chain's axis is shown, for Mermaid cannot hide it");
        }
        if axis.bands || !axis.levels.is_empty() {
            self.out.lose(Span::default(), "the levels of the value chain are left out");
        }
        if axis.caption != usual.caption || axis.top != usual.top || axis.bottom != usual.bottom {
            self.out.lose(Span::default(), "the words on the value chain's axis are left out");
        }
    }
}
