//! The look: sizes and colors, named for what they do.

mod color;
mod colour;
mod dark;
mod handwritten;
mod plain;
mod sizes;
mod slot;
mod wardley;

pub use color::Color;
pub use sizes::Sizes;
pub use slot::{Palette, Slot};

/// A look: what is how big, and which color.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// The word that asks for it.
    pub name: &'static str,
    /// What it looks like, in a few words.
    pub about: &'static str,
    /// Sizes in pixels.
    pub sizes: Sizes,
    /// Colors.
    pub palette: Palette,
    /// Whether the plot is shaded towards its sides, with `Uncharted` and `Industrialised` in its upper corners.
    pub territory: bool,
    /// Whether lines are drawn as by hand.
    pub by_hand: bool,
}

impl Theme {
    /// What `OnlineWardleyMaps` draws when a map asks for no style; the default.
    pub const PLAIN: &'static Self = &plain::THEME;
    /// As in Simon Wardley's books.
    pub const WARDLEY: &'static Self = &wardley::THEME;
    /// Green components, a red axis.
    pub const COLOUR: &'static Self = &colour::THEME;
    /// Drawn by hand.
    pub const HANDWRITTEN: &'static Self = &handwritten::THEME;
    /// Light on dark.
    pub const DARK: &'static Self = &dark::THEME;

    /// Every theme, the default first.
    pub const ALL: [&'static Self; 5] = [Self::PLAIN, Self::WARDLEY, Self::COLOUR, Self::HANDWRITTEN, Self::DARK];

    /// The theme with this name; `color` is `colour`.
    pub fn named(name: &str) -> Option<&'static Self> {
        let name = if name == "color" { "colour" } else { name };
        Self::ALL.into_iter().find(|theme| theme.name == name)
    }
}

impl Default for &'static Theme {
    fn default() -> Self {
        Theme::PLAIN
    }
}
