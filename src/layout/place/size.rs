//! [`Size`]: about how much room a symbol and its name will need.

use crate::map::Properties;

/// A letter is about so wide, in pixels; names are wrapped at about the second. How wide they really are is not for this pass.
const LETTER: (f64, f64) = (6.2, 95.0);
/// Symbols are about as large as themes draw them: these are radii, in pixels.
const SYMBOL: f64 = 5.0;
const METHOD: f64 = 15.0;
const MARKET: f64 = 18.0;
const ECOSYSTEM: f64 = 30.0;

/// How large something is drawn, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    /// The radius of the circle around it.
    pub(super) radius: f64,
    /// How wide its name is, about.
    pub(super) name: f64,
}

impl Size {
    /// Of a component with this name and these properties.
    pub(super) fn of(name: &str, properties: Properties) -> Self {
        let longest = name.lines().map(|line| line.chars().count()).max().unwrap_or(0);
        let radius = match properties {
            Properties { ecosystem: true, .. } => ECOSYSTEM,
            Properties { market: true, .. } => MARKET,
            Properties { method: Some(_), .. } => METHOD,
            _ => SYMBOL,
        };
        Self { radius, name: (longest as f64 * LETTER.0).min(LETTER.1) }
    }
}
