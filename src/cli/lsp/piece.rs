//! [`Piece`]: a map in a document, which is all of it or a fenced block of a page.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use crate::Reading;
use crate::cli::pages::fences::Fence;
use crate::edit::Edit;
use crate::layout::place::Places;
use crate::layout::{self, Layout};
use crate::map::Map;
use crate::problem::Problem;
use crate::resolve::{Load, questions};
use crate::source::{Source, SourceId, Span};

/// One map of a document, read.
pub(super) struct Piece {
    pub(super) reading: Reading,
    /// Everything there is to say of it, in the order of the text.
    pub(super) problems: Vec<Problem>,
    places: OnceCell<Places>,
    /// Runs of bytes that are the same in the map and in the document: where they start in both, and how long they are.
    runs: Vec<Run>,
    /// What stands before each line of a block in a quotation or a list.
    prefix: String,
    /// The picture before, for what should stay where it was.
    pub(super) drawn: Cell<Option<Rc<(Map, Layout)>>>,
}

#[derive(Clone, Copy)]
struct Run {
    map: usize,
    page: usize,
    length: usize,
}

impl Piece {
    /// A document that is one map.
    pub(super) fn whole(name: &str, text: &str, load: &mut dyn Load) -> Self {
        // A byte order mark is no part of the map.
        let mark = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
        let runs = vec![Run { map: 0, page: mark, length: text.len() - mark }];
        Self::new(Source::new(name, text), runs, String::new(), load)
    }

    /// A fenced block of a page.
    pub(super) fn fenced(name: &str, page: &str, starts: &[usize], fence: &Fence, load: &mut dyn Load) -> Self {
        let mut runs = Vec::new();
        let mut map = 0;
        for (at, line) in fence.text.split_inclusive('\n').enumerate() {
            let bare = line.trim_end_matches(['\n', '\r']);
            let Some(&start) = starts.get(fence.line - 1 + at) else { break };
            let end = starts.get(fence.line + at).copied().unwrap_or(page.len());
            let written = page[start..end].trim_end_matches(['\n', '\r']);
            if written.ends_with(bare) {
                runs.push(Run { map, page: start + written.len() - bare.len(), length: bare.len() });
            }
            map += line.len();
        }
        Self::new(Source::new(name, fence.text.as_str()), runs, fence.prefix.clone(), load)
    }

    fn new(source: Source, runs: Vec<Run>, prefix: String, load: &mut dyn Load) -> Self {
        let reading = crate::read(source, load);
        let mut later = questions(&reading.map);
        later.retain(|problem| !reading.allowed.allows(problem));
        let mut problems = reading.problems.clone();
        problems.append(&mut later);
        problems.sort_by_key(Problem::span);
        Self { reading, problems, places: OnceCell::new(), runs, prefix, drawn: Cell::new(None) }
    }

    /// Where everything stands on the map.
    pub(super) fn places(&self) -> &Places {
        self.places.get_or_init(|| layout::places(&self.reading.map))
    }

    /// The place in the map of a byte of the document; none outside the map.
    pub(super) fn inside(&self, page: usize) -> Option<usize> {
        let run = self.runs.iter().find(|run| (run.page..=run.page + run.length).contains(&page))?;
        Some(run.map + page - run.page)
    }

    /// The place in the document of a byte of the map.
    pub(super) fn outside(&self, map: usize) -> usize {
        let behind = self.runs.partition_point(|run| run.map <= map);
        self.runs.get(behind.saturating_sub(1)).map_or(0, |run| run.page + (map - run.map.min(map)).min(run.length))
    }

    /// A span of the map as bytes of the document.
    pub(super) fn range(&self, span: Span) -> std::ops::Range<usize> {
        self.outside(span.start as usize)..self.outside(span.end as usize)
    }

    /// The whole map as a span.
    pub(super) fn all(&self) -> Span {
        Span::new(SourceId::default(), 0, self.text().len())
    }

    pub(super) fn text(&self) -> &str {
        self.reading.sources.get(SourceId::default()).text()
    }

    /// What an edit writes into the document: lines of a block get what stands before each.
    pub(super) fn written(&self, edit: &Edit) -> String {
        if self.prefix.is_empty() { edit.text.clone() } else { edit.text.replace('\n', &format!("\n{}", self.prefix)) }
    }
}
