//! TEXT to TREE.
pub mod ast;
