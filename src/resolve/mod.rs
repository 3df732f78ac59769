//! TREE to MAP: what was written becomes what is meant.

mod load;

pub use load::{Load, LoadError, NoIncludes};
