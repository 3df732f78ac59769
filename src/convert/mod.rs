//! MAP → other forms: [`mermaid()`], and what got lost on the way: [`Loss`].

mod loss;
mod mermaid;
mod numbers;

pub use loss::{Converted, Loss};
pub use mermaid::mermaid;
