//! Watching, as its users see it: files saved in every way editors save them, against the real command.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::shell::Shell;

/// How long to wait for what must happen. Machines are slow at times; nothing is concluded from the time it took.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);
/// How long to look whether something happens that must not.
const PAUSE: Duration = Duration::from_millis(700);

/// A running `wardley watch`. It ends with the test.
pub(crate) struct Watch<'a> {
    shell: &'a Shell,
    pub(crate) child: Child,
    said: Receiver<String>,
}

impl<'a> Watch<'a> {
    /// Starts `wardley watch LINE` and waits until it watches.
    pub(crate) fn start(shell: &'a Shell, line: &str) -> Self {
        let mut command = shell.command(&format!("watch {line}"));
        let child =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the command");
        let watch = Self::of(shell, child);
        watch.hear("writing to");
        watch
    }

    /// What `child` says from now on.
    pub(crate) fn of(shell: &'a Shell, mut child: Child) -> Self {
        let stderr = BufReader::new(child.stderr.take().expect("a pipe"));
        let (sender, said) = channel();
        thread::spawn(move || stderr.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { shell, child, said }
    }

    /// Waits until a line that holds this is said, and returns it.
    pub(crate) fn hear(&self, words: &str) -> String {
        let start = Instant::now();
        let mut heard = Vec::new();
        while let Ok(line) = self.said.recv_timeout(PATIENCE.saturating_sub(start.elapsed())) {
            if line.contains(words) {
                return line;
            }
            heard.push(line);
        }
        panic!("`{words}` was not said, but:\n{}", heard.join("\n"));
    }

    /// All that is said from now on for a while.
    pub(crate) fn overhear(&self) -> Vec<String> {
        thread::sleep(PAUSE);
        self.said.try_iter().collect()
    }

    /// Waits until a picture holds this text.
    pub(crate) fn see(&self, picture: &str, text: &str) {
        let start = Instant::now();
        while !fs::read_to_string(self.shell.path(picture)).is_ok_and(|svg| svg.contains(text)) {
            assert!(start.elapsed() < PATIENCE, "{picture} does not show `{text}`");
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Watch<'_> {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn map(title: &str) -> String {
    format!("title {title}\nanchor Guest [0.95, 0.6]\ncomponent Cup [0.8, 0.6]\nGuest -> Cup\n")
}

/// One way to save a file.
type Save = fn(&Shell, &str, &str);

fn in_place(shell: &Shell, path: &str, text: &str) {
    shell.write(path, text);
}

pub(crate) fn through_a_rename(shell: &Shell, path: &str, text: &str) {
    shell.write(".new~", text);
    fs::rename(shell.path(".new~"), shell.path(path)).expect("a rename");
}

fn with_a_backup(shell: &Shell, path: &str, text: &str) {
    let backup = shell.path(&format!("{path}~"));
    fs::rename(shell.path(path), &backup).expect("a rename");
    shell.write(path, text);
    fs::remove_file(backup).expect("a file to remove");
}

fn emptied_first(shell: &Shell, path: &str, text: &str) {
    let mut file = fs::File::create(shell.path(path)).expect("a writable file");
    thread::sleep(Duration::from_millis(60));
    file.write_all(text.as_bytes()).expect("a writable file");
}

fn removed_first(shell: &Shell, path: &str, text: &str) {
    fs::remove_file(shell.path(path)).expect("a file to remove");
    thread::sleep(Duration::from_millis(60));
    shell.write(path, text);
}

/// Saves several times in one way, and sees every time.
fn follows(save: Save) {
    let shell = Shell::with(&[("tea.wm", &map("One"))]);
    let watch = Watch::start(&shell, "tea.wm");
    watch.see("tea.svg", ">One<");
    for title in ["Two", "Three", "Four"] {
        save(&shell, "tea.wm", &map(title));
        watch.see("tea.svg", &format!(">{title}<"));
    }
}

#[test]
fn a_file_written_in_place_is_followed() {
    follows(in_place);
}

#[test]
fn a_file_saved_through_a_rename_is_followed() {
    follows(through_a_rename);
}

#[test]
fn a_file_saved_with_a_backup_is_followed() {
    follows(with_a_backup);
}

#[test]
fn a_file_emptied_and_filled_is_followed_and_never_shown_empty() {
    let shell = Shell::with(&[("tea.wm", &map("One"))]);
    let watch = Watch::start(&shell, "tea.wm");
    watch.see("tea.svg", ">One<");
    let saved = AtomicBool::new(false);
    thread::scope(|scope| {
        let titles = scope.spawn(|| {
            let mut titles = BTreeSet::new();
            while !saved.load(Ordering::Relaxed) {
                let picture = fs::read_to_string(shell.path("tea.svg")).expect("a picture at any time");
                titles.insert(["One", "Two"].map(|title| picture.contains(&format!(">{title}<"))));
                thread::sleep(Duration::from_millis(1));
            }
            titles
        });
        emptied_first(&shell, "tea.wm", &map("Two"));
        watch.see("tea.svg", ">Two<");
        saved.store(true, Ordering::Relaxed);
        let titles = titles.join().expect("no panic");
        assert!(titles.is_subset(&[[true, false], [false, true]].into()), "another picture was shown: {titles:?}");
    });
}

#[test]
fn a_file_removed_and_written_again_is_followed() {
    follows(removed_first);
}

#[test]
fn a_file_away_for_two_seconds_comes_back() {
    let shell = Shell::with(&[("tea.wm", &map("One"))]);
    let watch = Watch::start(&shell, "tea.wm");
    watch.see("tea.svg", ">One<");
    fs::remove_file(shell.path("tea.wm")).expect("a file to remove");
    watch.hear("waiting for it");
    thread::sleep(Duration::from_secs(2));
    watch.see("tea.svg", ">One<");
    shell.write("tea.wm", map("Two"));
    watch.see("tea.svg", ">Two<");
}

#[test]
fn a_file_that_is_not_there_yet_is_waited_for() {
    let shell = Shell::new();
    let watch = Watch::start(&shell, "later/tea.wm");
    watch.hear("waiting for it");
    shell.write("later/tea.wm", map("Late"));
    watch.see("later/tea.svg", ">Late<");
}

#[test]
fn a_folder_renamed_away_and_replaced_is_followed() {
    let shell = Shell::with(&[("maps/tea.wm", &map("One")), ("new/tea.wm", &map("Two"))]);
    let watch = Watch::start(&shell, "maps/tea.wm -o tea.svg");
    watch.see("tea.svg", ">One<");
    fs::rename(shell.path("maps"), shell.path("old")).expect("a rename");
    fs::rename(shell.path("new"), shell.path("maps")).expect("a rename");
    watch.see("tea.svg", ">Two<");
    through_a_rename(&shell, "maps/tea.wm", &map("Three"));
    watch.see("tea.svg", ">Three<");
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_is_followed_to_where_it_leads_and_to_where_it_is_put() {
    use std::os::unix::fs::symlink;
    let shell = Shell::with(&[("store/one.wm", &map("One")), ("store/two.wm", &map("Two"))]);
    symlink("store/one.wm", shell.path("tea.wm")).expect("a link");
    let watch = Watch::start(&shell, "tea.wm");
    watch.see("tea.svg", ">One<");
    through_a_rename(&shell, "store/one.wm", &map("One more"));
    watch.see("tea.svg", ">One more<");
    symlink("store/two.wm", shell.path("next")).expect("a link");
    fs::rename(shell.path("next"), shell.path("tea.wm")).expect("a rename");
    watch.see("tea.svg", ">Two<");
}

#[test]
fn an_included_file_is_followed_also_one_that_comes_later() {
    let shell = Shell::with(&[("tea.wm", "title Tea\ninclude parts/cups.wm\ncomponent Pot [0.5, 0.5]\n")]);
    let watch = Watch::start(&shell, "tea.wm");
    watch.hear("cannot be read");
    shell.write("parts/cups.wm", "component Cup [0.7, 0.5]\n");
    watch.see("tea.svg", ">Cup<");
    through_a_rename(&shell, "parts/cups.wm", "component Mug [0.7, 0.5]\n");
    watch.see("tea.svg", ">Mug<");
}

#[test]
fn an_error_keeps_the_last_good_picture_until_it_is_mended() {
    let shell = Shell::with(&[("tea.wm", &map("Good"))]);
    let watch = Watch::start(&shell, "tea.wm");
    watch.see("tea.svg", ">Good<");
    shell.write("tea.wm", "title Bad\ninclude nowhere.wm\ncomponent Cup [0.8, 0.6]\n");
    watch.hear("its last good picture stays");
    watch.see("tea.svg", ">Good<");
    shell.write("tea.wm", map("Mended"));
    watch.see("tea.svg", ">Mended<");
}

#[test]
fn what_it_writes_itself_starts_nothing() {
    let shell = Shell::with(&[("maps/tea.wm", &map("One"))]);
    let watch = Watch::start(&shell, "maps");
    watch.see("maps/tea.svg", ">One<");
    watch.hear("tea.svg in");
    assert_eq!(watch.overhear(), [""; 0], "nothing happened, and yet something was done");
    // Reading is no change, and the same bytes again are none either.
    shell.read("maps/tea.wm");
    shell.write("maps/tea.wm", map("One"));
    assert_eq!(watch.overhear(), [""; 0], "nothing changed, and yet something was done");
}

#[test]
fn of_a_hundred_saves_in_a_second_the_last_one_wins() {
    let shell = Shell::with(&[("tea.wm", &map("First"))]);
    let watch = Watch::start(&shell, "tea.wm");
    watch.see("tea.svg", ">First<");
    watch.overhear();
    for count in 0..100 {
        through_a_rename(&shell, "tea.wm", &map(&format!("Save {count}")));
        thread::sleep(Duration::from_millis(9));
    }
    watch.see("tea.svg", ">Save 99<");
    let drawn = watch.overhear().iter().filter(|line| line.contains("tea.svg in")).count();
    assert!(drawn < 60, "drawn {drawn} times");
}

#[test]
fn new_maps_in_a_folder_are_picked_up_and_lost_ones_left() {
    let shell = Shell::with(&[("maps/tea.wm", &map("Tea")), ("maps/notes.txt", "")]);
    let watch = Watch::start(&shell, "maps -o pictures/");
    watch.see("pictures/tea.svg", ">Tea<");
    shell.write("maps/new.wm", map("New"));
    watch.see("pictures/new.svg", ">New<");
    shell.write("maps/deep/er/deep.owm", map("Deep"));
    watch.see("pictures/deep/er/deep.svg", ">Deep<");
    fs::remove_file(shell.path("maps/tea.wm")).expect("a file to remove");
    in_place(&shell, "maps/new.wm", &map("Newer"));
    watch.see("pictures/new.svg", ">Newer<");
}

#[test]
fn pictures_lead_to_the_pictures_of_other_maps_also_of_those_that_come_later() {
    let town = "title Town\nsubmap Shop [0.7, 0.5] url(shop)\nurl shop [shop.wm]\n";
    let shell = Shell::with(&[("maps/town.wm", town), ("maps/tea.wm", &map("Tea"))]);
    let watch = Watch::start(&shell, "maps -o pictures/");
    watch.see("pictures/town.svg", "href=\"shop.wm\"");
    shell.write("maps/shop.wm", map("Shop"));
    watch.see("pictures/town.svg", "href=\"shop.svg\"");
    let drawn = shell.read("pictures/town.svg");
    shell.fine("render maps -o pictures/ -q");
    assert_eq!(shell.read("pictures/town.svg"), drawn);
}

#[test]
fn two_hundred_maps_are_watched_at_once() {
    let shell = Shell::new();
    for count in 0..200 {
        shell.write(&format!("maps/map-{count}.wm"), map(&format!("Map {count}")));
    }
    let watch = Watch::start(&shell, "maps");
    watch.see("maps/map-199.svg", ">Map 199<");
    for count in [0, 77, 199] {
        through_a_rename(&shell, &format!("maps/map-{count}.wm"), &map(&format!("Changed {count}")));
        watch.see(&format!("maps/map-{count}.svg"), &format!(">Changed {count}<"));
    }
}

#[test]
fn looking_in_intervals_finds_changes_too() {
    let shell = Shell::with(&[("tea.wm", &map("One"))]);
    let watch = Watch::start(&shell, "tea.wm --poll=20");
    watch.see("tea.svg", ">One<");
    through_a_rename(&shell, "tea.wm", &map("Two"));
    watch.see("tea.svg", ">Two<");
}

#[cfg(unix)]
#[test]
fn a_command_runs_after_each_picture_and_ctrl_c_ends_it_all_in_peace() {
    let shell = Shell::with(&[("tea.wm", &map("One"))]);
    let mut watch = Watch::start(&shell, "tea.wm --exec date>>ran");
    watch.see("tea.svg", ">One<");
    shell.write("tea.wm", map("Two"));
    watch.see("tea.svg", ">Two<");
    let start = Instant::now();
    while fs::read_to_string(shell.path("ran")).is_ok_and(|ran| ran.lines().count() < 2) {
        assert!(start.elapsed() < PATIENCE, "the command did not run twice");
        thread::sleep(Duration::from_millis(5));
    }
    let signal = std::process::Command::new("kill").args(["-INT", &watch.child.id().to_string()]).status();
    assert!(signal.expect("kill").success());
    assert_eq!(watch.child.wait().expect("an end").code(), Some(0));
}

#[test]
fn what_cannot_be_watched_is_refused() {
    let shell = Shell::with(&[("tea.wm", &map("One"))]);
    shell.fails("watch -", 2, "standard input cannot be watched");
    shell.fails("watch tea.wm -o -", 2, "needs a file to be in");
    shell.fails("watch tea.wm --serve=nowhere", 3, "cannot serve at nowhere");
}
