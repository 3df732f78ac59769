//! What a reader sees: symbols, words and lines, read from the drawing.

use wardley::geometry::Point;
use wardley::layout::{Label, Layout};
use wardley::map::Map;
use wardley::scene::{Item, PathPart, Role, Shape, Text};

use super::geometry::{Form, Frame};

/// Letters reach this far above and below their baseline, in units of their size.
const LETTERS: (f64, f64) = (0.74, 0.21);
/// A curve in this many straight pieces.
const PIECES: u8 = 16;
/// An anchor has no symbol; its point is what its label stands at.
const POINT: f64 = 1.0;

/// A symbol: of a component, an anchor, a submap, a moved state.
pub(super) struct Symbol {
    pub(super) name: String,
    pub(super) form: Form,
    /// Its label; none where it has no text.
    pub(super) words: Option<usize>,
}

/// A text with a place of its own.
pub(super) struct Words {
    pub(super) role: Role,
    pub(super) name: String,
    /// The box of each line.
    pub(super) lines: Vec<Frame>,
    /// Its symbol, if it has one.
    pub(super) symbol: Option<usize>,
    /// Whether a leader says whose it is.
    pub(super) led: bool,
}

/// A link, as straight pieces.
pub(super) struct Link {
    pub(super) ends: (String, String),
    pub(super) points: Vec<Point>,
    /// The text on it.
    pub(super) words: Option<usize>,
}

/// What a reader sees.
#[derive(Default)]
pub(super) struct Drawn {
    pub(super) symbols: Vec<Symbol>,
    pub(super) words: Vec<Words>,
    pub(super) links: Vec<Link>,
    /// The boxes of pipelines, each with the symbols of its children.
    pub(super) pipelines: Vec<(Frame, Vec<usize>)>,
    /// The circles at the ends of pipelines without children.
    pub(super) ends: Vec<Form>,
    /// The circles of annotations, and the box of the legend.
    pub(super) marks: Vec<Form>,
    /// Texts with a leader.
    pub(super) leaders: usize,
    pub(super) size: (f64, f64),
}

impl Drawn {
    pub(super) fn of(map: &Map, layout: &Layout) -> Self {
        let scene = &layout.scene;
        let mut drawn = Self { size: (scene.width, scene.height), ..Self::default() };
        drawn.leaders = layout.labels.iter().filter(|label| label.placed.leader.is_some()).count();
        // Components and movements are drawn in the order of the map, as their labels come.
        let (mut components, mut movements) = (0, map.components.len());
        for item in &scene.items {
            let words = drawn.read(item);
            match item.role {
                Role::Component | Role::Anchor | Role::Submap => {
                    drawn.symbol(item, &layout.labels[components], words);
                    components += 1;
                }
                Role::Movement => {
                    drawn.symbol(item, &layout.labels[movements], words);
                    movements += 1;
                }
                Role::Link => drawn.link(item, words),
                Role::Pipeline => drawn.ends(item),
                Role::Annotation | Role::Legend => drawn.marks.extend(item.shapes.iter().find_map(form)),
                _ => {}
            }
        }
        let boxes: Vec<Frame> = scene
            .items
            .iter()
            .filter(|item| item.role == Role::Pipeline)
            .filter_map(|item| item.shapes.iter().find_map(frame))
            .collect();
        let first = drawn.symbols.len() - components;
        let filled = map.pipelines.iter().filter(|pipeline| !pipeline.children.is_empty() || pipeline.range.is_some());
        for (frame, pipeline) in boxes.into_iter().zip(filled) {
            let children = pipeline.children.iter().map(|child| first + child.index()).collect();
            drawn.pipelines.push((frame, children));
        }
        drawn
    }

    /// Takes up the text of an item.
    fn read(&mut self, item: &Item) -> Option<usize> {
        let texts = item.shapes.iter().filter_map(|shape| match shape {
            Shape::Text(text) if text.label => Some(letters(text)),
            _ => None,
        });
        let lines: Vec<Frame> = texts.collect();
        if lines.is_empty() {
            return None;
        }
        self.words.push(Words { role: item.role, name: item.name.clone(), lines, symbol: None, led: false });
        Some(self.words.len() - 1)
    }

    /// Takes up a symbol: the largest of the item's shapes, or else the point that its label stands at.
    fn symbol(&mut self, item: &Item, label: &Label, words: Option<usize>) {
        let size = |form: &Form| match form {
            Form::Disc(_, radius) => *radius,
            Form::Square(frame) => frame.width() / 2.0,
        };
        let largest = item.shapes.iter().filter_map(form).max_by(|a, b| size(a).total_cmp(&size(b)));
        if let Some(words) = words {
            self.words[words].symbol = Some(self.symbols.len());
            self.words[words].led = label.placed.leader.is_some();
        }
        self.symbols.push(Symbol {
            name: item.name.clone(),
            form: largest.unwrap_or(Form::Disc(label.site.middle(), POINT)),
            words,
        });
    }

    /// Takes up the circles at both ends of a pipeline without children.
    fn ends(&mut self, item: &Item) {
        let circles = item.shapes.iter().filter(|shape| matches!(shape, Shape::Circle { .. })).filter_map(form);
        self.ends.extend(circles);
    }

    /// Takes up a link: the last line drawn that is no arrow head.
    fn link(&mut self, item: &Item, words: Option<usize>) {
        let course = item.shapes.iter().rev().find_map(|shape| match shape {
            Shape::Line { from, to, .. } => Some(vec![*from, *to]),
            Shape::Path { parts, fill: None, .. } => Some(points(parts)),
            _ => None,
        });
        let ends = item.ends.clone().unwrap_or_default();
        self.links.extend(course.map(|points| Link { ends, points, words }));
    }
}

/// The box of a line of text.
fn letters(text: &Text) -> Frame {
    let Point { x, y } = text.start();
    Frame { left: x, top: y - LETTERS.0 * text.size, right: x + text.width, bottom: y + LETTERS.1 * text.size }
}

fn form(shape: &Shape) -> Option<Form> {
    match shape {
        Shape::Circle { center, radius, stroke, .. } => {
            Some(Form::Disc(*center, radius + stroke.as_ref().map_or(0.0, |stroke| stroke.width / 2.0)))
        }
        _ => frame(shape).map(Form::Square),
    }
}

fn frame(shape: &Shape) -> Option<Frame> {
    let Shape::Rect { corner, width, height, .. } = shape else { return None };
    Some(Frame { left: corner.x, top: corner.y, right: corner.x + width, bottom: corner.y + height })
}

fn points(parts: &[PathPart]) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for part in parts {
        match *part {
            PathPart::Move(to) | PathPart::Line(to) | PathPart::Cubic(_, _, to) => points.push(to),
            PathPart::Quad(bend, to) => {
                let from = points.last().copied().unwrap_or(to);
                points.extend((1..=PIECES).map(|piece| {
                    let t = f64::from(piece) / f64::from(PIECES);
                    let (a, b, c) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
                    Point::new(a * from.x + b * bend.x + c * to.x, a * from.y + b * bend.y + c * to.y)
                }));
            }
            PathPart::Close => {}
        }
    }
    points
}
