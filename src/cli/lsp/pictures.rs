//! Requests of our own: `wardley/render`, `wardley/edit`. Their shapes are those of `editors/PROTOCOL.md`.

use std::rc::Rc;

use serde_json::{Value, json};

use super::names::Place;
use super::piece::Piece;
use super::{Answer, Failed, Server};
use crate::ide::{self, Request};
use crate::layout::{self, Layout, Options, Previous};
use crate::map::{Map, Style};
use crate::problem::Problem;
use crate::render::svg::{self, svg};
use crate::text::Fonts;
use crate::theme::Theme;

/// `wardley/render`
pub(super) fn render(server: &Server, params: &Value) -> Answer {
    let Some(place) = chosen(server, params)? else { return Err(Failed::invalid("there is no map here")) };
    let piece = place.piece;
    let look = Look::of(params)?;
    let drawn = look.drawn(piece, &server.fonts);
    let layout = &drawn.1;
    let picture = svg(&layout.scene, &svg::Options::default());
    let mut problems = piece.problems.clone();
    problems.extend(layout.problems.iter().filter(|problem| !piece.reading.allowed.allows(problem)).cloned());
    problems.sort_by_key(Problem::span);
    let written = |span| place.written(span);
    let mut answer = ide::json::picture(&piece.reading, layout, &picture, &problems, &written);
    answer["version"] = place.document.version.clone();
    Ok(answer)
}

/// `wardley/edit`
pub(super) fn edit(server: &Server, params: &Value) -> Answer {
    let Some(place) = chosen(server, params)? else { return Err(Failed::invalid("there is no map here")) };
    let version = &params["textDocument"]["version"];
    if !version.is_null() && *version != place.document.version {
        return Ok(json!({ "refused": "the text has changed since this picture was drawn" }));
    }
    let request: Request =
        serde_json::from_value(params["edit"].clone()).map_err(|error| Failed::invalid(error.to_string()))?;
    let look = Look::of(params)?;
    let piece = place.piece;
    let drawn = look.drawn(piece, &server.fonts);
    let draw = |map: &Map| look.layout(map, &server.fonts, None);
    Ok(match ide::edits(&piece.reading, &drawn.1, &request, &draw) {
        Ok(edits) => json!({ "edit": place.edits(&edits) }),
        Err(refused) => json!({ "refused": refused.to_string() }),
    })
}

/// The map that a request is about: that at its position, else the first.
fn chosen<'a>(server: &'a Server, params: &Value) -> Result<Option<Place<'a>>, Failed> {
    if params.get("position").is_some()
        && let Some((place, _)) = Place::at(&server.documents, params)?
    {
        return Ok(Some(place));
    }
    Ok(Place::all(&server.documents, params)?.into_iter().next())
}

/// How the picture is to look.
struct Look {
    theme: Option<&'static Theme>,
    auto: bool,
    size: Option<(f64, f64)>,
    steady: bool,
}

impl Look {
    fn of(params: &Value) -> Result<Self, Failed> {
        let named = params["theme"].as_str();
        let auto = named == Some("auto");
        let theme = match named.filter(|_| !auto) {
            Some(name) => {
                Some(Theme::named(name).ok_or_else(|| Failed::invalid(format!("there is no theme `{name}`")))?)
            }
            None => None,
        };
        let size = match params["size"].as_array().map(Vec::as_slice) {
            Some([width, height]) => width.as_f64().zip(height.as_f64()),
            _ => None,
        };
        Ok(Self { theme, auto, size, steady: params["steady"].as_bool().unwrap_or(false) })
    }

    /// The picture of a map; if it is to be steady, near the one before.
    fn drawn(&self, piece: &Piece, fonts: &Fonts) -> Rc<(Map, Layout)> {
        let map = &piece.reading.map;
        let before = piece.drawn.take();
        let previous =
            before.as_ref().filter(|_| self.steady).map(|before| Previous { map: &before.0, layout: &before.1 });
        let layout = self.layout(map, fonts, previous);
        let drawn = Rc::new((map.clone(), layout));
        piece.drawn.set(Some(Rc::clone(&drawn)));
        drawn
    }

    fn layout(&self, map: &Map, fonts: &Fonts, previous: Option<Previous>) -> Layout {
        let theme = self.theme.unwrap_or_else(|| match map.style {
            // The dark one is for those who ask for dark; the others need a light one.
            Some(Style::Dark) if self.auto => Theme::PLAIN,
            _ => layout::theme_of(map),
        });
        let options = Options { size: self.size, previous, ..Options::default() };
        let mut layout = layout::layout(map, theme, fonts, &options);
        if self.auto {
            layout.scene.dark = Some(Theme::DARK.palette.clone());
        }
        layout
    }
}
