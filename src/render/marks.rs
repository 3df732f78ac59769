//! [`Maker`]: the shapes of a scene as marks to be painted.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use tiny_skia::{
    Color, GradientStop, LinearGradient, Paint, Path, PathBuilder, Rect, Shader, SpreadMode, Stroke, StrokeDash,
    Transform,
};

use super::hair::Hair;
use super::letters::SLANT;
use super::paint::{Kind, Mark};
use crate::scene::{self, Fill, Ink, PathPart, Point, Scene, Shape, Text, Weight};
use crate::text::{Fonts, Letter, Pen};

/// Makes marks of shapes.
pub(super) struct Maker<'a> {
    fonts: &'a Fonts,
    /// Each letter once, 1 em high.
    letters: BTreeMap<(Letter, bool), Option<Path>>,
    scale: f32,
    /// What is painted, back to front.
    pub(super) marks: Vec<Mark>,
    /// Whether colors change from pixel to pixel somewhere, so that a palette would show as steps.
    pub(super) colorful: bool,
}

impl<'a> Maker<'a> {
    /// The marks of a scene; `scale` pixels for each of the scene's.
    pub(super) fn of(scene: &Scene, fonts: &'a Fonts, scale: f64) -> Self {
        let mut maker =
            Self { fonts, letters: BTreeMap::new(), scale: scale as f32, marks: Vec::new(), colorful: false };
        for shape in scene.items.iter().flat_map(|item| &item.shapes) {
            maker.shape(shape);
        }
        maker
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Circle { center, radius, fill, stroke } => {
                let (x, y) = self.point(*center);
                let path = PathBuilder::from_circle(x, y, self.length(*radius));
                self.area(path, *fill, stroke.as_ref());
            }
            Shape::Rect { corner, width, height, rounding, fill, stroke } => {
                let (x, y) = self.point(*corner);
                let Some(rect) = Rect::from_xywh(x, y, self.length(*width), self.length(*height)) else { return };
                match (fill, stroke) {
                    (Some(fill), None) if *rounding <= 0.0 => self.rect(rect, *fill),
                    _ => self.area(rounded(rect, self.length(*rounding)), *fill, stroke.as_ref()),
                }
            }
            Shape::Line { from, to, stroke } => {
                let mut builder = PathBuilder::new();
                let (from, to) = (self.point(*from), self.point(*to));
                builder.move_to(from.0, from.1);
                builder.line_to(to.0, to.1);
                self.area(builder.finish(), None, Some(stroke));
            }
            Shape::Path { parts, fill, stroke } => {
                let path = self.path(parts);
                self.area(path, *fill, stroke.as_ref());
            }
            Shape::Text(text) => self.text(text),
        }
    }

    fn rect(&mut self, rect: Rect, fill: Fill) {
        let paint = self.paint(fill, rect);
        let whole = rect.round().filter(|whole| whole.to_rect() == rect && paint.shader.is_opaque());
        let kind = match whole {
            Some(whole) if !paint.is_solid_color() => Kind::Rows(whole),
            _ => Kind::Rect(rect),
        };
        self.marks.push(Mark { path: PathBuilder::from_rect(rect), paint, kind });
    }

    fn area(&mut self, path: Option<Path>, fill: Option<Fill>, stroke: Option<&scene::Stroke>) {
        let Some(path) = path else { return };
        if let Some(fill) = fill {
            let paint = self.paint(fill, path.bounds());
            self.marks.push(Mark { path: path.clone(), paint, kind: Kind::Area });
        }
        if let Some(stroke) = stroke {
            let dashes: Vec<f32> = stroke.dashes.iter().map(|dash| self.length(*dash)).collect();
            let line = Stroke {
                width: self.length(stroke.width),
                dash: if dashes.is_empty() { None } else { StrokeDash::new(dashes, 0.0) },
                ..Stroke::default()
            };
            let paint = paint(solid(stroke.ink));
            if line.width > 1.0 {
                self.marks.push(Mark { path, paint, kind: Kind::Line(line) });
            } else {
                let dashed = line.dash.as_ref().and_then(|dash| path.dash(dash, 1.0));
                let hair = Hair::of(dashed.as_ref().unwrap_or(&path));
                self.marks.push(Mark { path, paint, kind: Kind::Hair(hair, Stroke { dash: None, ..line }) });
            }
        }
    }

    fn paint(&mut self, fill: Fill, bounds: Rect) -> Paint<'static> {
        self.colorful |= steepness(fill, bounds.width()) > 0.25;
        paint(shader(fill, bounds))
    }

    fn text(&mut self, text: &Text) {
        let Some(path) = self.line_of_text(text) else { return };
        if let Some((ink, width)) = text.halo {
            let color = color(ink).premultiply().to_color_u8();
            let kind = Kind::Rim { color, width: self.length(width), rim: OnceCell::new() };
            self.marks.push(Mark { path: path.clone(), paint: paint(solid(ink)), kind });
        }
        self.marks.push(Mark { path, paint: paint(solid(text.ink)), kind: Kind::Area });
    }

    fn line_of_text(&mut self, text: &Text) -> Option<Path> {
        let bold = text.weight == Weight::Bold;
        let (size, slant) = (text.size as f32, if text.italic { SLANT as f32 } else { 0.0 });
        let start = text.start();
        let mut place = Transform::from_scale(self.scale, self.scale);
        if text.turned != 0.0 {
            place = place.pre_concat(Transform::from_rotate_at(text.turned as f32, text.at.x as f32, text.at.y as f32));
        }
        place = place.pre_translate(start.x as f32, start.y as f32);
        place = place.pre_concat(Transform::from_row(size, 0.0, -slant * size, size, 0.0, 0.0));
        let mut builder = PathBuilder::new();
        for glyph in self.fonts.line(&text.content, bold).glyphs {
            let letter = self.letters.entry((glyph.letter, bold)).or_insert_with(|| {
                let mut outline = Outline(PathBuilder::new());
                self.fonts.draw(glyph.letter, bold, &mut outline);
                outline.0.finish()
            });
            let at = place.pre_translate(glyph.x as f32, glyph.y as f32);
            if let Some(path) = letter.clone().and_then(|path| path.transform(at)) {
                builder.push_path(&path);
            }
        }
        builder.finish()
    }

    fn path(&self, parts: &[PathPart]) -> Option<Path> {
        let mut builder = PathBuilder::new();
        for part in parts {
            match part {
                PathPart::Move(to) => {
                    let to = self.point(*to);
                    builder.move_to(to.0, to.1);
                }
                PathPart::Line(to) => {
                    let to = self.point(*to);
                    builder.line_to(to.0, to.1);
                }
                PathPart::Quad(by, to) => {
                    let (by, to) = (self.point(*by), self.point(*to));
                    builder.quad_to(by.0, by.1, to.0, to.1);
                }
                PathPart::Cubic(by, then, to) => {
                    let (by, then, to) = (self.point(*by), self.point(*then), self.point(*to));
                    builder.cubic_to(by.0, by.1, then.0, then.1, to.0, to.1);
                }
                PathPart::Close => builder.close(),
            }
        }
        builder.finish()
    }

    fn point(&self, point: Point) -> (f32, f32) {
        (self.length(point.x), self.length(point.y))
    }

    fn length(&self, length: f64) -> f32 {
        length as f32 * self.scale
    }
}

