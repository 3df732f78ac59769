//! `wardley convert`: a map in another form, and what that form cannot say.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::cli::commands::Verb;
use crate::cli::failure::{Failure, Status};
use crate::cli::files::inputs::Input;
use crate::cli::files::outputs::{self, Output};
use crate::cli::files::reading::{self, Opened};
use crate::cli::picture::embedded::{Embedded, embedded};
use crate::cli::picture::publish::put;
use crate::cli::terminal;
use crate::convert::{self, Converted, Form};
use crate::layout::{self, layout};
use crate::text::Fonts;
use crate::{Reading, read};

const MORE: &str = "\
Writes a map in another form, and reports what that form cannot say.

INPUT is a map's file, in the map language, Mermaid's wardley-beta or JSON, a picture drawn with --embed-source, or - for standard input. The result goes to standard output unless -o says where; \
whatever is lost on the way is reported, one line each.";

#[derive(clap::Args)]
#[command(about = Self::ABOUT, long_about = MORE, after_help = EXAMPLES)]
pub(super) struct Args {
    /// The map: a file, or - for standard input
    #[arg(value_name = "INPUT")]
    input: PathBuf,

    /// What standard input is called in messages, and where its includes are looked for
    #[arg(long, value_name = "PATH")]
    stdin_filepath: Option<PathBuf>,

    /// What to make of it; else the ending of -o says it
    #[arg(short, long, short_alias = 't', alias = "to", required_unless_present = "output")]
    format: Option<Target>,

    /// Where to: a file, or - for standard output
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    /// What else to write; for json
    #[arg(long, value_name = "WHAT")]
    with: Option<With>,

    /// Write nothing where something would be lost, and fail
    #[arg(long)]
    strict: bool,

    /// Do not report what is lost
    #[arg(short, long)]
    quiet: bool,
}

impl Verb for Args {
    const ABOUT: &str = "Writes a map in another form, and reports what that form cannot say";

    /// Converts one map.
    fn run(&self) -> Result<Status, Failure> {
        let output = self.output.as_deref().filter(|path| path.as_os_str() != "-");
        let target = self.format.or_else(|| output.and_then(Target::of));
        let target = target
            .ok_or_else(|| Failure::usage("say what to make of the map with --format: the ending of -o does not"))?;
        if self.with.is_some() && target != Target::Json {
            return Err(Failure::usage("--with is for json"));
        }
        if let Some(embedded) = embedded(&self.input) {
            return self.bring_back(embedded, target, output);
        }
        let Opened { reading, paths, .. } =
            reading::open_map(&Input::named(&self.input, self.stdin_filepath.as_deref()))?;
        if let Some(output) = output {
            let read: Vec<PathBuf> = reading.sources.iter().map(|source| paths.of(source.name())).collect();
            outputs::spare(&[output], read.iter().map(PathBuf::as_path).chain([self.input.as_path()]))?;
        }
        self.finish(&reading, target, output)
    }
}

impl Args {
    /// Writes the map that a picture holds: as it was, or in another form.
    fn bring_back(&self, mut embedded: Embedded, target: Target, output: Option<&Path>) -> Result<Status, Failure> {
        if let Some(output) = output {
            outputs::spare(&[output], std::iter::once(self.input.as_path()))?;
        }
        let source = embedded.map();
        match (target, output) {
            (Target::Wm, None) => terminal::text(source.text()),
            (Target::Wm, Some(path)) => {
                put(source.text().as_bytes(), &Output::File(path.to_owned())).map(|()| Status::Fine)
            }
            _ => self.finish(&read(source, &mut embedded), target, output),
        }
    }

    fn finish(&self, reading: &Reading, target: Target, output: Option<&Path>) -> Result<Status, Failure> {
        let converted = converted(reading, target, self);
        if !self.quiet {
            terminal::say(&reported(&converted, reading));
        }
        if self.strict && !converted.losses.is_empty() {
            return Ok(Status::Problems);
        }
        match output {
            None => terminal::text(&converted.text),
            Some(path) => put(converted.text.as_bytes(), &Output::File(path.to_owned())).map(|()| Status::Fine),
        }
    }
}

const EXAMPLES: &str = "\
Examples:
  wardley convert tea.wm -f mermaid            for GitHub's Markdown, to standard output
  wardley convert tea.mmd -o tea.wm            from Mermaid
  wardley convert tea.svg -t wm                the map in a picture drawn with --embed-source, as it was
  wardley convert tea.wm -o tea.mmd --strict   a file, or a failure if it would say less
  wardley convert tea.wm -f json --with layout | jq .layout.width

Exit status:
  0  done; there may have been losses
  1  something would be lost, with --strict
  2  the arguments make no sense
  3  something could not be read or written";

/// The forms that a map can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Target {
    /// Mermaid's wardley-beta, which GitHub draws (.mmd)
    Mermaid,
    /// What OnlineWardleyMaps draws (.owm)
    Owm,
    /// The map language in its canonical form (.wm)
    Wm,
    /// The value chain as a graph, for Graphviz (.dot)
    Dot,
    /// All that is said of the map, for other programs (.json); wardley schema says how
    Json,
}

/// What else may be written of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum With {
    /// Where everything stands in the picture, in pixels
    Layout,
}

impl Target {
    fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()? {
            "mmd" | "mermaid" => Some(Self::Mermaid),
            "owm" => Some(Self::Owm),
            "wm" | "wardley" => Some(Self::Wm),
            "dot" | "gv" => Some(Self::Dot),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    fn form(self) -> Form {
        match self {
            Self::Mermaid => Form::Mermaid,
            Self::Owm => Form::Owm,
            Self::Wm => Form::Wm,
            Self::Dot => Form::Dot,
            Self::Json => Form::Json,
        }
    }
}

fn converted(reading: &Reading, target: Target, args: &Args) -> Converted {
    let map = &reading.map;
    let layout = || layout(map, layout::theme_of(map), &Fonts::shipped(), &layout::Options::default());
    match args.with {
        // Nothing else can have it.
        Some(With::Layout) => {
            Converted { text: convert::json(map, &reading.sources, Some(&layout())), losses: Vec::new() }
        }
        None => convert::convert(reading, target.form(), layout),
    }
}

/// One line for each loss: `tea.wm:3:11: lost: Kettle: its description is left out`.
fn reported(converted: &Converted, reading: &Reading) -> String {
    let mut reported = String::new();
    for loss in &converted.losses {
        let name = reading.sources.get(loss.span.source).name();
        let place = reading.sources.place(loss.span);
        // A failing write into a string there is not.
        let _ = writeln!(reported, "{name}:{}:{}: lost: {}", place.line, place.column, loss.reason);
    }
    reported
}
