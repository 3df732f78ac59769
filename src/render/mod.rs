//! The drawing as bytes: one scene, a writer for the web ([`svg`]), one for paper (`pdf`) and a painter of pixels (`png`).
//! None adds a mark.

mod address;
#[cfg(feature = "png")]
mod backdrop;
#[cfg(feature = "png")]
mod canvas;
mod color_scheme;
#[cfg(feature = "png")]
mod encode;
pub mod html;
mod letters;
mod markup;
mod number;
#[cfg(feature = "png")]
mod paint;
#[cfg(feature = "png")]
mod palette;
#[cfg(feature = "pdf")]
pub mod pdf;
#[cfg(feature = "png")]
pub mod png;
pub mod svg;
