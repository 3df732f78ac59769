//! Things on a line moved apart as little as possible: variable placement with separation constraints, the pass that satisfies
//! them (Dwyer, Marriott, Stuckey: "Fast node overlap removal", 2005), written from the paper.

use super::heap::{Heaps, NONE};

/// A gap is kept if it is short of its least by no more than this, in pixels.
const ENOUGH: f64 = 1e-7;
/// What weighs this much does not move.
const FIXED: f64 = 1e9;

/// A thing on the line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Thing {
    /// Where it wishes to be.
    pub(super) wish: f64,
    /// How much that matters, above 0.
    pub(super) weight: f64,
    /// It may not be before this,
    pub(super) low: f64,
    /// nor after this. Where both are one, it is fixed there.
    pub(super) high: f64,
}

impl Thing {
    pub(super) fn fixed(&self) -> bool {
        self.low >= self.high
    }
}

/// One thing keeps behind another. All gaps together must lead in no ring.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap {
    pub(super) before: u32,
    pub(super) after: u32,
    /// Their distance at least.
    pub(super) least: f64,
}

/// Places near the wishes that keep all gaps and all bounds. Gaps that do not fit between the bounds shrink alike.
pub(super) fn separate(things: &[Thing], mut gaps: Vec<Gap>) -> Vec<f64> {
    let order = order(things.len(), &gaps);
    shrink(things, &mut gaps, &order);
    // Mostly there is room, and no bound matters.
    let free = Line::new(things, gaps.clone(), &[]).satisfied(&order);
    let within = |(thing, &place): (&Thing, &f64)| thing.fixed() || (thing.low..=thing.high).contains(&place);
    let places = if things.iter().zip(&free).all(within) {
        free
    } else {
        let bounded: Vec<u32> = (0..things.len() as u32).filter(|&at| !things[at as usize].fixed()).collect();
        Line::new(things, gaps, &bounded).satisfied(&order)
    };
    things.iter().zip(places).map(|(thing, place)| place.clamp(thing.low, thing.high)).collect()
}

