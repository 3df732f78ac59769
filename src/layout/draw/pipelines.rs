//! Pipelines: their boxes, and the rows in which the children in braces stand.

use super::drawing::Drawing;
use super::sheet::Sheet;
use crate::geometry::{Point, Rect};
use crate::layout::labels::{Footprint, ObstacleKind, Outline};
use crate::layout::mark::Mark;
use crate::layout::rows::AIR;
use crate::map::Pipeline;
use crate::scene::{Item, Role, Shape};
use crate::theme::Slot;

/// From the parent's middle down to the box of a range.
const RANGE_BELOW: f64 = 2.0;

pub(super) fn draw(sheet: &Sheet, drawing: &mut Drawing) {
    for pipeline in &sheet.map.pipelines {
        if let Some(area) = area(sheet, pipeline) {
            one(sheet, pipeline, area, drawing);
        }
    }
}

fn one(sheet: &Sheet, pipeline: &Pipeline, area: Rect, drawing: &mut Drawing) {
    let stroke = sheet.stroke(Slot::PipelineStroke, 1.0);
    let mut shapes = vec![Shape::Rect {
        corner: Point::new(area.left, area.top),
        width: area.width(),
        height: area.height(),
        rounding: 0.0,
        fill: Some(sheet.fill(Slot::PipelineFill)),
        stroke: Some(stroke.clone()),
    }];
    if let Some((from, to)) = stub(sheet, pipeline, area) {
        shapes.push(Shape::Line { from, to, stroke });
        drawing.block(ObstacleKind::PipelineLine, Footprint::Line(vec![from, to]), Vec::new());
    }
    for mark in ends(sheet, pipeline, area) {
        let edge = sheet.stroke(Slot::ComponentStroke, sheet.sizes().component_stroke);
        shapes.push(sheet.circle(mark.center, sheet.sizes().component, Slot::ComponentFill, Some(edge)));
        drawing.block(ObstacleKind::Symbol, Footprint::Disc(mark.center, mark.radius()), Vec::new());
    }
    drawing.add(Item {
        role: Role::Pipeline,
        name: sheet.map.component(pipeline.parent).name.replace('\n', " "),
        span: Some(pipeline.span),
        shapes,
        ..Item::default()
    });
    drawing.block_edges(ObstacleKind::PipelineLine, area, &[]);
}

/// The circles that say where the range of a pipeline without children begins and ends.
fn ends(sheet: &Sheet, pipeline: &Pipeline, area: Rect) -> Vec<Mark> {
    if !pipeline.children.is_empty() {
        return Vec::new();
    }
    let outline = Outline::Circle(sheet.sizes().component + sheet.sizes().component_stroke / 2.0);
    let reach = sheet.sizes().pipeline_reach;
    let (first, last) = (area.left + reach, area.right - reach);
    let circles = [first, last].into_iter().take(if last > first { 2 } else { 1 });
    circles.map(|x| Mark { center: Point::new(x, area.center().y), outline }).collect()
}

/// The circles at the ends of all pipelines without children.
pub(super) fn all_ends(sheet: &Sheet) -> Vec<Mark> {
    let ends = sheet.map.pipelines.iter().filter_map(|pipeline| Some(ends(sheet, pipeline, area(sheet, pipeline)?)));
    ends.flatten().collect()
}

/// The box of a pipeline, or nothing where it has neither children nor a range.
fn area(sheet: &Sheet, pipeline: &Pipeline) -> Option<Rect> {
    let sizes = sheet.sizes();
    let parent = sheet.marks.component(pipeline.parent).center;
    let top = parent.y + if pipeline.braces { 0.0 } else { RANGE_BELOW };
    let usual = (top, top + sizes.pipeline);
    let range = pipeline.range.map(|(from, to)| {
        let (left, right) = (sheet.plane.x(from), sheet.plane.x(to));
        Rect::new(left - sizes.pipeline_reach, usual.0, right + sizes.pipeline_reach, usual.1)
    });
    let children = pipeline.children.iter().map(|&child| {
        let mark = sheet.marks.component(child);
        let reach = mark.radius() + AIR;
        Rect::around(mark.center, reach.max(sizes.pipeline_reach), reach)
    });
    let Some(held) = children.reduce(Rect::hull) else { return range };
    let (upper, lower) = if held.top >= usual.0 {
        (usual.0, usual.1.max(held.bottom + if pipeline.braces { AIR } else { 0.0 }))
    } else {
        // They stand beside the parent, which then lies in the box with them.
        let more = ((sizes.pipeline - held.height()) / 2.0).max(0.0);
        (held.top - more, held.bottom + more)
    };
    let sides = range.map_or(held, |range| range.hull(held));
    Some(Rect::new(sides.left, upper, sides.right, lower))
}

/// The line that joins a parent to its box where it stands beside it.
fn stub(sheet: &Sheet, pipeline: &Pipeline, area: Rect) -> Option<(Point, Point)> {
    let mark = sheet.marks.component(pipeline.parent);
    let (reach, _) = mark.outline.halves();
    let (x, y) = (mark.center.x, mark.center.y.max(area.top));
    if x + reach < area.left {
        Some((Point::new(x + reach, y), Point::new(area.left, y)))
    } else if x - reach > area.right {
        Some((Point::new(area.right, y), Point::new(x - reach, y)))
    } else {
        None
    }
}
