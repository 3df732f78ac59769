//! `wardley language`: every word of the map language, from the guide's page of them, for terminals and as a manual page.

use std::fmt::Write as _;
use std::io;

use crate::cli::commands::Verb;
use crate::cli::failure::{Failure, Status};
use crate::cli::terminal;

/// The page of the guide.
const REFERENCE: &str = include_str!("../../../examples/guide/src/reference.md");

#[derive(clap::Args)]
#[command(about = Self::ABOUT, long_about = text(100))]
pub(super) struct Args {}

impl Verb for Args {
    const ABOUT: &str = "Prints every word of the map language";

    /// Prints the page.
    fn run(&self) -> Result<Status, Failure> {
        terminal::result(text(terminal::width(&io::stdout()).clamp(40, 100)).as_bytes())
    }
}

/// A part of the page.
enum Part<'a> {
    Heading(&'a str),
    /// A line of the language and what it says.
    Entry(String, String),
    Paragraph(String),
}

/// The parts of the page: of Markdown it has headings, paragraphs of one line, and tables of two columns.
fn parts() -> impl Iterator<Item = Part<'static>> {
    let plain = |text: &str| text.replace('`', "").replace("\\|", "|");
    REFERENCE.lines().filter_map(move |line| {
        if let Some(heading) = line.strip_prefix('#') {
            return Some(Part::Heading(heading.trim_start_matches('#').trim()));
        }
        match line.trim_matches(['|', ' ']).split_once(" | ") {
            Some((_, "says")) => None,
            Some((entry, says)) if line.starts_with('|') => Some(Part::Entry(plain(entry), plain(says))),
            _ if line.is_empty() || line.starts_with("|--") => None,
            _ => Some(Part::Paragraph(plain(line))),
        }
    })
}

/// The page for a terminal so many columns wide.
fn text(width: usize) -> String {
    let mut text = String::new();
    for part in parts() {
        // Writing into a string cannot fail.
        let _ = match part {
            Part::Heading(heading) => writeln!(text, "\n{heading}\n"),
            Part::Entry(entry, says) => {
                let options = textwrap::Options::new(width).initial_indent("      ").subsequent_indent("      ");
                writeln!(text, "  {entry}\n{}", textwrap::fill(&says, options))
            }
            Part::Paragraph(paragraph) => writeln!(text, "{}", textwrap::fill(&paragraph, width)),
        };
    }
    text.trim_start().to_owned()
}

/// The page as a manual page.
pub(super) fn manual() -> String {
    let escaped = |text: &str| {
        let text = text.replace('\\', "\\e").replace('-', "\\-");
        if text.starts_with(['.', '\'']) { format!("\\&{text}") } else { text }
    };
    let mut roff =
        String::from(".TH wardley\\-language 7\n.SH NAME\nwardley\\-language \\- the language of Wardley maps\n");
    for part in parts() {
        let _ = match part {
            Part::Heading(heading) => writeln!(roff, ".SH {}", escaped(&heading.to_uppercase())),
            Part::Entry(entry, says) => writeln!(roff, ".TP\n\\fB{}\\fR\n{}", escaped(&entry), escaped(&says)),
            Part::Paragraph(paragraph) => writeln!(roff, ".PP\n{}", escaped(&paragraph)),
        };
    }
    roff
}
