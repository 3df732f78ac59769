//! `wardley` compiles Wardley maps written as text into pictures.

// What pest derives names it, because pest is used without its `std` feature, which would look at the stack at every step.
extern crate alloc;

#[cfg(feature = "cli")]
pub mod cli;
pub mod layout;
pub mod map;
pub mod problem;
mod reading;
pub mod render;
pub mod resolve;
pub mod scene;
pub mod source;
pub mod syntax;
pub mod text;
pub mod theme;

pub use reading::{Reading, read};
