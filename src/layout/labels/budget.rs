//! [`Budget`]: how much work is done for one label.

use crate::layout::labels::candidates::slots::{FAR_RINGS, RINGS};
use crate::layout::labels::costs::{DOUBT_MARGIN, DOUBT_MOST};

/// How much work is done for one label.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout::labels) struct Budget {
    /// Gaps between symbol and label.
    pub(in crate::layout::labels) rings: &'static [f64],
    /// How far around its candidates a label looks.
    pub(in crate::layout::labels) around: f64,
    /// Candidates that are kept.
    pub(in crate::layout::labels) keep: usize,
    /// Candidates times things near them that are looked at, before it is good enough.
    pub(in crate::layout::labels) tests: usize,
    /// A label looks at this many things at most, so that thousands in one place cost no more than hundreds.
    pub(in crate::layout::labels) things: usize,
}

/// One label looks at this many things at most, so that thousands in one place cost no more than hundreds.
pub(in crate::layout::labels) const THINGS: usize = 1024;
/// How far around its candidates a label looks for symbols that raise doubt.
const AROUND: f64 = DOUBT_MARGIN + DOUBT_MOST;
/// The labels are said to crowd the area when they would fill this part of it. Then no search frees them all.
const CROWD: f64 = 0.5;
/// Tests for one label, however many labels there are.
const TESTS: usize = 4_000;
/// Tests for all labels that a small map may use up.
const TESTS_IN_ALL: usize = 3_000_000;

impl Budget {
    /// What is right for a map whose labels fill the part `fill` of the area.
    pub(in crate::layout::labels) fn first(labels: usize, fill: f64) -> Self {
        if fill > CROWD {
            return Self { rings: &RINGS[..1], around: 0.0, keep: 8, tests: TESTS / 4, things: THINGS / 8 };
        }
        Self { rings: &RINGS, around: AROUND, keep: 24, tests: tests(labels), things: THINGS }
    }

    /// For that many labels that found no place, the first and the second time.
    pub(in crate::layout::labels) fn more(self, labels: usize, time: usize) -> Self {
        let keep = if time == 0 { 96 } else { 176 };
        Self { rings: &FAR_RINGS, around: AROUND, keep, tests: 4 * tests(labels), things: self.things }
    }
}

/// Tests for each of that many labels.
fn tests(labels: usize) -> usize {
    TESTS.max(TESTS_IN_ALL / labels.max(1))
}
