//! Where a label may stand that belongs to no symbol: at a note's point, along a link, in an area, anywhere.

use crate::geometry::{Point, Rect, distance};
use crate::layout::labels::candidates::slots::SLOTS;
use crate::layout::labels::candidates::variants::{ABOVE, BELOW};
use crate::layout::labels::task::{Kind, Outline, Owner, Site};
use crate::scene::Anchor;

/// Tells of every place for a label of this size: its box, the fixed end of its lines, and points.
pub(crate) fn on_site(owner: &Owner, size: (f64, f64), rings: &[f64], add: impl FnMut(Rect, Anchor, f64)) {
    match &owner.site {
        Site::Symbol { .. } => {}
        Site::Start(point) => at_point(*point, owner.size, size, rings, add),
        Site::Cell(area, point) => in_cell(*area, *point, owner.size, size, add),
        Site::Along(line) => along(line, size, rings, add),
        Site::Within(within) => inside(*within, size, add),
        Site::Anywhere { area, size } => anywhere(*area, *size, add),
    }
}

/// A note: its first or its last line starts at the point, or has its middle or its end there. Where that is taken, the
/// text stands close around the point.
fn at_point(
    point: Point,
    letters: f64,
    (width, height): (f64, f64),
    rings: &[f64],
    mut add: impl FnMut(Rect, Anchor, f64),
) {
    const ASIDE: f64 = 80.0;
    const ASIDE_PIXEL: f64 = 2.0;
    for (anchor, part, cost) in [(Anchor::Start, 0.0, 0.0), (Anchor::Middle, 0.5, 14.0), (Anchor::End, 1.0, 18.0)] {
        let left = point.x - part * width;
        let (first, last) = (point.y - ABOVE * letters, point.y + BELOW * letters - height);
        add(Rect::new(left, first, left + width, first + height), anchor, cost);
        if last < first - 1.0 {
            add(Rect::new(left, last, left + width, last + height), anchor, cost + 3.0);
        }
    }
    for &gap in rings {
        for slot in SLOTS {
            let bounds = slot.bounds(point, Outline::Circle(0.0), gap, (width, height));
            add(bounds, slot.anchor(), ASIDE + ASIDE_PIXEL * gap + slot.cost(Kind::Note));
        }
    }
}

/// A text in a cell: on a lattice over it, best near the point. What is wider or higher than the cell starts at its corner.
fn in_cell(
    area: Rect,
    point: Point,
    letters: f64,
    (width, height): (f64, f64),
    mut add: impl FnMut(Rect, Anchor, f64),
) {
    const STEPS: u8 = 8;
    const AWAY_PIXEL: f64 = 0.03;
    let wanted = Point::new(point.x, point.y - ABOVE * letters);
    let room = ((area.width() - width).max(0.0), (area.height() - height).max(0.0));
    let mut at = |corner: Point| {
        let bounds = Rect::new(corner.x, corner.y, corner.x + width, corner.y + height);
        add(bounds, Anchor::Start, AWAY_PIXEL * distance(corner, wanted));
    };
    at(wanted);
    for row in 0..=STEPS {
        for column in 0..=STEPS {
            let part = |step: u8| f64::from(step) / f64::from(STEPS);
            at(Point::new(area.left + part(column) * room.0, area.top + part(row) * room.1));
        }
    }
}

