//! Reading the text of a map, from whatever bytes there are.

use std::fs::{self, File};
use std::io::{self, ErrorKind, IsTerminal, Read};
use std::path::{Path, PathBuf};

use crate::cli::failure::{Failure, reason};
use crate::cli::files::inputs::Input;
use crate::cli::terminal;
use crate::problem::{Problem, near};
use crate::source::{Source, SourceId, Span};

/// Texts with more bytes are not read. The largest map seen is five hundred times smaller.
const LONGEST: usize = 8_000_000;
/// Nor are texts with more lines. Of each line something is kept, however short it is: a map of as many takes 1 GB at most.
const LINES: usize = 500_000;

/// How much text there is.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Size {
    bytes: usize,
    lines: usize,
}

impl Size {
    /// The size of a text.
    pub(crate) fn of(text: &[u8]) -> Self {
        Self { bytes: text.len(), lines: text.iter().filter(|&&byte| matches!(byte, b'\n' | b'\r')).count() }
    }

    /// The size of both.
    pub(crate) fn with(self, text: &[u8]) -> Self {
        let other = Self::of(text);
        Self { bytes: self.bytes + other.bytes, lines: self.lines + other.lines }
    }

    /// Whether that is more than is read.
    pub(crate) fn is_too_much(self) -> bool {
        self.bytes > LONGEST || self.lines > LINES
    }
}

/// What an input holds.
#[derive(Debug)]
pub(crate) enum Content {
    /// A map's text, and what is wrong with its bytes.
    Map(Source, Option<Problem>),
    /// Something no map can be read from.
    Other(Problem),
}

/// Reads an input.
pub(crate) fn read(input: &Input) -> Result<Content, Failure> {
    let read = match input {
        Input::Stdin { .. } => {
            if io::stdin().is_terminal() {
                terminal::say("reading a map from the keyboard; Ctrl-D ends it\n");
            }
            bytes(io::stdin().lock(), 0)
        }
        Input::File { path, .. } => file(path),
    };
    let failed = |error: io::Error| match input.path().filter(|_| error.kind() == ErrorKind::NotFound).and_then(meant) {
        Some(near) => {
            let why = format!("{}; did you mean {}?", reason(&error), near.display());
            Failure::cannot("read", input.name(), &why)
        }
        None => Failure::inout("read", input.name(), &error),
    };
    let bytes = read.map_err(failed)?;
    Ok(content(input.name(), bytes))
}

/// A file's bytes; one more than [`LONGEST`] where there are more.
pub(crate) fn file(path: &Path) -> io::Result<Vec<u8>> {
    let about = fs::metadata(path)?;
    if about.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    // To open a pipe waits for whoever writes into it, and a device may have no end.
    if !about.is_file() {
        return Err(io::Error::other("it is no file but a pipe or a device; `-` reads standard input"));
    }
    bytes(File::open(path)?, about.len() as usize)
}

/// The text of a page.
///
/// # Errors
///
/// When it cannot be read, or is no UTF-8.
pub(crate) fn page(path: &Path) -> Result<String, Failure> {
    let bytes = file(path).map_err(|error| Failure::inout("read", path.display(), &error))?;
    String::from_utf8(bytes).map_err(|_| Failure::cannot("read", path.display(), "it is not UTF-8 text"))
}

/// Whether a file is a map of Mermaid's: `wardley-beta` is its first word. Mermaid draws much else.
pub(crate) fn begins_as_map(path: &Path) -> bool {
    const ENOUGH: u64 = 4096;
    let mut start = Vec::new();
    let is_file = fs::metadata(path).is_ok_and(|about| about.is_file());
    let read = is_file.then(|| File::open(path).and_then(|file| file.take(ENOUGH).read_to_end(&mut start)));
    read.is_some_and(|read| read.is_ok()) && is_mermaid_map(&String::from_utf8_lossy(&start))
}

/// Whether a text for Mermaid is a map, behind front matter and comments.
pub(crate) fn is_mermaid_map(text: &str) -> bool {
    let mut front_matter = false;
    let first = text.lines().map(|line| line.trim_start_matches('\u{feff}').trim()).find(|line| {
        if *line == "---" {
            front_matter = !front_matter;
            return false;
        }
        !front_matter && !line.is_empty() && !line.starts_with("%%")
    });
    first.is_some_and(|line| line.starts_with("wardley-beta"))
}

/// A file beside the one at `path`, which is not there, that may have been meant.
fn meant(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let beside = fs::read_dir(folder).ok()?.flatten().take(1000).filter(|entry| !entry.path().is_dir());
    let beside: Vec<String> = beside.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    near::nearest(name, beside.iter().map(String::as_str)).map(|near| path.with_file_name(near))
}

fn bytes(reader: impl Read, expected: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(expected.min(LONGEST) + 1);
    reader.take(LONGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The text in `bytes`: UTF-8, or UTF-16 with a byte order mark, as some editors write it.
pub(crate) fn content(name: String, bytes: Vec<u8>) -> Content {
    let at = |at: usize| Span::new(SourceId(0), at, at);
    let size = Size::of(&bytes);
    if size.is_too_much() {
        let (limit, unit) = if size.bytes > LONGEST { (LONGEST, "bytes") } else { (LINES, "lines") };
        return Content::Other(Problem::TextTooLong { span: at(0), limit, unit });
    }
    let wide = match bytes.get(..2) {
        Some([0xff, 0xfe]) => Some(u16::from_le_bytes as fn([u8; 2]) -> u16),
        Some([0xfe, 0xff]) => Some(u16::from_be_bytes as fn([u8; 2]) -> u16),
        _ => None,
    };
    if let Some(unit) = wide {
        let units = bytes[2..].as_chunks().0.iter().map(|&pair| unit(pair));
        let text: String = char::decode_utf16(units).map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        return Content::Map(Source::new(name, text), None);
    }
    if bytes.contains(&0) {
        return Content::Other(Problem::NotText { span: at(0) });
    }
    match String::from_utf8(bytes) {
        Ok(text) => Content::Map(Source::new(name, text), None),
        Err(error) => {
            let count = error.as_bytes().utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
            let source = Source::new(name, String::from_utf8_lossy(error.as_bytes()));
            let first = source.text().find(char::REPLACEMENT_CHARACTER).unwrap_or(0);
            let span = Span::new(SourceId(0), first, first + char::REPLACEMENT_CHARACTER.len_utf8());
            Content::Map(source, Some(Problem::InvalidUtf8 { span, count }))
        }
    }
}
