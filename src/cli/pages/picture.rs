//! Drawing a map that stands in a page: [`MapRenderer`], [`Picture`].

use std::io;
use std::path::Path;

use crate::cli::failure::Failure;
use crate::cli::files::inputs::Input;
use crate::cli::files::outputs::Format;
use crate::cli::files::reading::{self, read_text};
use crate::cli::pages::fences::Fence;
use crate::cli::picture::look;
use crate::cli::picture::{Drawing, Renderer};
use crate::cli::report::{self, Look};
use crate::problem::{Problem, Severity};

/// Draws the maps of pages.
pub(crate) struct MapRenderer {
    renderer: Renderer,
}

/// A map's picture and what goes with it.
pub(crate) struct Picture {
    /// The picture; none of what holds no text. What was drawn of it before is then better than nothing.
    pub(crate) bytes: Option<Vec<u8>>,
    /// The map's title, if it has one.
    pub(crate) title: Option<String>,
    /// What the picture shows, in a sentence.
    pub(crate) alt: String,
    /// What there is to say about the map, ready to be printed; may be empty.
    pub(crate) message: String,
    /// The same for a page: each problem in a line.
    pub(crate) lines: Vec<String>,
    /// How many errors and how many warnings there are.
    pub(crate) problems: [usize; 2],
    /// Nothing of the map could be drawn, or a part of it has no meaning.
    pub(crate) broken: bool,
}

impl MapRenderer {
    /// Gets ready to draw.
    pub(crate) fn new(look: look::Options, format: Format) -> Result<Self, Failure> {
        Ok(Self { renderer: Renderer::new(look, format)? })
    }

    /// Has the ids of the next SVGs begin so: all chapters of a book stand on one page when it is printed.
    pub(crate) fn prefix_ids(&mut self, prefix: String) {
        self.renderer.prefix_ids(prefix);
    }

    /// Draws the map in a fenced block of the page at `path`. Lines are reported as the page counts them.
    pub(crate) fn fenced(&self, path: &Path, fence: &Fence) -> Result<Picture, Failure> {
        Ok(Picture::of(self.renderer.draw(read_text(fence.source(path), Some(path))?)?))
    }

    /// Draws the map in a file.
    pub(crate) fn file(&self, path: &Path) -> Result<Picture, Failure> {
        let opened = reading::open(&Input::file(path))?;
        Ok(Picture::of(self.renderer.draw(opened)?))
    }
}

impl Picture {
    fn of(drawing: Drawing) -> Self {
        let reported: Vec<&Problem> =
            drawing.problems.iter().filter(|problem| problem.severity() > Severity::Note).collect();
        let count = |severity| reported.iter().filter(|problem| problem.severity() == severity).count();
        let problems = [count(Severity::Error), count(Severity::Warning)];
        let empty = reported.iter().any(|problem| matches!(problem, Problem::EmptyMap { .. }));
        let lines = reported.iter().map(|problem| {
            let place = drawing.sources.place(problem.span());
            format!("{}:{}: {}", place.line, place.column, problem.message())
        });
        let scene = drawing.laid.map(|laid| laid.layout.scene).unwrap_or_default();
        let sentence = scene.description.split(". ").next().unwrap_or_default().trim_end_matches('.').to_owned();
        let untitled = scene.title.is_empty() || scene.title == "Wardley map";
        Self {
            bytes: drawing.picture,
            alt: if untitled { sentence } else { format!("{}: {sentence}", scene.title) },
            title: (!untitled).then_some(scene.title),
            message: report::report(&drawing.sources, &reported, Look::of(&io::stderr()), report::SCREENFUL),
            lines: lines.collect(),
            problems,
            broken: problems[0] > 0 || empty,
        }
    }
}
