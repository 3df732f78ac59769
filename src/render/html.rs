//! The scene as a page of its own, to be moved, zoomed and traced without a server. It asks for nothing from outside, and a
//! policy in it forbids that.

use super::markup::push_escaped;
use super::svg::{Options as SvgOptions, svg};
use crate::scene::Scene;
use crate::text::Fonts;

/// What may be chosen about a page.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Options<'a> {
    /// The language of the text, as a BCP 47 tag. Default: `en`.
    pub language: &'a str,
    /// What is wrong with the map: `error` or `warning`, and a line about it. Default: nothing.
    pub problems: &'a [(&'a str, String)],
    /// Draws letters as paths, with these fonts. Default: text stays text.
    pub paths: Option<&'a Fonts>,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { language: "en", problems: &[], paths: None }
    }
}

/// The page of a scene.
pub fn html(scene: &Scene, options: &Options<'_>) -> String {
    let picture = svg(scene, &SvgOptions { paths: options.paths, ..SvgOptions::default() });
    let mut page = String::with_capacity(picture.len() + 16_384);
    let mut rest = include_str!("html/page.html");
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        page += before;
        match name {
            "language" => push_escaped(&mut page, options.language),
            "title" => push_escaped(&mut page, &scene.title),
            "style" => page += include_str!("html/page.css"),
            "picture" => page += &picture,
            "problems" => problems(&mut page, options.problems),
            _ => page += include_str!("html/page.js"),
        }
        rest = after;
    }
    page + rest
}

fn problems(page: &mut String, problems: &[(&str, String)]) {
    if problems.is_empty() {
        return;
    }
    let word = if problems.len() == 1 { "problem" } else { "problems" };
    let count = problems.len().to_string();
    page.extend(["<details><summary>", &count, " ", word, "</summary><ul>\n"]);
    for (severity, line) in problems {
        *page += "<li class=\"";
        push_escaped(page, severity);
        *page += "\">";
        push_escaped(page, line);
        *page += "</li>\n";
    }
    *page += "</ul></details>\n";
}
