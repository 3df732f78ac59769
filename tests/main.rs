//! The one test binary.

#[cfg(all(feature = "cli", unix))]
mod bad_input;
#[cfg(feature = "cli")]
mod brief;
#[cfg(all(feature = "cli", unix))]
mod browser;
mod catalogue;
#[cfg(feature = "cli")]
mod check;
#[cfg(feature = "cli")]
mod cli;
#[cfg(feature = "cli")]
mod command;
#[cfg(feature = "cli")]
mod compare;
mod convert;
mod corpus;
#[cfg(feature = "cli")]
mod diff;
mod edit;
#[cfg(feature = "cli")]
mod examples;
#[cfg(all(feature = "cli", unix))]
mod faults;
mod format;
mod golden;
#[cfg(all(feature = "cli", unix))]
mod growth;
#[cfg(feature = "cli")]
mod guide;
mod harmless;
#[cfg(all(feature = "cli", unix))]
mod hosts;
mod labels;
mod layout;
#[cfg(feature = "cli")]
mod lsp;
mod medium;
mod needs;
mod owm_cases;
#[cfg(feature = "cli")]
mod page;
#[cfg(feature = "cli")]
mod page_writes;
#[cfg(feature = "cli")]
mod pages;
mod pin;
mod places;
#[cfg(all(feature = "cli", unix))]
mod precommit;
mod quality;
mod questions;
mod random;
#[cfg(feature = "cli")]
mod readme;
mod render;
#[cfg(all(feature = "cli", feature = "pdf", unix))]
mod renderers;
mod resolve;
mod robust;
mod scene;
#[cfg(feature = "cli")]
mod server;
#[cfg(feature = "cli")]
mod service;
#[cfg(feature = "cli")]
mod shell;
mod spans;
mod steps;
mod syntax;
mod text;
mod tidy;
#[cfg(feature = "cli")]
mod trust;
#[cfg(feature = "cli")]
mod ui;
mod vocabulary;
#[cfg(feature = "cli")]
mod watch;
#[cfg(feature = "cli")]
mod watch_losses;
