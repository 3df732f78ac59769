//! [`Documents`]: what the client has open, as it has it.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::address;
use super::lines::{Encoding, Lines};
use super::piece::Piece;
use crate::cli::files::includes::{Files, Paths};
use crate::cli::pages::fences::blocks;
use crate::resolve::{Load, LoadError, NoIncludes};
use crate::source::Source;

/// A text that the client has open.
pub(super) struct Document {
    pub(super) uri: String,
    pub(super) version: Value,
    pub(super) text: String,
    pub(super) lines: Lines,
    /// Whether it is a page with maps in it.
    page: bool,
    pieces: OnceCell<Vec<Piece>>,
}

/// Everything the client has open.
pub(super) struct Documents {
    pub(super) encoding: Encoding,
    all: BTreeMap<String, Document>,
}

impl Documents {
    /// Nothing yet, from a client that counts columns so.
    pub(super) fn new(encoding: Encoding) -> Self {
        Self { encoding, all: BTreeMap::new() }
    }

    pub(super) fn open(&mut self, item: &Value) {
        let string = |name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default();
        let (uri, text) = (string("uri").to_owned(), string("text").to_owned());
        let page = string("languageId") == "markdown"
            || ["md", "markdown", "mdx"]
                .iter()
                .any(|end| Path::new(&uri).extension().is_some_and(|other| other.eq_ignore_ascii_case(end)));
        let version = item.get("version").cloned().unwrap_or_default();
        let lines = Lines::of(&text);
        self.all.insert(uri.clone(), Document { uri, version, text, lines, page, pieces: OnceCell::new() });
    }

    /// Makes the changes of a client, each in the text that the one before left.
    pub(super) fn change(&mut self, params: &Value) {
        let encoding = self.encoding;
        let uri = params["textDocument"]["uri"].as_str().unwrap_or_default();
        let Some(document) = self.all.get_mut(uri) else { return };
        for change in params["contentChanges"].as_array().into_iter().flatten() {
            let new = change["text"].as_str().unwrap_or_default();
            match change.get("range") {
                Some(range) => {
                    let start = document.lines.offset(&document.text, encoding, &range["start"]);
                    let end = document.lines.offset(&document.text, encoding, &range["end"]);
                    document.text.replace_range(start.min(end)..end.max(start), new);
                }
                None => new.clone_into(&mut document.text),
            }
            document.lines = Lines::of(&document.text);
        }
        document.version = params["textDocument"]["version"].clone();
        // What is read of it is read anew; its last picture stays, for the next to be near it.
        let drawn = document.pieces.take();
        if let (Some(before), false) = (drawn, document.page) {
            let pictures: Vec<_> = before.iter().map(|piece| piece.drawn.take()).collect();
            self.read(uri);
            for (piece, drawn) in self.pieces(uri).iter().zip(pictures) {
                piece.drawn.set(drawn);
            }
        }
    }

    /// Reads all that includes a file anew; gives their addresses.
    pub(super) fn forget(&mut self, path: &Path) -> Vec<String> {
        let name = path.display().to_string();
        let mut forgotten = Vec::new();
        for document in self.all.values_mut() {
            let includes = document.pieces.get().is_some_and(|pieces| {
                pieces.iter().any(|piece| {
                    let mut included = piece.reading.sources.iter().skip(1);
                    included.any(|source| source.name() == name) || has_missing(piece)
                })
            });
            if includes && address::path(&document.uri).as_deref() != Some(path) {
                document.pieces.take();
                forgotten.push(document.uri.clone());
            }
        }
        forgotten
    }

    pub(super) fn close(&mut self, uri: &str) {
        self.all.remove(uri);
    }

    pub(super) fn get(&self, uri: &str) -> Option<&Document> {
        self.all.get(uri)
    }

    pub(super) fn uris(&self) -> Vec<String> {
        self.all.keys().cloned().collect()
    }

    /// The maps of a document, read when first asked for.
    pub(super) fn pieces(&self, uri: &str) -> &[Piece] {
        self.read(uri).map_or(&[], |(_, pieces)| pieces)
    }

    /// A document and its maps.
    pub(super) fn read(&self, uri: &str) -> Option<(&Document, &[Piece])> {
        let document = self.all.get(uri)?;
        let pieces = document.pieces.get_or_init(|| {
            let path = address::path(uri);
            let name = path.as_ref().map_or_else(|| uri.to_owned(), |path| path.display().to_string());
            let at = path.clone().unwrap_or_default();
            let mut open = Open { documents: self, files: Files::of(&Source::new(name.as_str(), ""), &at) };
            let load: &mut dyn Load = if path.is_some() { &mut open } else { &mut NoIncludes };
            if !document.page {
                return vec![Piece::whole(&name, &document.text, load)];
            }
            let fences = blocks(&document.text).fences;
            let starts: Vec<usize> = std::iter::once(0)
                .chain(document.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1))
                .collect();
            let maps = fences.iter().filter(|fence| fence.file.is_none());
            maps.map(|fence| Piece::fenced(&name, &document.text, &starts, fence, load)).collect()
        });
        Some((document, pieces))
    }
}

/// Whether something could not be included, which may be there now.
fn has_missing(piece: &Piece) -> bool {
    piece.problems.iter().any(|problem| matches!(problem, crate::problem::Problem::IncludeMissing { .. }))
}

/// Includes what is open as the client has it, and else what is on the disk.
struct Open<'a> {
    documents: &'a Documents,
    files: Files,
}

impl Load for Open<'_> {
    fn load(&mut self, from: &str, path: &str) -> Result<Source, LoadError> {
        let named = included(from, path);
        let open = named.as_ref().and_then(|path| self.documents.get(&address::uri(path)));
        match (open, named) {
            (Some(document), Some(path)) => Ok(Source::new(path.display().to_string(), document.text.as_str())),
            _ => self.files.load(from, path),
        }
    }
}

/// The file that a text, named by its path, means by `path`; none where that does not start from the text.
pub(super) fn included(from: &str, path: &str) -> Option<PathBuf> {
    (!Path::new(path).has_root()).then(|| Paths::default().included(from, path))
}
