//! Where something may stand whose place is a word, or not given at all.

use super::drawing::Drawing;
use super::sheet::Sheet;
use crate::geometry::{Point, Rect, distance};
use crate::layout::labels::{Footprint, ObstacleKind};
use crate::map::{Coordinate, Evolution, Position, Visibility};

/// This much at the edges of a cell stays free, in pixels.
const RIM: f64 = 6.0;

/// The part of the plot in which a position lies: a named level or stage, all of the plot where nothing is said. `None` where
/// both coordinates are numbers.
pub(super) fn cell(sheet: &Sheet, position: &Position) -> Option<Rect> {
    if position.visibility.given().is_some() && position.evolution.given().is_some() {
        return None;
    }
    let plot = sheet.plane.plot;
    let height = |visibility: Visibility| sheet.plane.y(visibility);
    let (top, bottom) = match position.visibility {
        Coordinate::Given(at) => (height(at), height(at)),
        Coordinate::Within(a, b) => (height(a).min(height(b)), height(a).max(height(b))),
        Coordinate::Unknown => (plot.top, plot.bottom),
    };
    let along = |evolution: Evolution| sheet.plane.x(evolution);
    let (left, right) = match position.evolution {
        Coordinate::Given(at) => (along(at), along(at)),
        Coordinate::Within(a, b) => (along(a).min(along(b)), along(a).max(along(b))),
        Coordinate::Unknown => (plot.left, plot.right),
    };
    let rim = |room: f64| RIM.min(room / 2.0);
    let (across, down) = (rim(right - left), rim(bottom - top));
    Some(Rect::new(left + across, top + down, right - across, bottom - down))
}

/// The place in a cell for a disc with this radius: off all symbols and marks, off lines as far as it can be, else near `wanted`.
pub(super) fn free(drawing: &Drawing, cell: Rect, wanted: Point, radius: f64) -> Point {
    const STEPS: u8 = 12;
    const AIR: f64 = 4.0;
    const ON_SYMBOL: f64 = 10_000.0;
    const ON_LINE: f64 = 60.0;
    let cost = |at: Point| {
        let gap = |area: Rect| area.distance_to(at) - radius - AIR;
        let costs = drawing.task.obstacles.iter().map(|obstacle| match &obstacle.shape {
            Footprint::Disc(center, reach) if distance(*center, at) < reach + radius + AIR => ON_SYMBOL,
            Footprint::Box(area) if gap(*area) < 0.0 => ON_SYMBOL,
            Footprint::Line(_) if obstacle.kind == ObstacleKind::Divider => 0.0,
            Footprint::Line(points) => {
                let near = |ends: &[Point]| crate::geometry::Segment::new(ends[0], ends[1]).distance_to(at) < radius;
                if points.windows(2).any(near) { ON_LINE } else { 0.0 }
            }
            _ => 0.0,
        });
        costs.sum::<f64>() + distance(at, wanted)
    };
    let inner = Rect::new(cell.left, cell.top, cell.right, cell.bottom)
        .grown(-radius.min(cell.width().min(cell.height()) / 2.0));
    let part = |step: u8| f64::from(step) / f64::from(STEPS);
    let lattice = (0..=STEPS).flat_map(|row| (0..=STEPS).map(move |column| (row, column)));
    let places = lattice.map(|(row, column)| {
        Point::new(inner.left + part(column) * inner.width(), inner.top + part(row) * inner.height())
    });
    std::iter::once(wanted).chain(places).min_by(|a, b| cost(*a).total_cmp(&cost(*b))).unwrap_or(wanted)
}
