//! Map × theme → scene.

pub mod bends;
pub mod labels;
pub mod place;
