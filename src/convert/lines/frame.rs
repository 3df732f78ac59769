//! What a map has once: title, look, size, axes.

use super::Writer;
use crate::convert::loss::left_out;
use crate::convert::tree::{bare, bracket, number, part};
use crate::map::{Dialect, EvolutionAxis, Stage, ValueChainAxis};
use crate::source::{Span, Where};
use crate::syntax::ast::{AxisStatement, StageName, Statement, Text, Value};
use crate::syntax::{Role, written};
use crate::vocabulary::Keyword;

/// What Mermaid leaves free around the plot, in pixels on each side.
const PADDING: f64 = 48.0;

impl Writer<'_> {
    pub(super) fn frame(&mut self) {
        let map = self.map;
        for (keyword, words, span) in map.words() {
            match keyword {
                Keyword::AccTitle | Keyword::AccDescr if self.owm() => {
                    self.out.lose(span, "the words for screen readers are left out");
                }
                Keyword::Title | Keyword::Style => self.out.words(keyword, words),
                unknown if self.owm() => self.out.lose(span, left_out(unknown)),
                _ => self.out.words(keyword, words),
            }
        }
        self.size();
        self.evolution_axis();
        self.value_chain();
    }

    /// The size of the plot; Mermaid means the whole picture.
    fn size(&mut self) {
        let around = if self.map.dialect == Dialect::Mermaid { 2.0 * PADDING } else { 0.0 };
        let length = |length: Option<f64>| length.map(|length| number((length - around).max(1.0)));
        let (width, height) = (length(self.map.size.width), length(self.map.size.height));
        let open = || if self.owm() { number(0.0) } else { part(Value::Open) };
        let size = match (width, height) {
            (None, None) => return,
            (Some(width), None) => bracket([width]),
            (width, Some(height)) => bracket([width.unwrap_or_else(open), height]),
        };
        self.out.add(Statement::Size(size));
    }

    fn evolution_axis(&mut self) {
        let axis = &self.map.evolution;
        let usual = EvolutionAxis::of(Dialect::Owm).stages;
        let ends = |stages: &[Stage]| stages.iter().map(|stage| stage.end).collect::<Vec<_>>();
        let usual_ends = ends(&axis.stages) == ends(&usual);
        if axis.stages.len() != usual.len() && self.owm() {
            self.out.lose(Span::default(), "the stages are left out, for OWM has four");
        } else if axis.stages != usual {
            if self.owm() && !usual_ends {
                self.out.lose(Span::default(), "the stages end elsewhere, for OWM has them end at 0.175, 0.4 and 0.7");
            }
            let last = axis.stages.len() - 1;
            let stages = axis.stages.iter().enumerate().map(|(index, stage)| StageName {
                name: self.stage(&stage.name),
                end: (!self.owm() && !usual_ends && index < last).then(|| number(stage.end)),
            });
            let names = stages.collect();
            self.out.add(Statement::Evolution(named(names)));
        }
        if !axis.shown {
            self.out.add(Statement::Evolution(hidden()));
        }
    }

    fn value_chain(&mut self) {
        let axis = &self.map.value_chain;
        let usual = ValueChainAxis::default();
        if !axis.levels.is_empty() {
            if self.owm() {
                self.out.lose(Span::default(), "the levels of the value chain are left out");
            } else {
                let levels = axis.levels.iter().map(|level| self.level(level)).collect();
                self.out.add(Statement::ValueChain(named(levels)));
            }
        }
        if axis.caption != usual.caption || axis.top != usual.top || axis.bottom != usual.bottom {
            if self.owm() {
                self.out.lose(Span::default(), "the words on the value chain's axis are left out");
            } else {
                let names = [&axis.caption, &axis.bottom, &axis.top].map(|words| self.level(words)).into();
                self.out.add(Statement::YAxis(named(names)));
            }
        }
        if !axis.shown {
            self.out.add(Statement::ValueChain(hidden()));
        }
    }

    fn stage(&self, name: &str) -> Text {
        if self.owm() { bare(name) } else { written(name, Role::Stage, Dialect::Owm) }
    }

    fn level(&self, name: &str) -> StageName {
        StageName { name: self.stage(name), end: None }
    }
}

fn named(names: Vec<StageName>) -> AxisStatement {
    AxisStatement { span: Where::default(), hide: false, names }
}

fn hidden() -> AxisStatement {
    AxisStatement { span: Where::default(), hide: true, names: Vec::new() }
}
