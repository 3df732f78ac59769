//! The lines that labels stand on: [`Excerpt`].

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use crate::cli::terminal::plain;
use crate::problem::Label;
use crate::source::Source;

/// Of lines with more bytes only a part is shown.
const LONGEST: usize = 160;
/// How much of a long line is shown before a label.
const BEFORE: usize = 40;
/// How much of a long line is shown from a label's start on.
const AFTER: usize = 100;

/// What is shown of a text: whole lines, or parts of very long ones. What could take over a terminal or turn the reading
/// direction is replaced, byte for byte, so that offsets into the text stay right.
pub(crate) struct Excerpt<'a> {
    source: &'a Source,
    pieces: Vec<Piece>,
}

/// Some lines of the text, or a part of one.
struct Piece {
    start: usize,
    end: usize,
    text: String,
}

impl<'a> Excerpt<'a> {
    /// What there is to be seen of `labels`, all of them in `source`; they are cut where the excerpt is.
    pub(crate) fn new(source: &'a Source, labels: &mut [Label]) -> Self {
        let mut ranges: Vec<(usize, usize)> = labels.iter_mut().map(|label| visible(source, label)).collect();
        ranges.sort_unstable();
        let mut merged: Vec<(usize, usize)> = Vec::new();
        for (start, end) in ranges {
            match merged.last_mut() {
                // Two lines that follow each other have a line ending of one or two bytes between them.
                Some(last) if start <= last.1 + 2 => last.1 = last.1.max(end),
                _ => merged.push((start, end)),
            }
        }
        let piece = |(start, end)| Piece { start, end, text: plain(&source.text()[start..end]) };
        Self { source, pieces: merged.into_iter().map(piece).collect() }
    }
}

impl SourceCode for Excerpt<'_> {
    fn read_span<'b>(
        &'b self,
        span: &SourceSpan,
        _: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'b> + 'b>, MietteError> {
        let (from, to) = (span.offset(), span.offset() + span.len());
        let holds = |piece: &&Piece| piece.start <= from && to <= piece.end;
        let piece = self.pieces.iter().find(holds).ok_or(MietteError::OutOfBounds)?;
        let start = piece.text[..from - piece.start].rfind('\n').map_or(0, |at| at + 1);
        let end = piece.text[to - piece.start..].find('\n').map_or(piece.text.len(), |at| to - piece.start + at);
        let text = piece.text[start..end].trim_end_matches('\r');
        let place = self.source.place(from);
        let lines = text.matches('\n').count() + 1;
        let whole = (piece.start + start, text.len()).into();
        let name = plain(self.source.name());
        Ok(Box::new(MietteSpanContents::new_named(
            name,
            text.as_bytes(),
            whole,
            place.line - 1,
            place.column - 1,
            lines,
        )))
    }
}

/// The bytes of the text that show `label`: its line, or the part of it around the label. The label is cut to fit.
fn visible(source: &Source, label: &mut Label) -> (usize, usize) {
    let text = source.text();
    let at = label.span.start as usize;
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    let end = start + text[start..end].trim_end_matches('\r').len();
    let (start, end) = if end - start <= LONGEST {
        (start, end)
    } else {
        (boundary(text, start.max(at.saturating_sub(BEFORE))), boundary(text, end.min(at + AFTER)))
    };
    label.span.end = label.span.end.min(end as u32).max(label.span.start);
    (start.min(at), end.max(at))
}

/// The nearest character boundary at or before `at`.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
