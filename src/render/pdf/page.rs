//! [`Page`]: the shapes of a scene as the operators of a page.

use std::collections::BTreeSet;

use pdf_writer::types::LineCapStyle;
use pdf_writer::{Content, Name, Rect};

use super::super::{address, number};
use super::document::COMPACT;
use super::fonts::Embedded;
use super::shading::Shadings;
use super::words;
use crate::geometry::Point;
use crate::scene::{Fill, Ink, Item, PathPart, Scene, Shape, Stroke};
use crate::theme::Color;

/// Points of a page for one pixel: 96 pixels are an inch.
const POINTS: f64 = 0.75;
/// No reader has to show a page that is larger, in points.
const LARGEST: f64 = 14_400.0;
/// The control points of a quarter of a circle lie this part of the radius from its ends.
const QUARTER: f64 = 0.552_284_75;

/// One page, ready to be written.
pub(super) struct Page<'a> {
    pub(super) scene: &'a Scene,
    /// In points.
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) content: Vec<u8>,
    pub(super) opacities: BTreeSet<Opacity>,
    pub(super) shadings: Shadings,
    pub(super) links: Vec<Link>,
}

/// How opaque areas and lines are, of 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Opacity([u8; 2]);

impl Opacity {
    pub(super) fn name(self) -> String {
        format!("O{}-{}", self.0[0], self.0[1])
    }

    pub(super) fn fill(self) -> f32 {
        f32::from(self.0[0]) / 255.0
    }

    pub(super) fn stroke(self) -> f32 {
        f32::from(self.0[1]) / 255.0
    }
}

/// A part of the page that leads somewhere.
pub(super) struct Link {
    pub(super) area: Rect,
    pub(super) name: String,
    pub(super) address: String,
}

/// What is being written, and the paint that is set.
pub(super) struct Painter<'a, 'f> {
    pub(super) content: Content,
    pub(super) embedded: &'a mut Embedded<'f>,
    opacities: BTreeSet<Opacity>,
    shadings: Shadings,
    fill: Option<Color>,
    stroke: Option<Stroke>,
    opacity: Opacity,
}

impl<'a> Page<'a> {
    pub(super) fn of(scene: &'a Scene, embedded: &mut Embedded<'_>) -> Self {
        let points = (POINTS * scene.zoom).min(LARGEST / scene.width.max(scene.height).max(1.0));
        let (width, height) = (scene.width * points, scene.height * points);
        let mut content = Content::with_settings(COMPACT);
        // A scene's pixels go down.
        content.transform([points as f32, 0.0, 0.0, -points as f32, 0.0, height as f32]);
        // As SVG has it.
        content.set_miter_limit(4.0);
        let mut marked = content.begin_marked_content_with_properties(Name(b"Figure"));
        marked.properties().identify(0);
        drop(marked);
        let mut painter = Painter {
            content,
            embedded,
            opacities: BTreeSet::new(),
            shadings: Shadings::default(),
            fill: None,
            stroke: None,
            opacity: Opacity([255, 255]),
        };
        let mut links = Vec::new();
        for item in &scene.items {
            for shape in &item.shapes {
                painter.shape(shape);
            }
            links.extend(self::links(item, points, height));
        }
        let Painter { mut content, opacities, shadings, .. } = painter;
        content.end_marked_content();
        let content = content.finish().into_vec();
        Self { scene, width: width as f32, height: height as f32, content, opacities, shadings, links }
    }
}

