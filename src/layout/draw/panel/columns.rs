//! Work → inputs → North Star → value: four columns, and lines from what drives to what is driven.

use super::{head, lines, percent};
use crate::geometry::{Point, Rect};
use crate::layout::draw::badges::{badge, letter};
use crate::layout::draw::drawing::Drawing;
use crate::layout::draw::sheet::Sheet;
use crate::layout::draw::streams::pill;
use crate::map::{Driven, Metric, Work};
use crate::scene::{Item, Role, Shape, Text, Weight};
use crate::theme::Slot;

/// Air between two columns: room for the lines.
const GAP: f64 = 44.0;
/// Air inside a box, ...
const PADDING: f64 = 6.0;
/// ... and between two boxes of a column.
const AIR: f64 = 8.0;
/// Room for a badge in front of a text.
const BADGE: f64 = 22.0;

/// Draws the columns with their upper edge here; returns where they end.
pub(super) fn draw(sheet: &Sheet, top: f64, drawing: &mut Drawing) -> f64 {
    let strategy = &sheet.map.strategy;
    let width = (sheet.plane.plot.width() - 3.0 * GAP) / 4.0;
    let mut columns: Vec<Column> = Vec::new();
    for at in 0..4 {
        let left = sheet.plane.plot.left + f64::from(at) * (width + GAP);
        columns.push(Column { sheet, left, width, bottom: top, boxes: Vec::new() });
    }
    let score = strategy.score().map_or_else(String::new, |score| format!(" ({} drives something)", percent(score)));
    let heads = [&*format!("Work{score}"), "Inputs", "North Star", "Value"];
    let deepest = columns.iter_mut().zip(heads).map(|(column, words)| column.head(words, drawing)).fold(top, f64::max);
    for column in &mut columns {
        column.bottom = deepest;
    }
    let behind_boxes = drawing.items.len();
    for work in &strategy.work {
        columns[0].work(work, drawing);
    }
    for (at, metric) in strategy.inputs.iter().enumerate() {
        columns[1].metric(metric, Some(&letter(at)), drawing);
    }
    for metric in &strategy.north_stars {
        columns[2].metric(metric, None, drawing);
    }
    for value in &strategy.values {
        let item = Item { role: Role::Panel, name: value.text.clone(), span: Some(value.span), ..Item::default() };
        columns[3].add(item, &value.text, 0.0, drawing);
    }
    let wires = wires(sheet, &columns);
    drawing.items.splice(behind_boxes..behind_boxes, wires);
    columns.iter().map(|column| column.bottom).fold(deepest, f64::max)
}

struct Column<'a> {
    sheet: &'a Sheet<'a>,
    left: f64,
    width: f64,
    bottom: f64,
    boxes: Vec<(Rect, String)>,
}

