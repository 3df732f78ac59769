//! Streams of value: bands under the links of their paths, side by side where several share one, each with its number in a pill.

use std::collections::{HashMap, HashSet};

use super::drawing::Drawing;
use super::links::Laid;
use super::sheet::Sheet;
use crate::geometry::{Point, Rect, direction};
use crate::layout::bends::Course;
use crate::layout::labels::{Footprint, ObstacleKind};
use crate::map::{ComponentId, ComponentKind, Stream};
use crate::scene::{Anchor, Fill, Ink, Item, PathPart, Role, Shape, Stroke, Text, Weight};
use crate::theme::Slot;

/// How wide a band is, in sizes of a label: 7 pixels where that has 12.
const BAND: f64 = 7.0 / 12.0;
/// How opaque it is: what lies on it stays readable.
const ALPHA: u8 = 0x78;
/// The colors, in the order of streams; a ninth begins anew. The number tells them apart.
const SLOTS: [Slot; 8] = [
    Slot::Stream1,
    Slot::Stream2,
    Slot::Stream3,
    Slot::Stream4,
    Slot::Stream5,
    Slot::Stream6,
    Slot::Stream7,
    Slot::Stream8,
];

/// The color of a stream, by its index.
pub(in crate::layout) fn slot(stream: usize) -> Slot {
    SLOTS[stream % SLOTS.len()]
}

/// Two neighbors of a path, the one with the smaller id first.
type Pair = (ComponentId, ComponentId);

fn pair(a: ComponentId, b: ComponentId) -> Pair {
    (a.min(b), a.max(b))
}

/// Draws the bands of all streams, then their pills.
pub(super) fn draw(sheet: &Sheet, links: &[Laid], drawing: &mut Drawing) {
    let streams = &sheet.map.strategy.streams;
    if streams.is_empty() {
        return;
    }
    let mut bends: HashMap<Pair, Point> = HashMap::new();
    let mut linked: HashSet<Pair> = HashSet::new();
    for (link, (_, course)) in sheet.map.links.iter().zip(links).filter(|(link, _)| !moves(link)) {
        let key = pair(link.from.component, link.to.component);
        linked.insert(key);
        if let Course::Bent(control) = course {
            bends.entry(key).or_insert(*control);
        }
    }
    let mut sharing: HashMap<Pair, Vec<usize>> = HashMap::new();
    for (at, stream) in streams.iter().enumerate() {
        for ends in stream.path.windows(2) {
            let users = sharing.entry(pair(ends[0], ends[1])).or_default();
            if users.last() != Some(&at) {
                users.push(at);
            }
        }
    }
    let road = Road { sheet, bends, sharing };
    let bands: Vec<Band> = streams.iter().enumerate().map(|(at, stream)| road.band(at, stream)).collect();
    for ((at, stream), band) in streams.iter().enumerate().zip(&bands) {
        let mut shapes = vec![Shape::Path {
            parts: band.parts.clone(),
            fill: None,
            stroke: Some(Stroke { ink: faint(sheet, slot(at)), width: sheet.sizes().label * BAND, dashes: Vec::new() }),
        }];
        // Where the path has no link, its own line says that it needs one.
        for ends in stream.path.windows(2).filter(|ends| linked.insert(pair(ends[0], ends[1]))) {
            let [from, to] = [0, 1].map(|at| sheet.marks.component(ends[at]));
            shapes.push(Shape::Line {
                from: from.edge(to.center),
                to: to.edge(from.center),
                stroke: sheet.dashed(Slot::Link, sheet.sizes().link_stroke, sheet.sizes().link_dashes),
            });
        }
        if !band.parts.is_empty() {
            drawing.add(item(stream, shapes));
        }
    }
    for ((at, stream), band) in streams.iter().enumerate().zip(&bands) {
        if let Some(center) = band.pill {
            let (area, shapes) = pill(sheet, at, center);
            drawing.add(item(stream, shapes.into()));
            drawing.block(ObstacleKind::Mark, Footprint::Box(area), Vec::new());
        }
    }
}

fn moves(link: &crate::map::Link) -> bool {
    link.from.moved.or(link.to.moved).is_some()
}

