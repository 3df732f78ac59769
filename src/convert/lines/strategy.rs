//! What the map is for.

use super::Writer;
use crate::convert::tree::{bare, number};
use crate::map::{ComponentId, Driven, Metric};
use crate::source::Where;
use crate::syntax::ast::{MetricStatement, MetricWord, Statement, StreamStatement, Text, WorkStatement};
use crate::syntax::{Role, written};
use crate::vocabulary::{Dialect, Keyword};

impl Writer<'_> {
    /// Metrics, values, work and streams of this step.
    pub(super) fn strategy(&mut self) {
        let strategy = &self.map.strategy;
        let span = Where::default();
        let mut statements = Vec::new();
        for (word, metrics) in [(MetricWord::NorthStar, &strategy.north_stars), (MetricWord::Input, &strategy.inputs)] {
            let here = metrics.iter().filter(|metric| self.is_here(metric.span));
            statements.extend(here.map(|metric| Statement::Metric(self.metric(word, metric))));
        }
        let values = strategy.values.iter().filter(|value| self.is_here(value.span));
        statements.extend(values.map(|value| Statement::Words(Keyword::Value, bare(&value.text))));
        let streams = strategy.streams.iter().filter(|stream| self.is_here(stream.span));
        statements.extend(streams.map(|stream| {
            let path = stream.path.iter().map(|&id| self.listed(id)).collect();
            let (metric, time) = (stream.metric.as_deref().map(bare), stream.time.as_deref().map(bare));
            Statement::Stream(StreamStatement { span, name: listed(&stream.name), path, metric, time })
        }));
        let driven = |driven: &Driven| match *driven {
            Driven::Input(at) => listed(&strategy.inputs[at].name),
            Driven::Stream(at) => listed(&strategy.streams[at].name),
        };
        let work = strategy.work.iter().filter(|work| self.is_here(work.span));
        statements.extend(work.map(|work| {
            let drives = work.drives.iter().map(driven).collect();
            Statement::Work(WorkStatement { span, name: listed(&work.name), drives, effort: work.effort.map(number) })
        }));
        for statement in statements {
            self.out.add(statement);
        }
    }

    fn metric(&self, word: MetricWord, metric: &Metric) -> MetricStatement {
        let at = metric.at.iter().map(|&id| self.listed(id)).collect();
        let definition = metric.definition.as_deref().map(bare);
        MetricStatement { span: Where::default(), word, name: listed(&metric.name), at, definition }
    }

    fn listed(&self, id: ComponentId) -> Text {
        listed(&self.map.component(id).name)
    }
}

/// A name between brackets, or in front of them.
fn listed(name: &str) -> Text {
    written(name, Role::Listed, Dialect::Owm)
}