impl Painter<'_, '_> {
    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Circle { center, radius, fill, stroke } => {
                let area = [center.x - radius, center.x + radius];
                self.paint(*fill, stroke.as_ref(), area, &circle(*center, *radius));
            }
            Shape::Rect { corner, width, height, rounding, fill, stroke } => {
                let area = [corner.x, corner.x + width];
                self.paint(*fill, stroke.as_ref(), area, &rectangle(*corner, *width, *height, *rounding));
            }
            Shape::Line { from, to, stroke } => {
                self.paint(None, Some(stroke), [0.0, 0.0], &[PathPart::Move(*from), PathPart::Line(*to)]);
            }
            Shape::Path { parts, fill, stroke } => {
                let across = parts.iter().flat_map(|part| ends(*part)).map(|point| point.x);
                let area = [across.clone().fold(f64::INFINITY, f64::min), across.fold(f64::NEG_INFINITY, f64::max)];
                self.paint(*fill, stroke.as_ref(), area, parts);
            }
            Shape::Text(text) => words::write(self, text),
        }
    }

    /// Fills and strokes a path; `area` is where it starts and ends from left to right.
    fn paint(&mut self, fill: Option<Fill>, stroke: Option<&Stroke>, area: [f64; 2], parts: &[PathPart]) {
        if let Some(shaded) = fill.filter(|fill| !matches!(fill, Fill::Plain(_))) {
            let name = self.shadings.name(shaded, area);
            self.content.save_state();
            self.path(parts);
            self.content.clip_nonzero().end_path();
            self.content.shading(Name(name.as_bytes()));
            self.content.restore_state();
            if stroke.is_some() {
                self.paint(None, stroke, area, parts);
            }
            return;
        }
        let ink = fill.and_then(|fill| if let Fill::Plain(ink) = fill { Some(ink) } else { None });
        self.set(ink, stroke);
        self.path(parts);
        match (ink, stroke) {
            (Some(_), Some(_)) => self.content.fill_nonzero_and_stroke(),
            (Some(_), None) => self.content.fill_nonzero(),
            (None, Some(_)) => self.content.stroke(),
            (None, None) => self.content.end_path(),
        };
    }

    /// Sets the paint of what comes next, as far as it differs from that before.
    pub(super) fn set(&mut self, fill: Option<Ink>, stroke: Option<&Stroke>) {
        let [mut area, mut line] = self.opacity.0;
        if let Some(ink) = fill {
            area = ink.color.alpha;
            if self.fill != Some(ink.color) {
                let [red, green, blue] = parts_of(ink.color);
                self.content.set_fill_rgb(red, green, blue);
                self.fill = Some(ink.color);
            }
        }
        if let Some(stroke) = stroke {
            line = stroke.ink.color.alpha;
            if self.stroke.as_ref() != Some(stroke) {
                let [red, green, blue] = parts_of(stroke.ink.color);
                self.content.set_stroke_rgb(red, green, blue).set_line_width(short(stroke.width));
                self.content.set_dash_pattern(stroke.dashes.iter().map(|&dash| short(dash)), 0.0);
                self.content.set_line_cap(LineCapStyle::ButtCap);
                self.stroke = Some(stroke.clone());
            }
        }
        let opacity = Opacity([area, line]);
        if opacity != self.opacity {
            self.content.set_parameters(Name(opacity.name().as_bytes()));
            self.opacities.insert(opacity);
            self.opacity = opacity;
        }
    }

    pub(super) fn path(&mut self, parts: &[PathPart]) {
        let mut at = Point::default();
        for part in parts {
            match *part {
                PathPart::Move(to) => drop(self.content.move_to(short(to.x), short(to.y))),
                PathPart::Line(to) => drop(self.content.line_to(short(to.x), short(to.y))),
                PathPart::Quad(by, to) => {
                    let two_thirds =
                        |end: Point| Point::new(end.x + (by.x - end.x) * 2.0 / 3.0, end.y + (by.y - end.y) * 2.0 / 3.0);
                    self.curve([two_thirds(at), two_thirds(to), to]);
                }
                PathPart::Cubic(by, then, to) => self.curve([by, then, to]),
                PathPart::Close => drop(self.content.close_path()),
            }
            at = ends(*part).last().unwrap_or(at);
        }
    }

    fn curve(&mut self, [by, then, to]: [Point; 3]) {
        self.content.cubic_to(short(by.x), short(by.y), short(then.x), short(then.y), short(to.x), short(to.y));
    }
}

/// A number with two decimals.
pub(super) fn short(value: f64) -> f32 {
    (number::hundredths(value) as f64 / 100.0) as f32
}

