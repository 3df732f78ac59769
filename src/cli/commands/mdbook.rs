//! `wardley mdbook`: a preprocessor for mdBook. A chapter's maps become pictures in the chapter.

use std::fmt::Write;
use std::io::{self, Read};
use std::path::PathBuf;

use crate::cli::commands::Verb;
use crate::cli::failure::{Failure, Status};
use crate::cli::files::outputs::Format;
use crate::cli::pages::book::{Book, Context, Settings};
use crate::cli::pages::fences::{Fence, blocks};
use crate::cli::pages::picture::{MapRenderer, Picture};
use crate::cli::picture::look;
use crate::cli::terminal::{self, plain};
use crate::theme::Theme;

const MORE: &str = "\
Draws the maps of an mdBook, as its preprocessor. In book.toml:

  [preprocessor.wardley]
  command = \"wardley mdbook\"
  # fail-on-error = true   a map that cannot be drawn ends the build
  # strict = true          so does a warning
  # size = \"1280x800\"      the size of pictures; else what suits a page
  # theme = \"wardley\"      one theme for all maps; else each map's own, light or dark as the book is

In a chapter, a block fenced with ```wardley is drawn, and so is {{#wardley path/to/map.wm}}.";

#[derive(clap::Args)]
#[command(about = Self::ABOUT, long_about = MORE)]
pub(super) struct Args {
    #[command(subcommand)]
    asks: Option<Asks>,
}

impl Verb for Args {
    const ABOUT: &str = "Draws the maps of an mdBook, as its preprocessor";

    /// Answers mdBook.
    fn run(&self) -> Result<Status, Failure> {
        // Renderers other than html get their chapters as they are: the map's text is the best there is for them.
        if let Some(Asks::Supports { renderer: _ }) = &self.asks {
            return Ok(Status::Fine);
        }
        let mut text = String::new();
        io::stdin().lock().read_to_string(&mut text).map_err(|error| Failure::inout("read", "the book", &error))?;
        let (context, mut book): (Context, Book) = serde_json::from_str(&text).map_err(|error| {
            let why = "this is for mdBook to run: put `command = \"wardley mdbook\"` into book.toml";
            Failure::usage(format!("{why}\nstandard input is no book: {error}"))
        })?;
        let mut preprocessor = Preprocessor::new(&context)?;
        if context.renderer == "html" {
            book.for_each_chapter(|path, content| preprocessor.chapter(path, content));
        }
        let out = serde_json::to_vec(&book).map_err(|error| Failure::inout("write", "the book", &error.into()))?;
        terminal::result(&out)?;
        Ok(if preprocessor.failed { Status::Problems } else { Status::Fine })
    }
}

#[derive(clap::Subcommand)]
enum Asks {
    /// Says whether a renderer is served; mdBook asks this
    Supports {
        /// The renderer
        renderer: String,
    },
}

/// How the book wants its maps.
fn look_of(settings: &Settings) -> Result<look::Options, Failure> {
    let wrong = |key: &str, value: &str, why: &str| {
        Failure::usage(format!("{key} = {value:?} under [preprocessor.wardley]: {why}"))
    };
    // The book's light and dark themes set `color-scheme`, which `auto` follows.
    let theme = settings.theme.as_deref().unwrap_or("auto");
    if theme != "auto" && Theme::named(theme).is_none() {
        return Err(wrong("theme", theme, "no such theme; `wardley themes` lists those there are"));
    }
    let size = settings.size.as_deref();
    let size = size.map(|size| look::size(size).map_err(|why| wrong("size", size, &why))).transpose()?;
    let medium = Some(look::Medium::Page);
    Ok(look::Options { theme: Some(theme.to_owned()), size, medium, inline: true, ..look::Options::default() })
}

/// Puts pictures into chapters.
struct Preprocessor {
    /// The folder of the book's texts.
    src: PathBuf,
    renderer: MapRenderer,
    settings: Settings,
    /// How many maps there were up to here.
    count: usize,
    failed: bool,
}

impl Preprocessor {
    fn new(context: &Context) -> Result<Self, Failure> {
        let settings = context.settings();
        let renderer = MapRenderer::new(look_of(&settings)?, Format::Svg)?;
        Ok(Self { src: context.src(), renderer, settings, count: 0, failed: false })
    }

    fn chapter(&mut self, path: &str, content: &str) -> String {
        let mut changed = String::with_capacity(content.len());
        let mut from = 0;
        for fence in &blocks(content).fences {
            changed += &content[from..fence.range.start];
            changed += &self.figure(path, fence);
            // A line of HTML reaches to the next blank line.
            changed.extend(["\n", fence.prefix.trim_end()]);
            from = fence.range.end;
        }
        changed + &content[from..]
    }

    /// One line of HTML: the picture, or a box that says why there is none.
    fn figure(&mut self, path: &str, fence: &Fence) -> String {
        self.count += 1;
        match self.picture(path, fence) {
            Ok(picture) => {
                terminal::show(&picture.message);
                self.failed |= picture.broken && self.settings.fail_on_error;
                self.failed |= self.settings.strict && picture.problems != [0, 0];
                if picture.broken {
                    return problem_box(path, &picture.lines);
                }
                String::from_utf8_lossy(&picture.bytes.unwrap_or_default()).trim_end().to_owned()
            }
            Err(failure) => {
                terminal::show(&format!("{}:{}: {}", plain(path), fence.line, failure.line()));
                self.failed |= self.settings.fail_on_error || self.settings.strict;
                problem_box(path, &[format!("{}: {}", fence.line, failure.message())])
            }
        }
    }

    fn picture(&mut self, path: &str, fence: &Fence) -> Result<Picture, Failure> {
        // All chapters stand on one page when the book is printed.
        self.renderer.prefix_ids(format!("wmap{}", self.count));
        let page = self.src.join(path);
        match &fence.file {
            Some(file) => self.renderer.file(&page.with_file_name("").join(file)),
            None => self.renderer.fenced(&page, fence),
        }
    }
}

/// A box for the reader of the page where a picture should be.
fn problem_box(path: &str, lines: &[String]) -> String {
    let mut text = String::from(
        "<div class=\"wardley-problem\" role=\"note\" style=\"border:2px solid #c33;border-radius:4px;padding:.5em 1em;margin:1em 0\"><strong>This map cannot be drawn.</strong>",
    );
    for line in lines {
        let _ = write!(text, "<br><code>{}</code>", escaped(&format!("{path}:{line}")));
    }
    text + "</div>"
}

/// Text for HTML, on one line.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace(['\n', '\r'], " ")
}
