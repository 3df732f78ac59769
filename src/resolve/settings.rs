//! Settings that other programs keep beside a map: YAML front matter and Mermaid's `%%{init}%%`.

use super::context::Context;
use crate::map::{Map, Style, Title};
use crate::problem::Problem;
use crate::source::Span;
use crate::syntax::ast::{Line, Statement};
use crate::vocabulary::Keyword;

/// The largest width and height that a setting can ask for, in pixels.
const LARGEST: f64 = 100_000.0;

impl Context<'_> {
    /// Uses theme, title, width and height where the map itself says nothing of them; other keys are reported.
    pub(super) fn settings<'a>(&mut self, lines: impl Iterator<Item = &'a Line>, map: &mut Map) {
        for line in lines {
            if let Some(Statement::FrontMatter(span)) = &line.statement {
                self.pairs(**span, '\n', map);
            }
            for &comment in &line.comments {
                let text = self.written(comment);
                if let Some(start) = text.find("%%{").filter(|start| text[start + 3..].trim_start().starts_with("init"))
                {
                    let start = comment.start + start as u32 + 3;
                    self.pairs(Span { start, ..comment }, ',', map);
                }
            }
        }
    }

    /// `key: value`, several with `between` between them.
    fn pairs(&mut self, span: Span, between: char, map: &mut Map) {
        let text = self.written(span);
        let mut at = span.start;
        for piece in text.split(between) {
            let start = at + (piece.len() - piece.trim_start().len()) as u32;
            at += piece.len() as u32 + 1;
            // Of nested keys the last one holds the value.
            let marks = |mark: char| mark.is_whitespace() || "{}%'\"".contains(mark);
            let Some((keys, value)) = piece.rsplit_once(':').filter(|_| !piece.trim_start().starts_with('#')) else {
                continue;
            };
            let key = keys.rsplit([':', '{', ',']).next().unwrap_or_default().trim_matches(marks);
            let value = value.trim_matches(marks);
            if key.is_empty() || value.is_empty() {
                continue;
            }
            let span = Span { start, end: start + piece.trim().len() as u32, ..span };
            if !setting(key, value, span, map) {
                self.report(Problem::IgnoredSetting { span, key: key.to_owned() });
            }
        }
    }
}

/// Whether the setting means something here.
fn setting(key: &str, value: &str, span: Span, map: &mut Map) -> bool {
    let length = || value.trim_end_matches("px").parse().ok().filter(|length| *length > 0.0 && *length <= LARGEST);
    match key {
        "theme" => match (Style::from_word(value), value) {
            (Some(style), _) => _ = map.style.get_or_insert(style),
            // What Mermaid calls its usual looks.
            (None, "default" | "base" | "neutral") => {}
            (None, _) => return false,
        },
        word if word == Keyword::Title.word() => {
            _ = map.title.get_or_insert(Title { text: value.to_owned(), span });
        }
        "width" if length().is_some() => map.size.width = map.size.width.or(length()),
        "height" if length().is_some() => map.size.height = map.size.height.or(length()),
        _ => return false,
    }
    true
}
