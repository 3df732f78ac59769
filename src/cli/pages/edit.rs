//! What pages and pictures are to hold: [`Editor`].

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf, absolute};

use crate::cli::files::outputs::dark_of;
use crate::cli::files::paths::between;
use crate::cli::pages::marks::{Comments, Marked};
use crate::cli::pages::page::{Map, Mode, Page, Placing};

/// Gives pictures their names and pages their new text.
pub(crate) struct Editor<'a> {
    placing: &'a Placing,
    /// The names that are given, absolute.
    taken: BTreeSet<PathBuf>,
    /// The last number that was given behind each name: those before it are not free either.
    numbers: BTreeMap<PathBuf, u32>,
    /// What the files beside the pages are to hold: pictures, and maps that moved out of their page.
    pub(crate) files: BTreeMap<PathBuf, Vec<u8>>,
}

impl<'a> Editor<'a> {
    pub(crate) fn new(placing: &'a Placing) -> Self {
        Self { placing, taken: BTreeSet::new(), numbers: BTreeMap::new(), files: BTreeMap::new() }
    }

    /// The new texts of all pages.
    pub(crate) fn edit(&mut self, pages: &[Page]) -> Vec<String> {
        // Names that pictures have already come first, so that a new map takes none of them away.
        let mut kept = Vec::new();
        for page in pages {
            kept.push(page.maps.iter().map(|map| self.kept(page, map)).collect::<Vec<_>>());
        }
        pages.iter().zip(kept).map(|(page, kept)| self.page(page, kept)).collect()
    }

    fn folder(&self, page: &Page) -> PathBuf {
        self.placing.out_dir.clone().unwrap_or_else(|| page.path.with_file_name(""))
    }

    /// The name that a map's picture has from an earlier run, unless the author asks for another, or another map has it.
    fn kept(&mut self, page: &Page, map: &Map) -> Option<PathBuf> {
        let file = self.folder(page).join(map.marked.as_ref()?.file_name(self.placing.format)?);
        if let Some(name) = &map.fence.name {
            let stem = file.file_stem().unwrap_or_default().to_string_lossy();
            let number = stem.strip_prefix(slug(name).as_str())?;
            let numbered = number.strip_prefix('-').is_some_and(|number| number.parse::<u32>().is_ok());
            if !number.is_empty() && !numbered {
                return None;
            }
        }
        self.take(&file).then_some(file)
    }

    /// Whether nobody had this name before.
    fn take(&mut self, file: &Path) -> bool {
        self.taken.insert(absolute(file).unwrap_or_else(|_| file.to_owned()))
    }

    /// A new picture's name: the block's own, the title's, or the page's with a number; another number where it is taken, or
    /// where a file of that name holds something else, for it may be somebody's.
    fn name(&mut self, page: &Page, at: usize, map: &Map, bytes: &[u8]) -> PathBuf {
        let stem = page.path.file_stem().unwrap_or_default().to_string_lossy();
        let name = map.fence.name.as_deref().or(map.picture.title.as_deref()).map(slug).filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| format!("{}-{}", slug(&stem), at + 1));
        let folder = self.folder(page);
        let first = folder.join(&name);
        let mut count = self.numbers.get(&first).copied().unwrap_or_default();
        loop {
            count += 1;
            let number = if count == 1 { String::new() } else { format!("-{count}") };
            let file = folder.join(format!("{name}{number}.{}", self.placing.format.ending()));
            let free = is_free(&file, bytes)
                && (self.placing.mode != Mode::Replace || is_free(&source_of(&file), &source(map)));
            if free && self.take(&file) {
                self.numbers.insert(first, count);
                return file;
            }
        }
    }

    fn page(&mut self, page: &Page, kept: Vec<Option<PathBuf>>) -> String {
        let mut text = String::with_capacity(page.text.len());
        let mut from = 0;
        for (at, (map, kept)) in page.maps.iter().zip(kept).enumerate() {
            // A map that cannot be read stays as it is, and so does its picture.
            let Some(bytes) = &map.picture.bytes else { continue };
            let file = kept.unwrap_or_else(|| self.name(page, at, map, bytes));
            let range = map.marked.as_ref().map_or(map.fence.range.clone(), |marked| {
                map.fence.range.start.min(marked.range.start)..map.fence.range.end.max(marked.range.end)
            });
            text += &page.text[from..range.start];
            text += &self.block(page, map, &file);
            from = range.end;
            if let Some(dark) = &map.dark {
                self.files.insert(dark_of(&file), dark.clone());
            }
            self.files.insert(file, bytes.clone());
        }
        text + &page.text[from..]
    }

    /// A map as it is to stand in the page, from its first character to its last.
    fn block(&mut self, page: &Page, map: &Map, file: &Path) -> String {
        let link = between(&page.path, file);
        let comments = Comments::of(&page.path);
        let fence = &page.text[map.fence.range.clone()];
        let moved = map.marked.as_ref().and_then(|marked| marked.moved_to.clone());
        let image = image(map, &link, page, file);
        let blank = String::new;
        let lines: Vec<String> = match self.placing.mode {
            _ if moved.is_some() => Marked::write(comments, &link, moved.as_deref(), vec![image]),
            Mode::Below => {
                [vec![fence.to_owned(), blank()], Marked::write(comments, &link, None, vec![image])].concat()
            }
            Mode::Details => {
                let (first, last) = ("<details><summary>The map as text</summary>".to_owned(), "</details>".to_owned());
                let inner = vec![image, blank(), first, blank(), fence.to_owned(), blank(), last];
                Marked::write(comments, &link, None, inner)
            }
            Mode::Replace => {
                let moved = source_of(file);
                let lines = Marked::write(comments, &link, Some(&between(&page.path, &moved)), vec![image]);
                self.files.insert(moved, source(map));
                lines
            }
        };
        let end = if page.text.contains("\r\n") { "\r\n" } else { "\n" };
        let bare = map.fence.prefix.trim_end();
        let mut block = String::new();
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                block += end;
                block += if line.is_empty() { bare } else { &map.fence.prefix };
            }
            block += line;
        }
        block
    }
}

/// Whether `bytes` can be written to the file without a loss.
fn is_free(file: &Path, bytes: &[u8]) -> bool {
    !file.exists() || fs::read(file).is_ok_and(|there| there == bytes)
}

/// Where a map goes that moves out of its page.
fn source_of(file: &Path) -> PathBuf {
    file.with_extension("wm")
}

fn source(map: &Map) -> Vec<u8> {
    let mut text = map.fence.text.clone();
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text.into_bytes()
}

/// The picture in a page.
fn image(map: &Map, link: &str, page: &Page, file: &Path) -> String {
    let alt = map.picture.alt.replace(['\n', '\r'], " ");
    if map.dark.is_none() {
        let mut escaped = String::with_capacity(alt.len());
        for mark in alt.chars() {
            if matches!(mark, '\\' | '[' | ']' | '*' | '_' | '`' | '<' | '>' | '&' | '~' | '^' | '$' | '{' | '}') {
                escaped.push('\\');
            }
            escaped.push(mark);
        }
        return format!("![{escaped}]({link})");
    }
    let dark = between(&page.path, &dark_of(file));
    let alt = alt.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
    // Written so that HTML and JSX both read it.
    format!(
        "<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"{dark}\" /><img alt=\"{alt}\" src=\"{link}\" /></picture>"
    )
}

/// What pictures are called: lower case letters, digits and hyphens of any script.
fn slug(text: &str) -> String {
    let words = text.split(|mark: char| !mark.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-").chars().take(60).collect()
}
