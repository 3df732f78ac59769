//! What a map has once: title, look, size, axes.

use super::Writer;
use super::spelling::stage;
use crate::format::words::{coordinate, number};
use crate::map::{Dialect, EvolutionAxis, Style, ValueChainAxis};
use crate::source::Span;

/// What Mermaid leaves free around the plot, in pixels on each side.
const PADDING: f64 = 48.0;

impl Writer<'_> {
    pub(super) fn frame(&mut self) {
        let map = self.map;
        if let Some(title) = &map.title {
            self.words("title", &title.text);
        }
        let accessible = [("accTitle:", &map.accessible_title), ("accDescr:", &map.accessible_description)];
        for (keyword, words) in accessible {
            match words {
                Some(_) if self.owm() => self.out.lose(Span::default(), "the words for screen readers are left out"),
                Some(words) => self.words(keyword, words),
                None => {}
            }
        }
        if let Some(style) = map.style {
            let style = match style {
                Style::Plain => "plain",
                Style::Wardley => "wardley",
                Style::Colour => "colour",
                Style::Handwritten => "handwritten",
                Style::Dark => "dark",
            };
            self.out.line(&format!("style {style}"));
        }
        self.size();
        self.evolution_axis();
        self.value_chain();
    }

    fn words(&mut self, keyword: &str, words: &str) {
        self.out.line(&format!("{keyword} {}", words.replace(['\n', '\r'], " ")));
    }

    /// The size of the plot; Mermaid means the whole picture.
    fn size(&mut self) {
        let around = if self.map.dialect == Dialect::Mermaid { 2.0 * PADDING } else { 0.0 };
        let length = |length: Option<f64>| length.map(|length| number((length - around).max(1.0)));
        let (width, height) = (length(self.map.size.width), length(self.map.size.height));
        let open = if self.owm() { "0" } else { "_" };
        match (width, height) {
            (None, None) => {}
            (Some(width), None) => self.out.line(&format!("size [{width}]")),
            (width, Some(height)) => self.out.line(&format!("size [{}, {height}]", width.as_deref().unwrap_or(open))),
        }
    }

    fn evolution_axis(&mut self) {
        let axis = &self.map.evolution;
        let usual = EvolutionAxis::of(Dialect::Owm).stages;
        let ends = |stages: &[crate::map::Stage]| stages.iter().map(|stage| stage.end).collect::<Vec<_>>();
        let usual_ends = ends(&axis.stages) == ends(&usual);
        if axis.stages.len() != usual.len() && self.owm() {
            self.out.lose(Span::default(), "the stages are left out, for OWM has four");
        } else if axis.stages != usual {
            if self.owm() && !usual_ends {
                self.out.lose(Span::default(), "the stages end elsewhere, for OWM has them end at 0.175, 0.4 and 0.7");
            }
            let last = axis.stages.len() - 1;
            let stages = axis.stages.iter().enumerate().map(|(index, one)| {
                let name = if self.owm() { one.name.replace('\n', " ") } else { stage(&one.name) };
                let end = !self.owm() && !usual_ends && index < last;
                if end { format!("{name}@{}", coordinate(one.end)) } else { name }
            });
            let line = format!("evolution {}", stages.collect::<Vec<_>>().join(" -> "));
            self.out.line(&line);
        }
        if !axis.shown {
            self.out.line("evolution --hide");
        }
    }

    fn value_chain(&mut self) {
        let axis = &self.map.value_chain;
        let usual = ValueChainAxis::default();
        if !axis.levels.is_empty() {
            if self.owm() {
                self.out.lose(Span::default(), "the levels of the value chain are left out");
            } else {
                let levels: Vec<String> = axis.levels.iter().map(|level| stage(level)).collect();
                self.out.line(&format!("valuechain {}", levels.join(" -> ")));
            }
        }
        if axis.caption != usual.caption || axis.top != usual.top || axis.bottom != usual.bottom {
            if self.owm() {
                self.out.lose(Span::default(), "the words on the value chain's axis are left out");
            } else {
                let [caption, bottom, top] = [&axis.caption, &axis.bottom, &axis.top].map(|words| stage(words));
                self.out.line(&format!("y-axis {caption} -> {bottom} -> {top}"));
            }
        }
        if !axis.shown {
            self.out.line("valuechain --hide");
        }
    }
}
