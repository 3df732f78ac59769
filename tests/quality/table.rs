//! Figures of many pictures together.

use std::fmt;

use wardley::layout::Layout;
use wardley::map::Map;

use super::count::Counts;

/// What one map gives to the figures.
pub(super) struct Share {
    counts: Counts,
    /// Places for labels that the author gave, slips left out, and how many of them were kept.
    wanted: usize,
    kept: usize,
    scale: f64,
}

impl Share {
    pub(super) fn of(map: &Map, layout: &Layout) -> Self {
        /// Farther from the symbol than this, in pixels, an author's offset is a slip.
        const SLIP: f64 = 120.0;
        let offsets = map.components.iter().map(|component| component.label);
        let offsets = offsets.chain(map.movements.iter().map(|movement| movement.label));
        let wanted = offsets
            .zip(&layout.labels)
            .filter(|(offset, _)| offset.is_some_and(|offset| offset.x.abs() <= SLIP && offset.y.abs() <= SLIP));
        let kept: Vec<bool> = wanted.map(|(_, label)| label.placed.kept).collect();
        Self {
            counts: Counts::of(map, layout),
            wanted: kept.len(),
            kept: kept.iter().filter(|&&kept| kept).count(),
            scale: layout.scale,
        }
    }
}

/// The figures of many maps.
#[derive(Default)]
pub(super) struct Row {
    maps: usize,
    labels: usize,
    clean: usize,
    wanted: usize,
    kept: usize,
    scale: f64,
    /// By term: its name, the sum, the most in one map.
    terms: Vec<(&'static str, usize, usize)>,
    /// Maps that are not clean.
    unclean: Vec<String>,
}

impl Row {
    pub(super) fn of<'a>(shares: impl Iterator<Item = (&'a str, &'a Share)>) -> Self {
        let mut row = Self::default();
        for (file, share) in shares {
            row.maps += 1;
            row.labels += share.counts.labels;
            row.clean += usize::from(share.counts.is_clean());
            row.wanted += share.wanted;
            row.kept += share.kept;
            row.scale = row.scale.max(share.scale);
            let terms = share.counts.terms();
            row.terms.resize(terms.len(), ("", 0, 0));
            for (sum, (name, count)) in row.terms.iter_mut().zip(terms) {
                *sum = (name, sum.1 + count, sum.2.max(count));
            }
            if !share.counts.is_clean() {
                row.unclean.push(file.to_owned());
            }
        }
        row
    }

    /// Clean maps, as a part of all.
    pub(super) fn clean(&self) -> f64 {
        self.clean as f64 / self.maps as f64
    }

    /// Fails unless all maps are clean.
    pub(super) fn must_be_clean(&self) {
        assert!(self.unclean.is_empty(), "{:?}", self.unclean);
    }

    /// Authors' places that were kept, as a part of all.
    pub(super) fn kept(&self) -> f64 {
        self.kept as f64 / self.wanted as f64
    }

    /// What there is of a term on all maps together.
    pub(super) fn sum(&self, term: &str) -> usize {
        self.terms.iter().find(|(name, ..)| *name == term).expect("a term").1
    }

    /// What there is of a term on a map.
    pub(super) fn mean(&self, term: &str) -> f64 {
        self.sum(term) as f64 / self.maps as f64
    }

    /// What there is of a term for each label.
    pub(super) fn share(&self, term: &str) -> f64 {
        self.sum(term) as f64 / self.labels as f64
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, " {:3} maps, {:5.1} % clean", self.maps, 100.0 * self.clean())?;
        for (name, sum, most) in &self.terms {
            write!(f, ", {name} {:.2}/{most}", *sum as f64 / self.maps as f64)?;
        }
        write!(f, ", struck {:.1} %", 100.0 * self.share("struck"))?;
        write!(f, ", leaders {:.2} %", 100.0 * self.share("leaders"))?;
        write!(f, ", kept {:.1} % of {}", 100.0 * self.kept(), self.wanted)?;
        write!(f, ", scale {:.2}", self.scale)?;
        if self.unclean.is_empty() { Ok(()) } else { write!(f, "\n    {}", self.unclean.join("\n    ")) }
    }
}
