//! Every problem as a user reads it: `tests/ui/CODE.wm` with what `wardley check` says of it next door.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use wardley::problem::{codes, explain};

use crate::golden;

/// Questions that nearly every small example raises; they are asked only in the examples that are about them.
const ASIDE: [&str; 2] = ["no-anchor", "isolated-component"];

/// Codes of texts that are too large to keep.
const LARGE: [&str; 3] = ["line-too-long", "text-too-long", "too-many-includes"];

/// A text that has such a problem.
fn large(code: &str) -> String {
    match code {
        "line-too-long" => format!("component Kettle [0.43, 0.35]\ncomponent {}", "x".repeat(70_000)),
        "text-too-long" => "component Kettle [0.43, 0.35]\n".repeat(600_000),
        _ => (0..300).map(|at| format!("include {at}.wm")).collect::<Vec<_>>().join("\n"),
    }
}

#[test]
fn texts_without_measure_are_told_as_next_door() {
    for code in LARGE {
        let folder = tempfile::tempdir().expect("a folder");
        let write =
            |name: String, text: String| std::fs::write(folder.path().join(name), text).expect("a writable folder");
        write(format!("{code}.wm"), large(code));
        (0..300).for_each(|at| write(format!("{at}.wm"), format!("component {at} [0.5, 0.5]")));
        let aside = format!("{},same-place", ASIDE.join(","));
        let told = wardley(folder.path(), &["check", "--allow", &aside, &format!("{code}.wm")]);
        assert!(told.contains(&format!("wardley::{code}\n")), "not told of {code}: {told}");
        let golden = package().join("tests/ui/large").join(code).with_extension("stdout");
        golden::check(&golden, &told);
    }
}

#[test]
fn every_code_is_told_as_next_door() {
    golden::cases("tests/ui", "wm", |path| {
        let code = code_of(path);
        let told = check(path, code);
        assert!(told.contains(&format!("wardley::{code}\n")), "not told of {code}: {told}");
        [("stdout", told)]
    });
}

#[test]
fn every_code_has_a_test_and_an_explanation() {
    let tested: BTreeSet<String> =
        golden::inputs("tests/ui", "wm").iter().map(|path| code_of(path).to_owned()).collect();
    for (code, _) in codes() {
        assert!(tested.contains(*code) || LARGE.contains(code), "no tests/ui/{code}.wm");
        let explained = explain(code).unwrap_or_else(|| panic!("the catalogue says nothing of {code}"));
        assert!(!explained.is_empty(), "the catalogue says nothing of {code}");
    }
    for code in &tested {
        assert!(codes().iter().any(|(known, _)| known == code), "tests/ui/{code}.wm is about no code");
    }
}

#[test]
fn a_map_with_many_mistakes_is_told_of_all_of_them_in_the_order_of_the_text() {
    let path = package().join("tests/ui/many/twenty-mistakes.wm");
    let lines = wardley(package(), &["check", "--output-format", "concise", "tests/ui/many/twenty-mistakes.wm"]);
    golden::check(&path.with_extension("stdout"), &lines);
    let places: Vec<(usize, usize)> = lines.lines().map(place).collect();
    assert!(places.is_sorted(), "{lines}");
    let warned = lines.lines().filter(|line| line.contains(": warning[")).count();
    assert!(warned >= 20, "{warned} of 20 mistakes are told:\n{lines}");
}

#[test]
fn lines_that_say_nothing_known_are_told_what_they_are_near_to() {
    let path = package().join("tests/ui/many/unknown-lines.wm");
    let told = wardley(package(), &["check", "tests/ui/many/unknown-lines.wm"]);
    golden::check(&path.with_extension("stdout"), &told);
}

#[test]
fn carets_stand_below_what_they_mean_behind_any_letters() {
    let path = package().join("tests/ui/many/columns.wm");
    let told = wardley(
        package(),
        &["check", "--allow", "no-anchor,isolated-component,no-evolution", "tests/ui/many/columns.wm"],
    );
    golden::check(&path.with_extension("stdout"), &told);
}

/// Line and column at the start of `FILE:LINE:COLUMN: …`.
fn place(line: &str) -> (usize, usize) {
    let mut parts = line.split(':').skip(1).map(|part| part.parse().expect("a number"));
    (parts.next().expect("a line"), parts.next().expect("a column"))
}

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What `wardley` says on standard output when it is run in a folder.
fn wardley(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wardley"));
    let output = command.current_dir(folder).args(args).output().expect("the command runs");
    String::from_utf8(output.stdout).expect("text")
}

/// What a file is about: its name up to the first dot. `CODE.stdin.wm` goes in as standard input.
fn code_of(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).and_then(|name| name.split('.').next()).expect("a code")
}

fn check(path: &Path, code: &str) -> String {
    let aside: Vec<&str> = ASIDE.into_iter().filter(|aside| *aside != code).collect();
    let mut command = Command::new(env!("CARGO_BIN_EXE_wardley"));
    command.current_dir(package()).args(["check", "--layout", "--allow", &aside.join(",")]);
    if path.to_string_lossy().ends_with(".stdin.wm") {
        command.arg("-").stdin(std::fs::File::open(path).expect("a readable test"));
    } else {
        command.arg(PathBuf::from("tests/ui").join(path.file_name().expect("a name"))).stdin(Stdio::null());
    }
    let output = command.output().expect("the command runs");
    String::from_utf8(output.stdout).expect("text")
}
