//! `wardley fmt`, as its users see it.

use crate::shell::Shell;

const LOOSE: &str = "title  Tea\n\n\ncomponent Cup [.8,0.6]\n";
const TIDY: &str = "title Tea\n\ncomponent Cup [0.80, 0.60]\n";

#[test]
fn files_and_folders_are_tidied_in_place() {
    let shell = Shell::with(&[("tea.wm", LOOSE), ("maps/a/cup.owm", LOOSE), ("maps/read.md", LOOSE)]);
    assert!(shell.fine("fmt tea.wm maps").is_empty());
    assert_eq!([shell.read("tea.wm"), shell.read("maps/a/cup.owm")], [TIDY, TIDY]);
    assert_eq!(shell.read("maps/read.md"), LOOSE);
    assert_eq!(shell.files(), ["maps/a/cup.owm", "maps/read.md", "tea.wm"]);
}

#[test]
fn standard_input_goes_to_standard_output() {
    let ran = Shell::new().feed("fmt -", LOOSE.as_bytes());
    assert_eq!((ran.status, ran.out.as_slice(), ran.err.as_str()), (0, TIDY.as_bytes(), ""));
}

#[test]
fn check_lists_what_is_to_be_done_and_does_nothing() {
    let shell = Shell::with(&[("loose.wm", LOOSE), ("tidy.wm", TIDY)]);
    let ran = shell.run("fmt --check loose.wm tidy.wm");
    assert_eq!((ran.status, ran.out.as_slice(), ran.err.as_str()), (1, "loose.wm\n".as_bytes(), ""));
    assert_eq!(shell.read("loose.wm"), LOOSE);
    assert!(shell.fine("fmt --check tidy.wm").is_empty());
    let named = shell.feed("fmt --check - --stdin-filepath maps/tea.wm", LOOSE.as_bytes());
    assert_eq!((named.status, named.out.as_slice()), (1, "maps/tea.wm\n".as_bytes()));
}

#[test]
fn diff_shows_what_would_change() {
    let shell = Shell::with(&[("tea.wm", "title Tea\ncomponent Cup [.8,0.6]\n")]);
    let ran = shell.run("fmt --diff tea.wm");
    let diff =
        "--- tea.wm\n+++ tea.wm\n@@ -1,2 +1,2 @@\n title Tea\n-component Cup [.8,0.6]\n+component Cup [0.80, 0.60]\n";
    assert_eq!((ran.status, String::from_utf8(ran.out).expect("text")), (1, diff.to_owned()));
    assert_eq!(shell.read("tea.wm"), "title Tea\ncomponent Cup [.8,0.6]\n");
}

#[test]
fn what_is_no_text_is_not_written_over() {
    let shell = Shell::new();
    shell.write("tea.wm", b"title  T\xff\n");
    shell.fails("fmt tea.wm", 3, "cannot format tea.wm");
    assert_eq!(shell.bytes("tea.wm"), b"title  T\xff\n");
}

#[test]
fn pinned_places_are_where_they_were_drawn() {
    let shell = Shell::with(&[("tea.wm", "anchor Guest [0.95, 0.60]\ncomponent Cup [custom]\nGuest -> Cup\n")]);
    let before = shell.fine("convert tea.wm -t mermaid -q");
    shell.fine("fmt --pin tea.wm");
    let after = shell.fine("convert tea.wm -t mermaid --strict");
    assert!(String::from_utf8_lossy(&before).starts_with(&*String::from_utf8_lossy(&after)));
    assert!(shell.fine("fmt --pin --check tea.wm").is_empty());
}
