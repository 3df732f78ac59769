//! What gives components a meaning and holds them together: [`Class`], [`Area`], [`Key`].

use super::{ComponentId, Position};
use crate::source::Span;

/// A color that an author asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb {
    /// Red, 0..=255.
    pub red: u8,
    /// Green, 0..=255.
    pub green: u8,
    /// Blue, 0..=255.
    pub blue: u8,
}

impl Rgb {
    /// The color that `#rrggbb` or `#rgb` means; nothing else is one.
    pub fn parse(written: &str) -> Option<Self> {
        let digits =
            written.strip_prefix('#').filter(|digits| digits.chars().all(|digit| digit.is_ascii_hexdigit()))?;
        let number = u32::from_str_radix(digits, 16).ok()?;
        let part = |shift: u32, size: u32| ((number >> shift) & ((1 << size) - 1)) as u8;
        match digits.len() {
            6 => Some(Self { red: part(16, 8), green: part(8, 8), blue: part(0, 8) }),
            3 => Some(Self { red: part(8, 4) * 17, green: part(4, 4) * 17, blue: part(0, 4) * 17 }),
            _ => None,
        }
    }

    /// `#rrggbb`
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// Index of a class in [`Map::classes`](super::Map::classes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(pub(crate) u32);

/// A meaning that people give, with its color.
#[derive(Clone, Debug, PartialEq)]
pub struct Class {
    /// What it is called.
    pub name: String,
    /// Its color.
    pub color: Rgb,
    /// Where its name stands.
    pub span: Span,
}

/// A soft hull around components. Areas may overlap.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// What it is called.
    pub name: String,
    /// The components in it, in the order of the text, each once.
    pub members: Vec<ComponentId>,
    /// The class whose color it has.
    pub class: Option<ClassId>,
    /// Where it is written.
    pub span: Span,
}

/// A legend of the symbols and classes that occur on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// Where it stands, if the map says so.
    pub position: Option<Position>,
    /// Where it is written.
    pub span: Span,
}
