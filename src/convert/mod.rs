//! MAP → other forms: [`mermaid()`], [`owm`], [`wm`], [`dot()`], [`json()`], and what got lost on the way: [`Loss`]. JSON is read, too: [`read_json`].

#[cfg(feature = "serde")]
mod any;
mod dot;
mod form;
#[cfg(feature = "serde")]
mod json;
mod lines;
mod loss;
mod mermaid;
mod tree;

#[cfg(feature = "serde")]
pub use any::{is_json, read};
pub use dot::dot;
pub use form::{Form, convert};
#[cfg(feature = "serde")]
pub use json::{FromJson, JsonError, json, read_json, schema};
pub use lines::{owm, wm};
pub use loss::{Converted, Loss};
pub use mermaid::mermaid;
