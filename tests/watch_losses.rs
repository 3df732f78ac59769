//! `wardley watch` where pictures, maps or folders go, and where it is to end.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::shell::Shell;
use crate::watch::{Watch, map};

#[test]
fn pictures_that_go_come_back() {
    let shell = Shell::with(&[("maps/tea.wm", &map("Tea")), ("maps/pot.wm", &map("Pot"))]);
    let watch = Watch::start(&shell, "maps -o out/deep/");
    watch.see("out/deep/tea.svg", ">Tea<");
    watch.see("out/deep/pot.svg", ">Pot<");
    fs::remove_file(shell.path("out/deep/tea.svg")).expect("a picture");
    watch.see("out/deep/tea.svg", ">Tea<");
    fs::remove_dir_all(shell.path("out")).expect("a folder");
    watch.see("out/deep/tea.svg", ">Tea<");
    watch.see("out/deep/pot.svg", ">Pot<");
    // What somebody else wrote is replaced when the map is saved, even as it was.
    shell.write("out/deep/tea.svg", "other");
    shell.write("maps/tea.wm", map("Tea"));
    watch.see("out/deep/tea.svg", ">Tea<");
}

#[test]
fn many_maps_that_go_hold_up_no_other() {
    let shell = Shell::with(&[("kept.wm", &map("Kept")), ("common.wm", "component Common [0.1, 0.1]\n")]);
    for at in 0..100 {
        shell.write(&format!("go-{at}.wm"), map("Gone"));
        shell.write(&format!("part-{at}.wm"), format!("{}include common.wm\n", map("Part")));
    }
    let watch = Watch::start(&shell, ". -o out/");
    watch.see("out/part-99.svg", ">Common<");
    for at in 0..100 {
        fs::remove_file(shell.path(&format!("go-{at}.wm"))).expect("a map");
    }
    fs::remove_file(shell.path("common.wm")).expect("a map");
    let start = Instant::now();
    shell.write("kept.wm", map("Edited"));
    watch.see("out/kept.svg", ">Edited<");
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    watch.hear("its last good picture stays");
}

#[test]
fn what_the_users_command_makes_of_a_picture_stays() {
    let shell = Shell::with(&[("tea.wm", &map("Tea"))]);
    let mut watch = Watch::start(&shell, "tea.wm --exec true");
    watch.see("tea.svg", ">Tea<");
    drop(watch);
    shell.write("smaller.sh", "echo smaller > tea.svg\n");
    let mut command = shell.command("watch tea.wm --exec");
    let child = command.arg("sh smaller.sh").stdin(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the command");
    watch = Watch::of(&shell, child);
    watch.hear("tea.svg in");
    assert_eq!(watch.overhear(), [""; 0]);
    assert_eq!(shell.read("tea.svg"), "smaller\n");
}

#[cfg(unix)]
#[test]
fn the_end_is_heard_at_once() {
    let shell = Shell::new();
    for at in 0..300 {
        shell.write(&format!("maps/{at}.wm"), map("Many"));
    }
    let mut watch = Watch::start(&shell, "maps -o out/ -f png");
    let start = Instant::now();
    let told = Command::new("kill").args(["-INT", &watch.child.id().to_string()]).status().expect("kill");
    assert!(told.success());
    assert_eq!(watch.child.wait().expect("an end").code(), Some(0));
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    let left = shell.files().into_iter().filter(|file| file.contains(".wardley-")).count();
    assert_eq!(left, 0);
}
