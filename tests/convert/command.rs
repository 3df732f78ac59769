//! `wardley convert`, as its users see it.

use crate::shell::{Shell, TEA};

const MOVING: &str = "component Cup [0.8, 0.6]\nevolve Cup -> Mug 0.8\n";

#[test]
fn a_map_is_converted_to_standard_output_or_a_file() {
    let shell = Shell::with(&[("tea.wm", TEA)]);
    let mermaid = shell.fine("convert tea.wm -t mermaid");
    assert!(mermaid.starts_with(b"wardley-beta\ntitle Tea\n"));
    shell.fine("convert tea.wm -o out/tea.mmd");
    assert_eq!(shell.bytes("out/tea.mmd"), mermaid);
    assert_eq!(shell.feed("convert - -t mermaid", TEA.as_bytes()).out, mermaid);
    shell.fails("convert tea.wm -o tea.txt", 2, "say what to make of the map with --format");
}

#[test]
fn losses_are_told_and_may_be_forbidden() {
    let shell = Shell::with(&[("tea.wm", MOVING)]);
    let ran = shell.run("convert tea.wm -t mermaid");
    assert_eq!((ran.status, ran.err.as_str()), (0, "tea.wm:2:1: lost: Cup: its new name Mug is left out\n"));
    assert_eq!(shell.run("convert tea.wm -t mermaid -q").err, "");
    shell.fails("convert tea.wm -o tea.mmd --strict", 1, "tea.wm:2:1: lost: Cup: its new name Mug is left out");
    assert_eq!(shell.files(), ["tea.wm"]);
}

#[test]
fn json_is_written_read_and_drawn() {
    let shell = Shell::with(&[("tea.wm", TEA)]);
    shell.fine("convert tea.wm -o tea.json --with layout");
    assert!(shell.read("tea.json").contains("\"layout\": {"));
    assert_eq!(shell.fine("convert tea.json -t mermaid"), shell.fine("convert tea.wm -t mermaid"));
    assert_eq!(shell.fine("render tea.json -o -"), shell.fine("render tea.wm -o -"));
    shell.write("bad.json", "{\"version\": 1, \"links\": 3}");
    shell.fails("render bad.json", 3, "cannot read bad.json: invalid type: integer `3`, expected a sequence at line 1");
    assert!(shell.fine("schema").starts_with(b"{\n  \"$schema\""));
}

#[test]
fn what_is_in_the_map_language_keeps_its_comments() {
    let shell = Shell::with(&[
        ("tea.wm", "component  Cup [custom] // to drink from\n"),
        ("tea.mmd", "wardley-beta\ntitle Tea\n"),
    ]);
    let ran = shell.run("convert tea.wm -t wm");
    assert_eq!((ran.out.as_slice(), ran.err.as_str()), (b"component Cup [custom] // to drink from\n".as_slice(), ""));
    assert!(shell.fine("convert tea.mmd -t wm").starts_with(b"title Tea\nevolution Genesis@0.25 -> "));
    let ran = shell.run("convert tea.wm -t owm");
    assert!(ran.err.contains("tea.wm:1:25: lost: 1 comment is left out\n"), "{}", ran.err);
}
