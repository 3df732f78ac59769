//! Maps in pages of text: what `md` and `mdbook` share.

pub(super) mod book;
mod edit;
mod fences;
pub(super) mod markdown;
mod marks;
mod names;
mod picture;

pub(super) use fences::{Blocks, Fence, blocks};
pub(super) use picture::{Picture, Studio};
