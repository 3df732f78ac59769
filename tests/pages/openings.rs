//! What opens a block that is a map, and what its picture is called.

use std::path::Path;

use crate::shell::{Shell, is_svg};

/// The pictures that are drawn of a page.
fn pictures(page: &str) -> Vec<String> {
    let shell = Shell::with(&[("page.md", page)]);
    let ran = shell.run("md page.md");
    assert_eq!(ran.status, 0, "{page}: {}", ran.err);
    let files: Vec<String> = shell
        .files()
        .into_iter()
        .filter(|file| Path::new(file).extension().is_some_and(|ending| ending == "svg"))
        .collect();
    assert!(files.iter().all(|file| is_svg(&shell.bytes(file))));
    files
}

#[test]
fn blocks_are_opened_by_words_in_any_case_and_named_in_any_quotes() {
    for (info, name) in [
        ("wardley name=tea", "tea"),
        ("Wardley", "page-1"),
        ("WARDLEY name=\"Two Words\"", "two-words"),
        ("wardley name='one more time' title=x", "one-more-time"),
        ("OWM", "page-1"),
        ("{.wardley #pot}", "pot"),
        ("{ .wardley name=\"My Pot\" }", "my-pot"),
        ("{wardley}", "page-1"),
        ("wardley,name=cup", "cup"),
    ] {
        assert_eq!(
            pictures(&format!("# P\n\n```{info}\ncomponent A [0.5, 0.5]\n```\n")),
            [format!("{name}.svg")],
            "{info}"
        );
    }
    let directive = "```{wardley}\n:name: My Map\n:width: 80%\ncomponent A [0.5, 0.5]\nA -> Nowhere\n```\n";
    assert_eq!(pictures(directive), ["my-map.svg"]);
    let shell = Shell::with(&[("page.md", directive)]);
    let err = shell.run("md page.md").err;
    assert!(err.contains("page.md:5:"), "{err}");
    assert_eq!(pictures("```Mermaid\nflowchart LR\n```\n"), [""; 0]);
    assert_eq!(pictures("```Mermaid\nwardley-beta\ncomponent A [0.5, 0.5]\n```\n"), ["page-1.svg"]);
}

#[test]
fn front_matter_in_a_list_is_read() {
    let page = "- item\n\n  ```mermaid\n  ---\n  title: Front\n  ---\n  wardley-beta\n  component A [0.5, 0.5]\n  A -> B\n  ```\n";
    let shell = Shell::with(&[("page.md", page)]);
    let err = shell.run("md page.md").err;
    assert!(err.contains("page.md:9:8"), "{err}");
    assert_eq!(err.matches("page.md:").count(), 1, "{err}");
}

#[test]
fn a_map_that_cannot_be_read_keeps_its_picture() {
    let page = "# P\n\n```wardley name=tea\ncomponent A [0.5, 0.5]\n```\n";
    let shell = Shell::with(&[("page.md", page)]);
    shell.run("md page.md --mode replace");
    let (before, text) = (shell.read("tea.svg"), shell.read("page.md"));
    shell.write("tea.wm", b"\0\0");
    assert_eq!(shell.run("md page.md --mode replace").status, 1);
    assert_eq!((shell.read("tea.svg"), shell.read("page.md")), (before.clone(), text.clone()));
    std::fs::remove_file(shell.path("tea.wm")).expect("a map");
    assert_eq!(shell.run("md page.md --mode replace").status, 3);
    assert_eq!((shell.read("tea.svg"), shell.read("page.md")), (before, text));
}

#[test]
fn the_maps_of_a_page_are_checked_where_they_stand() {
    let map = "component A [0.5, 0.5]\nA -> Nowhere\n";
    let shell = Shell::with(&[(
        "page.md",
        &format!("# P\n\n```wardley\n{map}```\n\n> ```owm\n> component B [0.5, 7]\n> ```\n"),
    )]);
    let out = |line: &str| String::from_utf8(shell.run(line).out).expect("text");
    let lines = out("check page.md --format concise");
    assert!(lines.contains("page.md:5:6: warning[unknown-component]") && lines.contains("page.md:9:21:"), "{lines}");
    let json: serde_json::Value = serde_json::from_str(&out("check page.md --format json")).expect("JSON");
    assert_eq!(json["maps"].as_array().map(Vec::len), Some(2));
    shell.fails("render page.md", 2, "`wardley md` draws the maps in it");
    shell.fails("fmt page.md", 2, "`wardley md` draws the maps in it");
}
