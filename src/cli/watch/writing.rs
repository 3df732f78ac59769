//! What the page asks about a text that somebody writes in it, and saving that: [`ask`], [`save`].

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::json;

use crate::cli::failure::reason;
use crate::cli::files::includes::FilesBelow;
use crate::cli::files::sources::{self, Content};
use crate::cli::files::write;
use crate::cli::watch::http::Answer;
use crate::cli::watch::preview_map::PreviewMap;
use crate::service::{Question, Service};
use crate::source::Source;

/// So many bytes of a question or of a text to save are read: no map is that large.
pub(crate) const MOST: usize = 8_000_000;

/// Answers a question about a text that stands in the place of the map's. Nothing is written.
pub(crate) fn ask(map: &PreviewMap, body: &[u8]) -> Answer {
    let Some(pictures) = &map.pictures else { return Answer::text(404, "There is no picture yet.") };
    let question = std::str::from_utf8(body).map_err(|error| error.to_string()).and_then(Question::from_json);
    let mut question = match question {
        Ok(question) => question,
        Err(error) => return Answer::text(400, error),
    };
    let renderer = pictures.renderer();
    renderer.look_of(&mut question);
    question.name = Some(map.path.clone());
    let before = pictures.drawn(&map.text, &question);
    let source = Source::new(map.path.as_str(), question.text.as_str());
    let mut files = FilesBelow::of(&source, &map.file, &map.read);
    let answer = Service::new(renderer.fonts()).answer(&question, &mut files, Some(&before));
    answered(200, answer.json)
}

/// A text to save, and what its author believes is in the file.
#[derive(Deserialize)]
struct Save {
    base: String,
    text: String,
}

/// Writes the file of a map if it still holds what the page has read. Else the answer is what it holds now.
pub(crate) fn save(map: &PreviewMap, body: &[u8]) -> Answer {
    let save: Save = match serde_json::from_slice(body) {
        Ok(save) => save,
        Err(error) => return Answer::text(400, error.to_string()),
    };
    match saved(&map.file, &save) {
        Ok(()) => Answer::text(204, ""),
        Err(Hindrance::Changed(text)) => answered(409, json!({ "text": text }).to_string()),
        Err(Hindrance::Other(why)) => Answer::text(400, format!("cannot write {}: {why}", map.path)),
    }
}

enum Hindrance {
    /// The file holds this text.
    Changed(String),
    /// Anything else, in words.
    Other(String),
}

fn saved(path: &Path, save: &Save) -> Result<(), Hindrance> {
    let other = |error: &std::io::Error| Hindrance::Other(reason(error));
    let before = fs::read(path).map_err(|error| other(&error))?;
    let mark: &[u8] = if before.starts_with(MARK) { MARK } else { b"" };
    let now = text(path, &before)?;
    if now == save.text {
        return Ok(());
    }
    if now != save.base {
        return Err(Hindrance::Changed(now));
    }
    let bytes = [mark, save.text.as_bytes()].concat();
    match write::write_over(path, &before, &bytes).map_err(|error| other(&error))? {
        None => Ok(()),
        Some(other) => Err(Hindrance::Changed(text(path, &other)?)),
    }
}

/// A byte order mark.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// The text of a file that can be written again as it was.
fn text(path: &Path, bytes: &[u8]) -> Result<String, Hindrance> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Hindrance::Other("it is in UTF-16; save it in UTF-8 first".to_owned()));
    }
    match sources::content(path.display().to_string(), bytes.to_vec()) {
        Content::Map(source, None) => Ok(source.text().to_owned()),
        _ => Err(Hindrance::Other("it is not in UTF-8".to_owned())),
    }
}

fn answered(status: u16, json: String) -> Answer {
    Answer::Page { status, kind: "application/json", body: json.into_bytes() }
}
