//! What is asked: [`Question`].

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::convert::Form;
use crate::ide::Request;
use crate::layout::Medium;
use crate::layout::labels::Mode;

/// What is to be answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Ask {
    /// A picture, what is in it, and all problems.
    #[default]
    Render,
    /// All problems.
    Check,
    /// The text in its canonical form.
    Format,
    /// The map in another form.
    Convert,
    /// What a change asked for in the picture makes of the text.
    Edit,
    /// What all fixes make of the text.
    FixAll,
    /// What could stand at a position.
    Complete,
    /// What stands at a position, explained.
    Hover,
    /// The places that the layout chose, written into the text.
    Pin,
}

/// Where in a text, as pages say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Position {
    /// The line, from 0.
    pub line: usize,
    /// The UTF-16 code unit in it, from 0.
    pub character: usize,
}

/// A question about a text. What is not said has its default.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[allow(clippy::struct_excessive_bools, reason = "JSON says yes or no to each")]
pub struct Question {
    /// What is to be answered. By default a picture.
    pub ask: Ask,
    /// The text: the map language, Mermaid's spelling of it, or a map in JSON.
    pub text: String,
    /// The name under which problems in it are reported. By default `map.wm`.
    pub name: Option<String>,
    /// The theme, or `auto` for one that is light or dark as the reader's screen is. By default what the map asks for.
    pub theme: Option<String>,
    /// Width and height of the picture in pixels. By default what the map asks for, else 1280 × 800.
    pub size: Option<(f64, f64)>,
    /// Text size of labels in pixels. By default what suits the medium.
    pub text_size: Option<f64>,
    /// Where the picture is looked at: `screen`, `page` or `slide`.
    pub medium: Medium,
    /// What the author's label offsets are worth.
    pub labels: Mode,
    /// Whether the picture is painted in the dark theme's colors, with all where it is in the light one.
    pub dark: bool,
    /// Whether what has no place of its own stays where it was in the picture before.
    pub steady: bool,
    /// One line of SVG in a `<figure>`, to stand in a page.
    pub inline: bool,
    /// What the ids of the SVG begin with. By default a number made from the picture.
    pub id_prefix: Option<String>,
    /// The change, for [`Ask::Edit`].
    pub edit: Option<Request>,
    /// Whether to draw what the change makes of the text, too.
    pub draw: bool,
    /// The form, for [`Ask::Convert`].
    pub to: Form,
    /// Where, for [`Ask::Complete`] and [`Ask::Hover`].
    pub position: Position,
    /// Whether to say what each piece of the text is, for [`Ask::Render`].
    pub tokens: bool,
    /// Texts that may be included, by name; for callers without files.
    pub files: BTreeMap<String, String>,
}

impl Question {
    /// Reads a question.
    ///
    /// # Errors
    ///
    /// With a sentence, when it is none.
    pub fn from_json(json: &str) -> Result<Self, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    /// The answer to what is no question.
    pub fn refusal(error: &str) -> String {
        serde_json::json!({ "error": error }).to_string()
    }

    /// The name under which problems are reported.
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or("map.wm")
    }
}
