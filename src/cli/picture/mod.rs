//! From a text to a picture's bytes: the pipeline with the options of the command.

pub(crate) mod args;
pub(crate) mod embedded;
pub(crate) mod fonts;
pub(crate) mod links;
pub(crate) mod look;
pub(crate) mod publish;

use crate::Reading;
use std::path::PathBuf;

use crate::cli::failure::Failure;
use crate::cli::files::includes::Paths;
use crate::cli::files::outputs::Format;
use crate::cli::files::reading::Opened;
use crate::compare::{Changes, Union};
use crate::layout::labels::Mode;
use crate::layout::{self, Layout, Previous, difference, layout};
use crate::map::{Map, Style};
use crate::problem::{Problem, Severity};
use crate::render::html::{self, html};
use crate::render::pdf::{self, pdf};
use crate::render::png::{self, png};
use crate::render::svg::{self, svg};
use crate::scene::{Ground, Scene};
use crate::service::Question;
use crate::source::Sources;
use crate::text::Fonts;
use crate::theme::Theme;
use embedded::embed;
use fonts::FontSet;
use look::{Labels, Text};

/// Draws maps, all in one look.
pub(crate) struct Renderer {
    look: look::Options,
    format: Format,
    fonts: FontSet,
}

/// What came of one text.
pub(crate) struct Drawing {
    /// The text and what it includes.
    pub(crate) sources: Sources,
    /// Where these are.
    pub(crate) paths: Paths,
    /// What is wrong with them.
    pub(crate) problems: Vec<Problem>,
    /// The map that the picture shows.
    pub(crate) laid: Option<Laid>,
    /// The picture's bytes.
    pub(crate) picture: Option<Vec<u8>>,
}

impl Drawing {
    /// The files that it was made from, fonts apart.
    pub(crate) fn read(&self) -> impl Iterator<Item = PathBuf> {
        self.sources.iter().map(|source| self.paths.of(source.name()))
    }
}

/// A map, laid out.
pub(crate) struct Laid {
    /// The map.
    pub(crate) map: Map,
    /// Where everything of it stands.
    pub(crate) layout: Layout,
}

impl Renderer {
    /// Gets ready to draw.
    ///
    /// # Errors
    ///
    /// When options do not go with the format, or a font cannot be read.
    pub(crate) fn new(look: look::Options, format: Format) -> Result<Self, Failure> {
        // A line for a page is an SVG in a `<figure>`, whatever the file that it goes into is called.
        let format = if look.inline && format == Format::Html { Format::Svg } else { format };
        let pixels = look.scale.is_some() || look.width.is_some() || look.height.is_some();
        match format {
            Format::Svg | Format::Pdf | Format::Html if pixels => {
                let name = format.ending().to_uppercase();
                let message = format!("--scale, --width and --height are for PNG: {name} is sharp at every size");
                return Err(Failure::usage(message));
            }
            Format::Png | Format::Pdf if look.inline => {
                return Err(Failure::usage("--inline is for SVG"));
            }
            Format::Pdf if look.embed_source => {
                return Err(Failure::usage("--embed-source is for SVG, PNG and HTML: a PDF carries no source"));
            }
            _ => {}
        }
        let fonts = FontSet::of(&look.font)?;
        Ok(Self { look, format, fonts })
    }

    /// What texts are measured with.
    pub(crate) fn fonts(&self) -> &Fonts {
        self.fonts.all()
    }

    /// Lets a question be answered in this look.
    pub(crate) fn look_of(&self, question: &mut Question) {
        question.theme.clone_from(&self.look.theme);
        question.size = self.look.size;
        question.text_size = self.look.text_size;
        question.medium = self.medium();
        question.labels = self.mode();
    }

    fn medium(&self) -> layout::Medium {
        match self.look.medium {
            None | Some(look::Medium::Screen) => layout::Medium::Screen,
            Some(look::Medium::Page) => layout::Medium::Page,
            Some(look::Medium::Slide) => layout::Medium::Slide,
        }
    }

