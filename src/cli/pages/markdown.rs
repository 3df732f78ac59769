//! `wardley md`: maps in Markdown pages become picture files, with a link to the picture behind each map.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

use clap::ValueEnum;

use super::marks::{Marked, marked};
use super::names::slug;
use super::{Fence, Picture, Studio, fences};
use crate::cli::failure::{Failure, Status};
use crate::cli::inputs::{self, Input, Kind};
use crate::cli::look;
use crate::cli::output::{Format, dark_of};
use crate::cli::paths::between;
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
    out_dir: Option<PathBuf>,

    /// What becomes of the block
    #[arg(long, value_enum, default_value_t = Mode::Below)]
    mode: Mode,

    /// What kind of pictures
    #[arg(short, long, value_enum, default_value_t = Format::Svg)]
    format: Format,

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
enum Mode {
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
        for picture in page.maps.iter().map(|map| &map.picture) {
            if !args.quiet || picture.problems[0] > 0 {
                terminal::say(&picture.message);
            }
            if picture.problems[0] > 0 || args.strict && picture.problems[1] > 0 {
                status = status.max(Status::Problems);
            }
        }
    }
    let files = Editor::new(args).edit(&pages);
    Ok(status.max(finish(args, &pages, &files)?))
}

/// Draws.
struct Painter<'a> {
    light: Studio<'a>,
    dark: Option<Studio<'a>>,
    mode: Mode,
}

/// A page and its maps.
struct Page {
    path: PathBuf,
    text: String,
    maps: Vec<Map>,
}

/// A map on a page.
struct Map {
    fence: Fence,
    /// Where the last run put its picture.
    marked: Option<Marked>,
    picture: Picture,
    dark: Option<Vec<u8>>,
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
        Ok(Painter { light, dark, mode: args.mode })
    }

    fn page(&self, path: &Path) -> Result<Page, Failure> {
        let failed = |error: &io::Error| Failure::inout("read", path.display(), error);
        let bytes = source::file(path).map_err(|error| failed(&error))?;
        let text = String::from_utf8(bytes).map_err(|_| failed(&io::Error::other("it is not UTF-8 text")))?;
        let name = path.display().to_string();
        let mut marks = marked(&text);
        let mut maps = Vec::new();
        for fence in fences(&text).into_iter().filter(|fence| fence.file.is_none()) {
            let marked = marks.iter().position(|marked| marked.belongs_to(&fence, &text)).map(|at| marks.remove(at));
            maps.push(Map {
                picture: self.light.fenced(&name, &fence)?,
                dark: self.dark(|studio| studio.fenced(&name, &fence))?,
                fence,
                marked,
            });
        }
        // Maps that a run with `--mode replace` moved into files.
        for marked in marks.into_iter().filter(|marked| marked.moved_to.is_some() && self.mode == Mode::Replace) {
            let file =
                path.with_file_name("").join(marked.moved_to.as_deref().unwrap_or_default()).display().to_string();
            let fence = marked.as_fence(&text);
            maps.push(Map {
                picture: self.light.file(&file)?,
                dark: self.dark(|studio| studio.file(&file))?,
                fence,
                marked: Some(marked),
            });
        }
        maps.sort_by_key(|map| map.fence.range.start);
        Ok(Page { path: path.to_owned(), text, maps })
    }

    fn dark(&self, draw: impl Fn(&Studio) -> Result<Picture, Failure>) -> Result<Option<Vec<u8>>, Failure> {
        self.dark.as_ref().map(|studio| draw(studio).map(|picture| picture.bytes)).transpose()
    }
}

/// Gives pictures their names and pages their new text.
struct Editor<'a> {
    args: &'a Args,
    taken: BTreeSet<PathBuf>,
    files: BTreeMap<PathBuf, Vec<u8>>,
}

impl<'a> Editor<'a> {
    fn new(args: &'a Args) -> Self {
        Self { args, taken: BTreeSet::new(), files: BTreeMap::new() }
    }

    /// What all files are to hold.
    fn edit(mut self, pages: &[Page]) -> BTreeMap<PathBuf, Vec<u8>> {
        // Names that pictures have already come first, so that a new map takes none of them away.
        let mut names: Vec<Vec<Option<PathBuf>>> = Vec::new();
        for page in pages {
            let kept = |map: &Map| {
                map.marked.as_ref().map(|marked| self.folder(page).join(marked.file_name(self.args.format)))
            };
            let kept: Vec<_> = page.maps.iter().map(kept).collect();
            names.push(kept.into_iter().map(|name| name.filter(|name| self.taken.insert(name.clone()))).collect());
        }
        for (page, names) in pages.iter().zip(names) {
            self.page(page, names);
        }
        self.files
    }

    fn folder(&self, page: &Page) -> PathBuf {
        self.args.out_dir.clone().unwrap_or_else(|| page.path.with_file_name(""))
    }

