//! The drawing as bytes: one scene, a writer for the web ([`svg`]) and a painter of pixels (`png`). Neither adds a mark.

mod address;
mod color_scheme;
#[cfg(feature = "png")]
mod encode;
#[cfg(feature = "png")]
mod hair;
mod letters;
#[cfg(feature = "png")]
mod marks;
mod markup;
mod number;
#[cfg(feature = "png")]
mod paint;
#[cfg(feature = "png")]
mod palette;
#[cfg(feature = "png")]
pub mod png;
#[cfg(feature = "png")]
mod rim;
pub mod svg;
