//! TREE → TEXT: [`format()`] writes a text anew in the one canonical form: `wardley fmt`.
//!
//! A line is written anew only if it is then read as the same statement; every other line stays as it is. So nothing that was
//! not understood is touched, and the map stays the very same.

mod legacy;
mod line;
mod names;

use legacy::Modern;
use line::Lines;

use crate::source::Source;
use crate::syntax::ast::{File, Line, Statement};

/// What stands before a line in the braces of a pipeline.
const INDENT: &str = "  ";

/// The canonical form of `file`, which was read from `source`: whitespace and empty lines tidied, coordinates with two decimals or
/// more, keywords in lower case, old forms replaced by those of today.
///
/// It is the same map with the same comments in the same order, and formatting it again changes nothing. Lines that say nothing
/// known stay as they are, byte for byte. Lines end as the first one does.
///
/// ```
/// use wardley::source::{Source, SourceId};
/// use wardley::{format, syntax};
///
/// let source = Source::new("tea.wm", "Component  Kettle [.5,0.4]  // boils\n\n\n\nmarket Power [0.1,0.8]\nKettle->Power");
/// let file = syntax::parse(&source, SourceId::default()).file;
/// let text = format::format(&source, &file);
/// assert_eq!(text, "component Kettle [0.50, 0.40] // boils\n\ncomponent Power [0.10, 0.80] (market)\nKettle -> Power\n");
/// ```
pub fn format(source: &Source, file: &File) -> String {
    let lines = Lines::new(source, file);
    let modern = Modern::of(file, &lines);
    let end = if source.line(1).is_some_and(|first| source.text()[first.len()..].starts_with("\r\n")) {
        "\r\n"
    } else {
        "\n"
    };
    let mut text = String::with_capacity(source.text().len() + 64);
    let mut place = Place::default();
    let mut empty = Empty::AtStart;
    let first = file.lines.iter().find(|line| !says_nothing(line));
    let fence = first.is_some_and(|line| source.slice(line.span).starts_with("---"));
    for (at, line) in written(source, file).enumerate() {
        if !place.within_comment && says_nothing(line) {
            empty = empty.and_another(fence);
        } else {
            for written in lines.written(line, &modern.statements(at, line), place) {
                if std::mem::replace(&mut empty, Empty::None) == Empty::Kept {
                    text.push_str(end);
                }
                text.push_str(written.trim_end_matches('\r'));
                text.push_str(end);
            }
        }
        place = place.behind(line, source);
    }
    // At the start of a text it would be a byte order mark.
    let marks = text.len() - text.trim_start_matches('\u{feff}').len();
    text.drain(..marks);
    text
}

/// The lines of the file without the empty one behind the last line's end.
fn written<'a>(source: &Source, file: &'a File) -> impl Iterator<Item = &'a Line> {
    let count = file.lines.len();
    let phantom = source.text().is_empty() || source.text().ends_with('\n');
    file.lines.iter().take(if phantom { count - 1 } else { count })
}

fn says_nothing(line: &Line) -> bool {
    line.statement.is_none() && line.comments.is_empty()
}

/// Empty lines since the last line that was written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Empty {
    /// Nothing is written yet.
    AtStart,
    None,
    /// At least one, of which one is kept.
    Kept,
}

impl Empty {
    /// Empty lines at the start are left out, unless they keep `---` from opening front matter: a `fence` that comes first.
    fn and_another(self, fence: bool) -> Self {
        if self == Self::AtStart && !fence { Self::AtStart } else { Self::Kept }
    }
}

/// What a line stands in.
#[derive(Clone, Copy, Default)]
struct Place {
    /// A block comment that an earlier line opened.
    within_comment: bool,
    /// Braces.
    within_braces: bool,
}

impl Place {
    /// Where the line behind `line` stands.
    fn behind(self, line: &Line, source: &Source) -> Self {
        let within_braces = match &line.statement {
            Some(Statement::Open(_)) => true,
            Some(Statement::Pipeline(pipeline)) => pipeline.open.is_some(),
            Some(Statement::Close(_)) => false,
            _ => self.within_braces,
        };
        Self { within_comment: self.opens_comment(line, source), within_braces }
    }

    fn opens_comment(self, line: &Line, source: &Source) -> bool {
        let Some(last) = line.comments.last() else { return false };
        let comment = source.slice(*last);
        if self.within_comment && line.comments.len() == 1 {
            return !comment.contains("*/");
        }
        comment.strip_prefix("/*").is_some_and(|rest| !rest.contains("*/"))
    }
}
