//! Annotations: numbered circles, and the legend that explains them.

use super::cells::{cell, free};
use super::drawing::{Drawing, owner};
use super::lines::fit;
use super::sheet::Sheet;
use crate::geometry::{Point, Rect, Segment, distance};
use crate::layout::labels::{Footprint, Kind, ObstacleKind, Placed, Site};
use crate::map::Annotation;
use crate::scene::{Anchor, Item, Role, Shape, Text, Weight};
use crate::theme::Slot;

/// Air around the text of the legend.
const PADDING: f64 = 8.0;
/// The legend's lines are broken at this share of the plot's width: the first, or where it then finds no room, another.
const WIDTHS: [f64; 5] = [0.3, 0.22, 0.42, 0.16, 0.6];
/// The legend keeps this far from the edge of the plot.
const MARGIN: f64 = 4.0;

/// Draws the circles, one item for every place.
pub(super) fn draw(sheet: &Sheet, drawing: &mut Drawing) {
    for (annotation, spots) in sheet.map.annotations.iter().zip(&sheet.places.annotations) {
        for (position, spot) in annotation.positions.iter().zip(spots) {
            let wanted = sheet.plane.point(spot);
            let center =
                cell(sheet, position).map_or(wanted, |cell| free(drawing, cell, wanted, sheet.sizes().annotation));
            circle(sheet, annotation, center, drawing);
        }
    }
}

fn circle(sheet: &Sheet, annotation: &Annotation, center: Point, drawing: &mut Drawing) {
    let sizes = sheet.sizes();
    let number = sheet.text(&annotation.number, sizes.label, Weight::Bold, Slot::AnnotationText);
    let radius = sizes.annotation.max(number.width / 2.0 + 4.0);
    let edge = sheet.stroke(Slot::AnnotationStroke, sizes.annotation_stroke);
    drawing.add(Item {
        role: Role::Annotation,
        name: annotation.number.clone(),
        tooltip: Some(annotation.text.clone()).filter(|text| !text.is_empty()),
        span: Some(annotation.span),
        shapes: vec![
            sheet.circle(center, radius - sizes.annotation_stroke / 2.0, Slot::AnnotationFill, Some(edge)),
            // A digit is 0.72 of the size high; its middle lies on the circle's.
            Shape::Text(Text {
                at: Point::new(center.x, center.y + 0.36 * sizes.label),
                anchor: Anchor::Middle,
                ..number
            }),
        ],
        ..Item::default()
    });
    drawing.block(ObstacleKind::Mark, Footprint::Disc(center, radius), Vec::new());
}

/// A legend for which the label solver finds the place.
pub(crate) struct Legend {
    item: usize,
    owner: usize,
    told: Told,
}

/// Draws the legend where the map wants it; where the map does not say or has no room, the label solver finds its place.
pub(super) fn legend(sheet: &Sheet, drawing: &mut Drawing) -> Option<Legend> {
    let usual = Told::within(sheet, WIDTHS[0]);
    if usual.lines.is_empty() {
        return None;
    }
    let item = drawing.add(Item { role: Role::Legend, ..Item::default() });
    let wanted = sheet.places.legend.as_ref().map(|spot| sheet.plane.point(spot));
    let found = wanted.and_then(|corner| {
        let mut forms =
            std::iter::once(usual.clone()).chain(WIDTHS[1..].iter().map(|&share| Told::within(sheet, share)));
        forms.find_map(|told| Some((clear(sheet, drawing, corner, told.size)?, told)))
    });
    let Some((area, told)) = found else {
        let site = Site::Anywhere { area: sheet.plane.plot.grown(-MARGIN), size: usual.size };
        let sizes = (sheet.sizes().legend, sheet.sizes().legend_line);
        let text: Vec<&str> = usual.lines.iter().map(|line| line.text.as_str()).collect();
        let owner =
            drawing.own(owner(Kind::Legend, site, &text.join("\n"), sizes, Weight::Regular), Slot::AnnotationText);
        return Some(Legend { item, owner, told: usual });
    };
    told.write(sheet, area, drawing, item);
    drawing.block(ObstacleKind::Box, Footprint::Box(area), Vec::new());
    None
}

/// Draws a legend whose place the label solver found.
pub(super) fn place_legend(sheet: &Sheet, legend: &Legend, placed: &[Placed], drawing: &mut Drawing) {
    legend.told.write(sheet, placed[legend.owner].bounds, drawing, legend.item);
}

/// What the legend says, in lines.
#[derive(Clone)]
struct Told {
    /// In the order of the annotations.
    lines: Vec<LegendLine>,
    /// Width and height of the box around them.
    size: (f64, f64),
}

#[derive(Clone)]
struct LegendLine {
    text: String,
    /// How far in it starts, so that the numbers stand out.
    indent: f64,
}

