//! What happens when things around the command break: it is killed, the disk is full, files may not be touched, nobody listens,
//! limits are small. Nothing is lost, nothing is half written, nothing hangs, nothing aborts.

mod kill;
mod limits;
mod saves;

use std::process::{Command, Output, Stdio};

use crate::shell::Shell;
use crate::watch::map;

/// A folder `maps` with this many maps.
fn maps(count: usize) -> Shell {
    let shell = Shell::new();
    for at in 0..count {
        shell.write(&format!("maps/map-{at}.wm"), map(&format!("Map {at}")));
    }
    shell
}

/// Runs a script in which `$W` is the command. It must end within a minute with one of the command's own statuses: none that a
/// signal, a panic or an abort leaves behind.
fn ends(shell: &Shell, script: &str) -> Output {
    let mut command = Command::new("timeout");
    command.args(["60", "bash", "-c", script]).current_dir(shell.path("")).stdin(Stdio::null());
    let output = command.env("W", env!("CARGO_BIN_EXE_wardley")).output().expect("timeout and bash");
    let status = output.status.code();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(status.is_some_and(|status| (0..=3).contains(&status)), "{script}: {status:?}\n{said}");
    assert!(!said.contains("panicked"), "{script}: {said}");
    output
}

/// Every picture in `folder` is the one that an undisturbed run draws, and there is nothing else but what `also` allows.
fn only_whole_pictures(shell: &Shell, folder: &str, also: impl Fn(&str) -> bool) -> usize {
    let mut pictures = 0;
    for file in shell.files() {
        let Some(name) = file.strip_prefix(folder) else { continue };
        if also(name) {
            continue;
        }
        let whole = shell.path(&format!("whole/{name}"));
        assert!(whole.exists(), "{file} is left over");
        assert_eq!(shell.bytes(&file), std::fs::read(whole).expect("a picture"), "{file} is not whole");
        pictures += 1;
    }
    pictures
}