impl Column<'_> {
    fn head(&self, words: &str, drawing: &mut Drawing) -> f64 {
        let (item, height) = head(self.sheet, words, Point::new(self.left, self.bottom), self.width);
        drawing.add(item);
        self.bottom + height + AIR / 2.0
    }

    /// Adds a box with a text, `indent` behind its left side; returns where it stands and its item.
    fn add(&mut self, item: Item, text: &str, indent: f64, drawing: &mut Drawing) -> (Rect, usize) {
        let corner = Point::new(self.left + PADDING + indent, self.bottom + PADDING);
        let (texts, height) = lines(self.sheet, text, corner, self.width - 2.0 * PADDING - indent, false);
        let area = Rect::new(self.left, self.bottom, self.left + self.width, self.bottom + height + 2.0 * PADDING);
        let mut shapes = vec![Shape::Rect {
            corner: Point::new(area.left, area.top),
            width: area.width(),
            height: area.height(),
            rounding: 3.0,
            fill: Some(self.sheet.fill(Slot::Paper)),
            stroke: Some(self.sheet.stroke(Slot::Panel, 0.8)),
        }];
        shapes.extend(texts);
        self.boxes.push((area, item.name.clone()));
        self.bottom = area.bottom + AIR;
        (area, drawing.add(Item { shapes, ..item }))
    }

    fn metric(&mut self, metric: &Metric, letter: Option<&str>, drawing: &mut Drawing) {
        let item = Item { role: Role::Metric, name: metric.name.clone(), span: Some(metric.span), ..Item::default() };
        let text = match &metric.definition {
            Some(definition) => format!("{}\n{definition}", metric.name),
            None => metric.name.clone(),
        };
        let (area, item) = self.add(item, &text, BADGE, drawing);
        let center =
            Point::new(area.left + PADDING + BADGE / 2.0 - 2.0, area.top + PADDING + 0.5 * self.sheet.sizes().label);
        drawing.items[item].shapes.extend(badge(self.sheet, letter, center));
    }

    /// Work says at its end how much it takes, and which streams it drives.
    fn work(&mut self, work: &Work, drawing: &mut Drawing) {
        let item = Item { role: Role::Work, name: work.name.clone(), span: Some(work.span), ..Item::default() };
        let effort = work
            .effort
            .map(|effort| self.sheet.text(&format!("{effort}"), self.sheet.sizes().label, Weight::Bold, Slot::Panel));
        let room = effort.as_ref().map_or(0.0, |effort| effort.width + 10.0);
        let streams: Vec<usize> = work
            .drives
            .iter()
            .filter_map(|driven| if let Driven::Stream(at) = driven { Some(*at) } else { None })
            .collect();
        let whole = self.width;
        self.width -= room + streams.len() as f64 * 20.0;
        let (mut area, item) = self.add(item, &work.name, 0.0, drawing);
        self.width = whole;
        area.right = self.left + whole;
        if let (Some(last), Some(Shape::Rect { width, .. })) =
            (self.boxes.last_mut(), drawing.items[item].shapes.first_mut())
        {
            last.0 = area;
            *width = area.width();
        }
        let y = area.top + PADDING + 0.5 * self.sheet.sizes().label;
        let mut x = area.right - PADDING;
        if let Some(effort) = effort {
            x -= effort.width;
            let at = Point::new(x, y + 0.36 * effort.size);
            drawing.items[item].shapes.push(Shape::Text(Text { at, ..effort }));
            x -= 6.0;
        }
        for stream in streams.into_iter().rev() {
            drawing.items[item].shapes.extend(pill(self.sheet, stream, Point::new(x - 9.0, y)).1);
            x -= 20.0;
        }
    }
}

/// The lines from work to inputs, from inputs to the North Star, and from there to value.
fn wires(sheet: &Sheet, columns: &[Column]) -> Vec<Item> {
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (at, work) in sheet.map.strategy.work.iter().enumerate() {
        pairs.extend(
            work.drives
                .iter()
                .filter_map(|driven| if let Driven::Input(input) = driven { Some((0, at, *input)) } else { None }),
        );
    }
    pairs.extend((0..columns[1].boxes.len()).filter(|_| !columns[2].boxes.is_empty()).map(|input| (1, input, 0)));
    pairs.extend((0..columns[3].boxes.len()).filter(|_| !columns[2].boxes.is_empty()).map(|value| (2, 0, value)));
    let wire = |(column, from, to): (usize, usize, usize)| {
        let ((from, driver), (to, driven)) = (&columns[column].boxes[from], &columns[column + 1].boxes[to]);
        Item {
            role: Role::Work,
            name: format!("{driver} -> {driven}"),
            ends: Some((driver.clone(), driven.clone())),
            shapes: vec![Shape::Line {
                from: Point::new(from.right, from.center().y),
                to: Point::new(to.left, to.center().y),
                stroke: sheet.stroke(Slot::Panel, 0.8),
            }],
            ..Item::default()
        }
    };
    pairs.into_iter().map(wire).collect()
}
