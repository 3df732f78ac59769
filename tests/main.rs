//! The one test binary.

mod golden;
mod layout;
mod render;
mod scene;
mod syntax;
mod text;
mod tidy;
