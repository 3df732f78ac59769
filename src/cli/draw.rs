//! From a text to a picture's bytes: the pipeline with the options of the command.

use super::failure::{Failure, reason};
use super::look::{self, Labels, Text};
use super::output::Format;
use super::reading::reading;
use super::source;
use crate::layout::{self, Layout, Previous, labels::Mode, layout};
use crate::map::{Map, Style};
use crate::problem::Problem;
use crate::render::png::{self, png};
use crate::render::svg::{self, svg};
use crate::scene::Scene;
use crate::source::{Source, Sources};
use crate::text::Fonts;
use crate::theme::Theme;

/// Draws maps, all in one look.
pub(super) struct Artist<'a> {
    look: &'a look::Options,
    format: Format,
    fonts: Fonts,
}

/// What came of one text.
pub(super) struct Drawing {
    /// The text and what it includes.
    pub(super) sources: Sources,
    /// What is wrong with them.
    pub(super) problems: Vec<Problem>,
    /// The map that the picture shows.
    pub(super) laid: Option<Laid>,
    /// The picture's bytes.
    pub(super) picture: Option<Vec<u8>>,
}

/// A map, laid out.
pub(super) struct Laid {
    /// The map.
    pub(super) map: Map,
    /// Where everything of it stands.
    pub(super) layout: Layout,
}

impl Drawing {
    /// No picture, because of one problem with the whole of `source`.
    pub(super) fn none(source: Source, problem: Problem) -> Self {
        let mut sources = Sources::default();
        sources.add(source);
        Self { sources, problems: vec![problem], laid: None, picture: None }
    }
}

impl<'a> Artist<'a> {
    /// Gets ready to draw.
    ///
    /// # Errors
    ///
    /// When options do not go with the format, or a font cannot be read.
    pub(super) fn new(look: &'a look::Options, format: Format) -> Result<Self, Failure> {
        let pixels = look.scale.is_some() || look.width.is_some() || look.height.is_some();
        match format {
            Format::Svg if pixels => {
                return Err(Failure::usage("--scale, --width and --height are for PNG: an SVG is sharp at every size"));
            }
            Format::Png if look.inline => return Err(Failure::usage("--inline is for SVG")),
            _ => {}
        }
        let mut fonts = Fonts::shipped();
        for path in &look.font {
            let add = |fonts: &mut Fonts| {
                let bytes = source::file(path).map_err(|error| reason(&error))?;
                fonts.add(bytes).map_err(|error| error.to_string())
            };
            add(&mut fonts).map_err(|why| Failure::cannot("read", path.display(), &why))?;
        }
        Ok(Self { look, format, fonts })
    }

    /// Draws one map. `mended` is what had to be mended in its bytes.
    ///
    /// # Errors
    ///
    /// When the picture would have too many pixels, or the map is in JSON and no map.
    pub(super) fn draw(&self, source: Source, mended: Option<Problem>, includes: bool) -> Result<Drawing, Failure> {
        self.draw_changed(source, mended, includes, |_| {})
    }

    /// As [`draw`](Self::draw), with a last change to the drawing before its picture is made.
    ///
    /// # Errors
    ///
    /// When the picture would be too large, or the map is in JSON and no map.
    pub(super) fn draw_changed(
        &self,
        source: Source,
        mended: Option<Problem>,
        includes: bool,
        change: impl FnOnce(&mut Scene),
    ) -> Result<Drawing, Failure> {
        let reading = reading(source, includes)?;
        let mut layout = self.lay_out(&reading.map, None);
        change(&mut layout.scene);
        let told = layout.problems.iter().filter(|problem| !reading.allowed.allows(problem));
        let mut problems: Vec<_> = mended.into_iter().chain(reading.problems).chain(told.cloned()).collect();
        problems.sort_by_key(Problem::span);
        let picture = Some(self.picture(&layout.scene, self.format)?);
        Ok(Drawing { sources: reading.sources, problems, laid: Some(Laid { map: reading.map, layout }), picture })
    }

    /// Lays out a map; with `previous` so that it stays near that.
    pub(super) fn lay_out(&self, map: &Map, previous: Option<Previous>) -> Layout {
        let auto = self.look.theme.as_deref() == Some("auto");
        let theme = match self.look.theme.as_deref().and_then(Theme::named) {
            Some(theme) => theme,
            // The dark one is for those who ask for dark; the others need a light one.
            None if auto && map.style == Some(Style::Dark) => Theme::PLAIN,
            None => layout::theme_of(map),
        };
        let labels = match self.look.labels {
            Labels::Auto => Mode::Auto,
            Labels::Hint => Mode::Hint,
            Labels::Pinned => Mode::Pinned,
        };
        let options = layout::Options { size: self.look.size, labels, debug: self.look.debug.is_some(), previous };
        let mut layout = layout(map, theme, &self.fonts, &options);
        if auto {
            layout.scene.dark = Some(Theme::DARK.palette.clone());
        }
        layout
    }

    /// The bytes of a drawing's picture.
    pub(super) fn picture(&self, scene: &Scene, format: Format) -> Result<Vec<u8>, Failure> {
        match format {
            Format::Svg => {
                let id_prefix = self.look.id_prefix.as_deref();
                let options = svg::Options { inline: self.look.inline, id_prefix, paths: self.paths() };
                Ok(svg(scene, &options).into_bytes())
            }
            Format::Png => {
                let (scale, [width, height]) =
                    (self.look.scale.unwrap_or(png::Options::default().scale), [self.look.width, self.look.height]);
                png(scene, &self.fonts, &png::Options { scale, width, height })
                    .map_err(|error| Failure::usage(error.to_string()))
            }
        }
    }

    /// A drawing as an SVG file of its own, whatever the look says of that.
    pub(super) fn file(&self, scene: &Scene) -> String {
        svg(scene, &svg::Options { paths: self.paths(), ..svg::Options::default() })
    }

    /// The fonts, if letters are to be outlines.
    fn paths(&self) -> Option<&Fonts> {
        (self.look.text == Text::Paths).then_some(&self.fonts)
    }
}
