//! The one test binary.

mod catalogue;
mod corpus;
mod golden;
mod layout;
mod owm_cases;
mod render;
mod scene;
mod syntax;
mod text;
mod tidy;
#[cfg(feature = "cli")]
mod ui;
