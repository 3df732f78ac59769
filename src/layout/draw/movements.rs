//! Movements: the dashed arrow, and the state it leads to.

use super::arrow;
use super::drawing::{Drawing, around};
use super::sheet::Sheet;
use super::symbols::{self, Look};
use crate::geometry::{direction, distance};
use crate::layout::labels::{Footprint, Hint, Kind, ObstacleKind};
use crate::layout::mark::Mark;
use crate::map::{Movement, MovementId};
use crate::scene::{Item, Role, Shape};
use crate::theme::Slot;

/// Wants the label of every moved state, in the order of the movements.
pub(super) fn own(sheet: &Sheet, drawing: &mut Drawing) {
    for (id, movement) in sheet.map.movements() {
        let mark = sheet.marks.moved(id);
        let hidden = movement.label.is_some_and(|label| label.hides);
        let text = if hidden || has_no_symbol(sheet, id, movement) { "" } else { name(sheet, movement) };
        let mut owner = around(Kind::Moved, mark.center, mark.outline, text, sheet);
        owner.hint = movement.label.map(|label| Hint { x: label.x, y: label.y, pinned: label.pinned });
        drawing.own(owner, Slot::MovedLabel);
    }
}

pub(super) fn draw(sheet: &Sheet, drawing: &mut Drawing) {
    for (id, movement) in sheet.map.movements() {
        one(sheet, id, movement, drawing);
    }
}

/// Whether the moved state is drawn as nothing of its own: it is a component that stands on the map, or the movement is idle.
fn has_no_symbol(sheet: &Sheet, id: MovementId, movement: &Movement) -> bool {
    movement.onto.is_some() || is_idle(sheet, id, movement)
}

/// Whether a movement leads to where its component is already: nothing changes, and the author was told.
fn is_idle(sheet: &Sheet, id: MovementId, movement: &Movement) -> bool {
    let (from, to) = (sheet.marks.component(movement.component), sheet.marks.moved(id));
    movement.name.is_none() && distance(from.center, to.center) < 1.0
}

fn one(sheet: &Sheet, id: MovementId, movement: &Movement, drawing: &mut Drawing) {
    let (from, to) = (sheet.marks.component(movement.component), sheet.marks.moved(id));
    let label = sheet.marks.index_of_moved(id);
    let mut shapes = Vec::new();
    if distance(from.center, to.center) > from.radius() + to.radius() {
        shapes.extend(arrow(sheet, from, to));
        let line = Footprint::Line(vec![from.edge(to.center), to.edge(from.center)]);
        drawing.block(ObstacleKind::Movement, line, vec![movement.component.0 as usize, label]);
    }
    let component = sheet.map.component(movement.component);
    let look =
        Look { kind: component.kind, square: sheet.marks.is_parent(movement.component), moved: true, placed: true };
    if !has_no_symbol(sheet, id, movement) {
        shapes.extend(symbols::shapes(sheet, to.center, movement.properties, look));
    }
    let (old, new) = (component.name.replace('\n', " "), name(sheet, movement).replace('\n', " "));
    let item = drawing.add(Item {
        role: Role::Movement,
        name: new.clone(),
        ends: Some((old, new)),
        tooltip: component.description.clone(),
        href: component.href.clone(),
        span: Some(movement.span),
        shapes,
        ..Item::default()
    });
    drawing.put_label(label, item);
    if movement.onto.is_none() {
        drawing.block(ObstacleKind::Symbol, symbols::form(to), vec![label]);
    }
}

/// The dashed arrow from the edge of one symbol to the edge of the other.
fn arrow(sheet: &Sheet, from: &Mark, to: &Mark) -> [Shape; 2] {
    let sizes = sheet.sizes();
    let (start, tip) = (from.edge(to.center), to.edge(from.center));
    let way = direction(start, tip);
    let length = sizes.head.min(distance(start, tip));
    [
        Shape::Line {
            from: start,
            to: tip.step(way, -length * 0.7, 0.0),
            stroke: sheet.dashed(Slot::Movement, sizes.movement_stroke, sizes.movement_dashes),
        },
        arrow::head(tip, way, length, sheet.fill(Slot::Movement)),
    ]
}

/// What the moved state is called.
fn name<'a>(sheet: &Sheet<'a>, movement: &'a Movement) -> &'a str {
    movement.name.as_ref().unwrap_or(&sheet.map.component(movement.component).name)
}
