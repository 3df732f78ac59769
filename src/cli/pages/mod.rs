//! Maps in pages of text: what `md` and `mdbook` share.

pub(crate) mod book;
pub(crate) mod edit;
pub(crate) mod fences;
mod marks;
pub(crate) mod page;
pub(crate) mod picture;
