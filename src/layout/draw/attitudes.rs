//! Areas of pioneers, settlers and town planners.

use super::drawing::{Drawing, owner};
use super::sheet::Sheet;
use crate::geometry::{Point, Rect};
use crate::layout::labels::{Kind, ObstacleKind, Site};
use crate::map::{Attitude, AttitudeKind, Extent};
use crate::scene::{Item, Role, Shape, Weight};
use crate::theme::Slot;

pub(super) fn draw(sheet: &Sheet, drawing: &mut Drawing) {
    for (attitude, corners) in sheet.map.attitudes.iter().zip(&sheet.places.attitudes) {
        let (first, second) = (sheet.plane.point(&corners.0), sheet.plane.point(&corners.1));
        let area = match attitude.extent {
            Extent::To(_) => {
                Rect::new(first.x.min(second.x), first.y.min(second.y), first.x.max(second.x), first.y.max(second.y))
            }
            Extent::Pixels(width, height) => {
                Rect::new(first.x, first.y, first.x + width.max(0.0), first.y + height.max(0.0))
            }
        };
        one(sheet, attitude, area, drawing);
    }
}

fn one(sheet: &Sheet, attitude: &Attitude, area: Rect, drawing: &mut Drawing) {
    let (word, stroke, fill) = match attitude.kind {
        AttitudeKind::Pioneers => ("Pioneers", Slot::PioneersStroke, Slot::PioneersFill),
        AttitudeKind::Settlers => ("Settlers", Slot::SettlersStroke, Slot::SettlersFill),
        AttitudeKind::TownPlanners => ("Town Planners", Slot::TownPlannersStroke, Slot::TownPlannersFill),
    };
    let caption = attitude.name.as_deref().unwrap_or(word);
    let item = drawing.add(Item {
        role: Role::Attitude,
        name: caption.replace('\n', " "),
        span: Some(attitude.span),
        shapes: vec![Shape::Rect {
            corner: Point::new(area.left, area.top),
            width: area.width(),
            height: area.height(),
            rounding: 4.0,
            fill: Some(sheet.fill(fill)),
            stroke: Some(sheet.stroke(stroke, 1.0)),
        }],
        ..Item::default()
    });
    let text = owner(
        Kind::Caption,
        Site::Within(area),
        caption,
        (sheet.sizes().label, sheet.sizes().label_line),
        Weight::Bold,
    );
    let label = drawing.own(text, Slot::AttitudeText);
    drawing.put_label(label, item);
    drawing.block_edges(ObstacleKind::AreaEdge, area, &[label]);
}
