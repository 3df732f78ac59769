//! The command is killed while it writes.

use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Instant;

use super::{maps, only_whole_pictures};

const MAPS: usize = 500;

#[test]
fn whenever_it_is_killed_every_picture_is_whole_and_the_next_run_clears_up() {
    let shell = maps(MAPS);
    let start = Instant::now();
    shell.run("render maps -o whole/ -q");
    let whole = start.elapsed();
    // Fixed numbers, spread over the time of a run.
    for (at, signal) in ["KILL", "TERM", "INT", "HUP", "KILL", "TERM", "INT", "HUP", "KILL"].into_iter().enumerate() {
        let mut run = shell
            .command("render maps -o out/ -q")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the command");
        sleep(whole * (at as u32 * 37 % 100) / 100);
        Command::new("kill").args([&format!("-{signal}"), &run.id().to_string()]).status().expect("kill");
        run.wait().expect("an end");
        // What cannot be heard leaves a file behind that is not yet a picture; everything else is heard, and clears up.
        let unfinished = |name: &str| signal == "KILL" && name.starts_with('.');
        only_whole_pictures(&shell, "out/", unfinished);
        shell.run("render maps -o out/ -q");
        assert_eq!(only_whole_pictures(&shell, "out/", |_| false), MAPS, "after {signal}");
        fs::remove_dir_all(shell.path("out")).expect("a folder to remove");
    }
}