struct Outline(PathBuilder);

impl Pen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to(cx, cy, x, y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.cubic_to(ax, ay, bx, by, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}

/// A rectangle, its corners rounded by quarters of a circle.
fn rounded(rect: Rect, rounding: f32) -> Option<Path> {
    let radius = rounding.min(rect.width() / 2.0).min(rect.height() / 2.0);
    if radius <= 0.0 {
        return Some(PathBuilder::from_rect(rect));
    }
    // How far the handles of a cubic stand from the corner so that it is a quarter of a circle: 4/3 (√2 − 1).
    let bend = radius * (1.0 - 0.552_284_8);
    let (left, top, right, bottom) = (rect.left(), rect.top(), rect.right(), rect.bottom());
    let mut builder = PathBuilder::new();
    builder.move_to(left + radius, top);
    builder.line_to(right - radius, top);
    builder.cubic_to(right - bend, top, right, top + bend, right, top + radius);
    builder.line_to(right, bottom - radius);
    builder.cubic_to(right, bottom - bend, right - bend, bottom, right - radius, bottom);
    builder.line_to(left + radius, bottom);
    builder.cubic_to(left + bend, bottom, left, bottom - bend, left, bottom - radius);
    builder.line_to(left, top + radius);
    builder.cubic_to(left, top + bend, left + bend, top, left + radius, top);
    builder.close();
    builder.finish()
}

fn color(ink: Ink) -> Color {
    let color = ink.color;
    Color::from_rgba8(color.red, color.green, color.blue, color.alpha)
}

fn solid(ink: Ink) -> Shader<'static> {
    Shader::SolidColor(color(ink))
}

fn shader(fill: Fill, bounds: Rect) -> Shader<'static> {
    let (stops, first) = match fill {
        Fill::Plain(ink) => return solid(ink),
        Fill::Edges(edge, middle) => (vec![(0.0, edge), (0.3, middle), (0.7, middle), (1.0, edge)], edge),
        Fill::Across(left, right) => (vec![(0.0, left), (1.0, right)], left),
    };
    let stops = stops.into_iter().map(|(at, ink)| GradientStop::new(at, color(ink))).collect();
    let (from, to) = (bounds.left(), bounds.right());
    let ends = [from, to].map(|x| tiny_skia::Point::from_xy(x, bounds.top()));
    LinearGradient::new(ends[0], ends[1], stops, SpreadMode::Pad, Transform::identity()).unwrap_or(solid(first))
}

/// By how many of 255 steps a part of the color changes from one pixel to the next.
fn steepness(fill: Fill, width: f32) -> f32 {
    let (from, to, width) = match fill {
        Fill::Plain(_) => return 0.0,
        Fill::Edges(edge, middle) => (edge.color, middle.color, width * 0.3),
        Fill::Across(left, right) => (left.color, right.color, width),
    };
    let parts = [(from.red, to.red), (from.green, to.green), (from.blue, to.blue), (from.alpha, to.alpha)];
    let steps = parts.into_iter().map(|(from, to)| from.abs_diff(to)).max().unwrap_or(0);
    f32::from(steps) / width.max(1.0)
}

fn paint(shader: Shader<'static>) -> Paint<'static> {
    Paint { shader, ..Paint::default() }
}
