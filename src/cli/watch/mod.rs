//! Files that change, and the live preview of what they say.

pub(crate) mod events;
mod folders;
mod http;
mod pictures;
pub(crate) mod preview;
mod preview_map;
mod reads;
pub(crate) mod server;
pub(crate) mod session;
mod watched;
mod writing;
