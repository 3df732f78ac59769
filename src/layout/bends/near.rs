//! [`Near`]: the symbols near a line, found through a grid.

use super::{Chord, SAME_PLACE, Symbol};
use crate::geometry::{Point, Segment, distance};

/// The side of a cell in pixels where symbols crowd; larger where they do not.
const CELL: f64 = 24.0;
/// More cells than this per symbol help nobody.
const CELLS_PER_SYMBOL: f64 = 2.0;
/// Where more symbols than this crowd around a line, no bend leads around them.
const CROWD: usize = 64;

/// Symbols by the cell their middle is in. Of symbols in one place, only the largest is here.
pub(super) struct Near {
    corner: Point,
    cell: f64,
    columns: usize,
    rows: usize,
    /// Where each cell's symbols start in `symbols`; one more at the end.
    starts: Vec<u32>,
    symbols: Vec<Symbol>,
    largest: f64,
}

impl Near {
    pub(super) fn new(symbols: &[Symbol]) -> Self {
        let symbols = distinct(symbols);
        let bound =
            |pick: fn(f64, f64) -> f64, of: fn(&Symbol) -> f64| symbols.iter().map(of).reduce(pick).unwrap_or(0.0);
        let corner = Point::new(bound(f64::min, |s| s.center.x), bound(f64::min, |s| s.center.y));
        let width = bound(f64::max, |s| s.center.x) - corner.x;
        let height = bound(f64::max, |s| s.center.y) - corner.y;
        let most = CELLS_PER_SYMBOL * symbols.len().max(1) as f64;
        let cell = CELL.max((width * height / most).sqrt()).max(width / most).max(height / most);
        let (columns, rows) = ((width / cell) as usize + 1, (height / cell) as usize + 1);
        let mut near = Self { corner, cell, columns, rows, starts: Vec::new(), symbols: Vec::new(), largest: 0.0 };
        let mut in_cells: Vec<(usize, Symbol)> = symbols.iter().map(|s| (near.cell_of(s.center), *s)).collect();
        in_cells.sort_by_key(|&(cell, _)| cell);
        near.starts = (0..=columns * rows).map(|cell| in_cells.partition_point(|&(at, _)| at < cell) as u32).collect();
        near.symbols = in_cells.into_iter().map(|(_, symbol)| symbol).collect();
        near.largest = near.symbols.iter().map(|symbol| symbol.radius).fold(0.0, f64::max);
        near
    }

    /// The symbols whose edge is less than `gap` from the straight `line`, those in the places of its ends left out;
    /// `None` in a crowd.
    pub(super) fn around(&self, line: &Chord, all: &[Symbol], gap: f64) -> Option<Vec<Symbol>> {
        let reach = self.largest + gap;
        let ends = [all[line.ends.0].center, all[line.ends.1].center];
        let straight = Segment::new(line.from, line.to);
        let mut found = Vec::new();
        let (top, bottom) = (line.from.y.min(line.to.y) - reach, line.from.y.max(line.to.y) + reach);
        for row in self.row(top)..=self.row(bottom) {
            let (left, right) = self.stretch(line, row, reach);
            let cells = row * self.columns + self.column(left)..row * self.columns + self.column(right) + 1;
            for symbol in &self.symbols[self.starts[cells.start] as usize..self.starts[cells.end] as usize] {
                if straight.distance_to(symbol.center) < symbol.radius + gap
                    && ends.iter().all(|&end| distance(symbol.center, end) > SAME_PLACE)
                {
                    if found.len() == CROWD {
                        return None;
                    }
                    found.push(*symbol);
                }
            }
        }
        Some(found)
    }

    /// From where to where the line, `reach` wide on every side, can be in this row.
    fn stretch(&self, line: &Chord, row: usize, reach: f64) -> (f64, f64) {
        let (dx, dy) = (line.to.x - line.from.x, line.to.y - line.from.y);
        let (left, right) = (line.from.x.min(line.to.x), line.from.x.max(line.to.x));
        let top = self.corner.y + row as f64 * self.cell - reach;
        let bottom = top + self.cell + 2.0 * reach;
        if dy.abs() < self.cell {
            return (left - reach, right + reach);
        }
        let at = |y: f64| line.from.x + dx * ((y - line.from.y) / dy).clamp(0.0, 1.0);
        // The outermost row and the outermost column also hold what lies beyond them.
        (at(top).min(at(bottom)).max(left) - reach, at(top).max(at(bottom)).min(right) + reach)
    }

    fn column(&self, x: f64) -> usize {
        (((x - self.corner.x) / self.cell) as usize).min(self.columns - 1)
    }

    fn row(&self, y: f64) -> usize {
        (((y - self.corner.y) / self.cell) as usize).min(self.rows - 1)
    }

    fn cell_of(&self, point: Point) -> usize {
        self.row(point.y) * self.columns + self.column(point.x)
    }
}

/// Of symbols in one place, rounded to [`SAME_PLACE`], the largest.
fn distinct(symbols: &[Symbol]) -> Vec<Symbol> {
    let rounded = |value: f64| (value / SAME_PLACE).round();
    let place = |symbol: &Symbol| (rounded(symbol.center.y), rounded(symbol.center.x));
    let mut sorted = symbols.to_vec();
    sorted.sort_by(|a, b| {
        let ((ay, ax), (by, bx)) = (place(a), place(b));
        ay.total_cmp(&by).then(ax.total_cmp(&bx)).then(b.radius.total_cmp(&a.radius))
    });
    sorted.dedup_by(|a, b| place(a) == place(b));
    sorted
}
