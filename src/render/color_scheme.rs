//! [`Slots`]: colors that follow the reader's color scheme, and that the page around the picture can set.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::scene::Ink;
use crate::theme::{Color, Palette, Slot};

/// The slots in use: which color each has, and for which properties.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots {
    light: BTreeMap<Slot, Color>,
    uses: BTreeMap<Slot, Vec<&'static str>>,
}

impl Slots {
    /// The class of a shape that has this ink as its `fill`, `stroke` or `stop` (of a gradient).
    pub(super) fn class(&mut self, what: &'static str, ink: Ink) -> String {
        self.light.entry(ink.slot).or_insert(ink.color);
        let uses = self.uses.entry(ink.slot).or_default();
        if !uses.contains(&what) {
            uses.push(what);
            uses.sort_unstable();
        }
        format!("wm-{what}-{}", ink.slot.word())
    }

    /// The style sheet, on one line. No rule reaches beyond the element with the id `prefix`.
    ///
    /// A page sets `--wardley-SLOT`. How opaque a shape is stays as its attribute says. Everything stands in `@media`:
    /// rasterizers pass over that and keep to the attributes, where they would paint what they cannot read black.
    pub(super) fn css(&self, prefix: &str, dark: &Palette) -> String {
        let mut css = format!("@media all{{#{prefix}{{");
        for (slot, color) in &self.light {
            let _ = write!(css, "--{prefix}-{}:{};", slot.word(), color.hex());
        }
        css.push('}');
        for (slot, uses) in &self.uses {
            for what in uses {
                let property = if *what == "stop" { "stop-color" } else { what };
                let word = slot.word();
                let _ = write!(
                    css,
                    "#{prefix} .wm-{what}-{word}{{{property}:var(--wardley-{word},var(--{prefix}-{word}))}}"
                );
            }
        }
        let _ = write!(css, "}}@media (prefers-color-scheme:dark){{#{prefix}{{");
        for slot in self.light.keys() {
            let _ = write!(css, "--{prefix}-{}:{};", slot.word(), dark.color(*slot).hex());
        }
        css.push_str("}}");
        css
    }
}
