//! The one test binary.

mod golden;
mod syntax;
mod text;
mod tidy;
