//! MAP → other forms: [`mermaid()`], [`json()`], and what got lost on the way: [`Loss`]. JSON is read, too: [`read_json`].

#[cfg(feature = "serde")]
mod json;
mod loss;
mod mermaid;
mod numbers;

#[cfg(feature = "serde")]
pub use json::{FromJson, JsonError, json, read_json, schema};
pub use loss::{Converted, Loss};
pub use mermaid::mermaid;
