//! The caption of a step: beside the title, or where there is room.

use crate::geometry::{Point, Rect};
use crate::layout::Layout;
use crate::layout::draw::lines::bounds;
use crate::map::Map;
use crate::scene::{Anchor, Ink, Item, Role, Shape, Text, Weight};
use crate::text::Fonts;
use crate::theme::{Slot, Theme};

/// How far behind the title a caption starts.
const BEHIND: f64 = 16.0;
/// From its baseline down to the plot: that of the title.
const ABOVE: f64 = 16.0;

/// `2/4 What changes`
pub(super) fn text(map: &Map, step: u32) -> String {
    let name = map.steps.list.get(step as usize - 1).map_or("", |step| &step.name);
    format!("{step}/{} {name}", map.steps.list.len()).trim_end().to_owned()
}

/// The caption of a step.
pub(super) fn item(map: &Map, layout: &Layout, caption: &str, theme: &Theme, fonts: &Fonts) -> Item {
    let size = (0.8 * theme.sizes.title).round();
    let widths = (1..=map.steps.list.len()).map(|step| fonts.width(&text(map, step as u32), size, false));
    let widest = widths.fold(0.0, f64::max);
    let at = place(layout, widest, size);
    let line = Text {
        content: caption.to_owned(),
        at,
        size,
        weight: Weight::Regular,
        italic: false,
        anchor: Anchor::Start,
        ink: Ink { slot: Slot::Title, color: theme.palette.color(Slot::Title) },
        turned: 0.0,
        label: true,
        width: fonts.width(caption, size, false),
    };
    Item { role: Role::Step, name: caption.to_owned(), shapes: vec![Shape::Text(line)], ..Item::default() }
}

/// Where all captions start: beside the title, else at the right above the plot, else below everything; the first place
/// where the widest of them covers no text.
fn place(layout: &Layout, widest: f64, size: f64) -> Point {
    let plot = layout.plot;
    let boxes = |of_title: bool| {
        let items = layout.scene.items.iter().filter(move |item| (item.role == Role::Title) == of_title);
        items.flat_map(|item| &item.shapes).filter_map(|shape| match shape {
            Shape::Text(text) => Some(bounds(text)),
            _ => None,
        })
    };
    let title = boxes(true).reduce(Rect::hull);
    let last = boxes(true).next_back();
    let y = plot.top - ABOVE;
    let beside = Point::new(last.map_or(plot.left, |last| last.right + BEHIND), y);
    let right = Point::new(plot.right - widest, y);
    let others: Vec<Rect> = boxes(false).collect();
    let fits = |at: &Point| {
        let area = Rect::new(at.x, at.y - size, at.x + widest, at.y + 0.3 * size);
        let free = |other: &Rect| area.is_apart(*other, 0.0);
        area.right <= layout.scene.width - 4.0 && area.left >= 0.0 && others.iter().all(free) && title.iter().all(free)
    };
    let below = Point::new(plot.left, layout.scene.height - 0.3 * size);
    [beside, right].into_iter().find(fits).unwrap_or(below)
}
