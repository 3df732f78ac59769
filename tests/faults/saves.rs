//! Folders that disappear, and many maps saved often, while they are watched.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use super::maps;
use crate::watch::{Watch, map};

#[test]
fn a_folder_that_disappears_comes_back() {
    let shell = maps(3);
    shell.write("other/tea.wm", map("Tea"));
    let watch = Watch::start(&shell, "maps other -o out/");
    watch.see("out/map-2.svg", ">Map 2<");
    fs::remove_dir_all(shell.path("maps")).expect("a folder to remove");
    // The other maps are drawn meanwhile.
    shell.write("other/tea.wm", map("More tea"));
    watch.see("out/tea.svg", ">More tea<");
    shell.write("maps/map-2.wm", map("Map 2 is back"));
    watch.see("out/map-2.svg", ">Map 2 is back<");
}

#[test]
fn of_five_hundred_maps_saved_fifty_times_a_second_all_pictures_are_right_in_the_end() {
    let shell = maps(500);
    let watch = Watch::start(&shell, "maps -o out/");
    watch.see("out/map-499.svg", ">Map 499<");
    for save in 0..250 {
        shell.write(&format!("maps/map-{}.wm", save * 7 % 500), map(&format!("Save {save}")));
        sleep(Duration::from_millis(20));
    }
    shell.write("maps/map-499.wm", map("The last one"));
    watch.see("out/map-499.svg", ">The last one<");
    watch.see(&format!("out/map-{}.svg", 249 * 7 % 500), ">Save 249<");
    drop(watch);
    shell.run("render maps -o whole/ -q");
    assert_eq!(super::only_whole_pictures(&shell, "out/", |_| false), 500);
}
