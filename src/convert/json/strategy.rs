//! What a map is for, as JSON, both ways.

use serde::{Deserialize, Serialize};

use super::document::{Reference, Span, Words, usual};
use super::read::{Read, Reader, list, span, wrong};
use super::write::Pen;
use crate::map;
use crate::resolve::fit_for_xml;

#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Strategy {
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) north_stars: Vec<Metric>,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) inputs: Vec<Metric>,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) values: Vec<Words>,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) work: Vec<Work>,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) streams: Vec<Stream>,
}

#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Metric {
    pub(super) name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) at: Option<Reference>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) definition: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
}

#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Work {
    pub(super) name: String,
    #[serde(default, skip_serializing_if = "usual")]
    pub(super) drives: Vec<Driven>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) effort: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
}

#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Driven {
    Input(usize),
    Stream(usize),
}

#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stream {
    pub(super) name: String,
    #[serde(default)]
    pub(super) path: Vec<Reference>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) metric: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) time: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
}

impl Strategy {
    /// That of a map.
    pub(super) fn of(strategy: &map::Strategy, pen: &Pen<'_>) -> Self {
        let metrics = |metrics: &[map::Metric]| {
            let metric = |metric: &map::Metric| Metric {
                name: metric.name.clone(),
                at: metric.at.map(|id| pen.reference(id)),
                definition: metric.definition.clone(),
                span: pen.span(metric.span),
            };
            metrics.iter().map(metric).collect()
        };
        let driven = |driven: &map::Driven| match *driven {
            map::Driven::Input(at) => Driven::Input(at),
            map::Driven::Stream(at) => Driven::Stream(at),
        };
        let work = |work: &map::Work| Work {
            name: work.name.clone(),
            drives: work.drives.iter().map(driven).collect(),
            effort: work.effort,
            span: pen.span(work.span),
        };
        let stream = |stream: &map::Stream| Stream {
            name: stream.name.clone(),
            path: stream.path.iter().map(|&id| pen.reference(id)).collect(),
            metric: stream.metric.clone(),
            time: stream.time.clone(),
            span: pen.span(stream.span),
        };
        Self {
            north_stars: metrics(&strategy.north_stars),
            inputs: metrics(&strategy.inputs),
            values: strategy.values.iter().map(|value| pen.words(&value.text, value.span)).collect(),
            work: strategy.work.iter().map(work).collect(),
            streams: strategy.streams.iter().map(stream).collect(),
        }
    }

    /// As a map has it. What refers to nothing is refused.
    pub(super) fn read(&self, reader: &Reader<'_>) -> Read<map::Strategy> {
        let fit = |text: &Option<String>| text.as_deref().map(fit_for_xml);
        let metric = |metric: &Metric| {
            Ok(map::Metric {
                name: fit_for_xml(&metric.name),
                at: metric.at.as_ref().map(|at| reader.component(at)).transpose()?,
                definition: fit(&metric.definition),
                span: span(metric.span, reader.sources),
            })
        };
        let driven = |driven: &Driven| match *driven {
            Driven::Input(at) if at < self.inputs.len() => Ok(map::Driven::Input(at)),
            Driven::Stream(at) if at < self.streams.len() => Ok(map::Driven::Stream(at)),
            Driven::Input(at) => wrong(format!("there is no input {at}")),
            Driven::Stream(at) => wrong(format!("there is no stream {at}")),
        };
        Ok(map::Strategy {
            north_stars: list("north_stars", &self.north_stars, metric)?,
            inputs: list("inputs", &self.inputs, metric)?,
            values: list("values", &self.values, |value| {
                Ok(map::Value { text: fit_for_xml(&value.text), span: span(value.span, reader.sources) })
            })?,
            work: list("work", &self.work, |work| {
                let drives = work.drives.iter().map(driven).collect::<Read<_>>()?;
                let effort = work.effort.filter(|effort| *effort >= 0.0 && effort.is_finite());
                Ok(map::Work { name: fit_for_xml(&work.name), drives, effort, span: span(work.span, reader.sources) })
            })?,
            streams: list("streams", &self.streams, |stream| {
                Ok(map::Stream {
                    name: fit_for_xml(&stream.name),
                    path: stream.path.iter().map(|at| reader.component(at)).collect::<Read<_>>()?,
                    metric: fit(&stream.metric),
                    time: fit(&stream.time),
                    span: span(stream.span, reader.sources),
                })
            })?,
        })
    }
}
