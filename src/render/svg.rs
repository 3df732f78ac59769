//! The scene as SVG for the web. What the text promises: the same bytes for the same scene, text that stays text, paint as
//! attributes, classes `wm-…` to restyle by, no id and no rule without a prefix, no script and no address but harmless links.
//!
//! The frame of the document is built of the `svg` crate's elements. The items are written straight into one text that the
//! frame takes as it is: a tree of elements for ten thousand components takes longer than all the rest.

use svg::node::element::{Definitions, Element, LinearGradient, Stop};
use svg::node::{Blob, Text};
use svg::{Document, Node};

use super::address::harmless;
use super::markup::Markup;
use super::number;
use crate::scene::{Fill, Ink, Scene};
use crate::text::{FAMILIES, Fonts, printable};

/// What may be chosen about an SVG.
#[derive(Clone, Copy, Default)]
pub struct Options<'a> {
    /// One line in a `<figure>`, to stand in a page; else a file of its own. Default: a file.
    pub inline: bool,
    /// What every id starts with. Characters other than ASCII letters, digits, `-` and `_` become `-`; a `w` goes before
    /// what does not start with a letter. Default: a number made from what is drawn.
    pub id_prefix: Option<&'a str>,
    /// Draws letters as paths, with these fonts. Default: text stays text.
    pub paths: Option<&'a Fonts>,
    /// Whether everything says in which step of the map's story it appears, as `data-step`, for pages that step. Default: no.
    pub steps: bool,
}

/// The SVG of a scene. It ends with a line break.
pub fn svg(scene: &Scene, options: &Options<'_>) -> String {
    let mut markup = Markup::of(scene, options.paths, options.steps);
    let prefix = options.id_prefix.map_or_else(|| format!("w{:08x}", markup.hash()), clean_prefix);
    let mut document = frame(scene, &prefix);
    if !markup.gradients.is_empty() {
        document = document.add(definitions(&mut markup, &prefix));
    }
    if let (Some(slots), Some(dark)) = (&markup.slots, &scene.dark) {
        let css = slots.css(&prefix, dark, options.inline);
        document = document.set("id", prefix.as_str()).add(element_with_text("style", &css));
    }
    let mut items = markup.with_prefix(&prefix);
    items.truncate(items.trim_end().len());
    if options.inline {
        document = document.set("style", "max-width:100%;height:auto").add(Blob::new(items));
        // Every line break stands between tags: texts and attributes hold none.
        return format!(
            "<figure class=\"wardley\" style=\"margin:0\">{}</figure>\n",
            document.to_string().replace('\n', "")
        );
    }
    let mut text = document.add(Blob::new(items)).to_string();
    text.push('\n');
    text
}

/// The document without what is drawn.
fn frame(scene: &Scene, prefix: &str) -> Document {
    let size = [scene.width, scene.height];
    let [width, height] = size.map(decimal);
    let [shown_width, shown_height] = size.map(|length| decimal(length * scene.zoom));
    let mut document = Document::new()
        .set("viewBox", format!("0 0 {width} {height}"))
        .set("width", shown_width)
        .set("height", shown_height)
        .set("role", if leads_somewhere(scene) { "graphics-document" } else { "img" })
        .set("font-family", FAMILIES);
    // The name is read out with the picture, the description when it is asked for.
    for (name, text, said_by) in
        [("title", &scene.title, "aria-labelledby"), ("desc", &scene.description, "aria-describedby")]
    {
        if !text.is_empty() {
            let id = format!("{prefix}-{name}");
            let mut element = element_with_text(name, text);
            element.assign("id", id.as_str());
            document = document.set(said_by, id).add(element);
        }
    }
    document
}

/// Whether there are links in a drawing. What is an image has none that a screen reader would find.
fn leads_somewhere(scene: &Scene) -> bool {
    scene.items.iter().filter_map(|item| item.href.as_deref()).any(|address| harmless(address).is_some())
}

fn definitions(markup: &mut Markup<'_>, prefix: &str) -> Definitions {
    let mut definitions = Definitions::new();
    for (at, gradient) in markup.gradients.iter().enumerate() {
        let stops: &[(&str, Ink)] = match gradient {
            Fill::Plain(ink) => &[("0", *ink)],
            Fill::Edges(edge, middle) => &[("0", *edge), ("0.3", *middle), ("0.7", *middle), ("1", *edge)],
            Fill::Across(left, right) => &[("0", *left), ("1", *right)],
        };
        let mut element = LinearGradient::new().set("id", format!("{prefix}-g{at}"));
        for (offset, ink) in stops {
            let mut stop = Stop::new().set("offset", *offset).set("stop-color", ink.color.hex());
            if ink.color.alpha < 255 {
                stop = stop.set("stop-opacity", decimal(f64::from(ink.color.alpha) / 255.0));
            }
            if let Some(slots) = &mut markup.slots {
                stop = stop.set("class", slots.class("stop", *ink));
            }
            element = element.add(stop);
        }
        definitions = definitions.add(element);
    }
    definitions
}

/// An element that holds text and nothing else. The crate's own elements put line breaks around text.
fn element_with_text(name: &str, text: &str) -> Element {
    let mut element = Element::new(name);
    element.append(Text::new(text.chars().map(printable).collect::<String>()));
    element
}

fn clean_prefix(prefix: &str) -> String {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    let clean: String = prefix.chars().map(|letter| if fits(letter) { letter } else { '-' }).collect();
    if clean.starts_with(|first: char| first.is_ascii_alphabetic()) { clean } else { format!("w{clean}") }
}

fn decimal(value: f64) -> String {
    let mut text = String::new();
    number::push(&mut text, value);
    text
}
