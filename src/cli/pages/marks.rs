//! The comments between which a picture stands in a page: [`Marked`].
//!
//! ```text
//! <!-- wardley: pictures/tea.svg -->
//! ![Tea: …](pictures/tea.svg)
//! <!-- /wardley -->
//! ```
//! Where the map was moved out of the page the first one ends in ` from pictures/tea.wm`. Pages of MDX, which know no
//! `<!-- -->`, have `{/* */}`.

use std::ops::Range;
use std::path::Path;

use crate::cli::files::outputs::Format;
use crate::cli::files::paths::decoded;
use crate::cli::pages::fences::Fence;
use crate::cli::pages::fences::prefix;

/// How comments are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Comments {
    open: &'static str,
    close: &'static str,
}

impl Comments {
    const HTML: Self = Self { open: "<!-- ", close: " -->" };
    const MDX: Self = Self { open: "{/* ", close: " */}" };

    /// Those of the page `path`.
    pub(crate) fn of(path: &Path) -> Self {
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("mdx")) { Self::MDX } else { Self::HTML }
    }
}

/// A picture that an earlier run put into a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Marked {
    /// From the first comment to the end of the second.
    pub(crate) range: Range<usize>,
    /// The picture, as the page names it.
    link: String,
    /// The file that holds the map, where it was moved out of the page.
    pub(crate) moved_to: Option<String>,
}

/// All pictures in a page, in order. Comments in `code` are examples of comments.
pub(crate) fn marked(page: &str, comments: Comments, code: &[Range<usize>]) -> Vec<Marked> {
    let mut marked = Vec::new();
    let mut open: Option<Marked> = None;
    let mut code = code.iter().peekable();
    for (start, mark) in page.match_indices(comments.open) {
        while code.next_if(|code| code.end <= start).is_some() {}
        if code.peek().is_some_and(|code| code.contains(&start)) {
            continue;
        }
        let inner = &page[start + mark.len()..];
        if let Some(rest) = inner.strip_prefix("/wardley") {
            if rest.starts_with(comments.close)
                && let Some(opened) = open.take()
            {
                let end = page.len() - rest.len() + comments.close.len();
                marked.push(Marked { range: opened.range.start..end, ..opened });
            }
        } else if let Some((link, moved_to)) = inner.strip_prefix("wardley: ").and_then(|rest| named(rest, comments)) {
            open = Some(Marked { range: start..start, link: link.to_owned(), moved_to: moved_to.map(str::to_owned) });
        }
    }
    marked
}

/// What an opening comment names: the picture, and the file of the map. Addresses hold no blanks.
fn named(rest: &str, comments: Comments) -> Option<(&str, Option<&str>)> {
    let (link, rest) = rest.split_once(' ')?;
    let close = comments.close.trim_start();
    if rest.starts_with(close) {
        return Some((link, None));
    }
    let (file, rest) = rest.strip_prefix("from ")?.split_once(' ')?;
    rest.starts_with(close).then_some((link, Some(file)))
}

/// For each of the maps of a page, its picture; and apart the pictures whose map was moved out of the page.
pub(crate) fn shared_out(page: &str, fences: &[Fence], marks: Vec<Marked>) -> (Vec<Option<Marked>>, Vec<Marked>) {
    let mut shares = vec![None; fences.len()];
    let mut moved = Vec::new();
    for marked in marks {
        let first = fences.partition_point(|fence| fence.range.start < marked.range.start);
        let inside = fences[first..].iter().take_while(|fence| fence.range.start < marked.range.end).count();
        let owner = match inside {
            0 if marked.moved_to.is_some() => {
                moved.extend(Some(marked).filter(|marked| stands_alone(page, &marked.range)));
                continue;
            }
            // Nothing stands between the map and its picture.
            0 => first.checked_sub(1).filter(|&before| {
                let between = page.get(fences[before].range.end..marked.range.start);
                between.is_some_and(|between| between.chars().all(|mark| mark.is_whitespace() || mark == '>'))
            }),
            1 if marked.moved_to.is_none() => Some(first),
            // Somebody wrote more maps into it: each is to have a picture of its own.
            _ => None,
        };
        if let Some(owner) = owner
            && shares[owner].is_none()
            && fences[owner].prefix == prefix(page, marked.range.start)
        {
            shares[owner] = Some(marked);
        }
    }
    (shares, moved)
}

/// Whether the marks stand as they are written: the first on a line of its own with an empty one behind it. Elsewhere, in the middle
/// of HTML say, new lines would change what the page around them means.
fn stands_alone(page: &str, range: &Range<usize>) -> bool {
    let before = &page[page[..range.start].rfind('\n').map_or(0, |end| end + 1)..range.start];
    let is_container = |mark: char| mark.is_whitespace() || mark.is_ascii_digit() || "->*+.)".contains(mark);
    let mut lines = page[range.clone()].lines();
    let first_ends = lines.next().is_some_and(|line| line.ends_with("-->") || line.ends_with("*/}"));
    let second = lines.next().unwrap_or("no");
    before.chars().all(is_container) && first_ends && second.trim_matches(['>', ' ', '\t']).is_empty()
}

impl Marked {
    /// The picture's file name, with the ending of the format that is drawn now.
    pub(crate) fn file_name(&self, format: Format) -> Option<String> {
        let name = decoded(self.link.rsplit('/').next().unwrap_or_default());
        let stem = name.file_stem()?.to_string_lossy().into_owned();
        Some(format!("{stem}.{}", format.ending()))
    }

    /// The place of a map that was moved out of the page.
    pub(crate) fn as_fence(&self, page: &str) -> Fence {
        Fence {
            range: self.range.clone(),
            prefix: prefix(page, self.range.start),
            text: String::new(),
            file: self.moved_to.as_deref().map(decoded),
            line: page[..self.range.start].matches('\n').count() + 1,
            name: None,
            closed: true,
        }
    }

    /// The lines of a picture in a page.
    pub(crate) fn write(comments: Comments, link: &str, moved_to: Option<&str>, inner: Vec<String>) -> Vec<String> {
        let Comments { open, close } = comments;
        let from = moved_to.map(|file| format!(" from {file}")).unwrap_or_default();
        let first = format!("{open}wardley: {link}{from}{close}");
        [vec![first, String::new()], inner, vec![String::new(), format!("{open}/wardley{close}")]].concat()
    }
}
