//! Links: who needs whom, and what flows.

use super::arrow;
use super::drawing::{Drawing, owner};
use super::pipelines;
use super::sheet::Sheet;
use crate::geometry::{Point, direction};
use crate::layout::bends::{self, Chord, Course};
use crate::layout::labels::{Footprint, Kind, ObstacleKind, Site};
use crate::map::{End, Flow, Link};
use crate::problem::Problem;
use crate::scene::{Item, PathPart, Role, Shape, Stroke, Weight};
use crate::theme::Slot;

/// How far a bent link may leave the plot.
const ROOM: f64 = 6.0;

/// The straight line of a link, and how it runs.
pub(super) type Laid = (Chord, Course);

/// How every link runs, in the order of the links.
pub(super) fn lay(sheet: &Sheet) -> Vec<Laid> {
    let ends = pipelines::all_ends(sheet);
    let marks = sheet.marks.all().iter().chain(&ends);
    let symbols: Vec<bends::Symbol> =
        marks.map(|mark| bends::Symbol { center: mark.center, radius: mark.radius() }).collect();
    let lines: Vec<Chord> = sheet.map.links.iter().map(|link| straight(sheet, link)).collect();
    let courses = bends::courses(&symbols, &lines, sheet.plane.plot.grown(ROOM));
    lines.into_iter().zip(courses).collect()
}

/// Draws every link. Those with a text come last, so that no other link strikes it.
pub(super) fn draw(sheet: &Sheet, laid: &[Laid], drawing: &mut Drawing, problems: &mut Vec<Problem>) {
    for texts in [false, true] {
        for (link, (line, course)) in sheet.map.links.iter().zip(laid) {
            if texts == has_text(link) {
                one(sheet, link, line, *course, drawing, problems);
            }
        }
    }
}

fn one(sheet: &Sheet, link: &Link, line: &Chord, course: Course, drawing: &mut Drawing, problems: &mut Vec<Problem>) {
    let (from, to) = (name(sheet, link.from), name(sheet, link.to));
    let (points, shapes) = match course {
        Course::Nowhere => {
            problems.push(Problem::LinkWithoutLength { span: link.span, from, to });
            return;
        }
        Course::Duplicate if !has_text(link) => return,
        Course::Duplicate => (vec![line.from, line.to], Vec::new()),
        Course::Straight => (vec![line.from, line.to], shapes(sheet, link, line, None)),
        Course::Bent(control) => {
            (bends::pieces(line.from, control, line.to).to_vec(), shapes(sheet, link, line, Some(control)))
        }
    };
    let item = drawing.add(Item {
        role: Role::Link,
        name: format!("{from} -> {to}"),
        ends: Some((from, to)),
        span: Some(link.span),
        shapes,
        ..Item::default()
    });
    let mut owners = vec![line.ends.0, line.ends.1];
    for text in link.text.iter().chain(&link.context).filter(|text| !text.text.trim().is_empty()) {
        let along = Site::Along(points.clone());
        let label = drawing.own(
            owner(
                Kind::LinkText,
                along,
                &text.text,
                (sheet.sizes().link_text, sheet.sizes().label_line),
                Weight::Regular,
            ),
            Slot::LinkText,
        );
        drawing.put_label(label, item);
        owners.push(label);
    }
    drawing.block(ObstacleKind::Link, Footprint::Line(points), owners);
}

/// The straight line of a link, from edge to edge.
fn straight(sheet: &Sheet, link: &Link) -> Chord {
    let ends = (sheet.marks.index_of_end(link.from), sheet.marks.index_of_end(link.to));
    let (from, to) = (&sheet.marks.all()[ends.0], &sheet.marks.all()[ends.1]);
    Chord { from: from.edge(to.center), to: to.edge(from.center), ends, look: look(link, ends) }
}

/// A number for how a link looks, whichever way it is written.
fn look(link: &Link, ends: (usize, usize)) -> u32 {
    let flow = match link.flow {
        None => 0,
        Some(Flow::Both) => 1,
        Some(Flow::Forward) => 2 + u32::from(ends.0 > ends.1),
        Some(Flow::Back) => 2 + u32::from(ends.0 < ends.1),
    };
    flow * 2 + u32::from(link.dashed)
}

fn shapes(sheet: &Sheet, link: &Link, line: &Chord, control: Option<Point>) -> Vec<Shape> {
    let sizes = sheet.sizes();
    let slot = if link.from.moved.or(link.to.moved).is_some() { Slot::Movement } else { Slot::Link };
    let (at_start, at_end) = match link.flow {
        None => (false, false),
        Some(Flow::Forward) => (false, true),
        Some(Flow::Back) => (true, false),
        Some(Flow::Both) => (true, true),
    };
    let backward = direction(control.unwrap_or(line.to), line.from);
    let forward = direction(control.unwrap_or(line.from), line.to);
    let mut shapes = Vec::new();
    if link.flow.is_some() {
        shapes.push(course(line.from, control, line.to, sheet.stroke(Slot::Flow, sizes.flow)));
    }
    // The line ends inside the heads, so that their tips stay sharp.
    let short = |yes: bool| if yes { -sizes.head * 0.7 } else { 0.0 };
    let (from, to) = (line.from.step(backward, short(at_start), 0.0), line.to.step(forward, short(at_end), 0.0));
    let stroke = sheet.stroke(slot, sizes.link_stroke);
    let dashes = if link.dashed { sizes.link_dashes.to_vec() } else { Vec::new() };
    shapes.push(course(from, control, to, Stroke { dashes, ..stroke }));
    if at_start {
        shapes.push(arrow::head(line.from, backward, sizes.head, sheet.fill(slot)));
    }
    if at_end {
        shapes.push(arrow::head(line.to, forward, sizes.head, sheet.fill(slot)));
    }
    shapes
}

fn course(from: Point, control: Option<Point>, to: Point, stroke: Stroke) -> Shape {
    match control {
        None => Shape::Line { from, to, stroke },
        Some(control) => Shape::Path {
            parts: vec![PathPart::Move(from), PathPart::Quad(control, to)],
            fill: None,
            stroke: Some(stroke),
        },
    }
}

fn has_text(link: &Link) -> bool {
    link.text.is_some() || link.context.is_some()
}

/// The name at an end, as the item there has it.
fn name(sheet: &Sheet, end: End) -> String {
    let renamed = end.moved.and_then(|moved| sheet.map.movement(moved).name.as_ref());
    renamed.unwrap_or(&sheet.map.component(end.component).name).replace('\n', " ")
}