    fn mode(&self) -> Mode {
        match self.look.labels {
            Labels::Auto => Mode::Auto,
            Labels::Hint => Mode::Hint,
            Labels::Pinned => Mode::Pinned,
        }
    }

    /// Has the ids of the next SVGs begin so.
    pub(crate) fn prefix_ids(&mut self, prefix: String) {
        self.look.id_prefix = Some(prefix);
    }

    /// Draws one map.
    ///
    /// # Errors
    ///
    /// When the picture would have too many pixels.
    pub(crate) fn draw(&self, opened: Opened) -> Result<Drawing, Failure> {
        self.draw_changed(opened, |_| Ok(()))
    }

    /// As [`draw`](Self::draw), with a last change to the drawing before its picture is made.
    ///
    /// # Errors
    ///
    /// When the picture would have too many pixels, or the change fails.
    pub(crate) fn draw_changed(
        &self,
        opened: Opened,
        change: impl FnOnce(&mut Laid) -> Result<(), Failure>,
    ) -> Result<Drawing, Failure> {
        let mut drawing = self.arrange(opened)?;
        if let Some(laid) = &mut drawing.laid {
            change(laid)?;
            let picture = match self.format {
                Format::Html => self.page(&laid.layout.scene, &drawing.problems, &drawing.sources),
                _ => self.bytes(&laid.layout.scene)?,
            };
            let embeds = self.look.embed_source;
            drawing.picture = Some(if embeds { embed(picture, &drawing.sources) } else { picture });
        }
        Ok(drawing)
    }

    /// Lays out one map, without making a picture of it.
    ///
    /// # Errors
    ///
    /// When it needs a font that cannot be read.
    pub(crate) fn arrange(&self, opened: Opened) -> Result<Drawing, Failure> {
        let Opened { reading, is_text, paths } = opened;
        let Reading { sources, map, mut problems, allowed, .. } = reading;
        if !is_text {
            return Ok(Drawing { sources, paths, problems, laid: None, picture: None });
        }
        let layout = self.lay_out(&map, None);
        if let Some(failure) = self.fonts.failure() {
            return Err(failure);
        }
        // Text that stays text is shown in the fonts of whoever looks at it.
        let is_shown = |problem: &&Problem| {
            let shown_elsewhere = self.format == Format::Svg && self.look.text == Text::Live;
            !(shown_elsewhere && matches!(problem, Problem::MissingGlyph { .. }))
        };
        let reported = layout.problems.iter().filter(|problem| !allowed.allows(problem)).filter(is_shown);
        problems.extend(reported.cloned());
        problems.sort_by_key(Problem::span);
        Ok(Drawing { sources, paths, problems, laid: Some(Laid { map, layout }), picture: None })
    }

    /// Lays out a map; with `previous` so that it stays near that.
    pub(crate) fn lay_out(&self, map: &Map, previous: Option<Previous>) -> Layout {
        self.lay_out_by(map, previous, |theme, options| layout(map, theme, self.fonts.for_map(map), options))
    }

    /// Lays out two versions of a map as one.
    pub(crate) fn lay_out_difference(&self, union: &Union, changes: &Changes) -> Layout {
        self.lay_out_by(&union.map, None, |theme, options| {
            difference(union, changes, theme, self.fonts.for_map(&union.map), options)
        })
    }

