//! `wardley md`: maps in Markdown pages become picture files, with a link to the picture behind each map.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::cli::commands::Verb;
use crate::cli::failure::{Failure, Status};
use crate::cli::files::inputs::{self, Input, Kind};
use crate::cli::files::write;
use crate::cli::pages::edit::Editor;
use crate::cli::pages::page::{Page, PageReader, Placing};
use crate::cli::picture::look;
use crate::cli::report::counted;
use crate::cli::{parallel, terminal};

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
  wardley md docs/ --check                      fails where a page or a picture is out of date

Exit status:
  0  all is up to date
  1  --check found something out of date; or a map has errors, or warnings with --strict
  2  the arguments make no sense
  3  something could not be read or written";

#[derive(clap::Args)]
#[command(about = Self::ABOUT, long_about = MORE, after_help = EXAMPLES)]
pub(super) struct Args {
    /// Pages: files, or folders with all .md, .markdown and .mdx files below them
    #[arg(required = true, value_name = "PAGE")]
    pages: Vec<PathBuf>,

    #[command(flatten)]
    placing: Placing,

    /// Write nothing; list what is out of date, and fail if there is anything
    #[arg(long)]
    check: bool,

    /// Fail because of a warning
    #[arg(long, visible_alias = "deny-warnings")]
    strict: bool,

    /// Report errors only
    #[arg(short, long)]
    quiet: bool,

    #[command(flatten)]
    look: look::Options,
}

impl Verb for Args {
    const ABOUT: &str = "Draws the maps in Markdown pages, and shows them there";
    const HIDDEN: &[&str] = &["inline"];

    /// Draws the maps of all pages, then says what they are called, then writes.
    fn run(&self) -> Result<Status, Failure> {
        let found = inputs::find(&self.pages, Kind::Pages, None).into_changeable();
        let mut status = found.failures.iter().map(Failure::report).max().unwrap_or_default();
        let paths: Vec<PathBuf> = found
            .inputs
            .into_iter()
            .map(|input| match input {
                Input::File { path, .. } => Ok(path),
                Input::Stdin { .. } => {
                    Err(Failure::usage("a page on standard input has no place for its pictures: name a file"))
                }
            })
            .collect::<Result<_, _>>()?;
        let reader = PageReader::new(&self.look, self.placing.format)?;
        let mut pages = Vec::new();
        parallel::in_order(
            paths.len(),
            |at| reader.page(&paths[at]),
            |page| match page {
                Ok(page) => pages.push(page),
                Err(failure) => status = status.max(failure.report()),
            },
        );
        for page in &pages {
            for left in &page.left {
                terminal::say(left);
                status = status.max(Status::Problems);
            }
            for picture in page.maps.iter().map(|map| &map.picture) {
                if !self.quiet || picture.problems[0] > 0 {
                    terminal::show(&picture.message);
                }
                if picture.problems[0] > 0 || self.strict && picture.problems[1] > 0 {
                    status = status.max(Status::Problems);
                }
            }
        }
        let mut editor = Editor::new(&self.placing);
        let texts = editor.edit(&pages);
        Ok(status.max(finish(self, &pages, &texts, &editor.files)))
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
            terminal::say(&format!("{} is out of date\n", path.display()));
            status = status.max(Status::Problems);
        } else if let Err(error) = write::write(path, bytes) {
            status = status.max(Failure::inout("write", path.display(), &error).report());
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