/// A text on a link: beside the line, best above its middle; a little farther off, or on the line itself, only if need be.
fn along(line: &[Point], (width, height): (f64, f64), rings: &[f64], mut add: impl FnMut(Rect, Anchor, f64)) {
    const AIR: f64 = 2.0;
    const OFF_PIXEL: f64 = 1.5;
    /// The line yields to it, and yet it reads better beside.
    const ON_LINE: f64 = 5.0;
    /// Farther off, it could be the text of another link.
    const FARTHEST: f64 = 9.0;
    const PARTS: [(f64, f64); 7] = [(0.5, 0.0), (0.4, 0.5), (0.6, 0.5), (0.3, 1.0), (0.7, 1.0), (0.2, 3.0), (0.8, 3.0)];
    for (part, cost) in PARTS {
        let (at, (x, y)) = at_part(line, part);
        let box_at = |x: f64, y: f64| Rect::around(Point::new(x, y), width / 2.0, height / 2.0);
        add(box_at(at.x, at.y), Anchor::Middle, cost + ON_LINE);
        // How far the middle of the box is from the line when the box just leaves it.
        let away = y.abs() * width / 2.0 + x.abs() * height / 2.0;
        for &gap in rings.iter().filter(|&&gap| gap <= FARTHEST) {
            let (away, off) = (away + gap + AIR, OFF_PIXEL * (gap - rings[0]));
            for side in [-1.0, 1.0] {
                let below = if x * side > 0.0 { 0.4 } else { 0.0 };
                add(box_at(at.x - y * side * away, at.y + x * side * away), Anchor::Middle, cost + below + off);
            }
        }
    }
}

/// The point at this part of a line's length, and the direction of the line there (a unit vector, upright if the line is
/// a point).
fn at_part(line: &[Point], part: f64) -> (Point, (f64, f64)) {
    let pieces = || line.windows(2).map(|ends| (ends[0], ends[1], distance(ends[0], ends[1])));
    let mut left = part * pieces().map(|piece| piece.2).sum::<f64>();
    for (from, to, length) in pieces() {
        if length > 0.0 && left <= length {
            let (x, y) = ((to.x - from.x) / length, (to.y - from.y) / length);
            return (Point::new(from.x + x * left, from.y + y * left), (x, y));
        }
        left -= length;
    }
    (line.last().copied().unwrap_or_default(), (0.0, 1.0))
}

/// The caption of an area: inside at its edges, upper left best; just outside if need be.
fn inside(area: Rect, (width, height): (f64, f64), mut add: impl FnMut(Rect, Anchor, f64)) {
    const AIR: f64 = 5.0;
    const OUTSIDE: f64 = 12.0;
    let (left, top) = (area.left + AIR, area.top + AIR);
    let (right, bottom) = ((area.right - AIR - width).max(left), (area.bottom - AIR - height).max(top));
    let (above, below) = (area.top - AIR / 2.0 - height, area.bottom + AIR / 2.0);
    let (middle, center) = (f64::midpoint(top, bottom), f64::midpoint(left, right));
    for (left, anchor, aside) in [(left, Anchor::Start, 0.0), (right, Anchor::End, 1.0), (center, Anchor::Middle, 1.5)]
    {
        let rows = [(top, 0.0), (bottom, 1.0), (middle, 6.0), (above, OUTSIDE), (below, OUTSIDE + 1.0)];
        for (top, down) in rows {
            add(Rect::new(left, top, left + width, top + height), anchor, aside + down);
        }
    }
}

/// Anywhere: on a lattice over the area, best in a corner, then at an edge; low better than high.
fn anywhere(area: Rect, (width, height): (f64, f64), mut add: impl FnMut(Rect, Anchor, f64)) {
    const COLUMNS: u8 = 12;
    const ROWS: u8 = 10;
    let (right, down) = ((area.width() - width).max(0.0), (area.height() - height).max(0.0));
    for row in 0..=ROWS {
        for column in 0..=COLUMNS {
            let left = area.left + right * f64::from(column) / f64::from(COLUMNS);
            let top = area.top + down * f64::from(row) / f64::from(ROWS);
            let from_side = f64::from(column.min(COLUMNS - column));
            let from_end = f64::from(row.min(ROWS - row));
            let cost = 3.0 * from_side.min(from_end) + 0.5 * from_side.max(from_end) + 0.2 * f64::from(ROWS - row);
            add(Rect::new(left, top, left + width, top + height), Anchor::Start, cost);
        }
    }
}