pub(super) fn parts_of(color: Color) -> [f32; 3] {
    // Three decimals tell 255 steps apart.
    [color.red, color.green, color.blue].map(|part| (f32::from(part) / 0.255).round() / 1000.0)
}

/// The points that a part of a path names.
fn ends(part: PathPart) -> impl DoubleEndedIterator<Item = Point> + Clone {
    let points = match part {
        PathPart::Move(to) | PathPart::Line(to) => [None, None, Some(to)],
        PathPart::Quad(by, to) => [None, Some(by), Some(to)],
        PathPart::Cubic(by, then, to) => [Some(by), Some(then), Some(to)],
        PathPart::Close => [None; 3],
    };
    points.into_iter().flatten()
}

fn circle(center: Point, radius: f64) -> Vec<PathPart> {
    let corner = Point::new(center.x - radius, center.y - radius);
    rectangle(corner, radius * 2.0, radius * 2.0, radius)
}

fn rectangle(corner: Point, width: f64, height: f64, rounding: f64) -> Vec<PathPart> {
    let (left, top, right, bottom) = (corner.x, corner.y, corner.x + width, corner.y + height);
    let round = rounding.clamp(0.0, width.min(height).max(0.0) / 2.0);
    let point = Point::new;
    if round <= 0.0 {
        let corners = [point(left, top), point(right, top), point(right, bottom), point(left, bottom)];
        let lines = corners[1..].iter().map(|&corner| PathPart::Line(corner));
        return [PathPart::Move(corners[0])].into_iter().chain(lines).chain([PathPart::Close]).collect();
    }
    let near = round * (1.0 - QUARTER);
    let bend = PathPart::Cubic;
    vec![
        PathPart::Move(point(left + round, top)),
        PathPart::Line(point(right - round, top)),
        bend(point(right - near, top), point(right, top + near), point(right, top + round)),
        PathPart::Line(point(right, bottom - round)),
        bend(point(right, bottom - near), point(right - near, bottom), point(right - round, bottom)),
        PathPart::Line(point(left + round, bottom)),
        bend(point(left + near, bottom), point(left, bottom - near), point(left, bottom - round)),
        PathPart::Line(point(left, top + round)),
        bend(point(left, top + near), point(left + near, top), point(left + round, top)),
        PathPart::Close,
    ]
}

/// Where an item leads to: its symbol and its text each lead there, not what lies between them.
fn links(item: &Item, points: f64, height: f64) -> Vec<Link> {
    let Some(address) = item.href.as_deref().and_then(address::harmless) else { return Vec::new() };
    let areas = [false, true].map(|text| {
        let boxes = item.shapes.iter().filter(|shape| matches!(shape, Shape::Text(_)) == text).filter_map(bounds);
        boxes.reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])])
    });
    let link = |[left, top, right, bottom]: [f64; 4]| {
        let side = |pixels: f64| short(pixels * points);
        let up = |pixels: f64| short(height - pixels * points);
        let area = Rect::new(side(left), up(bottom), side(right), up(top));
        Link { area, name: item.name.clone(), address: address.to_owned() }
    };
    areas.into_iter().flatten().map(link).collect()
}

/// Left, top, right and bottom; none of a line, which leads from a symbol to its text, nor of turned text.
fn bounds(shape: &Shape) -> Option<[f64; 4]> {
    match shape {
        Shape::Circle { center, radius, .. } => {
            Some([center.x - radius, center.y - radius, center.x + radius, center.y + radius])
        }
        Shape::Rect { corner, width, height, .. } => Some([corner.x, corner.y, corner.x + width, corner.y + height]),
        Shape::Path { parts, .. } => {
            let boxes = parts.iter().flat_map(|part| ends(*part)).map(|point| [point.x, point.y, point.x, point.y]);
            boxes.reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])])
        }
        Shape::Line { .. } => None,
        Shape::Text(text) => {
            let start = text.start();
            let upright = text.turned == 0.0;
            upright.then_some([start.x, start.y - text.size * 0.8, start.x + text.width, start.y + text.size * 0.25])
        }
    }
}