    /// Lays out a map as the look wants it, by `lay_out`.
    fn lay_out_by<'a>(
        &self,
        map: &Map,
        previous: Option<Previous<'a>>,
        lay_out: impl FnOnce(&Theme, &layout::Options<'a>) -> Layout,
    ) -> Layout {
        let (size, text_size) = (self.look.size, self.look.text_size);
        let (medium, labels) = (self.medium(), self.mode());
        let (debug, without_panel) = (self.look.debug.is_some(), self.look.panel == look::Panel::Off);
        let options = layout::Options { size, text_size, medium, labels, debug, without_panel, previous };
        let mut layout = lay_out(self.theme(map), &options);
        if self.is_auto() {
            layout.scene.dark = Some(Theme::DARK.palette.clone());
        }
        // In a page, what is light or dark as the page is stands on the page.
        let usual = if self.is_auto() && self.look.inline { Ground::None } else { Ground::Theme };
        layout.scene = layout.scene.on(self.look.background.unwrap_or(usual));
        layout
    }

    /// The drawing of one step of a map, from 1.
    pub(crate) fn step(&self, laid: &Laid, step: u32, past_is_quiet: bool) -> Scene {
        layout::step(&laid.map, &laid.layout, step, past_is_quiet, self.theme(&laid.map), self.fonts.for_map(&laid.map))
    }

    fn is_auto(&self) -> bool {
        self.look.theme.as_deref() == Some("auto")
    }

    /// The theme that the look asks for, else the map.
    fn theme(&self, map: &Map) -> &'static Theme {
        match self.look.theme.as_deref().and_then(Theme::named) {
            Some(theme) => theme,
            // The dark one is for those who ask for dark; the others need a light one.
            None if self.is_auto() && map.style == Some(Style::Dark) => Theme::PLAIN,
            None => layout::theme_of(map),
        }
    }

    /// The bytes of a drawing's picture, in the format asked for.
    ///
    /// # Errors
    ///
    /// When the picture would have too many pixels.
    pub(crate) fn bytes(&self, scene: &Scene) -> Result<Vec<u8>, Failure> {
        self.picture(scene, self.format)
    }

    /// The bytes of a drawing's picture.
    pub(crate) fn picture(&self, scene: &Scene, format: Format) -> Result<Vec<u8>, Failure> {
        match format {
            Format::Svg => {
                let id_prefix = self.look.id_prefix.as_deref();
                let options = svg::Options { inline: self.look.inline, id_prefix, paths: self.paths(), steps: false };
                Ok(svg(scene, &options).into_bytes())
            }
            Format::Png => {
                let (scale, [width, height]) =
                    (self.look.scale.unwrap_or(png::Options::default().scale), [self.look.width, self.look.height]);
                png(scene, self.fonts.in_use(), &png::Options { scale, width, height })
                    .map_err(|error| Failure::usage(error.to_string()))
            }
            Format::Pdf => Ok(self.document(&[scene])),
            Format::Html => Ok(self.page(scene, &[], &Sources::default())),
        }
    }

    /// A drawing as a page of its own, with what is wrong with the map.
    fn page(&self, scene: &Scene, problems: &[Problem], sources: &Sources) -> Vec<u8> {
        let problems: Vec<(&str, String)> = problems
            .iter()
            .filter(|problem| problem.severity() > Severity::Note)
            .map(|problem| {
                let name = sources.get(problem.span().source).name();
                (problem.severity().name(), format!("{name}:{}: {problem}", sources.place(problem.span())))
            })
            .collect();
        let options = html::Options { language: &self.look.lang, problems: &problems, paths: self.paths() };
        html(scene, &options).into_bytes()
    }

    /// One PDF of drawings, a page each.
    pub(crate) fn document(&self, scenes: &[&Scene]) -> Vec<u8> {
        let options = pdf::Options { language: &self.look.lang, ..pdf::Options::default() };
        pdf(scenes, self.fonts.in_use(), &options)
    }

    /// A drawing as an SVG file of its own, whatever the look says of that.
    pub(crate) fn file(&self, scene: &Scene) -> String {
        svg(scene, &svg::Options { paths: self.paths(), ..svg::Options::default() })
    }

    /// The fonts, if letters are to be outlines.
    fn paths(&self) -> Option<&Fonts> {
        (self.look.text == Text::Paths).then_some(self.fonts.in_use())
    }
}
