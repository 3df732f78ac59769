//! Lines yield to texts: what would run beneath a text is left out there. So each text stands once, without a rim, and can
//! be read in every program, whatever that knows of SVG.

use super::lines::bounds;
use crate::geometry::{Point, Rect, Segment, direction, distance};
use crate::layout::grid::Index;
use crate::scene::{Item, PathPart, Role, Shape};

/// Air between a text and the line that yields to it.
const AIR: f64 = 2.0;
/// What is left of a line between two texts, or between a text and its end, is left out as well where it is shorter than this.
const SPECK: f64 = 2.0;
/// Half the width of the widest line: the band of a flow.
const REACH: f64 = 5.0;

/// Leaves out what runs beneath a text: of links, movements, leaders, lines between stages and levels, and borders of boxes
/// and areas.
/// `picture` is the width and height of all.
pub(super) fn yield_to_texts(items: &mut [Item], picture: (f64, f64)) {
    let texts: Vec<Rect> = items.iter().flat_map(|item| &item.shapes).filter_map(covered).collect();
    let numbered: Vec<(u32, Rect)> = (0..).zip(texts.iter().map(|text| text.grown(REACH))).collect();
    let texts = Texts { index: Index::of_boxes(Rect::new(0.0, 0.0, picture.0, picture.1), &numbered), boxes: texts };
    for item in items {
        for at in (0..item.shapes.len()).rev() {
            if is_line(item.role, &item.shapes[at])
                && let Some(shapes) = texts.cut(&item.shapes[at])
            {
                item.shapes.splice(at..=at, shapes);
            }
        }
    }
}

/// Whether a shape is a line, or has a border, that texts may stand on. Of a symbol only its leader is.
fn is_line(role: Role, shape: &Shape) -> bool {
    match role {
        Role::Link | Role::Movement | Role::Stage | Role::Level | Role::Pipeline | Role::Attitude => true,
        Role::Component | Role::Anchor | Role::Submap | Role::Force | Role::Note => matches!(shape, Shape::Line { .. }),
        _ => false,
    }
}

/// The box of an upright text; what is turned runs along an axis, where no line is.
fn covered(shape: &Shape) -> Option<Rect> {
    match shape {
        Shape::Text(text) if text.turned == 0.0 => Some(bounds(text)),
        _ => None,
    }
}

/// All texts.
struct Texts {
    boxes: Vec<Rect>,
    index: Index,
}

impl Texts {
    /// What is left of a shape: its ground, where it has one, and the pieces of its line, as one path. `None` where no text is
    /// in its way.
    fn cut(&self, shape: &Shape) -> Option<Vec<Shape>> {
        let (runs, stroke) = match shape {
            Shape::Line { from, to, stroke } => (vec![Curve { from: *from, control: None, to: *to }], stroke),
            Shape::Rect { corner, width, height, rounding, stroke: Some(stroke), .. } => {
                (border(Rect::new(corner.x, corner.y, corner.x + width, corner.y + height), *rounding), stroke)
            }
            Shape::Path { parts, stroke: Some(stroke), .. } => (curves(parts)?, stroke),
            _ => return None,
        };
        let parts = self.left(&runs, stroke.width / 2.0)?;
        let line = match parts[..] {
            [PathPart::Move(from), PathPart::Line(to)] => Shape::Line { from, to, stroke: stroke.clone() },
            _ => Shape::Path { parts, fill: None, stroke: Some(stroke.clone()) },
        };
        Some(ground(shape).into_iter().chain([line]).filter(is_seen).collect())
    }

    /// What no text hides of these curves, or `None` if none is hidden. `reach` is half the width of the line.
    fn left(&self, curves: &[Curve], reach: f64) -> Option<Vec<PathPart>> {
        let mut parts = Vec::new();
        let (mut at, mut cut) = (None, false);
        for curve in curves {
            let hidden = self.hidden(curve, reach);
            cut |= !hidden.is_empty();
            for (start, end) in between(&hidden) {
                let piece = curve.part(start, end);
                if !hidden.is_empty() && distance(piece.from, piece.to) < SPECK {
                    continue;
                }
                if at != Some(piece.from) {
                    parts.push(PathPart::Move(piece.from));
                }
                parts.push(piece.control.map_or(PathPart::Line(piece.to), |control| PathPart::Quad(control, piece.to)));
                at = Some(piece.to);
            }
        }
        cut.then_some(parts)
    }

    /// From where to where texts hide a curve, in order and apart from each other.
    fn hidden(&self, curve: &Curve, reach: f64) -> Vec<(f64, f64)> {
        let mut near: Vec<u32> = curve.chords().into_iter().flat_map(|chord| self.index.along(chord)).collect();
        near.sort_unstable();
        near.dedup();
        let mut found: Vec<(f64, f64)> =
            near.into_iter().flat_map(|text| curve.beneath(self.boxes[text as usize], reach)).collect();
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut apart: Vec<(f64, f64)> = Vec::new();
        for (start, end) in found {
            match apart.last_mut() {
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                _ => apart.push((start, end)),
            }
        }
        apart
    }
}

/// What of 0..1 is not in these parts of it.
fn between(hidden: &[(f64, f64)]) -> impl Iterator<Item = (f64, f64)> {
    let starts = std::iter::once(0.0).chain(hidden.iter().map(|part| part.1));
    let ends = hidden.iter().map(|part| part.0).chain([1.0]);
    starts.zip(ends).filter(|(start, end)| start < end)
}

