//! Variables on a line moved apart as little as possible: variable placement with separation constraints, the pass that
//! satisfies them (Dwyer, Marriott, Stuckey: "Fast node overlap removal", 2005), written from the paper.
//!
//! Each variable has a desired position and a weight; a constraint keeps its right variable at least a gap behind its left
//! one. Variables joined by active constraints (those kept exactly) form a block, which stands where its members' weighted
//! desired positions say. In topological order each variable merges with the block to its left as long as a constraint
//! between the two is violated. Bounds are constraints to walls, variables too heavy to move.

use super::heap::{Heaps, NONE};

/// A constraint counts as satisfied if its violation is no more than this, in pixels.
const TOLERANCE: f64 = 1e-7;
/// What weighs this much does not move.
const FIXED: f64 = 1e9;

/// Something to be placed on the line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Variable {
    /// Where it desired to be.
    pub(super) desired: f64,
    /// How much that matters, above 0.
    pub(super) weight: f64,
    /// It may not be before this,
    pub(super) low: f64,
    /// nor after this. Where both are one, it is fixed there.
    pub(super) high: f64,
}

impl Variable {
    pub(super) fn fixed(&self) -> bool {
        self.low >= self.high
    }
}

/// A separation constraint: `right` stands at least `gap` behind `left`. All together must form no cycle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Constraint {
    pub(super) left: u32,
    pub(super) right: u32,
    pub(super) gap: f64,
}

/// Places near the desired that keep all constraints and all bounds. Gaps that do not fit between the bounds shrink alike.
pub(super) fn separate(variables: &[Variable], mut constraints: Vec<Constraint>) -> Vec<f64> {
    let order = topological_order(variables.len(), &constraints);
    shrink(variables, &mut constraints, &order);
    // Mostly there is room, and no bound matters.
    let free = Separation::new(variables, constraints.clone(), &[]).solve(&order);
    let within =
        |(variable, &place): (&Variable, &f64)| variable.fixed() || (variable.low..=variable.high).contains(&place);
    let places = if variables.iter().zip(&free).all(within) {
        free
    } else {
        let bounded: Vec<u32> = (0..variables.len() as u32).filter(|&at| !variables[at as usize].fixed()).collect();
        Separation::new(variables, constraints, &bounded).solve(&order)
    };
    variables.iter().zip(places).map(|(variable, place)| place.clamp(variable.low, variable.high)).collect()
}

/// An order in which every variable comes after those to its left (Kahn's algorithm).
fn topological_order(count: usize, constraints: &[Constraint]) -> Vec<u32> {
    let mut before = vec![0_u32; count];
    let starts = starts(count, constraints, |constraint| constraint.left);
    let mut after = vec![0; constraints.len()];
    let mut next = starts.clone();
    for constraint in constraints {
        before[constraint.right as usize] += 1;
        after[next[constraint.left as usize] as usize] = constraint.right;
        next[constraint.left as usize] += 1;
    }
    let mut order: Vec<u32> = (0..count as u32).filter(|&at| before[at as usize] == 0).collect();
    let mut done = 0;
    while let Some(&at) = order.get(done) {
        done += 1;
        for &other in &after[starts[at as usize] as usize..starts[at as usize + 1] as usize] {
            before[other as usize] -= 1;
            if before[other as usize] == 0 {
                order.push(other);
            }
        }
    }
    order
}

/// Where each variable's constraints start, were they sorted by it; one more at the end.
fn starts(count: usize, constraints: &[Constraint], of: impl Fn(&Constraint) -> u32) -> Vec<u32> {
    let mut starts = vec![0; count + 1];
    for constraint in constraints {
        starts[of(constraint) as usize + 1] += 1;
    }
    for at in 0..count {
        starts[at + 1] += starts[at];
    }
    starts
}

