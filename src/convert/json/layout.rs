//! Where everything stands in the picture.

use serde_json::{Value, json};

use crate::geometry::Rect;
use crate::layout::labels::{Outline, Placed, Site};
use crate::layout::{Label, Layout};
use crate::map::Map;
use crate::scene::{Role, Shape};

/// Boxes are `[left, top, right, bottom]` in pixels from the upper left corner of the picture.
pub(super) fn layout(map: &Map, layout: &Layout) -> Value {
    let (components, rest) = layout.labels.split_at(map.components.len().min(layout.labels.len()));
    let (movements, others) = rest.split_at(map.movements.len().min(rest.len()));
    let spots = &layout.places.components;
    let components = components.iter().zip(spots).map(|(label, spot)| {
        let mut value = symbol(label);
        value["visibility"] = number(spot.visibility.get());
        value["evolution"] = number(spot.evolution.get());
        value["placed"] = spot.placed.into();
        value
    });
    let movements = movements.iter().zip(&layout.places.movements).map(|(label, to)| {
        let mut value = symbol(label);
        value["evolution"] = number(to.get());
        value
    });
    let mut boxes = layout.scene.items.iter().filter(|item| item.role == Role::Pipeline).peekable();
    let pipelines = map.pipelines.iter().map(|pipeline| {
        let name = map.component(pipeline.parent).name.replace('\n', " ");
        let item = boxes.next_if(|item| item.span == Some(pipeline.span) && item.name == name);
        item.and_then(|item| item.shapes.iter().find_map(frame)).unwrap_or_default()
    });
    json!({
        "width": layout.scene.width,
        "height": layout.scene.height,
        "components": components.collect::<Vec<_>>(),
        "movements": movements.collect::<Vec<_>>(),
        "pipelines": pipelines.collect::<Vec<_>>(),
        "texts": others.iter().filter(|text| !text.placed.lines.is_empty()).map(|text| label(&text.placed)).collect::<Vec<_>>(),
    })
}

/// The symbol's box, and its label.
fn symbol(owner: &Label) -> Value {
    let symbol = match &owner.site {
        Site::Symbol { center, outline } => {
            let (half_width, half_height) = match outline {
                Outline::Circle(radius) => (*radius, *radius),
                Outline::Box(half_width, half_height) => (*half_width, *half_height),
            };
            rect(Rect::around(*center, half_width, half_height))
        }
        _ => Value::Null,
    };
    json!({ "symbol": symbol, "label": label(&owner.placed) })
}

fn label(placed: &Placed) -> Value {
    if placed.lines.is_empty() {
        return Value::Null;
    }
    let lines = placed.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>();
    json!({ "box": rect(placed.bounds), "lines": lines })
}

fn frame(shape: &Shape) -> Option<Value> {
    match shape {
        Shape::Rect { corner, width, height, .. } => {
            Some(rect(Rect::new(corner.x, corner.y, corner.x + width, corner.y + height)))
        }
        _ => None,
    }
}

fn rect(rect: Rect) -> Value {
    [rect.left, rect.top, rect.right, rect.bottom].map(number).to_vec().into()
}

/// With at most three decimals.
fn number(value: f64) -> Value {
    ((value * 1000.0).round() / 1000.0 + 0.0).into()
}
