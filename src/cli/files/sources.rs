//! Reading the text of a map, from whatever bytes there are.

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use crate::cli::failure::Failure;
use crate::cli::files::inputs::Input;
use crate::cli::terminal;
use crate::problem::Problem;
use crate::source::{Source, SourceId, Span};

/// Texts with more bytes are not read. The largest map seen is a thousandth of it.
const LONGEST: usize = 16_000_000;

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
        Input::Stdin => {
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
    let file = File::open(path)?;
    let about = file.metadata()?;
    if about.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    bytes(file, about.len() as usize)
}

fn bytes(reader: impl Read, expected: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(expected.min(LONGEST) + 1);
    reader.take(LONGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The text in `bytes`: UTF-8, or UTF-16 with a byte order mark, as some editors write it.
pub(crate) fn content(name: String, bytes: Vec<u8>) -> Content {
    let at = |at: usize| Span::new(SourceId(0), at, at);
    if bytes.len() > LONGEST {
        return Content::Other(Problem::TextTooLong { span: at(0), limit: LONGEST });
    }
    let wide = match bytes.get(..2) {
        Some([0xff, 0xfe]) => Some(u16::from_le_bytes as fn([u8; 2]) -> u16),
        Some([0xfe, 0xff]) => Some(u16::from_be_bytes as fn([u8; 2]) -> u16),
        _ => None,
    };
    if let Some(unit) = wide {
        let units = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
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
