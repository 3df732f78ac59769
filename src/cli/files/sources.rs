//! Reading the text of a map, from whatever bytes there are.

use std::fs::{self, File};
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use crate::cli::failure::Failure;
use crate::cli::files::inputs::Input;
use crate::cli::terminal;
use crate::problem::Problem;
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
    let bytes = read.map_err(|error| Failure::inout("read", input.name(), &error))?;
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
