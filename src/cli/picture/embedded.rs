//! The source of a map in its picture, so that it travels along: `--embed-source`, and back.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::resolve::{Load, LoadError};
use crate::source::{Source, Sources};

/// How the source begins and ends in an SVG.
const OPENING: &str = "<metadata class=\"wardley-source\">";
const CLOSING: &str = "</metadata>";
/// What a PNG begins with.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// What the chunk of a PNG with the source begins with: its keyword; not packed, in no language, by no other name.
const KEYWORD: &[u8] = b"wardley-source\0\0\0\0\0";

/// The texts that a map was drawn from, the map's own first.
pub(crate) struct Embedded(Vec<Source>);

/// Puts the texts into a picture that can hold them, an SVG or a PNG.
pub(crate) fn embed(picture: Vec<u8>, sources: &Sources) -> Vec<u8> {
    let own = sources.iter().next().map(|source| source.name().to_owned()).unwrap_or_default();
    let folder = Path::new(&own).parent().unwrap_or(Path::new(""));
    let name = |source: &Source| {
        Path::new(source.name())
            .strip_prefix(folder)
            .map_or(source.name().to_owned(), |path| path.display().to_string())
    };
    let files: Vec<Value> =
        sources.iter().map(|source| json!({ "name": name(source), "text": source.text() })).collect();
    let files = json!(files).to_string();
    if picture.starts_with(PNG) {
        let mut chunk = b"iTXt".to_vec();
        chunk.extend(KEYWORD);
        chunk.extend(files.as_bytes());
        return with_chunk(&picture, &chunk);
    }
    let escaped = files.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    // Behind the opening tag of the picture, whose attributes hold no `>`.
    let text = String::from_utf8_lossy(&picture);
    let place = text.find("<svg").and_then(|start| Some(start + text[start..].find('>')? + 1));
    let Some((before, after)) = place.map(|place| text.split_at(place)) else { return picture };
    format!("{before}{OPENING}{escaped}{CLOSING}{after}").into_bytes()
}

/// The texts in the picture at `path`; `None` if it holds none.
pub(crate) fn embedded(path: &Path) -> Option<Embedded> {
    let ending = path.extension()?;
    if !["svg", "png", "html"].iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        return None;
    }
    let bytes = fs::read(path).ok()?;
    let files = if bytes.starts_with(PNG) {
        String::from_utf8(chunk(&bytes)?.to_vec()).ok()?
    } else {
        let text = String::from_utf8(bytes).ok()?;
        let (escaped, _) = text.split_once(OPENING)?.1.split_once(CLOSING)?;
        escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    };
    let files: Value = serde_json::from_str(&files).ok()?;
    let source = |file: &Value| Some(Source::new(file["name"].as_str()?, file["text"].as_str()?));
    let files: Vec<Source> = files.as_array()?.iter().filter_map(source).collect();
    (!files.is_empty()).then_some(Embedded(files))
}

impl Embedded {
    /// The map's own text.
    pub(crate) fn map(&self) -> Source {
        self.0[0].clone()
    }
}

impl Load for Embedded {
    fn load(&mut self, from: &str, path: &str) -> Result<Source, LoadError> {
        let beside = Path::new(from).with_file_name("").join(path);
        let found = self.0.iter().find(|source| Path::new(source.name()) == beside);
        found.cloned().ok_or_else(|| LoadError::Failed("not in the picture".to_owned()))
    }
}

/// The content of the chunk with the source.
fn chunk(png: &[u8]) -> Option<&[u8]> {
    let mut rest = png.get(PNG.len()..)?;
    loop {
        let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?) as usize;
        let body = rest.get(8..8 + length)?;
        if &rest[4..8] == b"iTXt" && body.starts_with(KEYWORD) {
            return Some(&body[KEYWORD.len()..]);
        }
        rest = rest.get(12 + length..)?;
    }
}

/// The PNG with a chunk more, behind its header. `chunk` is its type and its content.
fn with_chunk(png: &[u8], chunk: &[u8]) -> Vec<u8> {
    /// How long the signature and the header are.
    const HEAD: usize = 33;
    let mut out = png[..HEAD].to_vec();
    out.extend((chunk.len() as u32 - 4).to_be_bytes());
    out.extend(chunk);
    out.extend(checksum(chunk).to_be_bytes());
    out.extend(&png[HEAD..]);
    out
}

/// CRC-32, as PNG has it.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
    !bytes.iter().fold(u32::MAX, |sum, &byte| (0..8).fold(sum ^ u32::from(byte), step))
}
