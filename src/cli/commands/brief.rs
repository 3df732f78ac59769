//! `wardley brief`: a map in words.

use std::path::PathBuf;

use clap::ValueEnum;
use serde_json::{Value, json};

use crate::brief::{Brief, Line, Piece, brief};
use crate::cli::commands::Verb;
use crate::cli::failure::{Failure, Status};
use crate::cli::files::inputs::Input;
use crate::cli::files::outputs::Format as PictureFormat;
use crate::cli::files::reading;
use crate::cli::files::write;
use crate::cli::picture::{Drawing, Laid, Renderer, look};
use crate::cli::terminal;
use crate::resolve::questions;

const MORE: &str = "\
Says what a map says, in words, on one page, for people who were not in the room.

Users and their needs, what sets us apart, what should be bought rather than built, what moves and what holds it back, \
the North Star with its inputs and the work on them, streams with their scores, open questions: all of it from the map alone. \
What the map says nothing of is left out.";

#[derive(clap::Args)]
#[command(about = Self::ABOUT, long_about = MORE, after_help = EXAMPLES)]
pub(super) struct Args {
    /// The map: a file, or - for standard input
    #[arg(value_name = "MAP")]
    input: PathBuf,

    /// How it is written; else the ending of -o says it, else it is md
    #[arg(short, long, value_name = "FORMAT")]
    format: Option<Format>,

    /// Where to: a file, or - for standard output
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    #[command(flatten)]
    look: look::Options,
}

/// How a brief is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Markdown, with the picture that `render` draws beside the map
    Md,
    /// A page with the picture in it
    Html,
    /// For other programs
    Json,
}

const EXAMPLES: &str = "\
Examples:
  wardley brief tea.wm                 Markdown, to standard output
  wardley brief tea.wm -o tea.html     a page with the picture in it
  wardley brief tea.wm -f json | jq -r '.sections[].heading'

Exit status:
  0  done
  2  the arguments make no sense
  3  something could not be read or written";

impl Verb for Args {
    const ABOUT: &str = "Says what a map says, in words, on one page";

    /// Tells of one map.
    fn run(&self) -> Result<Status, Failure> {
        let input = Input::named(&self.input, None);
        let output = self.output.as_deref().filter(|path| path.as_os_str() != "-");
        let ending = output.and_then(|path| Format::from_str(path.extension()?.to_str()?, true).ok());
        let format = self.format.or(ending).unwrap_or(Format::Md);
        let look = look::Options { inline: true, ..self.look.clone() };
        let renderer = Renderer::new(look, PictureFormat::Svg)?;
        let Drawing { mut problems, laid, .. } = renderer.arrange(reading::open(&input)?)?;
        let Some(Laid { map, layout }) = laid else {
            let why = problems.first().map(crate::problem::Problem::message).unwrap_or_default();
            return Err(Failure::cannot("read", input.name(), &why));
        };
        problems.extend(questions(&map));
        let told = brief(&map, &layout.places, &problems);
        let text = match format {
            Format::Md => told.markdown(beside(&input).as_deref()),
            Format::Html => {
                let picture = renderer.bytes(&layout.scene)?;
                told.html(&String::from_utf8_lossy(&picture))
            }
            Format::Json => as_json(&told),
        };
        match output {
            None => terminal::result(text.as_bytes()),
            Some(path) => {
                let failed = |error| Failure::inout("write", path.display(), &error);
                write::write(path, text.as_bytes()).map_err(failed).map(|()| Status::Fine)
            }
        }
    }
}

/// The name of the picture that stands beside a map's file.
fn beside(input: &Input) -> Option<String> {
    match input {
        Input::Stdin { .. } => None,
        Input::File { path, .. } => Some(path.with_extension("svg").file_name()?.to_string_lossy().replace(' ', "%20")),
    }
}

/// `{"version": 1, "title", "purpose", "scope", "sections": [{"heading", "lines": [{"text", "names"}]}]}`
fn as_json(told: &Brief) -> String {
    let line = |line: &Line| {
        let names = line.0.iter().filter_map(|piece| if let Piece::Name(name) = piece { Some(name) } else { None });
        json!({ "text": line.to_string(), "names": names.collect::<Vec<_>>() })
    };
    let sections: Vec<Value> = told
        .sections
        .iter()
        .map(|section| json!({ "heading": section.heading, "lines": section.lines.iter().map(line).collect::<Vec<_>>() }))
        .collect();
    let document = json!({
        "version": 1, "title": told.title, "purpose": told.purpose, "scope": told.scope, "sections": sections,
    });
    format!("{document:#}\n")
}
