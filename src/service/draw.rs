//! Pictures for questions: [`Draw`].

use serde_json::Value;

use super::{Question, all_problems, problem_json, range};
use crate::Reading;
use crate::ide;
use crate::layout::{self, Layout, Previous, layout};
use crate::map::{Map, Style};
use crate::render::svg::{self, svg};
use crate::text::Fonts;
use crate::theme::Theme;

/// A picture that somebody looks at.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// The text it is of.
    pub text: String,
    /// The map.
    pub map: Map,
    /// How that was laid out.
    pub layout: Layout,
    /// In which theme; none where the map was asked.
    pub theme: Option<String>,
    /// Of which size; none where the map was asked.
    pub size: Option<(f64, f64)>,
}

/// Draws what a question is about.
#[derive(Clone, Copy)]
pub(super) struct Draw<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) question: &'a Question,
    /// What the asker looks at.
    pub(super) before: Option<&'a Drawn>,
}

impl Draw<'_> {
    /// How a map is laid out: as in the picture before, if that is of the same text.
    pub(super) fn layout(&self, map: &Map) -> Layout {
        let question = self.question;
        let alike = |before: &&Drawn| before.theme == question.theme && before.size == question.size;
        let before = self.before.filter(alike).filter(|_| question.steady);
        if let Some(before) = before.filter(|before| before.text == question.text && before.map == *map) {
            return before.layout.clone();
        }
        let options = layout::Options {
            size: question.size,
            text_size: question.text_size,
            medium: question.medium,
            labels: question.labels,
            previous: before.map(|before| Previous { map: &before.map, layout: &before.layout }),
            ..layout::Options::default()
        };
        let mut layout = layout(map, self.theme(map), self.fonts, &options);
        if question.theme.as_deref() == Some("auto") {
            layout.scene.dark = Some(Theme::DARK.palette.clone());
        }
        layout
    }

    fn theme(&self, map: &Map) -> &'static Theme {
        let asked = self.question.theme.as_deref();
        match asked.and_then(Theme::named) {
            Some(theme) => theme,
            // The dark one is for those who ask for dark; the others need a light one.
            None if asked == Some("auto") && map.style == Some(Style::Dark) => Theme::PLAIN,
            None => layout::theme_of(map),
        }
    }

    /// The picture, what is in it, and all problems.
    pub(super) fn picture(&self, reading: &Reading, layout: &Layout) -> Value {
        let options = svg::Options {
            inline: self.question.inline,
            id_prefix: self.question.id_prefix.as_deref(),
            ..svg::Options::default()
        };
        let svg = if self.question.dark {
            svg(&layout.scene.repainted(&Theme::DARK.palette), &options)
        } else {
            svg(&layout.scene, &options)
        };
        let written = |span| range::written(&reading.sources, span);
        let mut picture = ide::json::picture(reading, layout, &svg, &[], &written);
        picture["problems"] =
            all_problems(reading, layout).iter().map(|problem| problem_json(reading, problem)).collect();
        picture
    }

    /// The picture, to be looked at.
    pub(super) fn drawn(&self, reading: &Reading, layout: Layout) -> Drawn {
        let Question { text, theme, size, .. } = self.question;
        Drawn { text: text.clone(), map: reading.map.clone(), layout, theme: theme.clone(), size: *size }
    }
}
