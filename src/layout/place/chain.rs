//! [`Chain`]: who needs whom, with every pipeline one thing.

use crate::map::{ComponentKind, Coordinate, Map, Visibility};

/// The value chain. What must keep one height is one unit: a component, or a pipeline's parent with the children that have
/// no visibility of their own.
pub(super) struct Chain {
    /// The unit of each component.
    pub(super) unit_of: Vec<u32>,
    pub(super) units: Vec<Unit>,
    /// Who needs whom, as units; never itself.
    pub(super) needs: Vec<(u32, u32)>,
}

/// What moves up and down as one.
pub(super) struct Unit {
    /// Its components, the one that gives it its visibility first.
    pub(super) members: Vec<u32>,
    pub(super) visibility: Coordinate<Visibility>,
    pub(super) anchor: bool,
    /// Whether it is a pipeline, whose box hangs below it.
    pub(super) pipeline: bool,
}

impl Unit {
    /// Whether it is a user of whose height nothing is known.
    pub(super) fn is_free_user(&self) -> bool {
        self.anchor && self.visibility.is_unknown()
    }
}

impl Chain {
    pub(super) fn of(map: &Map) -> Self {
        let heads = heads(map);
        let mut unit_of = vec![0; heads.len()];
        let mut units = Vec::new();
        for (at, component) in map.components.iter().enumerate().filter(|&(at, _)| heads[at] as usize == at) {
            unit_of[at] = units.len() as u32;
            units.push(Unit {
                members: vec![at as u32],
                visibility: component.position.visibility,
                anchor: component.kind == ComponentKind::Anchor,
                pipeline: false,
            });
        }
        for (at, &head) in heads.iter().enumerate().filter(|&(at, &head)| head as usize != at) {
            unit_of[at] = unit_of[head as usize];
            units[unit_of[at] as usize].members.push(at as u32);
        }
        for pipeline in &map.pipelines {
            units[unit_of[pipeline.parent.0 as usize] as usize].pipeline = true;
        }
        let unit = |end: crate::map::End| unit_of[end.component.0 as usize];
        let written = map.links.iter().filter(|link| !link.implied);
        let needs = written.map(|link| (unit(link.from), unit(link.to))).filter(|(from, to)| from != to).collect();
        Self { unit_of, units, needs }
    }

    /// The component that gives a component its visibility.
    pub(super) fn head(&self, component: usize) -> usize {
        self.units[self.unit_of[component] as usize].members[0] as usize
    }

    /// For each unit the number of the part of the chain it is in, from 0 in the order of the units.
    pub(super) fn parts(&self) -> Vec<u32> {
        let mut parent: Vec<u32> = (0..self.units.len() as u32).collect();
        for &(from, to) in &self.needs {
            let (from, to) = (root(&mut parent, from), root(&mut parent, to));
            // The smaller number leads, so that it does not matter how links are directed.
            parent[from.max(to) as usize] = from.min(to);
        }
        let mut numbers = vec![u32::MAX; parent.len()];
        let mut next = 0;
        (0..parent.len() as u32)
            .map(|at| {
                let number = &mut numbers[root(&mut parent, at) as usize];
                if *number == u32::MAX {
                    *number = next;
                    next += 1;
                }
                *number
            })
            .collect()
    }
}

/// For each component the one whose height it shares: itself, or the parent of the pipeline it stands in (or that one's).
fn heads(map: &Map) -> Vec<u32> {
    let mut parent: Vec<u32> = (0..map.components.len() as u32).collect();
    for pipeline in &map.pipelines {
        let above = pipeline.parent.0;
        for child in &pipeline.children {
            let free = pipeline.braces || map.component(*child).position.visibility.is_unknown();
            // A pipeline inside itself is nobody's child.
            if free && parent[child.0 as usize] == child.0 && root(&mut parent, above) != child.0 {
                parent[child.0 as usize] = above;
            }
        }
    }
    (0..parent.len() as u32).map(|at| root(&mut parent, at)).collect()
}

/// The end of the way up from `at`, which becomes shorter by being gone.
fn root(parent: &mut [u32], mut at: u32) -> u32 {
    while parent[at as usize] != at {
        let above = parent[at as usize];
        parent[at as usize] = parent[above as usize];
        at = above;
    }
    at
}