/// A shape without its line, where it has a ground.
fn ground(shape: &Shape) -> Option<Shape> {
    let mut shape = shape.clone();
    match &mut shape {
        Shape::Rect { fill: Some(_), stroke, .. } | Shape::Path { fill: Some(_), stroke, .. } => *stroke = None,
        _ => return None,
    }
    Some(shape)
}

fn is_seen(shape: &Shape) -> bool {
    !matches!(shape, Shape::Path { parts, .. } if parts.is_empty())
}

/// A straight line, or a quadratic curve with a control point.
#[derive(Clone, Copy, Debug)]
struct Curve {
    from: Point,
    control: Option<Point>,
    to: Point,
}

impl Curve {
    fn at(&self, part: f64) -> Point {
        let chord = Segment::new(self.from, self.to);
        match self.control {
            None => chord.at(part),
            Some(control) => {
                Segment::new(Segment::new(self.from, control).at(part), Segment::new(control, self.to).at(part))
                    .at(part)
            }
        }
    }

    /// The part of it from `start` to `end` (its blossom gives the control point).
    fn part(&self, start: f64, end: f64) -> Self {
        let point = |part: f64| match part {
            0.0 => self.from,
            1.0 => self.to,
            _ => self.at(part),
        };
        let control = self.control.map(|control| {
            let (before, after) =
                (Segment::new(self.from, control).at(start), Segment::new(control, self.to).at(start));
            Segment::new(before, after).at(end)
        });
        Self { from: point(start), control, to: point(end) }
    }

    /// Straight lines that pass through the same cells of a grid.
    fn chords(&self) -> Vec<Segment> {
        const PIECES: u32 = 8;
        let pieces = if self.control.is_some() { PIECES } else { 1 };
        let at = |piece: u32| self.at(f64::from(piece) / f64::from(pieces));
        (0..pieces).map(|piece| Segment::new(at(piece), at(piece + 1))).collect()
    }

    /// From where to where it is beneath a text or in the air around it; nowhere if it only passes through the air.
    fn beneath(&self, text: Rect, reach: f64) -> impl Iterator<Item = (f64, f64)> {
        let touches = self.inside(text.grown(reach)).next().is_some();
        self.inside(text.grown(reach + AIR)).filter(move |_| touches)
    }

    /// From where to where it is in a box: between the points where it crosses the lines of the box's edges, it is either in or out.
    fn inside(&self, area: Rect) -> impl Iterator<Item = (f64, f64)> {
        let mut crossings = vec![0.0, 1.0];
        for (of, edges) in [(0, [area.left, area.right]), (1, [area.top, area.bottom])] {
            let pick = |point: Point| if of == 0 { point.x } else { point.y };
            let (from, to) = (pick(self.from), pick(self.to));
            let control = self.control.map_or(f64::midpoint(from, to), pick);
            for edge in edges {
                crossings.extend(roots(from - 2.0 * control + to, 2.0 * (control - from), from - edge));
            }
        }
        crossings.retain(|part| (0.0..=1.0).contains(part));
        crossings.sort_by(f64::total_cmp);
        let curve = *self;
        let parts: Vec<(f64, f64)> = crossings.windows(2).map(|ends| (ends[0], ends[1])).collect();
        parts.into_iter().filter(move |&(start, end)| start < end && area.holds(curve.at(f64::midpoint(start, end))))
    }
}

/// Where `a·t² + b·t + c` is 0.
fn roots(a: f64, b: f64, c: f64) -> impl Iterator<Item = f64> {
    const STRAIGHT: f64 = 1e-9;
    let square = b * b - 4.0 * a * c;
    let both = if a.abs() < STRAIGHT {
        [-c / b, f64::NAN]
    } else {
        let root = square.max(0.0).sqrt();
        [(-b - root) / (2.0 * a), (-b + root) / (2.0 * a)]
    };
    both.into_iter().filter(move |root| root.is_finite() && (a.abs() < STRAIGHT || square >= 0.0))
}

/// The four sides of a box whose corners are rounded with this radius.
fn border(area: Rect, rounding: f64) -> Vec<Curve> {
    let corners = area.corners();
    let side = |at: usize| (corners[at % 4], corners[(at + 1) % 4]);
    let mut curves = Vec::new();
    for at in 0..4 {
        let ((from, to), (_, next)) = (side(at), side(at + 1));
        let (way, turned) = (direction(from, to), direction(to, next));
        let end = to.step(way, -rounding, 0.0);
        curves.push(Curve { from: from.step(way, rounding, 0.0), control: None, to: end });
        if rounding > 0.0 {
            curves.push(Curve { from: end, control: Some(to), to: to.step(turned, rounding, 0.0) });
        }
    }
    curves
}

/// The curves of a path; `None` where some are cubic: those are symbols.
fn curves(parts: &[PathPart]) -> Option<Vec<Curve>> {
    let (mut start, mut at) = (Point::default(), Point::default());
    let mut curves = Vec::new();
    for part in parts {
        let (control, to) = match *part {
            PathPart::Move(to) => {
                (start, at) = (to, to);
                continue;
            }
            PathPart::Line(to) => (None, to),
            PathPart::Quad(control, to) => (Some(control), to),
            PathPart::Close => (None, start),
            PathPart::Cubic(..) => return None,
        };
        if to != at {
            curves.push(Curve { from: at, control, to });
        }
        at = to;
    }
    Some(curves)
}
