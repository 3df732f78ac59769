//! The look: sizes and colors, named for what they do.

mod color;
mod slot;

pub use color::Color;
pub use slot::{Palette, Slot};
