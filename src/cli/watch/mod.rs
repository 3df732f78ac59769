//! Files that change, and the live preview of what they say.

pub(crate) mod events;
mod folders;
mod pictures;
mod preview_map;
mod reads;
pub(crate) mod serve;
pub(crate) mod session;