/// Shrinks the constraints of every run of constraints that is longer than the room between the bounds at its ends.
fn shrink(variables: &[Variable], constraints: &mut [Constraint], order: &[u32]) {
    /// As far as constraints push somevariable, and the bound they push from.
    #[derive(Clone, Copy)]
    struct Pushed {
        to: f64,
        from: f64,
    }
    let mut by_left: Vec<u32> = (0..constraints.len() as u32).collect();
    let mut rank = vec![0_u32; variables.len()];
    for (at, &variable) in order.iter().enumerate() {
        rank[variable as usize] = at as u32;
    }
    by_left.sort_by_key(|&constraint| rank[constraints[constraint as usize].left as usize]);
    let mut down: Vec<Pushed> =
        variables.iter().map(|variable| Pushed { to: variable.low, from: variable.low }).collect();
    for &at in &by_left {
        let Constraint { left, right, gap } = constraints[at as usize];
        let Pushed { to, from } = down[left as usize];
        if to + gap > down[right as usize].to && !variables[right as usize].fixed() {
            down[right as usize] = Pushed { to: to + gap, from };
        }
    }
    by_left.sort_by_key(|&constraint| std::cmp::Reverse(rank[constraints[constraint as usize].right as usize]));
    let mut up: Vec<Pushed> =
        variables.iter().map(|variable| Pushed { to: variable.high, from: variable.high }).collect();
    for &at in &by_left {
        let Constraint { left, right, gap } = constraints[at as usize];
        let Pushed { to, from } = up[right as usize];
        if to - gap < up[left as usize].to && !variables[left as usize].fixed() {
            up[left as usize] = Pushed { to: to - gap, from };
        }
    }
    for constraint in constraints {
        let (top, bottom) = (down[constraint.left as usize], up[constraint.right as usize]);
        let room = (bottom.from - top.from).max(0.0);
        let needed = (top.to - top.from) + constraint.gap + (bottom.from - bottom.to);
        if needed > room {
            constraint.gap *= room / needed;
        }
    }
}

/// The variables, walls included, and the blocks they form.
struct Separation {
    /// How many walls stand behind the variables: first those on the low side, then those on the high side.
    walls: (u32, u32),
    constraints: Vec<Constraint>,
    /// The constraints by what they end at.
    ins: Vec<u32>,
    starts: Vec<u32>,
    block_of: Vec<u32>,
    /// Place within the block.
    offsets: Vec<f64>,
    blocks: Vec<Block>,
    heaps: Heaps,
}

/// Things that touch and move as one.
struct Block {
    members: Vec<u32>,
    weight: f64,
    /// The sum of `weight·(desired - offset)`.
    pull: f64,
    /// The constraints that end in it, by how much is missing.
    ins: u32,
}

impl Block {
    fn position(&self) -> f64 {
        self.pull / self.weight
    }
}

impl Separation {
    /// Things and constraints, with a wall at every bound of those that are `bounded`.
    fn new(variables: &[Variable], mut constraints: Vec<Constraint>, bounded: &[u32]) -> Self {
        let mut desired: Vec<f64> =
            variables.iter().map(|variable| variable.desired.clamp(variable.low, variable.high)).collect();
        let fixed = |variable: &Variable| variable.low >= variable.high;
        let mut weights: Vec<f64> =
            variables.iter().map(|variable| if fixed(variable) { FIXED } else { variable.weight }).collect();
        let free = || bounded.iter().map(|&at| (at, &variables[at as usize]));
        let mut wall = |bound: fn(&Variable) -> f64| {
            let mut bounds: Vec<f64> = free().map(|(_, variable)| bound(variable)).collect();
            bounds.sort_by(f64::total_cmp);
            bounds.dedup();
            let first = desired.len() as u32;
            desired.extend(&bounds);
            weights.extend(bounds.iter().map(|_| FIXED));
            let count = bounds.len() as u32;
            (move |variable: &Variable| first + bounds.partition_point(|&at| at < bound(variable)) as u32, count)
        };
        let (low, lows) = wall(|variable| variable.low);
        let (high, highs) = wall(|variable| variable.high);
        let walls = (lows, highs);
        for (at, variable) in free() {
            constraints.push(Constraint { left: low(variable), right: at, gap: 0.0 });
            constraints.push(Constraint { left: at, right: high(variable), gap: 0.0 });
        }
        let starts = starts(desired.len(), &constraints, |constraint| constraint.right);
        let mut ins: Vec<u32> = (0..constraints.len() as u32).collect();
        ins.sort_by_key(|&constraint| constraints[constraint as usize].right);
        let blocks = (0_u32..).zip(desired.iter().zip(weights));
        Self {
            blocks: blocks
                .map(|(at, (desired, weight))| Block { members: vec![at], weight, pull: desired * weight, ins: NONE })
                .collect(),
            block_of: (0..desired.len() as u32).collect(),
            offsets: vec![0.0; desired.len()],
            heaps: Heaps::new(constraints.len()),
            walls,
            constraints,
            ins,
            starts,
        }
    }