fn item(stream: &Stream, shapes: Vec<Shape>) -> Item {
    Item {
        role: Role::Stream,
        name: stream.name.clone(),
        tooltip: stream.metric.as_ref().map(|metric| format!("{}: {metric}", stream.name)),
        span: Some(stream.span),
        shapes,
        ..Item::default()
    }
}

fn faint(sheet: &Sheet, slot: Slot) -> Ink {
    let ink = sheet.ink(slot);
    Ink { color: ink.color.with_alpha(ALPHA), ..ink }
}

/// A number in the color of its stream, and the box it fills.
pub(in crate::layout) fn pill(sheet: &Sheet, stream: usize, center: Point) -> (Rect, [Shape; 2]) {
    let size = sheet.sizes().label * 0.85;
    let number = sheet.text(&(stream + 1).to_string(), size, Weight::Bold, Slot::StreamText);
    let area = Rect::around(center, (number.width / 2.0 + 0.4 * size).max(0.7 * size), 0.7 * size);
    let shapes = [
        Shape::Rect {
            corner: Point::new(area.left, area.top),
            width: area.width(),
            height: area.height(),
            rounding: area.height() / 2.0,
            fill: Some(Fill::Plain(sheet.ink(slot(stream)))),
            stroke: Some(sheet.stroke(Slot::StreamText, 0.8)),
        },
        Shape::Text(Text { at: Point::new(center.x, center.y + 0.36 * size), anchor: Anchor::Middle, ..number }),
    ];
    (area, shapes)
}

struct Band {
    parts: Vec<PathPart>,
    pill: Option<Point>,
}

/// What bands run along.
struct Road<'a> {
    sheet: &'a Sheet<'a>,
    /// Around which point the link between two components bends.
    bends: HashMap<Pair, Point>,
    /// Which streams run between two components.
    sharing: HashMap<Pair, Vec<usize>>,
}

impl Road<'_> {
    /// The band of a stream, shifted aside where others run along the same way.
    fn band(&self, at: usize, stream: &Stream) -> Band {
        let mut band = Band { parts: Vec::new(), pill: None };
        for ends in stream.path.windows(2) {
            let (from, to) = (self.stop(ends[0], ends[1]), self.stop(ends[1], ends[0]));
            let key = pair(ends[0], ends[1]);
            let sharing = &self.sharing[&key];
            let rank = sharing.iter().position(|&user| user == at).unwrap_or(0) as f64;
            let lane = rank - (sharing.len() as f64 - 1.0) / 2.0;
            // Aside is counted along the pair, whichever way a stream runs, so that lanes never cross.
            let (first, second) = if key.0 == ends[0] { (from, to) } else { (to, from) };
            let way = direction(first, second);
            let aside = |point: Point| point.step(way, 0.0, lane * self.sheet.sizes().label * BAND);
            let (from, to) = (aside(from), aside(to));
            band.parts.push(if band.parts.is_empty() { PathPart::Move(from) } else { PathPart::Line(from) });
            let control = self.bends.get(&key).map(|&control| aside(control));
            band.parts.push(control.map_or(PathPart::Line(to), |control| PathPart::Quad(control, to)));
            if band.pill.is_none() {
                // Pills on one link stand one behind the other.
                let along = (rank + 1.0) / (sharing.len() as f64 + 1.0);
                band.pill = Some(on_the_way(first, control, second, along, aside));
            }
        }
        band
    }

    /// Where a band to or from `other` ends at a component: in its middle, but at the edge of a name.
    fn stop(&self, id: ComponentId, other: ComponentId) -> Point {
        let mark = self.sheet.marks.component(id);
        if self.sheet.map.component(id).kind == ComponentKind::Anchor {
            mark.edge(self.sheet.marks.component(other).center)
        } else {
            mark.center
        }
    }
}

/// A point that far along a way, from 0 to 1.
fn on_the_way(from: Point, control: Option<Point>, to: Point, along: f64, aside: impl Fn(Point) -> Point) -> Point {
    let between = |a: Point, b: Point| Point::new(a.x + along * (b.x - a.x), a.y + along * (b.y - a.y));
    match control {
        None => aside(between(from, to)),
        Some(control) => {
            let (from, to) = (aside(from), aside(to));
            between(between(from, control), between(control, to))
        }
    }
}
