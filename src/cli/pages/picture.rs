//! Drawing a map that stands in a page: [`Studio`], [`Picture`].

use std::io;

use super::Fence;
use crate::cli::draw::{Artist, Drawing};
use crate::cli::failure::Failure;
use crate::cli::look;
use crate::cli::output::Format;
use crate::cli::report::{self, Look};
use crate::cli::source::{self, Content};
use crate::problem::{Problem, Severity};
use crate::source::{Source, Span};

/// Draws the maps of pages.
pub(in crate::cli) struct Studio<'a> {
    artist: Artist<'a>,
}

/// A map's picture and what goes with it.
pub(in crate::cli) struct Picture {
    /// The picture.
    pub(in crate::cli) bytes: Vec<u8>,
    /// The map's title, if it has one.
    pub(in crate::cli) title: Option<String>,
    /// What the picture shows, in a sentence.
    pub(in crate::cli) alt: String,
    /// What there is to say about the map, ready to be printed; may be empty.
    pub(in crate::cli) message: String,
    /// The same for a page: each problem in a line.
    pub(in crate::cli) lines: Vec<String>,
    /// How many errors and how many warnings there are.
    pub(in crate::cli) problems: [usize; 2],
    /// Nothing of the map could be drawn, or a part of it has no meaning.
    pub(in crate::cli) broken: bool,
}

impl<'a> Studio<'a> {
    /// Gets ready to draw.
    pub(in crate::cli) fn new(look: &'a look::Options, format: Format) -> Result<Self, Failure> {
        Ok(Self { artist: Artist::new(look, format)? })
    }

    /// Draws the map in a fenced block of the page `name`. Lines are told as the page counts them.
    pub(in crate::cli) fn fenced(&self, name: &str, fence: &Fence) -> Result<Picture, Failure> {
        let mut text = "\n".repeat(fence.line - 1);
        let indent = " ".repeat(fence.prefix.chars().count());
        for line in fence.text.lines() {
            text.extend([&indent, line, "\n"]);
        }
        let mut drawing = self.artist.draw(Source::new(name, text), None, true)?;
        for problem in &mut drawing.problems {
            // It stands at the beginning of the text, which is here the beginning of the page.
            if let Problem::EmptyMap { span } = problem {
                let block = fence.line.saturating_sub(2);
                *span = Span::new(span.source, block, block);
            }
        }
        Ok(Picture::of(drawing))
    }

    /// Draws the map in a file, called `name` in messages.
    pub(in crate::cli) fn file(&self, name: &str) -> Result<Picture, Failure> {
        let bytes = source::file(name.as_ref()).map_err(|error| Failure::inout("read", name, &error))?;
        let drawing = match source::content(name.to_owned(), bytes) {
            Content::Map(source, mended) => self.artist.draw(source, mended, true)?,
            Content::Other(problem) => Drawing::none(Source::new(name, ""), problem),
        };
        Ok(Picture::of(drawing))
    }
}

impl Picture {
    fn of(drawing: Drawing) -> Self {
        let told: Vec<&Problem> =
            drawing.problems.iter().filter(|problem| problem.severity() > Severity::Note).collect();
        let count = |severity| told.iter().filter(|problem| problem.severity() == severity).count();
        let problems = [count(Severity::Error), count(Severity::Warning)];
        let empty = told.iter().any(|problem| matches!(problem, Problem::EmptyMap { .. }));
        let lines = told.iter().map(|problem| {
            let place = drawing.sources.place(problem.span());
            format!("{}:{}: {}", place.line, place.column, problem.message())
        });
        let scene = drawing.laid.map(|laid| laid.layout.scene).unwrap_or_default();
        let sentence = scene.description.split(". ").next().unwrap_or_default().trim_end_matches('.').to_owned();
        let untitled = scene.title.is_empty() || scene.title == "Wardley map";
        Self {
            bytes: drawing.picture.unwrap_or_default(),
            alt: if untitled { sentence } else { format!("{}: {sentence}", scene.title) },
            title: (!untitled).then_some(scene.title),
            message: report::report(&drawing.sources, &told, Look::of(&io::stderr()), report::SCREENFUL),
            lines: lines.collect(),
            problems,
            broken: problems[0] > 0 || empty,
        }
    }
}
