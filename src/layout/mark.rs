//! [`Mark`]: where a symbol stands and how far it reaches. [`Marks`]: all of them.

use super::labels::Outline;
use super::outline::outline;
use super::place::Places;
use super::plane::Plane;
use super::rows::Rows;
use crate::geometry::{Point, direction};
use crate::map::{ComponentId, End, Map, MovementId};
use crate::theme::Sizes;

/// Where a symbol stands and how far it reaches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mark {
    /// Its middle.
    pub(super) center: Point,
    /// Its edge, all that belongs to the symbol included.
    pub(super) outline: Outline,
}

impl Mark {
    /// Where a line from the middle to `target` leaves the symbol.
    pub(super) fn edge(&self, target: Point) -> Point {
        let way = direction(self.center, target);
        let reach = match self.outline {
            Outline::Circle(radius) => radius,
            Outline::Box(width, height) => (width / way.x.abs()).min(height / way.y.abs()),
        };
        self.center.step(way, reach, 0.0)
    }

    /// The radius of the circle around it.
    pub(super) fn radius(&self) -> f64 {
        self.outline.radius()
    }
}

/// The marks of everything that links can reach.
pub(super) struct Marks {
    /// First those of the components, then those of the movements.
    all: Vec<Mark>,
    components: usize,
    /// Whether each component has a pipeline.
    parents: Vec<bool>,
}

impl Marks {
    pub(super) fn of(map: &Map, places: &Places, plane: &Plane, rows: &Rows, sizes: &Sizes) -> Self {
        let mut parents = vec![false; map.components.len()];
        for pipeline in &map.pipelines {
            parents[pipeline.parent.0 as usize] = true;
        }
        let mut all: Vec<Mark> = Vec::with_capacity(map.components.len() + map.movements.len());
        for (id, component) in map.components() {
            let at = id.0 as usize;
            let mut center = plane.point(&places.components[at]);
            center.y += rows.below(id);
            all.push(Mark { center, outline: outline(component, component.properties, parents[at], sizes) });
        }
        for (id, movement) in map.movements() {
            if let Some(onto) = movement.onto {
                all.push(all[onto.0 as usize]);
                continue;
            }
            let at = movement.component.0 as usize;
            let center = Point::new(plane.x(places.movements[id.0 as usize]), all[at].center.y);
            let outline = outline(map.component(movement.component), movement.properties, parents[at], sizes);
            all.push(Mark { center, outline });
        }
        Self { all, components: map.components.len(), parents }
    }

    /// Every mark. Its index names it for the label solver and for the bends.
    pub(super) fn all(&self) -> &[Mark] {
        &self.all
    }

    pub(super) fn index_of_moved(&self, id: MovementId) -> usize {
        self.components + id.0 as usize
    }

    pub(super) fn index_of_end(&self, end: End) -> usize {
        end.moved.map_or_else(|| end.component.0 as usize, |moved| self.index_of_moved(moved))
    }

    pub(super) fn component(&self, id: ComponentId) -> &Mark {
        &self.all[id.0 as usize]
    }

    pub(super) fn moved(&self, id: MovementId) -> &Mark {
        &self.all[self.index_of_moved(id)]
    }

    /// Whether a component has a pipeline, and so is drawn as a square.
    pub(super) fn is_parent(&self, id: ComponentId) -> bool {
        self.parents[id.0 as usize]
    }
}
