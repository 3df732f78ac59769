//! What the map is for, as the grammar found it.

use pest::iterators::Pair;

use super::ast::{MetricStatement, MetricWord, Statement, StreamStatement, Text, WorkStatement};
use super::numbers::part;
use super::parser::{At, Rule};
use super::statements::first;
use super::words::text;

pub(super) fn metric(pair: Pair<Rule>, word: MetricWord, at: At) -> Statement {
    let span = at.span(&pair);
    let mut metric = MetricStatement { span, word, name: Text::default(), at: Vec::new(), definition: None };
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::said_name => metric.name = text(&inner, at),
            Rule::listed => metric.at = listed(inner, at),
            Rule::description => metric.definition = Some(text(&inner, at)),
            _ => {}
        }
    }
    Statement::Metric(metric)
}

pub(super) fn work(pair: Pair<Rule>, at: At) -> Statement {
    let mut work = WorkStatement { span: at.span(&pair), name: Text::default(), drives: Vec::new(), effort: None };
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::said_name => work.name = text(&inner, at),
            Rule::listed => work.drives = listed(inner, at),
            Rule::effort => work.effort = Some(part(&first(inner, Rule::effort_number), at)),
            _ => {}
        }
    }
    Statement::Work(work)
}

pub(super) fn stream(pair: Pair<Rule>, at: At) -> Statement {
    let (span, name) = (at.span(&pair), Text::default());
    let mut stream = StreamStatement { span, name, path: Vec::new(), metric: None, time: None };
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::said_name => stream.name = text(&inner, at),
            Rule::listed => stream.path = listed(inner, at),
            Rule::stream_metric => stream.metric = Some(text(&first(inner, Rule::description), at)),
            Rule::stream_time => stream.time = Some(text(&first(inner, Rule::description), at)),
            _ => {}
        }
    }
    Statement::Stream(stream)
}

/// The names between brackets.
fn listed(pair: Pair<Rule>, at: At) -> Vec<Text> {
    pair.into_inner().filter(|inner| inner.as_rule() == Rule::listed_name).map(|name| text(&name, at)).collect()
}
