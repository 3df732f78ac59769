//! [`Heaps`]: many heaps that can be melded, and whose keys can all be raised at once (leftist heaps).

/// No entry.
pub(super) const NONE: u32 = u32::MAX;

/// Entries `0..count`, each with a key and each in at most one heap. A heap is known by its smallest entry.
pub(super) struct Heaps {
    entries: Vec<Entry>,
}

#[derive(Clone, Copy)]
struct Entry {
    key: f64,
    /// Owed to all keys below this entry.
    owed: f64,
    left: u32,
    right: u32,
    /// How many steps to the right lead out of the heap: logarithmic in its size.
    rank: u32,
}

impl Heaps {
    pub(super) fn new(count: usize) -> Self {
        Self { entries: vec![Entry { key: 0.0, owed: 0.0, left: NONE, right: NONE, rank: 1 }; count] }
    }

    /// The key of a heap's smallest entry.
    pub(super) fn key(&self, root: u32) -> f64 {
        self.entries[root as usize].key
    }

    /// Puts an entry that is in no heap into the heap `root`; returns the heap's smallest entry.
    pub(super) fn push(&mut self, root: u32, entry: u32, key: f64) -> u32 {
        self.entries[entry as usize] = Entry { key, owed: 0.0, left: NONE, right: NONE, rank: 1 };
        self.meld(root, entry)
    }

    /// Takes the smallest entry out of its heap; returns what is then the smallest.
    pub(super) fn pop(&mut self, root: u32) -> u32 {
        self.settle(root);
        let Entry { left, right, .. } = self.entries[root as usize];
        self.meld(left, right)
    }

    /// Raises all keys of a heap.
    pub(super) fn raise(&mut self, root: u32, by: f64) {
        if root != NONE {
            let entry = &mut self.entries[root as usize];
            entry.key += by;
            entry.owed += by;
        }
    }

    /// Makes two heaps one; returns its smallest entry.
    pub(super) fn meld(&mut self, mut a: u32, mut b: u32) -> u32 {
        let mut spine = Vec::new();
        while a != NONE && b != NONE {
            if (self.key(b), b) < (self.key(a), a) {
                std::mem::swap(&mut a, &mut b);
            }
            self.settle(a);
            spine.push(a);
            a = self.entries[a as usize].right;
        }
        let mut root = if a == NONE { b } else { a };
        while let Some(above) = spine.pop() {
            let left = self.entries[above as usize].left;
            let (left, right) = if self.rank(left) < self.rank(root) { (root, left) } else { (left, root) };
            let rank = self.rank(right) + 1;
            let entry = &mut self.entries[above as usize];
            (entry.left, entry.right, entry.rank) = (left, right, rank);
            root = above;
        }
        root
    }

    fn rank(&self, root: u32) -> u32 {
        if root == NONE { 0 } else { self.entries[root as usize].rank }
    }

    /// Hands on what is owed to the entries below.
    fn settle(&mut self, at: u32) {
        let Entry { left, right, owed, .. } = self.entries[at as usize];
        self.raise(left, owed);
        self.raise(right, owed);
        self.entries[at as usize].owed = 0.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_come_out_in_order_even_after_one_heap_was_raised() {
        let mut heaps = Heaps::new(8);
        let (mut a, mut b) = (NONE, NONE);
        for (entry, key) in [5.0, 1.0, 9.0, 3.0].into_iter().enumerate() {
            a = heaps.push(a, entry as u32, key);
            b = heaps.push(b, entry as u32 + 4, key);
        }
        heaps.raise(b, 3.0);
        let mut root = heaps.meld(a, b);
        let mut keys = Vec::new();
        while root != NONE {
            keys.push(heaps.key(root));
            root = heaps.pop(root);
        }
        assert_eq!(keys, [1.0, 3.0, 4.0, 5.0, 6.0, 8.0, 9.0, 12.0]);
    }
}
