//! What the map is for: metrics, work, streams.

use super::words::{Line, name_of};
use crate::map::{Driven, Map, Metric};

/// The North Star, its inputs, and what the business gets.
pub(super) fn metrics(map: &Map) -> Vec<Line> {
    let strategy = &map.strategy;
    let mut lines: Vec<Line> =
        strategy.north_stars.iter().map(|metric| measured(map, metric, "North Star: ")).collect();
    lines.extend(strategy.inputs.iter().map(|metric| measured(map, metric, "Input: ")));
    lines.extend(strategy.values.iter().map(|value| Line::default().words(&format!("What we get: {}.", value.text))));
    lines
}

fn measured(map: &Map, metric: &Metric, kind: &str) -> Line {
    let mut line = Line::default().words(kind).name(&metric.name);
    if let Some(definition) = &metric.definition {
        line = line.words(&format!(", {definition}"));
    }
    if let Some(id) = metric.at {
        line = line.words("; measured at ").name(name_of(map, id));
    }
    line.words(".")
}

/// Each piece of work with what it drives; then how much of all effort drives anything.
pub(super) fn work(map: &Map) -> Vec<Line> {
    let strategy = &map.strategy;
    let mut lines: Vec<Line> = strategy
        .work
        .iter()
        .map(|work| {
            let effort = work.effort.map_or_else(String::new, |effort| format!(" (effort {effort})"));
            let line = Line::named(&work.name).words(&effort);
            let driven = work.drives.iter().map(|driven| match *driven {
                Driven::Input(at) => strategy.inputs[at].name.as_str(),
                Driven::Stream(at) => strategy.streams[at].name.as_str(),
            });
            if work.drives.is_empty() {
                line.words(" drives no input and no stream.")
            } else {
                line.words(" drives ").names(driven).words(".")
            }
        })
        .collect();
    if let Some(score) = strategy.score() {
        let percent = (score * 100.0).round();
        lines.push(
            Line::default()
                .words(&format!("Value score of the whole: {percent} % of all effort drives an input or a stream.")),
        );
    }
    lines
}

/// Each stream with its path, metric, time to value and score.
pub(super) fn streams(map: &Map) -> Vec<Line> {
    let strategy = &map.strategy;
    let lines = strategy.streams.iter().enumerate().map(|(at, stream)| {
        let mut line = Line::default().words(&format!("Stream {}, ", at + 1)).name(&stream.name);
        for (step, &id) in stream.path.iter().enumerate() {
            line = line.words(if step == 0 { ": " } else { " → " }).name(name_of(map, id));
        }
        if let Some(metric) = &stream.metric {
            line = line.words(&format!("; measured by {metric}"));
        }
        if let Some(time) = &stream.time {
            line = line.words(&format!("; {time} to value"));
        }
        if let Some(score) = strategy.stream_score(at) {
            line = line.words(&format!("; value score {} %", (score * 100.0).round()));
        }
        line.words(".")
    });
    lines.collect()
}