    fn page(&mut self, page: &Page, names: Vec<Option<PathBuf>>) {
        let mut text = String::with_capacity(page.text.len());
        let mut from = 0;
        for (at, (map, name)) in page.maps.iter().zip(names).enumerate() {
            let file = name.unwrap_or_else(|| self.name(page, at, map));
            let block = self.block(page, map, &file);
            let range = map.marked.as_ref().map_or(map.fence.range.clone(), |marked| {
                map.fence.range.start.min(marked.range.start)..map.fence.range.end.max(marked.range.end)
            });
            text += &page.text[from..range.start];
            text += &block;
            from = range.end;
            if let Some(dark) = &map.dark {
                self.files.insert(dark_of(&file), dark.clone());
            }
            self.files.insert(file, map.picture.bytes.clone());
        }
        text += &page.text[from..];
        self.files.insert(page.path.clone(), text.into_bytes());
    }

    /// A new picture's name: the block's own, the title's, or the page's with a number; another number where it is taken.
    fn name(&mut self, page: &Page, at: usize, map: &Map) -> PathBuf {
        let stem = page.path.file_stem().unwrap_or_default().to_string_lossy();
        let name = map.fence.name.as_deref().or(map.picture.title.as_deref()).map(slug).filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| format!("{}-{}", slug(&stem), at + 1));
        let ending = self.args.format.ending();
        let names =
            (1..).map(|count| if count == 1 { format!("{name}.{ending}") } else { format!("{name}-{count}.{ending}") });
        let folder = self.folder(page);
        let mut free = names.map(|name| folder.join(name)).filter(|file| !self.taken.contains(file));
        let file = free.next().expect("there is always another number");
        self.taken.insert(file.clone());
        file
    }

    /// A map as it is to stand in the page, from its first character to its last.
    fn block(&mut self, page: &Page, map: &Map, file: &Path) -> String {
        let link = between(&page.path, file);
        let fence = &page.text[map.fence.range.clone()];
        let moved = map.marked.as_ref().and_then(|marked| marked.moved_to.clone());
        let image = image(map, &link, page, file);
        let lines: Vec<String> = match self.args.mode {
            _ if moved.is_some() => Marked::write(&link, moved.as_deref(), vec![image]),
            Mode::Below => [vec![fence.to_owned(), String::new()], Marked::write(&link, None, vec![image])].concat(),
            Mode::Details => {
                let source = vec![
                    image,
                    String::new(),
                    "<details><summary>The map as text</summary>".into(),
                    String::new(),
                    fence.to_owned(),
                    String::new(),
                    "</details>".into(),
                ];
                Marked::write(&link, None, source)
            }
            Mode::Replace => {
                let source = file.with_extension("wm");
                let mut text = map.fence.text.clone();
                if !text.ends_with('\n') {
                    text.push('\n');
                }
                self.files.insert(source.clone(), text.into_bytes());
                Marked::write(&link, Some(&between(&page.path, &source)), vec![image])
            }
        };
        let bare = map.fence.prefix.trim_end();
        let mut block = String::new();
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                block.push('\n');
                block += if line.is_empty() { bare } else { &map.fence.prefix };
            }
            block += line;
        }
        block
    }
}

/// The picture in a page.
fn image(map: &Map, link: &str, page: &Page, file: &Path) -> String {
    let alt = &map.picture.alt;
    if map.dark.is_none() {
        let mut escaped = String::with_capacity(alt.len());
        for mark in alt.chars() {
            if matches!(mark, '\\' | '[' | ']' | '*' | '_' | '`' | '<' | '>' | '&' | '~') {
                escaped.push('\\');
            }
            escaped.push(if mark == '\n' { ' ' } else { mark });
        }
        return format!("![{escaped}]({link})");
    }
    let dark = between(&page.path, &dark_of(file));
    let alt = alt.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('\n', " ");
    format!(
        "<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"{dark}\"><img alt=\"{alt}\" src=\"{link}\"></picture>"
    )
}

/// Writes what is new, or names it.
fn finish(args: &Args, pages: &[Page], files: &BTreeMap<PathBuf, Vec<u8>>) -> Result<Status, Failure> {
    let is_page = |path: &Path| pages.iter().any(|page| page.path == path);
    let stale: Vec<&PathBuf> = files
        .iter()
        .filter(|(path, bytes)| fs::read(path).ok().as_ref() != Some(*bytes))
        .map(|(path, _)| path)
        .collect();
    if args.check {
        for path in &stale {
            terminal::say(&format!("{} is not as it should be\n", path.display()));
        }
        return Ok(if stale.is_empty() { Status::Fine } else { Status::Problems });
    }
    // Pictures first: a page never names one that is not there.
    let (pages_last, first): (Vec<&PathBuf>, Vec<&PathBuf>) = stale.iter().partition(|path| is_page(path));
    for path in first.iter().chain(&pages_last) {
        write::write(path, &files[*path]).map_err(|error| Failure::inout("write", path.display(), &error))?;
    }
    if !args.quiet {
        let maps: usize = pages.iter().map(|page| page.maps.len()).sum();
        let written = if stale.is_empty() {
            "nothing to change".to_owned()
        } else {
            format!("{} written", counted(stale.len(), "file"))
        };
        terminal::say(&format!("{} in {}: {written}\n", counted(maps, "map"), counted(pages.len(), "page")));
    }
    Ok(Status::Fine)
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
