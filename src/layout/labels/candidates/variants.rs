//! [`Variant`]: one way of breaking an owner's text into lines.

use crate::layout::labels::task::{Mode, Owner, Site};
use crate::text::{Fonts, wraps};

/// One way of breaking an owner's text into lines.
#[derive(Clone, Debug)]
pub(crate) struct Variant<'t> {
    /// Who breaks it.
    pub(crate) form: Breaking,
    /// The lines from the top.
    pub(crate) lines: Vec<&'t str>,
    /// The width of each.
    pub(crate) widths: Vec<f64>,
    /// Width of the widest line.
    pub(crate) width: f64,
    /// From the top of the first line to the bottom of the last.
    pub(crate) height: f64,
}

/// Who breaks a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Breaking {
    /// The author, or nobody. Always the first variant.
    AsWritten,
    /// The layout, into lines of like length.
    Broken,
    /// One word per line; only at the author's place.
    WordPerLine,
}

/// Letters reach this far above their baseline, in units of their size.
pub(crate) const ABOVE: f64 = 0.74;
/// Letters reach this far below their baseline, in units of their size.
pub(crate) const BELOW: f64 = 0.22;
/// Names longer than this, in characters, stood one word per line in OWM until August 2025.
const OLD_LENGTH: usize = 14;

/// Every way of breaking an owner's text that is worth trying.
pub(crate) fn variants<'t>(owner: &'t Owner, mode: Mode, fonts: &Fonts) -> Vec<Variant<'t>> {
    let mut variants = Vec::new();
    for wrap in wraps(fonts, &owner.text, owner.size, owner.bold) {
        let form = if variants.is_empty() { Breaking::AsWritten } else { Breaking::Broken };
        variants.push(Variant::new(owner, form, wrap.lines, wrap.widths));
    }
    if matches!(owner.site, Site::Anywhere { .. }) {
        variants.truncate(1);
    }
    let hinted = owner.hint.is_some() && mode == Mode::Hint;
    if hinted && variants.len() > 1 && owner.text.chars().count() > OLD_LENGTH {
        let words: Vec<&str> = owner.text.split_whitespace().collect();
        let widths = words.iter().map(|word| fonts.width(word, owner.size, owner.bold)).collect();
        variants.push(Variant::new(owner, Breaking::WordPerLine, words, widths));
    }
    variants
}

impl<'t> Variant<'t> {
    fn new(owner: &Owner, form: Breaking, lines: Vec<&'t str>, widths: Vec<f64>) -> Self {
        let width = widths.iter().copied().fold(0.0, f64::max);
        let height = (lines.len().max(1) - 1) as f64 * owner.pitch + (ABOVE + BELOW) * owner.size;
        Self { form, lines, widths, width, height }
    }
}
