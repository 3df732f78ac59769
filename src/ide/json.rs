//! Pictures and their items as JSON, in the shapes of `editors/PROTOCOL.md`.

use serde_json::{Value, json};

use super::{Item, items};
use crate::Reading;
use crate::geometry::{Point, Rect};
use crate::layout::Layout;
use crate::problem::Problem;
use crate::scene::Role;
use crate::source::Span;

/// Writes where something stands: the text's address and the range in it.
pub type Written<'a> = &'a dyn Fn(Span) -> (String, Value);

/// The answer to `wardley/render` without its `version`: the picture `svg` of `layout`, what is in it, and the problems.
pub fn picture(reading: &Reading, layout: &Layout, svg: &str, problems: &[Problem], written: Written) -> Value {
    let items: Vec<Value> = items(reading, layout).iter().map(|one| item(one, written)).collect();
    let problems: Vec<Value> = problems.iter().map(|one| problem(one, written)).collect();
    json!({
        "svg": svg,
        "width": layout.scene.width,
        "height": layout.scene.height,
        "plot": rect(layout.plot),
        "title": reading.map.title.as_ref().map_or("", |title| title.text.as_str()),
        "items": items,
        "problems": problems,
    })
}

/// One item of it.
pub fn item(item: &Item, written: Written) -> Value {
    let (uri, range) = written(item.span);
    json!({
        "id": item.id.to_string(),
        "kind": item.role.word(),
        "name": item.name,
        // A legend that the layout placed is written nowhere.
        "uri": if item.role == Role::Legend { Value::Null } else { uri.into() },
        "range": if item.role == Role::Legend { Value::Null } else { range },
        "at": point(item.at),
        "box": item.bounds.map(rect),
        "label": item.label.map(|(at, bounds)| json!({"at": point(at), "box": rect(bounds)})),
        "line": item.line.iter().map(|&at| point(at)).collect::<Vec<_>>(),
        "can": item.can,
    })
}

/// One problem of it.
pub fn problem(problem: &Problem, written: Written) -> Value {
    let (uri, range) = written(problem.labels().first().map_or(problem.span(), |label| label.span));
    json!({
        "code": problem.code(),
        "severity": problem.severity().name(),
        "message": problem.message(),
        "help": problem.help(),
        "uri": uri,
        "range": range,
    })
}

/// Pixels to the hundredth: more is never seen.
fn pixels(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn point(point: Point) -> Value {
    json!({"x": pixels(point.x), "y": pixels(point.y)})
}

fn rect(rect: Rect) -> Value {
    json!({"x": pixels(rect.left), "y": pixels(rect.top), "width": pixels(rect.width()), "height": pixels(rect.height())})
}
