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
    ///
    /// A file of its own is dark where the reader prefers that. In a page (`inline`) it is the page that decides, by its
    /// `color-scheme`: a site's own switch sets that, and a page that is light for everyone has a light picture. Browsers from
    /// before 2024 do not know `light-dark`, and ask the reader there too.
    pub(super) fn css(&self, prefix: &str, dark: &Palette, inline: bool) -> String {
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
        if inline {
            let _ = write!(css, "@supports (color:light-dark(red,red)){{#{prefix}{{");
            for (slot, light) in &self.light {
                let (light, dark) = (light.hex(), dark.color(*slot).hex());
                let _ = write!(css, "--{prefix}-{}:light-dark({light},{dark});", slot.word());
            }
            css.push_str("}}");
        }
        css
    }
}
