//! Maps in pages of text: what `md` and `mdbook` share.

pub(super) mod book;
mod fences;
pub(super) mod markdown;
mod marks;
mod names;
mod picture;

pub(super) use fences::{Fence, fences};
pub(super) use picture::{Picture, Studio};
