//! [`Index`] and [`Boxes`]: find what is near without looking at everything.

use crate::geometry::{Point, Rect, Segment};

/// Side of a cell in pixels: about the size of a label.
const CELL: f64 = 48.0;
/// Cells along one side at most, so that a huge area costs no more memory than a full one.
const MOST: f64 = 1024.0;

/// An area in cells. What lies outside belongs to the nearest cell.
#[derive(Clone, Copy, Debug)]
struct Grid {
    corner: Point,
    cell: Point,
    columns: usize,
    rows: usize,
}

/// A rectangle of cells, both ends included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cells {
    left: u16,
    top: u16,
    right: u16,
    bottom: u16,
}

impl Grid {
    fn new(area: Rect) -> Self {
        let count = |extent: f64| (extent / CELL).ceil().clamp(1.0, MOST);
        let (columns, rows) = (count(area.width()), count(area.height()));
        let cell = Point::new((area.width() / columns).max(CELL), (area.height() / rows).max(CELL));
        Self { corner: Point::new(area.left, area.top), cell, columns: columns as usize, rows: rows as usize }
    }

    /// The cells that a rectangle touches.
    fn cells(&self, rect: Rect) -> Cells {
        Cells {
            left: self.column(rect.left) as u16,
            top: self.row(rect.top) as u16,
            right: self.column(rect.right) as u16,
            bottom: self.row(rect.bottom) as u16,
        }
    }

    /// The numbers of these cells.
    fn numbers(&self, at: Cells) -> impl Iterator<Item = usize> + use<> {
        let columns = self.columns;
        (at.top..=at.bottom).flat_map(move |row| {
            let first = usize::from(row) * columns;
            first + usize::from(at.left)..=first + usize::from(at.right)
        })
    }

    /// The numbers of the cells that a straight line passes through.
    fn numbers_along(&self, line: Segment, mut see: impl FnMut(usize)) {
        let Segment { from, to } = line;
        for row in self.row(from.y.min(to.y))..=self.row(from.y.max(to.y)) {
            let top = if row == 0 { f64::MIN } else { self.corner.y + row as f64 * self.cell.y };
            let last = row + 1 == self.rows;
            let bottom = if last { f64::MAX } else { self.corner.y + (row + 1) as f64 * self.cell.y };
            // A pixel more, so that rounding at the border of two rows loses nothing.
            let band = Rect::new(f64::MIN, top - 1.0, f64::MAX, bottom + 1.0);
            let Some((enter, leave)) = band.clip(line) else { continue };
            let (a, b) = (from.x + enter * (to.x - from.x), from.x + leave * (to.x - from.x));
            (self.column(a.min(b))..=self.column(a.max(b))).for_each(|column| see(row * self.columns + column));
        }
    }

    fn column(&self, x: f64) -> usize {
        (((x - self.corner.x) / self.cell.x).max(0.0) as usize).min(self.columns - 1)
    }

    fn row(&self, y: f64) -> usize {
        (((y - self.corner.y) / self.cell.y).max(0.0) as usize).min(self.rows - 1)
    }
}

