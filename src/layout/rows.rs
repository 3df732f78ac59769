//! [`Rows`]: in which row of its pipeline's box each child in braces stands.

use super::outline::radius_of;
use super::place::Places;
use super::plane::Plane;
use crate::map::{ComponentId, Map};
use crate::theme::Sizes;

/// Air between the symbols of two children of one row.
pub(super) const AIR: f64 = 3.0;

/// How far below their pipeline's parent the children in braces stand.
pub(super) struct Rows {
    /// By component, in pixels; 0 for whatever is no such child.
    below: Vec<f64>,
}

impl Rows {
    /// One row of children in the middle of the box; a second one below it for those that would touch.
    pub(super) fn of(map: &Map, places: &Places, plane: &Plane, sizes: &Sizes) -> Self {
        let mut below = vec![0.0; map.components.len()];
        let x = |id: ComponentId| plane.x(places.components[id.0 as usize].evolution);
        let radius = |id: ComponentId| radius_of(map.component(id), sizes);
        for (id, pipeline) in map.pipelines() {
            let mut children = pipeline.children.clone();
            children.retain(|&child| map.component(child).pipeline == Some(id));
            children.sort_by(|&a, &b| x(a).total_cmp(&x(b)).then(a.cmp(&b)));
            let largest = children.iter().map(|&child| radius(child)).fold(0.0, f64::max);
            let first = (sizes.pipeline / 2.0).max(largest + AIR);
            let second = first + sizes.pipeline_row.max(2.0 * largest + AIR);
            let mut ends = [f64::NEG_INFINITY; 2];
            for child in children {
                let left = x(child) - radius(child) - AIR;
                let in_second = left < ends[0] && ends[1] < ends[0];
                ends[usize::from(in_second)] = x(child) + radius(child);
                below[child.0 as usize] = if in_second { second } else { first };
            }
        }
        Self { below }
    }

    /// How far below its pipeline's parent a child stands, in pixels; 0 for other components.
    pub(super) fn below(&self, id: ComponentId) -> f64 {
        self.below[id.0 as usize]
    }
}
