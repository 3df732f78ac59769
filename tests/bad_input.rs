//! What is no map, cannot be read or cannot be written: one clear message, the right status, and nothing half done.

use std::fs;

use crate::shell::{Shell, TEA, is_svg};

#[test]
fn an_empty_map_is_drawn_with_a_warning() {
    let shell = Shell::with(&[("tea.wm", "")]);
    let ran = shell.run("render tea.wm");
    assert_eq!(ran.status, 0);
    assert!(ran.err.contains("nothing on this map"), "{}", ran.err);
    assert!(is_svg(&shell.bytes("tea.svg")));
    assert_eq!(shell.run("render tea.wm --strict").status, 1);
}

#[test]
fn what_is_no_text_is_not_drawn() {
    let shell = Shell::new();
    shell.write("tea.wm", b"\x7fELF\x02\x01\0\0\0component Cup [0.8, 0.6]");
    shell.fails("render tea.wm", 1, "this is not a text");
    shell.fails("render tea.wm -o out/a/b.svg", 1, "this is not a text");
    assert_eq!(shell.files(), ["tea.wm"]);
}

#[test]
fn text_in_other_encodings_is_drawn() {
    let shell = Shell::new();
    shell.write("latin.wm", b"component Caf\xe9 [0.8, 0.6]\n");
    let ran = shell.run("render latin.wm");
    assert_eq!(ran.status, 0);
    assert!(ran.err.contains("UTF-8") && ran.err.contains("latin.wm"), "{}", ran.err);
    assert!(shell.read("latin.svg").contains("Caf\u{fffd}"));
    assert_eq!(shell.run("render latin.wm --strict").status, 1);
    let wide: Vec<u8> = "\u{feff}component Café [0.8, 0.6]\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    shell.write("wide.wm", wide);
    shell.fine("render wide.wm");
    assert!(shell.read("wide.svg").contains("Café"));
}

#[test]
fn a_flood_is_refused_in_few_words() {
    let shell = Shell::new();
    shell.write("long.wm", vec![b'a'; 100_000_000]);
    let ran = shell.run("render long.wm");
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("longer than") && ran.err.len() < 1000, "{}", ran.err);
    let ran = shell.feed("render -", &vec![b'a'; 20_000_000]);
    assert_eq!((ran.status, ran.out.len()), (1, 0));
    shell.write("long.wm", vec![b'a'; 3_000_000]);
    let ran = shell.run("render long.wm");
    assert!(ran.err.contains("line") && ran.err.len() < 1000, "{}", ran.err);
}

#[test]
fn what_cannot_be_read_is_told_and_holds_up_nothing() {
    let shell = Shell::with(&[("tea.wm", TEA), ("empty/read.md", "")]);
    shell.fails("render none.wm", 3, "cannot read none.wm: no such file");
    shell.fails("render empty", 3, "no maps in empty");
    let ran = shell.run("render none.wm tea.wm empty");
    assert_eq!(ran.status, 3);
    assert!(ran.err.contains("none.wm") && ran.err.contains("no maps in empty"), "{}", ran.err);
    assert!(is_svg(&shell.bytes("tea.svg")));
}

#[test]
fn a_map_without_the_right_to_read_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let shell = Shell::with(&[("tea.wm", TEA)]);
    fs::set_permissions(shell.path("tea.wm"), PermissionsExt::from_mode(0o000)).expect("rights");
    shell.for_nobody().fails("render tea.wm", 3, "cannot read tea.wm: permission denied");
}

#[test]
fn what_cannot_be_written_leaves_nothing_behind() {
    let shell = Shell::with(&[("tea.wm", TEA), ("file", "mine")]);
    shell.fails("render tea.wm -o file/tea.svg", 3, "cannot write file/tea.svg");
    fs::create_dir(shell.path("tea.svg")).expect("a folder");
    shell.fails("render tea.wm", 3, "cannot write tea.svg: is a directory");
    assert_eq!(shell.files(), ["file", "tea.wm"]);
    assert_eq!(shell.read("file"), "mine");
}

#[test]
fn a_folder_without_the_right_to_write_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let shell = Shell::with(&[("tea.wm", TEA), ("out/keep", "")]);
    fs::set_permissions(shell.path("out"), PermissionsExt::from_mode(0o500)).expect("rights");
    let shell = shell.for_nobody();
    shell.fails("render tea.wm -o out/", 3, "cannot write out/tea.svg: permission denied");
    assert_eq!(shell.files(), ["out/keep", "tea.wm"]);
}

#[test]
fn a_font_that_is_none_is_told() {
    // A font is read where a map needs it.
    let shell = Shell::with(&[("tea.wm", "component 茶 [0.5, 0.4]\n"), ("font.ttf", "no font")]);
    shell.fails("render tea.wm --font none.ttf", 3, "cannot read none.ttf");
    shell.fails("render tea.wm --font font.ttf", 3, "cannot draw with font.ttf: not a font");
    assert_eq!(shell.files(), ["font.ttf", "tea.wm"]);
}
