//! Accelerators and deaccelerators: block arrows with a name.

use super::drawing::{Drawing, around};
use super::sheet::Sheet;
use crate::geometry::{Point, Rect};
use crate::layout::labels::{Footprint, Kind, ObstacleKind, Outline};
use crate::map::Force;
use crate::scene::{Fill, Item, PathPart, Role, Shape};
use crate::theme::Slot;

pub(super) fn draw(sheet: &Sheet, drawing: &mut Drawing) {
    for (force, spot) in sheet.map.forces.iter().zip(&sheet.places.forces) {
        one(sheet, force, sheet.plane.point(spot), drawing);
    }
}

fn one(sheet: &Sheet, force: &Force, center: Point, drawing: &mut Drawing) {
    let half = sheet.sizes().force;
    let item = drawing.add(Item {
        role: Role::Force,
        name: force.name.replace('\n', " "),
        span: Some(force.span),
        shapes: vec![arrow(sheet, center, half, if force.against { -1.0 } else { 1.0 })],
        ..Item::default()
    });
    // The head is as wide as the arrow is long; the box around it is what labels see.
    let outline = Outline::Box(half, half * HEAD);
    let label = drawing.own(around(Kind::Force, center, outline, &force.name, sheet), Slot::Label);
    drawing.put_label(label, item);
    drawing.block(ObstacleKind::Mark, Footprint::Box(Rect::around(center, half, half * HEAD)), vec![label]);
}

/// Half the width of the head, ...
const HEAD: f64 = 0.8;
/// ... and of the shaft, in half lengths of the arrow.
const SHAFT: f64 = 0.42;

/// The arrow, to the right (`way` 1) or to the left (`way` -1).
fn arrow(sheet: &Sheet, center: Point, half: f64, way: f64) -> Shape {
    let at = |x: f64, y: f64| Point::new(center.x + x * half * way, center.y + y * half);
    let outline = [
        at(-1.0, -SHAFT),
        at(0.1, -SHAFT),
        at(0.1, -HEAD),
        at(1.0, 0.0),
        at(0.1, HEAD),
        at(0.1, SHAFT),
        at(-1.0, SHAFT),
    ];
    let (light, dark) = (sheet.ink(Slot::ComponentFill), sheet.ink(Slot::ForceFill));
    let mut parts = vec![PathPart::Move(outline[0])];
    parts.extend(outline[1..].iter().map(|&point| PathPart::Line(point)));
    parts.push(PathPart::Close);
    Shape::Path {
        parts,
        fill: Some(if way > 0.0 { Fill::Across(light, dark) } else { Fill::Across(dark, light) }),
        stroke: Some(sheet.stroke(Slot::ForceStroke, 1.5)),
    }
}