/// An order in which everything comes after what it keeps behind.
fn order(count: usize, gaps: &[Gap]) -> Vec<u32> {
    let mut before = vec![0_u32; count];
    let starts = starts(count, gaps, |gap| gap.before);
    let mut after = vec![0; gaps.len()];
    let mut next = starts.clone();
    for gap in gaps {
        before[gap.after as usize] += 1;
        after[next[gap.before as usize] as usize] = gap.after;
        next[gap.before as usize] += 1;
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

/// Where each thing's gaps start, were they sorted by it; one more at the end.
fn starts(count: usize, gaps: &[Gap], of: impl Fn(&Gap) -> u32) -> Vec<u32> {
    let mut starts = vec![0; count + 1];
    for gap in gaps {
        starts[of(gap) as usize + 1] += 1;
    }
    for at in 0..count {
        starts[at + 1] += starts[at];
    }
    starts
}

/// Shrinks the gaps of every run of gaps that is longer than the room between the bounds at its ends.
fn shrink(things: &[Thing], gaps: &mut [Gap], order: &[u32]) {
    /// As far as gaps push something, and the bound they push from.
    #[derive(Clone, Copy)]
    struct Pushed {
        to: f64,
        from: f64,
    }
    let mut by_before: Vec<u32> = (0..gaps.len() as u32).collect();
    let mut rank = vec![0_u32; things.len()];
    for (at, &thing) in order.iter().enumerate() {
        rank[thing as usize] = at as u32;
    }
    by_before.sort_by_key(|&gap| rank[gaps[gap as usize].before as usize]);
    let mut down: Vec<Pushed> = things.iter().map(|thing| Pushed { to: thing.low, from: thing.low }).collect();
    for &at in &by_before {
        let Gap { before, after, least } = gaps[at as usize];
        let Pushed { to, from } = down[before as usize];
        if to + least > down[after as usize].to && !things[after as usize].fixed() {
            down[after as usize] = Pushed { to: to + least, from };
        }
    }
    by_before.sort_by_key(|&gap| std::cmp::Reverse(rank[gaps[gap as usize].after as usize]));
    let mut up: Vec<Pushed> = things.iter().map(|thing| Pushed { to: thing.high, from: thing.high }).collect();
    for &at in &by_before {
        let Gap { before, after, least } = gaps[at as usize];
        let Pushed { to, from } = up[after as usize];
        if to - least < up[before as usize].to && !things[before as usize].fixed() {
            up[before as usize] = Pushed { to: to - least, from };
        }
    }
    for gap in gaps {
        let (top, bottom) = (down[gap.before as usize], up[gap.after as usize]);
        let room = (bottom.from - top.from).max(0.0);
        let needed = (top.to - top.from) + gap.least + (bottom.from - bottom.to);
        if needed > room {
            gap.least *= room / needed;
        }
    }
}

/// The things, walls included, and the blocks they form.
struct Line {
    /// How many walls stand behind the things: first those on the low side, then those on the high side.
    walls: (u32, u32),
    gaps: Vec<Gap>,
    /// The gaps by what they end at.
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
    /// The sum of `weight·(wish - offset)`.
    pull: f64,
    /// The gaps that end in it, by how much is missing.
    ins: u32,
}

impl Block {
    fn place(&self) -> f64 {
        self.pull / self.weight
    }
}

impl Line {
    /// Things and gaps, with a wall at every bound of those that are `bounded`.
    fn new(things: &[Thing], mut gaps: Vec<Gap>, bounded: &[u32]) -> Self {
        let mut wishes: Vec<f64> = things.iter().map(|thing| thing.wish.clamp(thing.low, thing.high)).collect();
        let fixed = |thing: &Thing| thing.low >= thing.high;
        let mut weights: Vec<f64> =
            things.iter().map(|thing| if fixed(thing) { FIXED } else { thing.weight }).collect();
        let free = || bounded.iter().map(|&at| (at, &things[at as usize]));
        let mut wall = |bound: fn(&Thing) -> f64| {
            let mut bounds: Vec<f64> = free().map(|(_, thing)| bound(thing)).collect();
            bounds.sort_by(f64::total_cmp);
            bounds.dedup();
            let first = wishes.len() as u32;
            wishes.extend(&bounds);
            weights.extend(bounds.iter().map(|_| FIXED));
            let count = bounds.len() as u32;
            (move |thing: &Thing| first + bounds.partition_point(|&at| at < bound(thing)) as u32, count)
        };
        let (low, lows) = wall(|thing| thing.low);
        let (high, highs) = wall(|thing| thing.high);
        let walls = (lows, highs);
        for (at, thing) in free() {
            gaps.push(Gap { before: low(thing), after: at, least: 0.0 });
            gaps.push(Gap { before: at, after: high(thing), least: 0.0 });
        }
        let starts = starts(wishes.len(), &gaps, |gap| gap.after);
        let mut ins: Vec<u32> = (0..gaps.len() as u32).collect();
        ins.sort_by_key(|&gap| gaps[gap as usize].after);
        let blocks = (0_u32..).zip(wishes.iter().zip(weights));
        Self {
            blocks: blocks
                .map(|(at, (wish, weight))| Block { members: vec![at], weight, pull: wish * weight, ins: NONE })
                .collect(),
            block_of: (0..wishes.len() as u32).collect(),
            offsets: vec![0.0; wishes.len()],
            heaps: Heaps::new(gaps.len()),
            walls,
            gaps,
            ins,
            starts,
        }
    }

    fn place(&self, at: u32) -> f64 {
        self.blocks[self.block_of[at as usize] as usize].place() + self.offsets[at as usize]
    }

    /// The place of every thing once all have joined, in this order.
    fn satisfied(mut self, order: &[u32]) -> Vec<f64> {
        let (first, last) = (self.block_of.len() as u32 - self.walls.0 - self.walls.1, self.block_of.len() as u32);
        // Walls on the low side come before everything, walls on the high side after it.
        let (low, high) = (first..first + self.walls.0, first + self.walls.0..last);
        for at in low.chain(order.iter().copied()).chain(high) {
            self.satisfy(at);
        }
        (0..first).map(|at| self.place(at)).collect()
    }

    /// Lets a thing join: its block swallows the blocks before it until no gap before it is too small.
    fn satisfy(&mut self, at: u32) {
        for index in self.starts[at as usize]..self.starts[at as usize + 1] {
            let gap = self.ins[index as usize];
            let key = self.slack(gap);
            let block = &mut self.blocks[self.block_of[at as usize] as usize];
            block.ins = self.heaps.push(block.ins, gap, key);
        }
        while let Some(gap) = self.broken(self.block_of[at as usize]) {
            self.join(gap);
        }
    }

    /// What a gap has to spare, were the block it ends in at 0.
    fn slack(&self, gap: u32) -> f64 {
        let Gap { before, after, least } = self.gaps[gap as usize];
        self.offsets[after as usize] - least - self.place(before)
    }

    /// The gap before a block of which most is missing.
    fn broken(&mut self, block: u32) -> Option<u32> {
        loop {
            let Block { ins, .. } = self.blocks[block as usize];
            if ins == NONE {
                return None;
            }
            let within = self.block_of[self.gaps[ins as usize].before as usize] == block;
            // What lies before may have moved away since the gap was noted; then it is noted anew.
            let slack = self.slack(ins);
            if within || slack > self.heaps.key(ins) + ENOUGH {
                let mut rest = self.heaps.pop(ins);
                if !within {
                    rest = self.heaps.push(rest, ins, slack);
                }
                self.blocks[block as usize].ins = rest;
            } else {
                return (slack + self.blocks[block as usize].place() < -ENOUGH).then_some(ins);
            }
        }
    }

    /// Makes the blocks at both ends of a gap one, in which the gap is exactly kept. The smaller moves into the larger.
    fn join(&mut self, gap: u32) {
        let Gap { before, after, least } = self.gaps[gap as usize];
        let (mut into, mut from) = (self.block_of[before as usize], self.block_of[after as usize]);
        let mut by = self.offsets[before as usize] + least - self.offsets[after as usize];
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
