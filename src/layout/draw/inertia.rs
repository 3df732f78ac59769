//! Bars of inertia: at the first boundary of stages that a movement has to cross.

use super::drawing::Drawing;
use super::sheet::Sheet;
use crate::geometry::{Point, Rect};
use crate::layout::labels::{Footprint, ObstacleKind};
use crate::layout::mark::Mark;
use crate::map::{ComponentId, Evolution};
use crate::scene::{Item, Role, Shape};
use crate::source::Span;
use crate::theme::Slot;

/// How far right of a component that does not move its bar stands: OWM's 0.02 of the axis, but never on the symbol.
const AHEAD: f64 = 0.02;
/// Air between a bar and a symbol.
const AIR: f64 = 4.0;

pub(super) fn draw(sheet: &Sheet, drawing: &mut Drawing) {
    let mut moves = vec![false; sheet.map.components.len()];
    for (id, movement) in sheet.map.movements() {
        moves[movement.component.0 as usize] = true;
        if movement.properties.inertia || sheet.map.component(movement.component).properties.inertia {
            let from = sheet.places.components[movement.component.0 as usize].evolution;
            let to = sheet.places.movements[id.0 as usize];
            let (start, target) = (sheet.marks.component(movement.component), sheet.marks.moved(id));
            let way = Way::between(sheet, start, target);
            let x = boundary(sheet, from, to).map_or(way.middle(), |x| way.holds(x));
            bar(sheet, movement.component, x, movement.span, drawing);
        }
    }
    for (id, component) in sheet.map.components() {
        if component.properties.inertia && !moves[id.0 as usize] {
            let mark = sheet.marks.component(id);
            let clear = mark.radius() + AIR + sheet.sizes().inertia / 2.0;
            let x = mark.center.x + (AHEAD * sheet.plane.plot.width()).max(clear);
            bar(sheet, id, x, component.span, drawing);
        }
    }
}

fn bar(sheet: &Sheet, id: ComponentId, x: f64, span: Span, drawing: &mut Drawing) {
    let sizes = sheet.sizes();
    let area =
        Rect::around(Point::new(x, sheet.marks.component(id).center.y), sizes.inertia / 2.0, sizes.inertia_reach);
    drawing.add(Item {
        role: Role::Inertia,
        name: sheet.map.component(id).name.replace('\n', " "),
        span: Some(span),
        shapes: vec![Shape::Rect {
            corner: Point::new(area.left, area.top),
            width: area.width(),
            height: area.height(),
            rounding: 0.0,
            fill: Some(sheet.fill(Slot::Inertia)),
            stroke: None,
        }],
        ..Item::default()
    });
    drawing.block(ObstacleKind::Inertia, Footprint::Box(area), Vec::new());
}

/// The first boundary between two stages on the way, in pixels.
fn boundary(sheet: &Sheet, from: Evolution, to: Evolution) -> Option<f64> {
    let stages = &sheet.map.evolution.stages;
    let inner = || stages.iter().take(stages.len().saturating_sub(1)).map(|stage| stage.end);
    let found = if from < to {
        inner().find(|&end| from.get() < end && end < to.get())
    } else {
        inner().rfind(|&end| to.get() < end && end < from.get())
    };
    found.map(|end| sheet.plane.x(Evolution::new(end)))
}

/// Where on a movement a bar can stand, from left to right: clear of both symbols and of the head.
struct Way {
    left: f64,
    right: f64,
}

impl Way {
    fn between(sheet: &Sheet, start: &Mark, target: &Mark) -> Self {
        let (from, tip) = (start.edge(target.center).x, target.edge(start.center).x);
        let head = sheet.sizes().head.min((tip - from).abs());
        let neck = if from < tip { tip - head } else { tip + head };
        Self { left: from.min(neck), right: from.max(neck) }
    }

    fn middle(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }

    /// The place nearest to `x` that leaves some air; the middle where there is no room for that.
    fn holds(&self, x: f64) -> f64 {
        let (left, right) = (self.left + 2.0 * AIR, self.right - 2.0 * AIR);
        if left < right { x.clamp(left, right) } else { self.middle() }
    }
}
