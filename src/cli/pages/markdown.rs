//! `wardley md`: maps in Markdown pages become picture files, with a link to the picture behind each map.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use clap::ValueEnum;

use super::edit::Editor;
use super::marks::{Comments, Marked, marked, shared_out};
use super::{Blocks, Fence, Picture, Studio, blocks};
use crate::cli::failure::{Failure, Status};
use crate::cli::inputs::{self, Input, Kind};
use crate::cli::look;
use crate::cli::output::Format;
use crate::cli::tally::counted;
use crate::cli::{side_by_side, source, terminal, write};

pub(in crate::cli) const ABOUT: &str = "Draws the maps in Markdown pages, and shows them there";

const MORE: &str = "\
Draws the maps in Markdown pages, and shows them there.

A block fenced with ```wardley (or owm, wardleymap, wm; or a mermaid block with wardley-beta) is drawn into a file, and a link \
to the picture is put behind the block, between two comments by which it is found the next time. A second run changes nothing.

The file is called by the block's own name (```wardley name=tea), else by the map's title, else by the page.";

const EXAMPLES: &str = "\
Examples:
  wardley md README.md                          pictures beside the page
  wardley md docs/ --out-dir docs/pictures      all pages below docs/
  wardley md docs/ --theme auto                 a light and a dark picture each
  wardley md docs/ --check                      fails where a page or a picture is not as it should be

Exit status:
  0  all is as it should be
  1  --check found what is not; or a map has errors, or warnings with --strict
  2  the arguments make no sense
  3  something could not be read or written";

#[derive(clap::Args)]
#[command(about = ABOUT, long_about = MORE, after_help = EXAMPLES)]
pub(in crate::cli) struct Args {
    /// Pages: files, or folders with all .md, .markdown and .mdx files below them
    #[arg(required = true, value_name = "PAGE")]
    pages: Vec<PathBuf>,

    /// Where the pictures go, else beside their page
    #[arg(long, value_name = "DIR")]
    pub(super) out_dir: Option<PathBuf>,

    /// What becomes of the block
    #[arg(long, value_enum, default_value_t = Mode::Below)]
    pub(super) mode: Mode,

    /// What kind of pictures
    #[arg(short, long, value_enum, default_value_t = Format::Svg)]
    pub(super) format: Format,

    /// Write nothing; name what is not as it should be, and fail
    #[arg(long)]
    check: bool,

    /// Fail because of a warning
    #[arg(long, visible_alias = "deny-warnings")]
    strict: bool,

    /// Tell of errors only
    #[arg(short, long)]
    quiet: bool,

    #[command(flatten)]
    look: look::Options,
}

/// Where a picture stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Mode {
    /// The picture stands below the block
    Below,
    /// The block moves into a file beside the picture, which takes its place
    Replace,
    /// The picture stands first; the block can be unfolded
    Details,
}

/// Draws the maps of all pages, then says what they are called, then writes.
pub(in crate::cli) fn run(args: &Args) -> Result<Status, Failure> {
    let found = inputs::find_all(&args.pages, Kind::Pages);
    let mut status = found.failures.iter().map(Failure::tell).max().unwrap_or_default();
    let paths: Vec<PathBuf> = found
        .inputs
        .into_iter()
        .map(|input| match input {
            Input::File { path, .. } => Ok(path),
            Input::Stdin => Err(Failure::usage("a page on standard input has no place for its pictures: name a file")),
        })
        .collect::<Result<_, _>>()?;
    let painter = Painter::new(args)?;
    let mut pages = Vec::new();
    side_by_side::in_order(
        paths.len(),
        |at| painter.page(&paths[at]),
        |page| match page {
            Ok(page) => pages.push(page),
            Err(failure) => status = status.max(failure.tell()),
        },
    );
    for page in &pages {
        for left in &page.left {
            terminal::say(left);
            status = status.max(Status::Problems);
        }
        for picture in page.maps.iter().map(|map| &map.picture) {
            if !args.quiet || picture.problems[0] > 0 {
                terminal::say(&picture.message);
            }
            if picture.problems[0] > 0 || args.strict && picture.problems[1] > 0 {
                status = status.max(Status::Problems);
            }
        }
    }
    let mut editor = Editor::new(args);
    let texts = editor.edit(&pages);
    Ok(status.max(finish(args, &pages, &texts, &editor.files)))
}

/// Draws.
struct Painter<'a> {
    light: Studio<'a>,
    dark: Option<Studio<'a>>,
}

/// A page and its maps.
pub(super) struct Page {
    pub(super) path: PathBuf,
    pub(super) text: String,
    pub(super) maps: Vec<Map>,
    /// What is to be said about blocks that get no picture.
    left: Vec<String>,
}

