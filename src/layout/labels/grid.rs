//! [`Grid`]: finds what is near without looking at everything.

use super::Rect;
use crate::scene::Point;

/// Side of a cell in pixels: about the size of a label.
const CELL: f64 = 48.0;
/// Cells along one side at most, so that a huge area costs no more memory than a full one.
const MOST: f64 = 1024.0;

/// Items by the cells of a grid that they lie in. What lies outside belongs to the nearest cell.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    corner: Point,
    cell: Point,
    columns: usize,
    rows: usize,
    cells: Vec<Vec<u32>>,
}

/// A rectangle of cells, both ends included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cells {
    pub(super) left: u16,
    pub(super) top: u16,
    pub(super) right: u16,
    pub(super) bottom: u16,
}

impl Grid {
    pub(super) fn new(area: Rect) -> Self {
        let count = |extent: f64| (extent / CELL).ceil().clamp(1.0, MOST);
        let (columns, rows) = (count(area.width()), count(area.height()));
        let cell = Point::new((area.width() / columns).max(CELL), (area.height() / rows).max(CELL));
        let (columns, rows) = (columns as usize, rows as usize);
        Self { corner: Point::new(area.left, area.top), cell, columns, rows, cells: vec![Vec::new(); columns * rows] }
    }

    /// The cells that a rectangle touches.
    pub(super) fn cells(&self, rect: Rect) -> Cells {
        Cells {
            left: self.column(rect.left) as u16,
            top: self.row(rect.top) as u16,
            right: self.column(rect.right) as u16,
            bottom: self.row(rect.bottom) as u16,
        }
    }

    pub(super) fn insert(&mut self, item: u32, at: Cells) {
        for row in at.top..=at.bottom {
            for column in at.left..=at.right {
                self.cell_mut(column, row).push(item);
            }
        }
    }

    pub(super) fn remove(&mut self, item: u32, at: Cells) {
        for row in at.top..=at.bottom {
            for column in at.left..=at.right {
                let cell = self.cell_mut(column, row);
                if let Some(position) = cell.iter().position(|&other| other == item) {
                    cell.swap_remove(position);
                }
            }
        }
    }

    /// Inserts an item into the cells that a straight line passes through.
    pub(super) fn insert_line(&mut self, item: u32, from: Point, to: Point) {
        for row in self.row(from.y.min(to.y))..=self.row(from.y.max(to.y)) {
            let top = if row == 0 { f64::MIN } else { self.corner.y + row as f64 * self.cell.y };
            let last = row + 1 == self.rows;
            let bottom = if last { f64::MAX } else { self.corner.y + (row + 1) as f64 * self.cell.y };
            // A pixel more, so that rounding at the border of two rows loses nothing.
            let band = Rect::new(f64::MIN, top - 1.0, f64::MAX, bottom + 1.0);
            let Some((enter, leave)) = band.clip(from, to) else { continue };
            let (a, b) = (from.x + enter * (to.x - from.x), from.x + leave * (to.x - from.x));
            for column in self.column(a.min(b))..=self.column(a.max(b)) {
                self.cells[row * self.columns + column].push(item);
            }
        }
    }

    /// The items in a cell.
    pub(super) fn items(&self, column: u16, row: u16) -> &[u32] {
        &self.cells[usize::from(row) * self.columns + usize::from(column)]
    }

    /// How many items a cell holds on average.
    pub(super) fn crowding(&self) -> usize {
        self.cells.iter().map(Vec::len).sum::<usize>() / self.cells.len()
    }

    fn cell_mut(&mut self, column: u16, row: u16) -> &mut Vec<u32> {
        &mut self.cells[usize::from(row) * self.columns + usize::from(column)]
    }

    fn column(&self, x: f64) -> usize {
        (((x - self.corner.x) / self.cell.x).max(0.0) as usize).min(self.columns - 1)
    }

    fn row(&self, y: f64) -> usize {
        (((y - self.corner.y) / self.cell.y).max(0.0) as usize).min(self.rows - 1)
    }
}

/// Boxes in a grid, each with its number; they come and go.
#[derive(Clone, Debug)]
pub(super) struct Boxes {
    grid: Grid,
    cells: Vec<Option<Cells>>,
}

impl Boxes {
    /// Room for boxes numbered below `count`.
    pub(super) fn new(area: Rect, count: usize) -> Self {
        Self { grid: Grid::new(area), cells: vec![None; count] }
    }

    pub(super) fn insert(&mut self, number: usize, rect: Rect) {
        let cells = self.grid.cells(rect);
        self.grid.insert(number as u32, cells);
        self.cells[number] = Some(cells);
    }

    pub(super) fn remove(&mut self, number: usize) {
        if let Some(cells) = self.cells[number].take() {
            self.grid.remove(number as u32, cells);
        }
    }

    /// Calls `see` once with the number of each box in the cells that `rect` touches, until it answers false.
    pub(super) fn near(&self, rect: Rect, mut see: impl FnMut(usize) -> bool) {
        let at = self.grid.cells(rect);
        for row in at.top..=at.bottom {
            for column in at.left..=at.right {
                for &number in self.grid.items(column, row) {
                    // A box in several of the cells is seen in the first that both share.
                    let Some(cells) = self.cells[number as usize] else { continue };
                    if cells.left.max(at.left) == column && cells.top.max(at.top) == row && !see(number as usize) {
                        return;
                    }
                }
            }
        }
    }
}
