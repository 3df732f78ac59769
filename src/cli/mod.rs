//! The command: one file for each of its verbs, and what they share. Only here are files read, clocks looked at, words printed.
//!
//! | folder | what it holds |
//! |---|---|
//! | `commands` | the verbs, each with its arguments; the one table of them |
//! | `files` | which maps are meant, what is in them, where pictures go |
//! | `picture` | from a text to a picture's bytes, with the options of the command |
//! | `pages` | maps in pages of Markdown |
//! | `watch` | files that change, and the live preview |
//! | `report` | problems and changes as people read them |
//! | `lsp` | the language server: what a client has open, and answers about it |
//! | `terminal` | the streams, colors and widths; progress |

// No input of any command may end it otherwise than with a status and a message.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable, clippy::todo)]

mod commands;
mod failure;
mod files;
mod lsp;
mod pages;
mod parallel;
mod picture;
mod report;
mod terminal;
mod watch;

use std::path::Path;
use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use failure::Status;

/// How much stack the command has, in bytes, whatever the limit of the process is.
const STACK: usize = 8 << 20;

/// Runs the command with the process's arguments and says how it ended.
pub fn run() -> ExitCode {
    match std::thread::Builder::new().stack_size(STACK).spawn(run_here) {
        Ok(thread) => thread.join().unwrap_or(ExitCode::FAILURE),
        Err(_) => run_here(),
    }
}

fn run_here() -> ExitCode {
    terminal::obey_color(std::env::args_os());
    let done = commands::command().try_get_matches().and_then(|matches| commands::run(&matches));
    let status = match done {
        Ok(done) => done.unwrap_or_else(|failure| failure.report()),
        Err(error) => refuse(error),
    };
    status.into()
}

/// Reports what was wrong with the arguments. Asking for help or the version is no mistake.
fn refuse(mut error: Error) -> Status {
    if let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand)
        && error.kind() == ErrorKind::InvalidSubcommand
        && Path::new(word).exists()
    {
        let tip = format!("to draw a map: wardley render {word}").into();
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip]));
    }
    let fine = !error.use_stderr();
    // A closed stream is no reason to fail.
    let _ = error.print();
    if fine { Status::Fine } else { Status::Usage }
}
