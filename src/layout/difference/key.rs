//! What the signs of a difference mean: a strip below the map.

use super::strike;
use super::{DASHES, WIDER};
use crate::compare::{Changes, Kind, Thing};
use crate::geometry::Point;
use crate::layout::restyle::quiet;
use crate::scene::{Anchor, Fill, Ink, Item, Role, Scene, Shape, Stroke, Text, Weight};
use crate::text::Fonts;
use crate::theme::{Slot, Theme};

/// How high the strip is.
const HEIGHT: f64 = 34.0;
/// The first sign stands this far from the left, ...
const LEFT: f64 = 48.0;
/// ... its text that far behind its middle, ...
const BEHIND: f64 = 12.0;
/// ... and the next sign that far behind that.
const NEXT: f64 = 32.0;

/// Makes room below the drawing and says there what its signs mean, of those that occur.
pub(super) fn draw(scene: &mut Scene, changes: &Changes, theme: &Theme, fonts: &Fonts) {
    let middle = scene.height + HEIGHT / 2.0 - 4.0;
    scene.height += HEIGHT;
    if let Some(Shape::Rect { height, .. }) =
        scene.items.iter_mut().find(|item| item.role == Role::Background).and_then(|paper| paper.shapes.first_mut())
    {
        *height += HEIGHT;
    }
    let mut pen = Pen { theme, fonts, x: LEFT, y: middle };
    let occurs = |kind: Kind| changes.list.iter().any(|change| change.is(kind) && change.thing != Thing::Map);
    for kind in Kind::ALL.into_iter().filter(|&kind| occurs(kind)) {
        scene.items.push(pen.sign(Some(kind)));
    }
    scene.items.push(pen.sign(None));
}

struct Pen<'a> {
    theme: &'a Theme,
    fonts: &'a Fonts,
    x: f64,
    y: f64,
}

impl Pen<'_> {
    /// The sign of a kind of change, or of none, and its word. Moves on behind it.
    fn sign(&mut self, kind: Option<Kind>) -> Item {
        let word = kind.map_or("unchanged", Kind::word);
        let mut item = Item { role: Role::Key, name: word.to_owned(), ..Item::default() };
        let at = Point::new(self.x, self.y);
        match kind {
            Some(Kind::Added) => {
                item.shapes.push(self.circle(at, Slot::Added, WIDER, &[]));
                self.x += BEHIND;
                item.shapes.push(self.word("+ added", Slot::Added));
            }
            Some(Kind::Removed) => {
                item.shapes.push(self.circle(at, Slot::Removed, 1.0, &DASHES));
                self.x += BEHIND;
                item.shapes.push(self.word(word, Slot::Removed));
                strike::all(&mut item, self.theme);
            }
            Some(Kind::Moved) => {
                item.shapes.push(self.circle(at, Slot::Removed, 1.0, &DASHES));
                item.shapes.extend(self.arrow(at.x + 8.0, at.x + 28.0));
                item.shapes.push(self.circle(Point::new(at.x + 35.0, at.y), Slot::ComponentStroke, 1.0, &[]));
                self.x += 35.0 + BEHIND;
                item.shapes.push(self.word(word, Slot::Label));
            }
            Some(Kind::Renamed) => {
                self.x -= 5.0;
                item.shapes.push(self.word("old name", Slot::Removed));
                strike::all(&mut item, self.theme);
                self.x -= NEXT - BEHIND / 2.0;
                item.shapes.push(self.word(word, Slot::Label));
            }
            Some(Kind::Changed) | None => {
                item.shapes.push(self.circle(at, Slot::ComponentStroke, 1.0, &[]));
                self.x += BEHIND;
                item.shapes.push(self.word(word, Slot::Label));
            }
        }
        if kind.is_none() {
            quiet(&mut item);
        }
        item
    }

    fn circle(&self, center: Point, slot: Slot, width: f64, dashes: &[f64]) -> Shape {
        let stroke = Stroke { ink: self.ink(slot), width, dashes: dashes.to_vec() };
        let fill = Some(Fill::Plain(self.ink(Slot::ComponentFill)));
        Shape::Circle { center, radius: self.theme.sizes.component, fill, stroke: Some(stroke) }
    }

    /// A thin arrow on the line of the signs.
    fn arrow(&self, from: f64, to: f64) -> [Shape; 3] {
        let line = |from: Point| Shape::Line {
            from,
            to: Point::new(to, self.y),
            stroke: Stroke { ink: self.ink(Slot::Label), width: 1.0, dashes: Vec::new() },
        };
        [(from, 0.0), (to - 5.0, -3.0), (to - 5.0, 3.0)].map(|(x, aside)| line(Point::new(x, self.y + aside)))
    }

    /// Writes a word and moves on behind it.
    fn word(&mut self, word: &str, slot: Slot) -> Shape {
        let size = self.theme.sizes.label;
        let width = self.fonts.width(word, size, false);
        let at = Point::new(self.x, self.y + 0.36 * size);
        self.x += width + NEXT;
        Shape::Text(Text {
            content: word.to_owned(),
            at,
            size,
            weight: Weight::Regular,
            italic: false,
            anchor: Anchor::Start,
            ink: self.ink(slot),
            turned: 0.0,
            label: true,
            width,
        })
    }

    fn ink(&self, slot: Slot) -> Ink {
        Ink { slot, color: self.theme.palette.color(slot) }
    }
}