/// Items by the cells that they lie in, for good.
#[derive(Clone, Debug)]
pub(super) struct Index {
    grid: Grid,
    /// Where the items of each cell start in `items`; one more at the end.
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Index {
    /// Boxes, each with its number.
    pub(super) fn of_boxes(area: Rect, boxes: &[(u32, Rect)]) -> Self {
        let grid = Grid::new(area);
        let all = |put: &mut dyn FnMut(u32, usize)| {
            for &(number, rect) in boxes {
                grid.numbers(grid.cells(rect)).for_each(|cell| put(number, cell));
            }
        };
        Self::new(grid, Self::starts(&grid, all), all)
    }

    /// Straight lines, numbered as they come; `None` if more than so many pass through the average cell.
    pub(super) fn of_lines(area: Rect, lines: &[Segment], most: usize) -> Option<Self> {
        let grid = Grid::new(area);
        let all = |put: &mut dyn FnMut(u32, usize)| {
            for (number, &line) in lines.iter().enumerate() {
                grid.numbers_along(line, |cell| put(number as u32, cell));
            }
        };
        let starts = Self::starts(&grid, all);
        let crowding = starts.last().map_or(0, |&all| all as usize) / (starts.len() - 1);
        (crowding <= most).then(|| Self::new(grid, starts, all))
    }

    /// How many items come in the cells before each.
    fn starts(grid: &Grid, all: impl Fn(&mut dyn FnMut(u32, usize))) -> Vec<u32> {
        let mut starts = vec![0_u32; grid.columns * grid.rows + 1];
        all(&mut |_, cell| starts[cell + 1] += 1);
        for cell in 1..starts.len() {
            starts[cell] += starts[cell - 1];
        }
        starts
    }

    fn new(grid: Grid, starts: Vec<u32>, all: impl Fn(&mut dyn FnMut(u32, usize))) -> Self {
        let mut next = starts.clone();
        let mut items = vec![0; starts.last().map_or(0, |&all| all as usize)];
        all(&mut |item, cell| {
            items[next[cell] as usize] = item;
            next[cell] += 1;
        });
        Self { grid, starts, items }
    }

    /// The numbers in the cells that a rectangle touches, each once, in order; of very many, some.
    pub(super) fn near(&self, rect: Rect, most: usize) -> Vec<u32> {
        let at = self.grid.cells(rect);
        let mut found = Vec::with_capacity(64);
        for row in at.top..=at.bottom {
            let first = usize::from(row) * self.grid.columns;
            let cells = first + usize::from(at.left)..first + usize::from(at.right) + 1;
            let items = self.starts[cells.start] as usize..self.starts[cells.end] as usize;
            found.extend_from_slice(&self.items[items]);
            if found.len() > most {
                found.truncate(most);
                break;
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl Index {
    /// The numbers in the cells that a straight line passes through, each once, in order.
    pub(super) fn along(&self, line: Segment) -> Vec<u32> {
        let mut found = Vec::new();
        self.grid.numbers_along(line, |cell| {
            found.extend_from_slice(&self.items[self.starts[cell] as usize..self.starts[cell + 1] as usize]);
        });
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Boxes in a grid, each with its number; they come and go.
#[derive(Clone, Debug)]
pub(super) struct Boxes {
    grid: Grid,
    /// By cell: the boxes that touch it.
    items: Vec<Vec<Item>>,
    /// By number: where the box lies.
    cells: Vec<Option<Cells>>,
}

/// A box in one of its cells: its number, and the first of its columns and rows.
#[derive(Clone, Copy, Debug)]
struct Item {
    number: u32,
    left: u16,
    top: u16,
}

impl Boxes {
    /// Room for boxes numbered below `count`.
    pub(super) fn new(area: Rect, count: usize) -> Self {
        let grid = Grid::new(area);
        Self { grid, items: vec![Vec::new(); grid.columns * grid.rows], cells: vec![None; count] }
    }

    pub(super) fn insert(&mut self, number: usize, rect: Rect) {
        let cells = self.grid.cells(rect);
        let item = Item { number: number as u32, left: cells.left, top: cells.top };
        self.grid.numbers(cells).for_each(|cell| self.items[cell].push(item));
        self.cells[number] = Some(cells);
    }

    pub(super) fn remove(&mut self, number: usize) {
        let Some(cells) = self.cells[number].take() else { return };
        for cell in self.grid.numbers(cells) {
            let items = &mut self.items[cell];
            if let Some(position) = items.iter().position(|item| item.number as usize == number) {
                items.swap_remove(position);
            }
        }
    }

    /// Calls `see` once with the number of each box in the cells that `rect` touches, until it answers false.
    pub(super) fn near(&self, rect: Rect, mut see: impl FnMut(usize) -> bool) {
        let at = self.grid.cells(rect);
        for row in at.top..=at.bottom {
            let first = usize::from(row) * self.grid.columns;
            for column in at.left..=at.right {
                for item in &self.items[first + usize::from(column)] {
                    // A box in several of the cells is seen in the first that both share.
                    let is_first = item.left.max(at.left) == column && item.top.max(at.top) == row;
                    if is_first && !see(item.number as usize) {
                        return;
                    }
                }
            }
        }
    }
}
