//! TREE to MAP: what was written becomes what is meant.

mod allow;
mod cycles;
mod load;
mod questions;

pub use allow::Allowed;
pub use load::{Load, LoadError, NoIncludes};
pub use questions::questions;
