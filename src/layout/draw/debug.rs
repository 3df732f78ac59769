//! What the label solver saw, drawn over the picture: what stood in the way, every place it weighed, what it chose at what cost.

use super::drawing::Drawing;
use super::sheet::Sheet;
use crate::geometry::{Point, Rect};
use crate::layout::labels::{Footprint, Obstacle, Placed};
use crate::scene::{Fill, Ink, Item, PathPart, Role, Shape, Stroke, Text, Weight};
use crate::theme::Slot;

/// Draws it, one item for the obstacles and one for each text.
pub(super) fn draw(sheet: &Sheet, placed: &[Placed], drawing: &mut Drawing) {
    let obstacles = drawing.task.obstacles.iter().map(|obstacle| in_the_way(sheet, obstacle)).collect();
    drawing.items.push(Item { role: Role::Debug, name: "obstacles".to_owned(), shapes: obstacles, ..Item::default() });
    for (owner, placed) in drawing.task.owners.iter().zip(placed) {
        let tried = placed.tried.iter().map(|tried| frame(tried.bounds, faint(sheet, Slot::Link)));
        let mut shapes: Vec<Shape> = tried.collect();
        shapes.push(frame(placed.bounds, sheet.stroke(Slot::Movement, 0.8)));
        shapes.push(Shape::Text(Text {
            at: Point::new(placed.bounds.left, placed.bounds.bottom + 6.0),
            ..sheet.text(&what_came_of_it(placed), 7.0, Weight::Regular, Slot::Movement)
        }));
        drawing.items.push(Item { role: Role::Debug, name: owner.text.clone(), shapes, ..Item::default() });
    }
}

fn in_the_way(sheet: &Sheet, obstacle: &Obstacle) -> Shape {
    let fill = Some(Fill::Plain(thin(sheet, Slot::Flow, 0x80)));
    match &obstacle.shape {
        Footprint::Disc(center, radius) => Shape::Circle { center: *center, radius: *radius, fill, stroke: None },
        Footprint::Box(area) => filled(*area, fill, None),
        Footprint::Line(points) => Shape::Path {
            parts: points
                .iter()
                .enumerate()
                .map(|(at, &point)| if at == 0 { PathPart::Move(point) } else { PathPart::Line(point) })
                .collect(),
            fill: None,
            stroke: Some(Stroke { ink: thin(sheet, Slot::Flow, 0x80), width: 3.0, dashes: Vec::new() }),
        },
    }
}

/// What the place costs, and why it is not the one that the author asked for.
fn what_came_of_it(placed: &Placed) -> String {
    let flaw = placed.flaw.map_or_else(String::new, |flaw| format!(", hint {}", flaw.word()));
    format!("{:.1}{flaw}", placed.cost)
}

fn frame(area: Rect, stroke: Stroke) -> Shape {
    filled(area, None, Some(stroke))
}

fn filled(area: Rect, fill: Option<Fill>, stroke: Option<Stroke>) -> Shape {
    let corner = Point::new(area.left, area.top);
    Shape::Rect { corner, width: area.width(), height: area.height(), rounding: 0.0, fill, stroke }
}

fn faint(sheet: &Sheet, slot: Slot) -> Stroke {
    Stroke { ink: thin(sheet, slot, 0x40), width: 0.3, dashes: Vec::new() }
}

fn thin(sheet: &Sheet, slot: Slot, alpha: u8) -> Ink {
    let ink = sheet.ink(slot);
    Ink { color: ink.color.with_alpha(alpha), ..ink }
}