    fn position(&self, at: u32) -> f64 {
        self.blocks[self.block_of[at as usize] as usize].position() + self.offsets[at as usize]
    }

    /// The place of every variable once all have joined, in this order.
    fn solve(mut self, order: &[u32]) -> Vec<f64> {
        let (first, last) = (self.block_of.len() as u32 - self.walls.0 - self.walls.1, self.block_of.len() as u32);
        // Walls on the low side come before everything, walls on the high side after it.
        let (low, high) = (first..first + self.walls.0, first + self.walls.0..last);
        for at in low.chain(order.iter().copied()).chain(high) {
            self.merge_left(at);
        }
        (0..first).map(|at| self.position(at)).collect()
    }

    /// Lets a variable join: its block swallows the blocks before it until no constraint before it is too small.
    fn merge_left(&mut self, at: u32) {
        for index in self.starts[at as usize]..self.starts[at as usize + 1] {
            let constraint = self.ins[index as usize];
            let key = self.slack(constraint);
            let block = &mut self.blocks[self.block_of[at as usize] as usize];
            block.ins = self.heaps.push(block.ins, constraint, key);
        }
        while let Some(constraint) = self.most_violated(self.block_of[at as usize]) {
            self.merge(constraint);
        }
    }

    /// What a constraint has to spare, were the block it ends in at 0.
    fn slack(&self, constraint: u32) -> f64 {
        let Constraint { left, right, gap } = self.constraints[constraint as usize];
        self.offsets[right as usize] - gap - self.position(left)
    }

    /// The constraint before a block of which most is missing.
    fn most_violated(&mut self, block: u32) -> Option<u32> {
        loop {
            let Block { ins, .. } = self.blocks[block as usize];
            if ins == NONE {
                return None;
            }
            let within = self.block_of[self.constraints[ins as usize].left as usize] == block;
            // What lies before may have moved away since the constraint was noted; then it is noted anew.
            let slack = self.slack(ins);
            if within || slack > self.heaps.key(ins) + TOLERANCE {
                let mut rest = self.heaps.pop(ins);
                if !within {
                    rest = self.heaps.push(rest, ins, slack);
                }
                self.blocks[block as usize].ins = rest;
            } else {
                return (slack + self.blocks[block as usize].position() < -TOLERANCE).then_some(ins);
            }
        }
    }

    /// Makes the blocks at both ends of a constraint one, in which the constraint is exactly kept. The smaller moves into the larger.
    fn merge(&mut self, constraint: u32) {
        let Constraint { left, right, gap } = self.constraints[constraint as usize];
        let (mut into, mut from) = (self.block_of[left as usize], self.block_of[right as usize]);
        let mut by = self.offsets[left as usize] + gap - self.offsets[right as usize];
        if self.blocks[into as usize].members.len() < self.blocks[from as usize].members.len() {
            (into, from, by) = (from, into, -by);
        }
        let empty = Block { members: Vec::new(), weight: 1.0, pull: 0.0, ins: NONE };
        let moved = std::mem::replace(&mut self.blocks[from as usize], empty);
        for &member in &moved.members {
            self.block_of[member as usize] = into;
            self.offsets[member as usize] += by;
        }
        self.heaps.raise(moved.ins, by);
        let block = &mut self.blocks[into as usize];
        block.members.extend(moved.members);
        block.pull += moved.pull - moved.weight * by;
        block.weight += moved.weight;
        block.ins = self.heaps.meld(block.ins, moved.ins);
    }
}
