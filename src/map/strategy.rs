//! [`Strategy`]: what a map is for: metrics, work, and streams of value through the map.

use super::ComponentId;
use crate::source::Span;

/// What drives what: work drives inputs and streams, inputs drive the North Star, that drives value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strategy {
    /// The North Star metrics, in the order of the text. There should be one; the first counts.
    pub north_stars: Vec<Metric>,
    /// The leading metrics that drive the North Star, in the order of the text.
    pub inputs: Vec<Metric>,
    /// What the business gets from it, in the order of the text.
    pub values: Vec<Value>,
    /// Current work, in the order of the text.
    pub work: Vec<Work>,
    /// The streams of value, in the order of the text; they are numbered from 1.
    pub streams: Vec<Stream>,
}

impl Strategy {
    /// Whether the map says nothing of it.
    pub fn is_empty(&self) -> bool {
        let Self { north_stars, inputs, values, work, streams } = self;
        north_stars.is_empty() && inputs.is_empty() && values.is_empty() && work.is_empty() && streams.is_empty()
    }

    /// Everything in it, with its name.
    pub fn named(&self) -> impl Iterator<Item = (Span, &str)> {
        let metrics = self.north_stars.iter().chain(&self.inputs).map(|metric| (metric.span, metric.name.as_str()));
        let values = self.values.iter().map(|value| (value.span, value.text.as_str()));
        let work = self.work.iter().map(|work| (work.span, work.name.as_str()));
        metrics.chain(values).chain(work).chain(self.streams.iter().map(|stream| (stream.span, stream.name.as_str())))
    }

    /// The share of all effort that drives an input or a stream, from 0 to 1: the value score of the map. `None` where no work
    /// has an effort.
    pub fn score(&self) -> Option<f64> {
        self.share(|work| !work.drives.is_empty())
    }

    /// The share of all effort that drives this stream, from 0 to 1: its value score.
    pub fn stream_score(&self, stream: usize) -> Option<f64> {
        self.share(|work| work.drives.contains(&Driven::Stream(stream)))
    }

    fn share(&self, counts: impl Fn(&Work) -> bool) -> Option<f64> {
        let effort = |work: &Work| work.effort.unwrap_or(0.0);
        let all: f64 = self.work.iter().map(effort).sum();
        let some: f64 = self.work.iter().filter(|work| counts(work)).map(effort).sum();
        // An empty sum is -0.
        (all > 0.0).then(|| some / all + 0.0)
    }
}

/// A metric: the North Star, or an input that drives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Metric {
    /// Its name, one line.
    pub name: String,
    /// The component it is measured at.
    pub at: Option<ComponentId>,
    /// What is measured, in the author's words.
    pub definition: Option<String>,
    /// Where it is written.
    pub span: Span,
}

/// What the business gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// In the author's words, one line.
    pub text: String,
    /// Where it is written.
    pub span: Span,
}

/// Current work.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// What is done, one line.
    pub name: String,
    /// What it drives.
    pub drives: Vec<Driven>,
    /// How much it takes, in any unit; 0 or more, finite.
    pub effort: Option<f64>,
    /// Where it is written.
    pub span: Span,
}

/// What work drives, by its index in [`Strategy::inputs`] or [`Strategy::streams`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Driven {
    /// An input.
    Input(usize),
    /// A stream.
    Stream(usize),
}

/// A value stream: a path along needs, from a user downward.
#[derive(Clone, Debug, PartialEq)]
pub struct Stream {
    /// Its name, one line.
    pub name: String,
    /// The components it runs through, in order.
    pub path: Vec<ComponentId>,
    /// Its one metric.
    pub metric: Option<String>,
    /// Its time to value, in words.
    pub time: Option<String>,
    /// Where it is written.
    pub span: Span,
}
