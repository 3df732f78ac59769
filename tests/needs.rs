//! What some tests need and a machine may lack. Such a test is `#[ignore = "needs …"]`; asked to run, it runs or fails.
//! `.ci/run` installs what it can and runs every test that it has the needs for.

use std::env;
use std::path::PathBuf;
#[cfg(all(feature = "cli", unix))]
use std::process::Command;

/// The folder of real maps, which are not part of this project, that `WARDLEY_CORPUS` names.
pub(crate) fn corpus() -> PathBuf {
    variable("WARDLEY_CORPUS")
}

/// The path that a variable names.
pub(crate) fn variable(name: &str) -> PathBuf {
    env::var_os(name).map_or_else(|| panic!("{name} is not set"), PathBuf::from)
}

/// Every place where a program is installed: in the folders of `WARDLEY_HOSTS` (two versions of mdBook, say), and the first on
/// the `PATH`. `version` is what makes it say its version; a name on the `PATH` can be that of a stub without the program behind it.
#[cfg(all(feature = "cli", unix))]
pub(crate) fn programs(name: &str, version: &str) -> Vec<PathBuf> {
    let folders = |variable| env::split_paths(&env::var_os(variable).unwrap_or_default()).collect::<Vec<_>>();
    let mut found: Vec<_> = folders("WARDLEY_HOSTS").into_iter().map(|folder| folder.join(name)).collect();
    found.extend(folders("PATH").into_iter().map(|folder| folder.join(name)).find(|path| path.is_file()));
    found.retain(|path| {
        path.is_file() && Command::new(path).arg(version).output().is_ok_and(|run| run.status.success())
    });
    assert!(!found.is_empty(), "{name} is not installed");
    found
}
