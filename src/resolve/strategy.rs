//! What the map is for: metrics, work and streams, and what they refer to.

use std::collections::HashMap;

use super::context::Context;
use super::references::References;
use crate::map::{ComponentId, Driven, Map, Metric, Stream, Value, Work};
use crate::problem::{Problem, Role};
use crate::syntax::ast::{
    MetricStatement, MetricWord, Part, Statement, StreamStatement, Text, Value as Written, WorkStatement,
};
use crate::syntax::loose;
use crate::vocabulary::Keyword;

impl Context<'_> {
    /// Metrics and streams first, for work names them wherever it stands.
    pub(super) fn strategy<'a>(
        &mut self,
        statements: &[&'a Statement],
        references: &mut References<'a>,
        map: &mut Map,
    ) {
        for &statement in statements {
            match statement {
                Statement::Metric(said) => self.metric(said, references, map),
                Statement::Words(Keyword::Value, text) => {
                    let text = Value { text: self.text(text), span: *text.span };
                    map.strategy.values.push(text);
                }
                Statement::Stream(said) => self.stream(said, references, map),
                _ => {}
            }
        }
        let mut driven: HashMap<String, Driven> = HashMap::new();
        for (at, stream) in map.strategy.streams.iter().enumerate().rev() {
            driven.insert(loose(&stream.name), Driven::Stream(at));
        }
        for (at, input) in map.strategy.inputs.iter().enumerate().rev() {
            driven.insert(loose(&input.name), Driven::Input(at));
        }
        for &statement in statements {
            if let Statement::Work(said) = statement {
                self.work(said, &driven, map);
            }
        }
    }

    fn metric<'a>(&mut self, said: &'a MetricStatement, references: &mut References<'a>, map: &mut Map) {
        let at = self.components(&said.at, said.word.word(), references).first().copied();
        let metric = Metric {
            name: self.text(&said.name),
            at,
            definition: said.definition.as_ref().map(|text| self.text(text)),
            span: *said.span,
        };
        match said.word {
            MetricWord::NorthStar => map.strategy.north_stars.push(metric),
            MetricWord::Input => map.strategy.inputs.push(metric),
        }
    }

    fn stream<'a>(&mut self, said: &'a StreamStatement, references: &mut References<'a>, map: &mut Map) {
        let mut path = self.components(&said.path, Keyword::Stream.word(), references);
        // A step on the spot is none.
        path.dedup();
        let stream = Stream {
            name: self.text(&said.name),
            path,
            metric: said.metric.as_ref().map(|text| self.text(text)),
            time: said.time.as_ref().map(|text| self.text(text)),
            span: *said.span,
        };
        map.strategy.streams.push(stream);
    }

    fn components<'a>(
        &mut self,
        names: &'a [Text],
        word: &'static str,
        references: &mut References<'a>,
    ) -> Vec<ComponentId> {
        let found = names.iter().filter_map(|name| references.expect(name, Role::Place(word), self));
        found.map(|end| end.component).collect()
    }

    fn work(&mut self, said: &WorkStatement, driven: &HashMap<String, Driven>, map: &mut Map) {
        let mut drives = Vec::new();
        for name in &said.drives {
            match driven.get(&loose(&name.text)) {
                Some(found) if !drives.contains(found) => drives.push(*found),
                Some(_) => {}
                None => self.report(Problem::UnknownMetric { span: *name.span, name: name.text.clone() }),
            }
        }
        let effort = said.effort.as_ref().and_then(|effort| self.effort(effort));
        map.strategy.work.push(Work { name: self.text(&said.name), drives, effort, span: *said.span });
    }

    /// An effort below zero is none.
    fn effort(&mut self, effort: &Part) -> Option<f64> {
        match effort.value {
            Written::Number(number) if number >= 0.0 => Some(number + 0.0),
            _ => {
                self.report(Problem::BadSize { span: *effort.span, what: "effort" });
                None
            }
        }
    }
}
