//! A book as mdBook sends it: `[context, book]`. Its 0.4 calls the chapters `sections`, its 0.5 `items`. What is not named here is
//! handed back as it came, so that any version is served.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What mdBook says of the run.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Context {
    root: PathBuf,
    pub(crate) renderer: String,
    config: Config,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Config {
    book: Texts,
    preprocessor: Preprocessors,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Texts {
    src: Option<PathBuf>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Preprocessors {
    wardley: Option<Settings>,
}

/// What stands under `[preprocessor.wardley]` in `book.toml`.
#[derive(Clone, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(crate) struct Settings {
    pub(crate) fail_on_error: bool,
    pub(crate) strict: bool,
    pub(crate) theme: Option<String>,
    pub(crate) size: Option<String>,
}

impl Context {
    /// The folder of the book's texts.
    pub(crate) fn src(&self) -> PathBuf {
        self.root.join(self.config.book.src.as_deref().unwrap_or("src".as_ref()))
    }

    /// What is said about us.
    pub(crate) fn settings(&self) -> Settings {
        self.config.preprocessor.wardley.clone().unwrap_or_default()
    }
}

/// All chapters.
#[derive(Deserialize, Serialize)]
pub(crate) struct Book {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    items: Option<Vec<Item>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sections: Option<Vec<Item>>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum Item {
    Chapter {
        #[serde(rename = "Chapter")]
        chapter: Chapter,
    },
    /// The title of a part, a separator, what later versions bring.
    Other(Value),
}

#[derive(Deserialize, Serialize)]
struct Chapter {
    #[serde(default)]
    name: String,
    #[serde(default)]
    content: String,
    #[serde(default)]
    path: Option<String>,
    #[serde(default)]
    sub_items: Vec<Item>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

impl Book {
    /// Changes the text of every chapter, given its path, in the order of the book.
    pub(crate) fn for_each_chapter(&mut self, mut change: impl FnMut(&str, &str) -> String) {
        let items = self.items.iter_mut().chain(&mut self.sections).flatten();
        let mut waiting: Vec<&mut Item> = items.rev().collect();
        while let Some(item) = waiting.pop() {
            let Item::Chapter { chapter } = item else { continue };
            chapter.content = change(chapter.path.as_deref().unwrap_or(&chapter.name), &chapter.content);
            waiting.extend(chapter.sub_items.iter_mut().rev());
        }
    }
}
