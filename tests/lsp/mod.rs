//! The language server, as an editor sees it: the real command, spoken to in its protocol.

mod client;
mod features;
mod hard;
mod neovim;
mod pictures;
