//! `wardley` compiles Wardley maps written as text into pictures.

#[cfg(feature = "cli")]
pub mod cli;
pub mod layout;
pub mod map;
pub mod problem;
pub mod render;
pub mod resolve;
pub mod scene;
pub mod source;
pub mod syntax;
pub mod text;
pub mod theme;
