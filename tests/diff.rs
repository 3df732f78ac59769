//! `wardley diff`, as its users see it.

use std::process::Command;

use crate::shell::{Shell, TEA, is_svg};

/// [`TEA`] with a component more.
fn more_tea() -> String {
    format!("{TEA}component Sugar [0.4, 0.9]\n")
}

#[test]
fn the_exit_status_is_that_of_diff() {
    let shell = Shell::with(&[("old.wm", TEA), ("new.wm", &more_tea())]);
    let ran = shell.run("diff old.wm old.wm");
    assert_eq!((ran.status, ran.out.as_slice()), (0, &b"no difference\n"[..]));
    let ran = shell.run("diff old.wm new.wm");
    assert_eq!(ran.status, 1);
    assert_eq!(String::from_utf8_lossy(&ran.out), "1 added\n\nadded\n  Sugar, component at [0.40, 0.90]\n");
    assert_eq!(shell.run("diff old.wm new.wm --exit-zero").status, 0);
    shell.fails("diff old.wm none.wm", 3, "cannot read none.wm");
    shell.fails("diff - -", 2, "only one of both");
}

#[test]
fn changes_are_written_for_programs_and_for_pages() {
    let shell = Shell::with(&[("old.wm", TEA), ("new.wm", &more_tea())]);
    let json = shell.run("diff old.wm new.wm --output-format json").out;
    let json: serde_json::Value = serde_json::from_slice(&json).expect("valid JSON");
    assert_eq!(json["changes"][0]["name"], "Sugar");
    assert_eq!(json["changes"][0]["kinds"][0], "added");
    assert_eq!(json["changes"][0]["to"]["evolution"], 0.9);
    let markdown = String::from_utf8(shell.run("diff old.wm new.wm --output-format markdown").out).expect("text");
    assert_eq!(markdown, "1 added.\n\n**Added**\n\n- **Sugar**, component at \\[0.40, 0.90\\]\n");
}

#[test]
fn a_picture_shows_both_versions() {
    let shell = Shell::with(&[("old.wm", TEA), ("new.wm", &more_tea())]);
    let ran = shell.run("diff old.wm new.wm -o d.svg");
    assert_eq!((ran.status, ran.out.as_slice(), ran.err.as_str()), (1, &b""[..], ""));
    let picture = shell.bytes("d.svg");
    assert!(is_svg(&picture) && String::from_utf8_lossy(&picture).contains("+ Sugar"));
    assert_eq!(shell.run("diff old.wm new.wm -o -").out, picture);
    assert!(shell.run("diff old.wm new.wm -o d.png --exit-zero").err.is_empty());
    shell.fails("diff old.wm new.wm -o .", 2, "is a folder");
}

/// A repository that holds [`TEA`], in which it has changed since.
fn repository() -> Shell {
    let shell = Shell::with(&[("tea.wm", TEA), (".gitattributes", "*.wm diff=wardley\n")]);
    git(&shell, &["init", "-q"]);
    git(&shell, &["add", "."]);
    git(&shell, &["commit", "-q", "-m", "Tea"]);
    shell.write("tea.wm", more_tea());
    shell
}

/// What git says.
fn git(shell: &Shell, arguments: &[&str]) -> String {
    let identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"];
    let ran =
        Command::new("git").current_dir(shell.path("")).args(identity).args(arguments).output().expect("git runs");
    assert!(ran.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).expect("text")
}

#[test]
fn git_is_asked_for_older_versions() {
    let shell = repository();
    let ran = shell.run("diff HEAD:tea.wm tea.wm");
    assert_eq!((ran.status, ran.err.as_str()), (1, ""));
    assert!(String::from_utf8_lossy(&ran.out).starts_with("1 added\n"));
    shell.fails("diff HEAD:cup.wm tea.wm", 3, "cannot read HEAD:cup.wm");
}

/// The command for git that the guide names, with the path of the one tested.
fn recipe(start: &str) -> String {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/guide/src/versions.md");
    let page = std::fs::read_to_string(page).expect("a page");
    let line = page.lines().find_map(|line| line.strip_prefix(start)).expect("the recipe");
    line.trim_matches('\'').replace("wardley diff", concat!(env!("CARGO_BIN_EXE_wardley"), " diff"))
}

#[test]
fn git_speaks_of_maps() {
    let shell = repository();
    git(&shell, &["config", "diff.wardley.command", &recipe("git config diff.wardley.command '")]);
    assert_eq!(git(&shell, &["diff"]), "tea.wm\n1 added\n\nadded\n  Sugar, component at [0.40, 0.90]\n");
}

#[test]
fn git_draws_maps() {
    let shell = repository();
    git(&shell, &["config", "difftool.wardley.cmd", &recipe("git config difftool.wardley.cmd '")]);
    git(&shell, &["difftool", "--tool=wardley", "--no-prompt", "HEAD", "--", "*.wm"]);
    assert!(is_svg(&shell.bytes("tea.wm.difference.svg")));
}
