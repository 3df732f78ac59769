//! Map × theme → scene.

pub mod bends;
pub mod place;
