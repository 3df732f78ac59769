//! Names written so that they are read as meant.

use super::{Edit, Refused, applied};
use crate::Reading;
use crate::map::Map;
use crate::resolve::{Load, LoadError};
use crate::source::{Source, SourceId, Sources, Span};
use crate::syntax::ast::Statement;
use crate::syntax::parse;
use crate::syntax::quoted;

/// The name as somebody types it: whitespace collapsed, line breaks kept.
pub(super) fn tidy(name: &str) -> Result<String, Refused> {
    let lines: Vec<String> =
        name.trim().lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let tidy = lines.join("\n");
    if tidy.is_empty() { Err(Refused::NoName) } else { Ok(tidy) }
}

/// The line that `write` makes of a name, as it is or else in quotes, if it is read as `meant`.
pub(super) fn line(
    name: &str,
    quotes: bool,
    write: impl Fn(&str) -> String,
    meant: impl Fn(&Statement) -> bool,
) -> Result<String, Refused> {
    let plain = (!quotes).then(|| name.to_owned());
    let spellings = plain.into_iter().chain([quoted(name)]);
    let mut lines = spellings.map(|spelling| write(&spelling));
    lines.find(|line| is_read(line, &meant)).ok_or_else(|| Refused::Unwritable(name.to_owned()))
}

/// Whether a text is one line that says, beyond doubt, what is meant.
pub(super) fn is_read(text: &str, meant: impl Fn(&Statement) -> bool) -> bool {
    let source = Source::new("", text);
    let parsed = parse(&source, SourceId::default());
    match parsed.file.lines.as_slice() {
        [line] => line.comments.is_empty() && line.statement.as_ref().is_some_and(meant),
        _ => false,
    }
}

/// Edits that write `name` over each of these spans, as it is or in quotes, so that the map is then `meant` and nothing else.
pub(super) fn written(reading: &Reading, spans: &[Span], name: &str, meant: &Map) -> Result<Vec<Edit>, Refused> {
    let kept = |span: &Span| {
        let quotes = reading.sources.slice(*span).starts_with(['"', '\'']);
        Edit::new(*span, if quotes { quoted(name) } else { name.to_owned() })
    };
    let quotes = |span: &Span| Edit::new(*span, quoted(name));
    first_meant(reading, [spans.iter().map(kept).collect(), spans.iter().map(quotes).collect()], meant)
        .ok_or_else(|| Refused::Unwritable(name.to_owned()))
}

/// An edit that puts `mark` and `name` in, as it is or in quotes, so that the map is then `meant` and nothing else.
pub(super) fn put_in(
    reading: &Reading,
    behind: Span,
    mark: &str,
    name: &str,
    meant: &Map,
) -> Result<Vec<Edit>, Refused> {
    let way = |name: &str| vec![Edit::new(behind, format!("{mark}{name}"))];
    first_meant(reading, [way(name), way(&quoted(name))], meant).ok_or_else(|| Refused::Unwritable(name.to_owned()))
}

fn first_meant(reading: &Reading, ways: [Vec<Edit>; 2], meant: &Map) -> Option<Vec<Edit>> {
    let meant = meant.clone().placeless();
    ways.into_iter().find(|edits| preview(reading, edits).placeless() == meant)
}

/// The map that the texts hold with the edits made. Includes are those of before.
pub fn preview(reading: &Reading, edits: &[Edit]) -> Map {
    let text = |at: usize, source: &Source| applied(source.text(), SourceId(at as u16), edits);
    let texts: Vec<Source> =
        reading.sources.iter().enumerate().map(|(at, source)| Source::new(source.name(), text(at, source))).collect();
    let Some(first) = texts.first().cloned() else { return Map::default() };
    let mut sources = Sources::default();
    let id = sources.add(first);
    let parsed = parse(sources.get(id), id);
    crate::resolve::resolve(parsed.file, &mut sources, &mut Again(&texts)).map
}

/// Includes what was included before, as far as its name shows what it is.
struct Again<'a>(&'a [Source]);

impl Load for Again<'_> {
    fn load(&mut self, _: &str, path: &str) -> Result<Source, LoadError> {
        let path = path.trim_start_matches("./").trim_start_matches("../");
        self.0.iter().find(|source| source.name().ends_with(path)).cloned().ok_or(LoadError::Off)
    }
}