impl Told {
    /// In lines no wider than this share of the plot's width.
    fn within(sheet: &Sheet, share: f64) -> Self {
        let (size, pitch) = (sheet.sizes().legend, sheet.sizes().legend_line);
        let measure = |text: &str| sheet.fonts.width(text, size, false);
        let widest = sheet.plane.plot.width() * share;
        let told = sheet.map.annotations.iter().filter(|annotation| !annotation.text.trim().is_empty());
        let lines = told.flat_map(|annotation| {
            let number = format!("{}. ", annotation.number);
            let indent = measure(&number);
            let text = fit(&annotation.text, (widest - indent).max(size), &measure);
            text.into_iter().enumerate().map(move |(at, text)| match at {
                0 => LegendLine { text: format!("{number}{text}"), indent: 0.0 },
                _ => LegendLine { text, indent },
            })
        });
        let lines: Vec<LegendLine> = lines.collect();
        let width = lines.iter().map(|line| line.indent + measure(&line.text)).fold(0.0, f64::max);
        let height = lines.len().saturating_sub(1) as f64 * pitch + size;
        Self { lines, size: (width + 2.0 * PADDING, height + 2.0 * PADDING) }
    }

    /// Draws it in this box, as part of an item.
    fn write(&self, sheet: &Sheet, area: Rect, drawing: &mut Drawing, item: usize) {
        let (size, pitch) = (sheet.sizes().legend, sheet.sizes().legend_line);
        let shapes = &mut drawing.items[item].shapes;
        shapes.push(Shape::Rect {
            corner: Point::new(area.left, area.top),
            width: area.width(),
            height: area.height(),
            rounding: 2.0,
            fill: Some(sheet.fill(Slot::AnnotationFill)),
            stroke: Some(sheet.stroke(Slot::AnnotationStroke, 1.0)),
        });
        shapes.extend(self.lines.iter().enumerate().map(|(number, line)| {
            let (left, top) = (area.left + PADDING + line.indent, area.top + PADDING);
            let at = Point::new(left, top + 0.8 * size + number as f64 * pitch);
            Shape::Text(Text { at, label: true, ..sheet.text(&line.text, size, Weight::Regular, Slot::AnnotationText) })
        }));
    }
}

/// A box of this size with its upper left corner here, or as near as it covers no symbol, and no line if one is free of them
/// not far away; nothing if it covers a symbol wherever it goes.
fn clear(sheet: &Sheet, drawing: &Drawing, corner: Point, (width, height): (f64, f64)) -> Option<Rect> {
    const STEP: f64 = 15.0;
    /// How many steps it goes at most, on a map of usual size and on one with more symbols than anybody could read.
    const STEPS: [i32; 2] = [48, 12];
    const MANY: usize = 1000;
    let wanted = inside(sheet.plane.plot, corner, width, height);
    let of = |kinds: &[ObstacleKind]| -> Vec<&Footprint> {
        let obstacles = drawing.task.obstacles.iter().filter(|obstacle| kinds.contains(&obstacle.kind));
        obstacles.map(|obstacle| &obstacle.shape).collect()
    };
    let symbols = of(&[ObstacleKind::Symbol, ObstacleKind::Mark]);
    let lines = of(&[ObstacleKind::Link, ObstacleKind::Movement, ObstacleKind::PipelineLine]);
    let covers = |area: Rect, what: &[&Footprint]| what.iter().any(|form| is_on(area, form));
    let most = STEPS[usize::from(symbols.len() > MANY)];
    let mut moves: Vec<(i32, i32)> =
        (-most..=most).flat_map(|right| (-most..=most).map(move |down| (right, down))).collect();
    moves.sort_by_key(|&(right, down)| right * right + down * down);
    let moved = |(right, down): (i32, i32)| {
        let corner = Point::new(wanted.left + f64::from(right) * STEP, wanted.top + f64::from(down) * STEP);
        inside(sheet.plane.plot, corner, width, height)
    };
    let mut first = None;
    for area in moves.into_iter().map(moved).filter(|&area| !covers(area, &symbols)) {
        let near = distance(area.center(), wanted.center()) <= f64::from(STEPS[1]) * STEP;
        if near && !covers(area, &lines) {
            return Some(area);
        }
        first = first.or(Some(area));
        if !near {
            break;
        }
    }
    first
}

fn is_on(area: Rect, form: &Footprint) -> bool {
    match form {
        Footprint::Disc(center, radius) => area.distance_to(*center) < *radius,
        Footprint::Box(other) => {
            let (across, down) = area.gaps(*other);
            across < 0.0 && down < 0.0
        }
        Footprint::Line(points) => points.windows(2).any(|ends| area.clip(Segment::new(ends[0], ends[1])).is_some()),
    }
}

/// A box of this size with its upper left corner here, pushed into the plot.
fn inside(plot: Rect, corner: Point, width: f64, height: f64) -> Rect {
    let left = corner.x.min(plot.right - MARGIN - width).max(plot.left + MARGIN);
    let top = corner.y.min(plot.bottom - MARGIN - height).max(plot.top + MARGIN);
    Rect::new(left, top, left + width, top + height)
}
