//! [`Drawing`]: what has been drawn so far, and what the label solver has to know of it.

use std::collections::BTreeMap;

use super::sheet::Sheet;
use crate::geometry::{Point, Rect, Segment};
use crate::layout::label::Label;
use crate::layout::labels::{Footprint, Kind, Obstacle, ObstacleKind, Outline, Owner, Placed, Previous, Site, Task};
use crate::problem::Defined;
use crate::scene::{Item, Shape, Text, Weight};
use crate::theme::Slot;

/// How wide the line is from a symbol to a label that stands far from it.
const LEADER: f64 = 0.5;

/// What has been drawn so far, back to front, and what the label solver has to know of it.
#[derive(Default)]
pub(crate) struct Drawing {
    pub(crate) items: Vec<Item>,
    pub(crate) task: Task,
    /// How each owner's text looks, by owner.
    lettering: Vec<Lettering>,
}

/// How the text of an owner looks, and to which item it is added.
struct Lettering {
    /// The item; none while it is not drawn.
    item: Option<usize>,
    /// The color.
    slot: Slot,
}

impl Drawing {
    /// Draws an item in front of all others.
    pub(crate) fn add(&mut self, item: Item) -> usize {
        self.items.push(item);
        self.items.len() - 1
    }

    /// Wants a text. Returns the owner's number.
    pub(crate) fn own(&mut self, owner: Owner, slot: Slot) -> usize {
        self.task.owners.push(owner);
        self.lettering.push(Lettering { item: None, slot });
        self.task.owners.len() - 1
    }

    /// Says to which item an owner's text belongs.
    pub(crate) fn put_label(&mut self, owner: usize, item: usize) {
        self.lettering[owner].item = Some(item);
    }

    /// An owner's text on one line, and where its item is written.
    pub(crate) fn defined(&self, owner: usize) -> Option<Defined> {
        let span = self.items[self.lettering[owner].item?].span?;
        Some(Defined { name: self.task.owners[owner].text.replace('\n', " "), span })
    }

    /// Something that labels should keep clear of.
    pub(crate) fn block(&mut self, kind: ObstacleKind, shape: Footprint, owners: Vec<usize>) {
        self.task.obstacles.push(Obstacle { kind, shape, owners });
    }

    /// The four lines of a box that labels should not cross.
    pub(crate) fn block_edges(&mut self, kind: ObstacleKind, area: Rect, owners: &[usize]) {
        let corners = [
            Point::new(area.left, area.top),
            Point::new(area.right, area.top),
            Point::new(area.right, area.bottom),
            Point::new(area.left, area.bottom),
        ];
        for at in 0..4 {
            self.block(kind, Footprint::Line(vec![corners[at], corners[(at + 1) % 4]]), owners.to_vec());
        }
    }

    /// Tells the owners where their texts stood the last time. Owners of one kind and text are told apart by their order.
    pub(crate) fn remember(&mut self, labels: &[Label]) {
        let mut known: BTreeMap<(Kind, &str), Vec<Rect>> = BTreeMap::new();
        for label in labels.iter().rev().filter(|label| label.placed != Placed::default()) {
            let middle = label.site.middle();
            known.entry((label.kind, &label.text)).or_default().push(label.placed.bounds.moved(-middle.x, -middle.y));
        }
        for owner in &mut self.task.owners {
            let bounds = known.get_mut(&(owner.kind, owner.text.as_str())).and_then(Vec::pop);
            owner.previous = bounds.map(|bounds| Previous { bounds });
        }
    }

    /// Adds the placed texts to the items they belong to.
    pub(crate) fn letter(&mut self, sheet: &Sheet, placed: &[Placed]) {
        for ((owner, lettering), placed) in self.task.owners.iter().zip(&self.lettering).zip(placed) {
            let Some(item) = lettering.item else { continue };
            let shapes = &mut self.items[item].shapes;
            if let Some(Segment { from, to }) = placed.leader {
                shapes.push(Shape::Line { from, to, stroke: sheet.stroke(lettering.slot, LEADER) });
            }
            let weight = if owner.bold { Weight::Bold } else { Weight::Regular };
            shapes.extend(placed.lines.iter().map(|line| {
                Shape::Text(Text {
                    content: line.text.clone(),
                    at: line.at,
                    anchor: line.anchor,
                    width: line.width,
                    label: true,
                    size: owner.size,
                    weight,
                    italic: false,
                    ink: sheet.ink(lettering.slot),
                    turned: 0.0,
                })
            }));
        }
    }
}

/// An owner whose text goes around a symbol.
pub(crate) fn around(kind: Kind, center: Point, outline: Outline, text: &str, sheet: &Sheet) -> Owner {
    owner(
        kind,
        Site::Symbol { center, outline },
        text,
        (sheet.sizes().label, sheet.sizes().label_line),
        Weight::Regular,
    )
}

/// An owner without a hint; `sizes` are those of its letters and lines.
pub(crate) fn owner(kind: Kind, site: Site, text: &str, sizes: (f64, f64), weight: Weight) -> Owner {
    let (size, pitch) = sizes;
    Owner {
        kind,
        site,
        text: text.to_owned(),
        size,
        pitch,
        bold: weight == Weight::Bold,
        hint: None,
        previous: None,
        row: None,
    }
}
