//! A scene as bytes: every shape in SVG as written next door, any text harmless, pixels where they belong.

#[cfg(feature = "cli")]
mod document;
#[cfg(feature = "cli")]
mod fonts;
mod ground;
mod harmless;
#[cfg(feature = "cli")]
mod page;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "png")]
mod png;
mod shapes;
mod svg;
