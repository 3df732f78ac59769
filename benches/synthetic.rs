//! Made-up maps of any size, as dense as drawn ones: for benches, and for tests of what must not grow faster than its text.

use std::fmt::Write;

const WHAT: [&str; 16] = [
    "Pricing",
    "Billing",
    "Support",
    "Identity",
    "Search",
    "Delivery",
    "Warehouse",
    "Payroll",
    "Forecast",
    "Catalog",
    "Insurance",
    "Training",
    "Quality",
    "Hosting",
    "Messaging",
    "Brand",
];
const KIND: [&str; 8] = ["Service", "Team", "Data", "Platform", "Practice", "Contract", "Model", "Desk"];

/// The text of a map with this many components, a third more links, and a movement, a note and a pipeline here and there.
/// The same number gives the same text.
pub(crate) fn map(components: usize) -> String {
    let mut dice = Dice(components as u64 ^ 0x9e37_79b9_7f4a_7c15);
    let name = |at: usize| format!("{} {} {at}", WHAT[at % WHAT.len()], KIND[at / WHAT.len() % KIND.len()]);
    // What a component has around it on the maps people draw.
    let side = (24_000.0 * components as f64).sqrt();
    let mut text = format!("title {components} components\nsize [{:.0}, {:.0}]\n", side * 1.25, side / 1.25);
    for at in 0..components {
        let (visibility, evolution) = (dice.unit(), dice.unit());
        let _ = writeln!(text, "component {} [{visibility:.4}, {evolution:.4}]", name(at));
        match at % 40 {
            7 => writeln!(text, "evolve {} {:.4}", name(at), (evolution + 0.1).min(1.0)),
            13 => writeln!(text, "note Remember number {at} [{:.4}, {:.4}]", dice.unit(), dice.unit()),
            29 => writeln!(text, "pipeline {} [{:.4}, {:.4}]", name(at), evolution - 0.01, evolution + 0.01),
            _ => Ok(()),
        }
        .expect("a string takes everything");
    }
    for at in 0..components * 4 / 3 {
        // Most links are short: to something named not long before.
        let from = at % components;
        let to = (from + 1 + dice.below(30)) % components;
        let _ = writeln!(text, "{}->{}", name(from), name(to));
    }
    text
}

/// A few good numbers, the same every time.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, limit: u64) -> usize {
        (self.next() % limit) as usize
    }

    fn unit(&mut self) -> f64 {
        self.below(10_001) as f64 / 10_000.0
    }
}
