//! A brief as Markdown.

use std::fmt::Write as _;

use super::{Brief, Line, Piece};

impl Brief {
    /// As Markdown; with the address of the map's picture, if there is one.
    pub fn markdown(&self, picture: Option<&str>) -> String {
        let mut text = String::new();
        let title = self.title.as_deref().unwrap_or("A Wardley map");
        // A failing write into a string there is not.
        let _ = writeln!(text, "# {}", escaped(title));
        for (what, said) in [("Purpose", &self.purpose), ("Scope", &self.scope)] {
            if let Some(said) = said {
                let _ = writeln!(text, "\n*{what}:* {}", escaped(said));
            }
        }
        if let Some(picture) = picture {
            let _ = writeln!(text, "\n![{}]({picture})", escaped(title));
        }
        for section in &self.sections {
            let _ = writeln!(text, "\n## {}\n", section.heading);
            for line in &section.lines {
                let _ = writeln!(text, "- {}", of_line(line));
            }
        }
        text
    }
}

fn of_line(line: &Line) -> String {
    let pieces = line.0.iter().map(|piece| match piece {
        Piece::Words(words) => escaped(words),
        Piece::Name(name) => format!("**{}**", escaped(name)),
    });
    pieces.collect()
}

/// What Markdown or HTML would read as its own, written as itself.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
