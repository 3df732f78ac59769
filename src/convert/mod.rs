//! MAP → other forms: [`mermaid()`], [`owm`], [`wm`], [`dot()`], [`json()`], and what got lost on the way: [`Loss`]. JSON is read, too: [`read_json`].

mod dot;
#[cfg(feature = "serde")]
mod json;
mod lines;
mod loss;
mod mermaid;
mod numbers;

pub use dot::dot;
#[cfg(feature = "serde")]
pub use json::{FromJson, JsonError, json, read_json, schema};
pub use lines::{owm, wm};
pub use loss::{Converted, Loss};
pub use mermaid::mermaid;
