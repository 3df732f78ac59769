//! The comments between which a picture stands in a page: [`Marked`].
//!
//! ```text
//! <!-- wardley: pictures/tea.svg -->
//! ![Tea: …](pictures/tea.svg)
//! <!-- /wardley -->
//! ```
//! Where the map was moved out of the page the first one ends in ` from pictures/tea.wm`.

use std::ops::Range;
use std::path::Path;

use super::Fence;
use crate::cli::output::Format;

const OPEN: &str = "<!-- wardley: ";
const CLOSE: &str = "<!-- /wardley -->";

/// A picture that an earlier run put into a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    /// From the first comment to the end of the second.
    pub(super) range: Range<usize>,
    /// The picture, as the page names it.
    link: String,
    /// The file that holds the map, where it was moved out of the page.
    pub(super) moved_to: Option<String>,
}

/// All pictures in a page, in order.
pub(super) fn marked(page: &str) -> Vec<Marked> {
    let mut marked = Vec::new();
    let mut from = 0;
    while let Some(start) = page[from..].find(OPEN).map(|at| from + at) {
        let inner = start + OPEN.len();
        let Some(end) = page[inner..].find(" -->").map(|at| inner + at) else { break };
        let next = page[inner..].find(OPEN).map_or(page.len(), |at| inner + at);
        from = end;
        let Some(close) = page[end..next].find(CLOSE).map(|at| end + at + CLOSE.len()) else { continue };
        let (link, moved_to) = match page[inner..end].split_once(" from ") {
            Some((link, file)) => (link, Some(file.to_owned())),
            None => (&page[inner..end], None),
        };
        marked.push(Marked { range: start..close, link: link.trim().to_owned(), moved_to });
        from = close;
    }
    marked
}

impl Marked {
    /// Whether it shows this map: the map stands in it, or nothing stands between them.
    pub(super) fn belongs_to(&self, fence: &Fence, page: &str) -> bool {
        if self.range.contains(&fence.range.start) {
            return true;
        }
        let between = page.get(fence.range.end..self.range.start);
        between.is_some_and(|between| between.chars().all(|mark| mark.is_whitespace() || mark == '>'))
    }

    /// The picture's file name, with the ending of the format that is drawn now.
    pub(super) fn file_name(&self, format: Format) -> String {
        let name = self.link.rsplit('/').next().unwrap_or_default().replace("%20", " ").replace("%2D", "-");
        let stem = Path::new(&name).file_stem().unwrap_or_default().to_string_lossy();
        format!("{stem}.{}", format.ending())
    }

    /// The place of a map that was moved out of the page.
    pub(super) fn as_fence(&self, page: &str) -> Fence {
        let line = page[..self.range.start].rfind('\n').map_or(0, |end| end + 1);
        Fence {
            range: self.range.clone(),
            prefix: page[line..self.range.start].to_owned(),
            text: String::new(),
            file: self.moved_to.clone(),
            line: page[..self.range.start].matches('\n').count() + 1,
            name: None,
        }
    }

    /// The lines of a picture in a page.
    pub(super) fn write(link: &str, moved_to: Option<&str>, inner: Vec<String>) -> Vec<String> {
        let from = moved_to.map(|file| format!(" from {file}")).unwrap_or_default();
        let blank = String::new;
        [vec![format!("{OPEN}{link}{from} -->"), blank()], inner, vec![blank(), CLOSE.to_owned()]].concat()
    }
}