/// A map on a page.
pub(super) struct Map {
    pub(super) fence: Fence,
    /// Where the last run put its picture.
    pub(super) marked: Option<Marked>,
    pub(super) picture: Picture,
    pub(super) dark: Option<Vec<u8>>,
}

impl Painter<'_> {
    fn new(args: &Args) -> Result<Painter<'_>, Failure> {
        if args.look.inline {
            return Err(Failure::usage("--inline is for SVG in a page; md puts pictures into files"));
        }
        // Two files instead of one that is both: pages choose between them, and some readers draw only the light one.
        let look = |theme: Option<&str>| -> &'static look::Options {
            Box::leak(Box::new(look::Options { theme: theme.map(str::to_owned), ..args.look.clone() }))
        };
        let auto = args.look.theme.as_deref() == Some("auto");
        let (light, dark) = if auto { (look(None), Some(look(Some("dark")))) } else { (&args.look, None) };
        let light = Studio::new(light, args.format)?;
        let dark = dark.map(|look| Studio::new(look, args.format)).transpose()?;
        Ok(Painter { light, dark })
    }

    fn page(&self, path: &Path) -> Result<Page, Failure> {
        let failed = |error: &io::Error| Failure::inout("read", path.display(), error);
        let bytes = source::file(path).map_err(|error| failed(&error))?;
        let text = String::from_utf8(bytes).map_err(|_| failed(&io::Error::other("it is not UTF-8 text")))?;
        let name = path.display().to_string();
        let Blocks { fences, code } = blocks(&text);
        let (fences, open): (Vec<_>, Vec<_>) =
            fences.into_iter().filter(|fence| fence.file.is_none()).partition(|fence| fence.closed);
        let left =
            open.iter().map(|fence| format!("{name}:{}: this map has no end: close its block\n", fence.line - 1));
        let (shares, moved) = shared_out(&text, &fences, marked(&text, Comments::of(path), &code));
        let mut maps = Vec::new();
        for (fence, marked) in fences.into_iter().zip(shares) {
            maps.push(Map {
                picture: self.light.fenced(&name, &fence)?,
                dark: self.dark(|studio| studio.fenced(&name, &fence))?,
                fence,
                marked,
            });
        }
        // Maps that a run with `--mode replace` moved into files.
        for marked in moved {
            let fence = marked.as_fence(&text);
            let file = path.with_file_name("").join(fence.file.as_deref().unwrap_or_default()).display().to_string();
            maps.push(Map {
                picture: self.light.file(&file)?,
                dark: self.dark(|studio| studio.file(&file))?,
                fence,
                marked: Some(marked),
            });
        }
        maps.sort_by_key(|map| map.fence.range.start);
        let left = left.collect();
        Ok(Page { path: path.to_owned(), text, maps, left })
    }

    fn dark(&self, draw: impl Fn(&Studio) -> Result<Picture, Failure>) -> Result<Option<Vec<u8>>, Failure> {
        self.dark.as_ref().map(|studio| draw(studio).map(|picture| picture.bytes)).transpose()
    }
}

/// Writes what is new, or names it.
fn finish(args: &Args, pages: &[Page], texts: &[String], files: &BTreeMap<PathBuf, Vec<u8>>) -> Status {
    // Pictures first: a page never names one that is not there.
    let files = files.iter().filter(|(path, bytes)| fs::read(path).ok().as_ref() != Some(*bytes));
    let files = files.map(|(path, bytes)| (path, bytes.as_slice()));
    let changed = pages.iter().zip(texts).filter(|(page, text)| page.text != **text);
    let stale: Vec<(&PathBuf, &[u8])> =
        files.chain(changed.map(|(page, text)| (&page.path, text.as_bytes()))).collect();
    let mut status = Status::Fine;
    for (path, bytes) in &stale {
        if args.check {
            terminal::say(&format!("{} is not as it should be\n", path.display()));
            status = status.max(Status::Problems);
        } else if let Err(error) = write::write(path, bytes) {
            status = status.max(Failure::inout("write", path.display(), &error).tell());
        }
    }
    if !args.quiet && !args.check && status == Status::Fine {
        let maps: usize = pages.iter().map(|page| page.maps.len()).sum();
        let written = if stale.is_empty() {
            "nothing to change".to_owned()
        } else {
            format!("{} written", counted(stale.len(), "file"))
        };
        terminal::say(&format!("{} in {}: {written}\n", counted(maps, "map"), counted(pages.len(), "page")));
    }
    status
}
