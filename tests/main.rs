//! The one test binary.

mod golden;
mod render;
mod syntax;
mod text;
mod tidy;
