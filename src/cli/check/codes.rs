//! Codes as they are named in arguments.

use crate::cli::failure::Failure;
use crate::problem::{codes, near};

/// The code that an argument names, with or without `wardley::` before it.
pub(super) fn known(written: &str) -> Result<&'static str, Failure> {
    let name = written.strip_prefix("wardley::").unwrap_or(written);
    let all = || codes().iter().map(|(code, _)| *code);
    all().find(|code| *code == name).ok_or_else(|| {
        let tip = near::nearest(name, all()).map(|near| format!(": did you mean {near}?")).unwrap_or_default();
        Failure::usage(format!("there is no code {written}{tip}\n`wardley check --explain list` lists all codes"))
    })
}
