//! The common case in one call: a text in, a [`Drawing`] out, whatever is wrong with the text.

use crate::layout::labels::Mode;
use crate::layout::{self, Medium, layout};
use crate::map::Map;
use crate::problem::Problem;
use crate::render::svg;
use crate::resolve::NoIncludes;
use crate::scene::{Ground, Scene};
use crate::source::{Source, Sources};
use crate::text::Fonts;
use crate::theme::Theme;

/// How maps are drawn. Every field has a default; set those that matter:
///
/// ```
/// let mut options = wardley::Options::default();
/// options.theme = Some(wardley::theme::Theme::DARK);
/// options.size = Some((960.0, 600.0));
/// assert!(wardley::draw("component Cup of Tea [0.8, 0.6]", &options).svg().contains("Cup of Tea"));
/// ```
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// The look. Default: what the map asks for, else [`Theme::PLAIN`].
    pub theme: Option<&'static Theme>,
    /// The fonts. Default: the shipped one, which covers Latin, Greek and Cyrillic; [`Fonts::add`] adds others.
    pub fonts: Fonts,
    /// Width and height of the picture in pixels. Default: what the map asks for, else what suits the medium.
    pub size: Option<(f64, f64)>,
    /// Text size of labels in pixels; all else that is written and drawn is in proportion. Default: what suits the medium.
    pub text_size: Option<f64>,
    /// Where the picture is looked at. Default: on a screen.
    pub medium: Medium,
    /// What the picture stands on. Default: the paper of its look.
    pub ground: Ground,
    /// What an author's `label [x, y]` is worth. Default: it is kept where it reads well.
    pub labels: Mode,
}

/// A map that was drawn.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Drawing<'a> {
    /// The text; the spans of problems point into it.
    pub sources: Sources,
    /// What the text means.
    pub map: Map,
    /// What is wrong with it, in its order; empty where all is well. Each can be printed.
    pub problems: Vec<Problem>,
    /// The picture as shapes.
    pub scene: Scene,
    /// What the letters were measured with.
    #[cfg_attr(
        not(any(feature = "pdf", feature = "png")),
        allow(dead_code, reason = "SVG leaves letters to its reader")
    )]
    fonts: &'a Fonts,
}

/// Draws a map that stands in one text. This never fails: what could not be understood is in [`Drawing::problems`], and the
/// picture shows everything else. Lines that include other files are reported and left out; [`read`](crate::read) can be
/// given what loads them.
///
/// ```
/// let options = wardley::Options::default();
/// let drawing = wardley::draw("component Kettle [0.4, 0.7]\nCup -> Kettle", &options);
/// assert_eq!(drawing.problems[0].to_string(), "no component is named `Cup`, so this link is left out");
/// ```
pub fn draw<'a>(text: &str, options: &'a Options) -> Drawing<'a> {
    let reading = crate::read(Source::new("map", text), &mut NoIncludes);
    let theme = options.theme.unwrap_or_else(|| layout::theme_of(&reading.map));
    let Options { size, text_size, medium, labels, .. } = *options;
    let arranged = layout::Options { size, text_size, medium, labels, ..layout::Options::default() };
    let laid = layout(&reading.map, theme, &options.fonts, &arranged);
    let mut problems = reading.problems;
    problems.extend(laid.problems.into_iter().filter(|problem| !reading.allowed.allows(problem)));
    problems.sort_by_key(Problem::span);
    Drawing {
        sources: reading.sources,
        map: reading.map,
        problems,
        scene: laid.scene.on(options.ground),
        fonts: &options.fonts,
    }
}

impl Drawing<'_> {
    /// The picture as an SVG file. [`render::svg`](mod@crate::render::svg) has more to choose from.
    pub fn svg(&self) -> String {
        svg::svg(&self.scene, &svg::Options::default())
    }

    /// The picture as PNG, two pixels for one. [`render::png`](mod@crate::render::png) has more to choose from.
    ///
    /// # Errors
    ///
    /// When the picture would have too many pixels.
    #[cfg(feature = "png")]
    pub fn png(&self) -> Result<Vec<u8>, crate::render::png::PngError> {
        crate::render::png::png(&self.scene, self.fonts, &crate::render::png::Options::default())
    }

    /// The picture as a PDF of one page. [`render::pdf`](mod@crate::render::pdf) has more to choose from.
    #[cfg(feature = "pdf")]
    pub fn pdf(&self) -> Vec<u8> {
        crate::render::pdf::pdf(&[&self.scene], self.fonts, &crate::render::pdf::Options::default())
    }
}
