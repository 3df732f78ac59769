//! Places from left to right for things of which nothing is known but who needs whom: side by side, like a tree.

/// Leaves of the tree stand this far apart where there is room, in pixels.
const PITCH: f64 = 130.0;

/// Where something could stand if nothing else held it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seed {
    /// 0..=1
    pub(super) place: f64,
    /// Whether anything it hangs together with has a place.
    pub(super) told: bool,
}

/// A seed for everything, inside `room` of a plot of this `width` in pixels. Parts in which nothing is `told` stand side by side.
pub(super) fn seeds(links: &[(u32, u32)], heights: &[f64], told: &[bool], room: (f64, f64), width: f64) -> Vec<Seed> {
    let tree = Tree::of(links, heights);
    let tells = tree.tells(told);
    let mut slots = vec![(f64::INFINITY, f64::NEG_INFINITY); heights.len()];
    let mut leaves = 0.0;
    for &at in tree.order.iter().filter(|&&at| !tells[at as usize]) {
        if tree.children(at).is_empty() {
            slots[at as usize] = (leaves, leaves);
            leaves += 1.0;
        }
    }
    for &at in tree.order.iter().rev() {
        let (low, high) = slots[at as usize];
        let parent = tree.parents[at as usize];
        if parent != at && low <= high {
            let slot = f64::midpoint(low, high);
            let (low, high) = slots[parent as usize];
            slots[parent as usize] = (low.min(slot), high.max(slot));
        }
    }
    let pitch = (PITCH / width).min((room.1 - room.0) / leaves);
    let middle = f64::midpoint(room.0, room.1);
    let place = |(low, high): (f64, f64)| middle + (f64::midpoint(low, high) - (leaves - 1.0) / 2.0) * pitch;
    let seed = |(slot, told)| Seed { place: if told { middle } else { place(slot) }, told };
    slots.into_iter().zip(tells).map(seed).collect()
}

/// The trees one gets by going from the highest thing to its neighbors, then to theirs, and so on.
struct Tree {
    /// Parent by thing; a root is its own.
    parents: Vec<u32>,
    /// Where the children of each start in `below`; one more at the end.
    starts: Vec<u32>,
    below: Vec<u32>,
    /// Every thing after its parent, one whole branch after the other.
    order: Vec<u32>,
}

impl Tree {
    fn of(links: &[(u32, u32)], heights: &[f64]) -> Self {
        let count = heights.len();
        let both = || links.iter().flat_map(|&(a, b)| [(a, b), (b, a)]);
        let (starts, neighbors) = grouped(count, both);
        let mut roots: Vec<u32> = (0..count as u32).collect();
        roots.sort_by(|&a, &b| heights[a as usize].total_cmp(&heights[b as usize]).then(a.cmp(&b)));
        let mut parents = vec![u32::MAX; count];
        let mut reached = Vec::with_capacity(count);
        for &root in &roots {
            if parents[root as usize] != u32::MAX {
                continue;
            }
            parents[root as usize] = root;
            let mut next = reached.len();
            reached.push(root);
            while let Some(&at) = reached.get(next) {
                next += 1;
                for &other in &neighbors[starts[at as usize] as usize..starts[at as usize + 1] as usize] {
                    if parents[other as usize] == u32::MAX {
                        parents[other as usize] = at;
                        reached.push(other);
                    }
                }
            }
        }
        let from_parent = || reached.iter().map(|&at| (parents[at as usize], at)).filter(|(parent, at)| parent != at);
        let (starts, below) = grouped(count, from_parent);
        let mut tree = Self { parents: Vec::new(), starts, below, order: Vec::with_capacity(count) };
        let mut stack: Vec<u32> = reached.iter().rev().copied().filter(|&at| parents[at as usize] == at).collect();
        while let Some(at) = stack.pop() {
            tree.order.push(at);
            stack.extend(tree.children(at).iter().rev());
        }
        tree.parents = parents;
        tree
    }

    fn children(&self, at: u32) -> &[u32] {
        &self.below[self.starts[at as usize] as usize..self.starts[at as usize + 1] as usize]
    }

    /// For each thing whether anything in its tree is told.
    fn tells(&self, told: &[bool]) -> Vec<bool> {
        let mut tells = told.to_vec();
        for &at in self.order.iter().rev() {
            tells[self.parents[at as usize] as usize] |= tells[at as usize];
        }
        for &at in &self.order {
            tells[at as usize] = tells[self.parents[at as usize] as usize];
        }
        tells
    }
}

/// Second halves of pairs in the order of the pairs, grouped by the first half; and where each group starts.
fn grouped<I: Iterator<Item = (u32, u32)>>(count: usize, pairs: impl Fn() -> I) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0; count + 1];
    for (key, _) in pairs() {
        starts[key as usize + 1] += 1;
    }
    for at in 0..count {
        starts[at + 1] += starts[at];
    }
    let mut next = starts.clone();
    let mut values = vec![0; starts[count] as usize];
    for (key, value) in pairs() {
        values[next[key as usize] as usize] = value;
        next[key as usize] += 1;
    }
    (starts, values)
}
