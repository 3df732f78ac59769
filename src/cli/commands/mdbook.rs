//! `wardley mdbook`: a preprocessor for mdBook. A chapter's maps become pictures in the chapter.
//!
//! mdBook sends `[context, book]` as JSON and takes the book back. Its 0.4 calls the chapters `sections`, its 0.5 `items`; both
//! are walked as they come, so that any version is served.

use std::fmt::Write;
use std::io::{self, Read};
use std::path::PathBuf;

use serde_json::Value;

use crate::cli::commands::Verb;
use crate::cli::failure::{Failure, Status};
use crate::cli::files::outputs::Format;
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
  # theme = \"wardley\"      one look for all maps; else each map's own, light or dark as the book is

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
        let mut value: Value = serde_json::from_str(&text).map_err(|_| {
            Failure::usage("this is for mdBook to run: put `command = \"wardley mdbook\"` into book.toml")
        })?;
        let [context, book] = value.as_array_mut().map(Vec::as_mut_slice).unwrap_or_default() else {
            return Err(Failure::usage("mdBook sent no book"));
        };
        let mut preprocessor = Preprocessor::new(context)?;
        if context["renderer"] == "html" {
            for_each_chapter(book, |path, content| preprocessor.chapter(path, content));
        }
        let out = serde_json::to_vec(book).map_err(|error| Failure::inout("write", "the book", &error.into()))?;
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

/// What `[preprocessor.wardley]` says.
struct Config {
    fail_on_error: bool,
    strict: bool,
}

impl Config {
    fn of(context: &Value) -> Self {
        let config = &context["config"]["preprocessor"]["wardley"];
        let is = |key: &str| config[key] == true;
        Self { fail_on_error: is("fail-on-error"), strict: is("strict") }
    }
}

fn look_of(context: &Value) -> Result<look::Options, Failure> {
    let config = &context["config"]["preprocessor"]["wardley"];
    let wrong =
        |key: &str, why: &str| Failure::usage(format!("{key} = {} under [preprocessor.wardley]: {why}", config[key]));
    // The book's light and dark themes set `color-scheme`, which `auto` follows.
    let theme = match &config["theme"] {
        Value::Null => "auto".to_owned(),
        Value::String(name) if name == "auto" || Theme::named(name).is_some() => name.clone(),
        _ => return Err(wrong("theme", "no such look; `wardley themes` lists those there are")),
    };
    let size = match &config["size"] {
        Value::Null => None,
        Value::String(size) => Some(look::size(size).map_err(|why| wrong("size", &why))?),
        _ => return Err(wrong("size", "write it as \"960x640\"")),
    };
    let medium = Some(look::Medium::Page);
    Ok(look::Options { theme: Some(theme), size, medium, inline: true, ..look::Options::default() })
}

/// The folder of the book's texts.
fn src_of(context: &Value) -> PathBuf {
    let folder = |value: &Value, default: &str| PathBuf::from(value.as_str().unwrap_or(default));
    folder(&context["root"], ".").join(folder(&context["config"]["book"]["src"], "src"))
}

/// Changes the text of every chapter, given its path.
fn for_each_chapter(book: &mut Value, mut change: impl FnMut(&str, &str) -> String) {
    let key = if book.get("items").is_some() { "items" } else { "sections" };
    let mut waiting: Vec<&mut Value> = book[key].as_array_mut().into_iter().flatten().rev().collect();
    while let Some(item) = waiting.pop() {
        let Some(chapter) = item.get_mut("Chapter") else { continue };
        let path = chapter["path"].as_str().or_else(|| chapter["name"].as_str()).unwrap_or_default();
        let content = change(path, chapter["content"].as_str().unwrap_or_default());
        chapter["content"] = content.into();
        waiting.extend(chapter["sub_items"].as_array_mut().into_iter().flatten().rev());
    }
}

/// Puts pictures into chapters.
struct Preprocessor {
    /// The folder of the book's texts.
    src: PathBuf,
    look: look::Options,
    config: Config,
    /// How many maps there were up to here.
    count: usize,
    failed: bool,
}

impl Preprocessor {
    fn new(context: &Value) -> Result<Self, Failure> {
        let (src, look, config) = (src_of(context), look_of(context)?, Config::of(context));
        Ok(Self { src, look, config, count: 0, failed: false })
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
                self.failed |= picture.broken && self.config.fail_on_error;
                self.failed |= self.config.strict && picture.problems != [0, 0];
                if picture.broken {
                    return problem_box(path, &picture.lines);
                }
                String::from_utf8_lossy(&picture.bytes).trim_end().to_owned()
            }
            Err(failure) => {
                terminal::show(&format!("{}:{}: {}", plain(path), fence.line, failure.line()));
                self.failed |= self.config.fail_on_error || self.config.strict;
                problem_box(path, &[format!("{}: {}", fence.line, failure.message())])
            }
        }
    }

    fn picture(&self, path: &str, fence: &Fence) -> Result<Picture, Failure> {
        // All chapters stand on one page when the book is printed.
        let look = look::Options { id_prefix: Some(format!("wmap{}", self.count)), ..self.look.clone() };
        let renderer = MapRenderer::new(look, Format::Svg)?;
        let page = self.src.join(path);
        match &fence.file {
            Some(file) => renderer.file(&page.with_file_name("").join(file)),
            None => renderer.fenced(&page, fence),
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
