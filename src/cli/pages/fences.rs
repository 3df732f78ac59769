//! Maps in Markdown: [`blocks`] finds the fenced blocks that hold one.

use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::cli::files::sources::is_mermaid_map;
use crate::source::{Place, Source};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// The words that say that a block is a map.
const WORDS: [&str; 4] = ["wardley", "owm", "wardleymap", "wm"];

/// A block with a map: a fenced one, or a paragraph that names a file (`{{#wardley maps/tea.wm}}`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fence {
    /// Where the block stands in the page, from the first mark to the last.
    pub(crate) range: Range<usize>,
    /// What stands before the first mark on its line, such as `> ` in a quotation, as following lines have it.
    pub(crate) prefix: String,
    /// The map; empty where a file is named.
    pub(crate) text: String,
    /// The file that is named.
    pub(crate) file: Option<PathBuf>,
    /// On which line of the page the map's first line stands, from 1.
    pub(crate) line: usize,
    /// `name=…` behind the word, or `{#…}`.
    pub(crate) name: Option<String>,
    /// Whether the block has an end of its own, and does not just reach to the end of the page or of a list.
    pub(crate) closed: bool,
}

impl Fence {
    /// The map as a part of the page at `path`.
    pub(crate) fn source(&self, path: &Path) -> Source {
        let first = Place { line: self.line, column: self.prefix.chars().count() + 1 };
        Source::of_part(path.display().to_string(), self.text.as_str(), first)
    }
}

/// What is to be known of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Blocks {
    /// The maps in it, in order.
    pub(crate) fences: Vec<Fence>,
    /// Where code stands, the maps' too, in order.
    pub(crate) code: Vec<Range<usize>>,
}

/// Finds the maps in a page.
pub(crate) fn blocks(page: &str) -> Blocks {
    let mut blocks = Blocks::default();
    // Most pages hold no map, and reading Markdown costs more than looking for a word.
    let lower = page.to_ascii_lowercase();
    if !WORDS.iter().any(|word| lower.contains(word)) {
        return blocks;
    }
    let mut open: Option<Fence> = None;
    let mut lines = Lines { page, at: 0, line: 1 };
    for (event, range) in Parser::new_ext(page, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                blocks.code.push(range.clone());
                let word =
                    info.trim_start_matches(['{', '.', ' ']).split([' ', '\t', ',', '}']).next().unwrap_or_default();
                let may_be = WORDS.iter().chain(&["mermaid"]).any(|known| word.eq_ignore_ascii_case(known));
                open = may_be.then(|| Fence {
                    prefix: prefix(page, range.start),
                    line: lines.of(range.start) + 1,
                    name: name(&info),
                    text: String::new(),
                    file: None,
                    closed: false,
                    range,
                });
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) | Event::Code(_) => blocks.code.push(range),
            Event::Start(Tag::Paragraph) => {
                if let Some(file) = named_file(page[range.clone()].trim()) {
                    let (prefix, line) = (prefix(page, range.start), lines.of(range.start));
                    let fence =
                        Fence { range, prefix, text: String::new(), file: Some(file), line, name: None, closed: true };
                    blocks.fences.push(trimmed(page, fence));
                }
            }
            Event::Text(text) => open.iter_mut().for_each(|fence| fence.text.push_str(&text)),
            Event::End(TagEnd::CodeBlock) => {
                if let Some(fence) = open.take().filter(|fence| !is_other_mermaid(page, fence)) {
                    let fence = trimmed(page, fence);
                    let closed = page[fence.range.clone()].lines().count() == fence.text.lines().count() + 2;
                    blocks.fences.push(without_options(page, Fence { closed, ..fence }));
                }
            }
            _ => {}
        }
    }
    blocks
}

/// `{{#wardley maps/tea.wm}}`
fn named_file(paragraph: &str) -> Option<PathBuf> {
    let file = paragraph.strip_prefix("{{#wardley ")?.strip_suffix("}}")?.trim();
    (!file.is_empty() && !file.contains('\n')).then(|| file.into())
}

/// Mermaid draws more than maps. Only its `wardley-beta` is ours.
fn is_other_mermaid(page: &str, fence: &Fence) -> bool {
    let word = info(page, fence).get(.."mermaid".len());
    word.is_some_and(|word| word.eq_ignore_ascii_case("mermaid")) && !is_mermaid_map(&fence.text)
}

/// What stands behind the marks that open a block, from its first word on.
fn info<'a>(page: &'a str, fence: &Fence) -> &'a str {
    let opening = page.get(fence.range.clone()).unwrap_or_default().lines().next().unwrap_or_default();
    opening.trim_start_matches(['`', '~']).trim_start()
}

/// What a block is called: `name=tea`, `name="Tea at Home"`, or `#tea`.
fn name(info: &str) -> Option<String> {
    let ends = |mark: char| mark.is_whitespace() || matches!(mark, ',' | '{' | '}');
    let mut rest = info;
    while !rest.is_empty() {
        rest = rest.trim_start_matches(ends);
        let quoted = ['"', '\''].into_iter().find_map(|quote| {
            let (name, behind) = rest.strip_prefix("name=")?.strip_prefix(quote)?.split_once(quote)?;
            Some((name, behind))
        });
        if let Some((name, _)) = quoted {
            return Some(name.to_owned()).filter(|name| !name.is_empty());
        }
        let (word, behind) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        if let Some(name) = word.strip_prefix("name=").or_else(|| word.strip_prefix('#')) {
            let name = name.trim_matches(['"', '\'']);
            return Some(name.to_owned()).filter(|name| !name.is_empty());
        }
        rest = behind;
    }
    None
}

/// The block of a directive of `MyST` (`{wardley}`) without its options, `:name: tea`, one a line before the map.
fn without_options(page: &str, mut fence: Fence) -> Fence {
    let is_directive = info(page, &fence).strip_prefix('{').is_some_and(|word| !word.trim_start().starts_with('.'));
    let mut start = 0;
    for line in fence.text.split_inclusive('\n').filter(|_| is_directive) {
        let Some((key, value)) = line.strip_prefix(':').and_then(|line| line.split_once(':')) else { break };
        if key == "name" && !value.trim().is_empty() {
            fence.name = Some(value.trim().to_owned());
        }
        start += line.len();
        fence.line += 1;
    }
    fence.text.drain(..start);
    fence
}

/// What stands before a block, as the lines behind it repeat it: marks of a quotation stay, a list's mark becomes blanks.
pub(crate) fn prefix(page: &str, start: usize) -> String {
    let line = page[..start].rfind('\n').map_or(0, |end| end + 1);
    page[line..start].chars().map(|mark| if mark == '>' || mark == '\t' { mark } else { ' ' }).collect()
}

/// The block's range without the line's end that some blocks have with them.
fn trimmed(page: &str, fence: Fence) -> Fence {
    let range = fence.range.start..fence.range.start + page[fence.range.clone()].trim_end_matches(['\n', '\r']).len();
    Fence { range, ..fence }
}

/// Counts lines, always onward.
struct Lines<'a> {
    page: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, offset: usize) -> usize {
        if offset > self.at {
            self.line += self.page[self.at..offset].bytes().filter(|&byte| byte == b'\n').count();
            self.at = offset;
        }
        self.line
    }
}
