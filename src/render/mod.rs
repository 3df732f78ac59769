//! The drawing as bytes: one scene, a writer for the web ([`svg`]) and a painter of pixels (`png`). Neither adds a mark.

mod address;
mod color_scheme;
mod letters;
mod markup;
mod number;
pub mod svg;
