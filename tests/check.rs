//! `wardley check` as scripts and people use it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use wardley::problem::codes;

use crate::shell::Shell;

/// Runs `wardley check` in a folder.
fn check(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wardley"));
    command.current_dir(folder).arg("check").args(args).stdin(Stdio::null());
    command.output().expect("the command runs")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("text")
}

/// A folder with a map that has one warning, one that can be mended, and one note.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let map =
        "anchor Guest [0.95, 0.6]\ncomponent Thé [0.6, 0.7]\nGuest -> thé\nGuest -> Milk\ncomponent Spoon [0.3, 0.8]\n";
    fs::write(folder.path().join("tea.wm"), map).expect("a writable folder");
    folder
}

#[test]
fn the_status_says_what_was_denied() {
    let folder = folder();
    let status = |args: &[&str]| check(folder.path(), &[&["tea.wm"], args].concat()).status.code();
    assert_eq!(status(&[]), Some(0));
    assert_eq!(status(&["--deny", "warnings"]), Some(1));
    assert_eq!(status(&["--deny", "unknown-component"]), Some(1));
    assert_eq!(status(&["--deny", "wardley::self-link"]), Some(0));
    assert_eq!(status(&["--deny", "warnings", "--allow", "unknown-component,name-differs"]), Some(0));
    assert_eq!(status(&["--deny", "notes", "--allow", "unknown-component,name-differs"]), Some(1));
    assert_eq!(status(&["--deny", "no-such-code"]), Some(2));
    assert_eq!(check(folder.path(), &["nowhere.wm"]).status.code(), Some(3));
}

#[test]
fn a_comment_in_the_map_switches_a_code_off() {
    let folder = folder();
    let path = folder.path().join("tea.wm");
    let map = fs::read_to_string(&path).expect("a map");
    let told = |map: &str| {
        fs::write(&path, map).expect("a writable folder");
        text(&check(folder.path(), &["tea.wm", "--output-format", "concise"]).stdout).to_owned()
    };
    assert!(told(&map).contains("unknown-component"));
    assert!(!told(&format!("// wardley: allow(unknown-component)\n{map}")).contains("unknown-component"));
    assert!(
        !told(&map.replace("Milk", "Milk // wardley: allow(unknown-component, isolated-component)"))
            .contains("unknown-component")
    );
    assert!(
        !told(&map.replace("Guest -> Milk", "# wardley: allow(unknown-component)\nGuest -> Milk"))
            .contains("unknown-component")
    );
    assert!(
        told(&map.replace("Guest -> thé", "Guest -> thé // wardley: allow(unknown-component)"))
            .contains("unknown-component")
    );
}

#[test]
fn mistakes_are_mended_in_the_file_and_nothing_else_is_changed() {
    let folder = folder();
    let path = folder.path().join("tea.wm");
    let before = fs::read_to_string(&path).expect("a map");
    let diff = check(folder.path(), &["tea.wm", "--fix", "--diff"]);
    assert_eq!(diff.status.code(), Some(1));
    assert!(text(&diff.stdout).contains("-Guest -> thé\n+Guest -> Thé\n"), "{}", text(&diff.stdout));
    assert_eq!(fs::read_to_string(&path).expect("a map"), before);
    assert_eq!(check(folder.path(), &["tea.wm", "--fix"]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(&path).expect("a map"), before.replace("-> thé", "-> Thé"));
    assert_eq!(check(folder.path(), &["tea.wm", "--fix", "--diff"]).status.code(), Some(0));
}

#[test]
fn programs_read_places_in_bytes_and_characters() {
    let folder = folder();
    let json: Value =
        serde_json::from_slice(&check(folder.path(), &[".", "--output-format", "json"]).stdout).expect("JSON");
    let problems = json["maps"][0]["problems"].as_array().expect("problems");
    let differs = problems.iter().find(|problem| problem["code"] == "name-differs").expect("the name that differs");
    assert_eq!(differs["severity"], "warning");
    assert_eq!(differs["labels"][0]["start"], serde_json::json!({ "byte": 60, "line": 3, "column": 10 }));
    assert_eq!(differs["labels"][0]["end"], serde_json::json!({ "byte": 64, "line": 3, "column": 13 }));
    assert_eq!(differs["fix"]["replacement"], "Thé");
}

#[test]
fn services_read_sarif_and_workflow_commands() {
    let folder = folder();
    fs::write(folder.path().join("empty.wm"), "").expect("a writable folder");
    let sarif = check(folder.path(), &[".", "--output-format", "sarif"]);
    let sarif: Value = serde_json::from_slice(&sarif.stdout).expect("JSON");
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    let rules: Vec<&Value> =
        run["tool"]["driver"]["rules"].as_array().expect("rules").iter().map(|rule| &rule["id"]).collect();
    let results = run["results"].as_array().expect("results");
    assert!(results.len() >= 4, "{results:?}");
    for result in results {
        assert!(rules.contains(&&result["ruleId"]), "{result}");
        assert!(result["locations"][0]["physicalLocation"]["region"]["startLine"].is_u64(), "{result}");
    }
    let github = check(folder.path(), &["tea.wm", "--output-format", "github"]);
    let line = text(&github.stdout).lines().find(|line| line.contains("name-differs")).expect("a command");
    assert!(
        line.starts_with(
            "::warning file=tea.wm,line=3,endLine=3,col=10,endColumn=13,title=wardley%3A%3Aname-differs::"
        ),
        "{line}"
    );
}

#[test]
fn one_missing_name_in_many_links_is_one_report() {
    let folder = folder();
    let links: Vec<String> = (0..30).map(|at| format!("component C{at} [0.5, 0.{at:02}]\nC{at} -> Milk")).collect();
    let map = format!("component Tea [0.6, 0.7]\n{}", links.join("\n"));
    fs::write(folder.path().join("tea.wm"), map).expect("a writable folder");
    let told = check(folder.path(), &["tea.wm", "--allow", "isolated-component,no-anchor"]);
    let told = text(&told.stdout);
    assert_eq!(told.matches("wardley::unknown-component").count(), 1, "{told}");
    assert!(told.contains("(30 times)") && told.contains("also in lines "), "{told}");
}

#[test]
fn what_stands_in_another_file_is_told_by_its_place_there() {
    let folder = folder();
    fs::write(folder.path().join("shared.wm"), "// shared\ncomponent Kettle [0.4, 0.3]\n").expect("a writable folder");
    fs::write(folder.path().join("tea.wm"), "include shared.wm\ncomponent Tea [0.6, 0.7]\nTea -> Ketle\n")
        .expect("a writable folder");
    let told = check(folder.path(), &["tea.wm", "--allow", "no-anchor,isolated-component"]);
    assert!(text(&told.stdout).contains("this one has a similar name: shared.wm:2:11"), "{}", text(&told.stdout));
}

#[test]
fn what_is_told_cannot_take_over_a_terminal() {
    let folder = folder();
    fs::write(
        folder.path().join("tea.wm"),
        "\u{1b}[31mred \u{9b}32m \u{202e}[0.5\r\nnote \u{7}\u{1b}]8;;x -> y\nA -> \u{1b}[2JMilk",
    )
    .expect("a writable folder");
    for format in ["full", "concise", "github"] {
        let told = check(folder.path(), &["tea.wm", "--output-format", format]).stdout;
        let told = text(&told);
        assert!(told.contains("Milk") && told.contains("note"), "all lines are reported: {told}");
        assert!(
            !told.contains(|character: char| character.is_control() && character != '\n' || character == '\u{202e}'),
            "{told:?}"
        );
    }
}

#[test]
fn people_who_listen_get_sentences() {
    let folder = folder();
    let mut command = Command::new(env!("CARGO_BIN_EXE_wardley"));
    let output =
        command.current_dir(folder.path()).env("NO_GRAPHICS", "1").args(["check", "tea.wm"]).output().expect("it runs");
    assert!(
        text(&output.stdout).contains("label at line 4, columns 10 to 13: not defined"),
        "{}",
        text(&output.stdout)
    );
    assert!(!text(&output.stdout).contains('╭'));
}

#[test]
fn codes_are_explained() {
    let folder = folder();
    let list = check(folder.path(), &["--explain", "list"]);
    let listed: Vec<&str> = text(&list.stdout).lines().filter_map(|line| line.split_whitespace().next()).collect();
    let known: Vec<&str> = codes().iter().map(|(code, _)| *code).collect();
    assert_eq!(listed, known);
    let severity = |line: &str| ["error", "warning", "note"].iter().any(|word| line.contains(word));
    assert!(text(&list.stdout).lines().all(severity), "{}", text(&list.stdout));
    let one = check(folder.path(), &["--explain", "wardley::duplicate-link"]);
    assert!(text(&one.stdout).starts_with("duplicate-link (warning)\n"));
    let none = check(folder.path(), &["--explain", "duplicate-lnk"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(text(&none.stderr).contains("did you mean duplicate-link?"));
}

#[test]
fn a_map_in_json_is_checked_as_it_is_drawn() {
    let shell = Shell::with(&[(
        "tea.wm",
        "component Cup of Tea [0.8, 0.6]\ncomponent Kettle [0.4, 0.5]\nCup of Tea -> Kettle\n",
    )]);
    shell.fine("convert tea.wm -o tea.json");
    let concise =
        |name: &str| String::from_utf8(shell.fine(&format!("check {name} --output-format concise"))).expect("text");
    let notes = concise("tea.json");
    assert!(notes.contains("note[no-anchor]"), "{notes}");
    assert_eq!(notes.lines().count(), concise("tea.wm").lines().count());
    shell.fails("check tea.json --fix", 2, "tea.json holds JSON");
    shell.fails("fmt tea.json", 2, "tea.json holds JSON");
}

#[test]
fn what_is_left_after_fixing_is_reported_and_counts() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a writable folder");
    write("left.wm", "include missing.wm\ncomponent Hub[0.4, 0.4]\n");
    let left = check(folder.path(), &["left.wm", "--fix", "--format", "concise"]);
    assert_eq!(left.status.code(), Some(1));
    let printed = String::from_utf8_lossy(&left.stdout).into_owned();
    assert!(printed.contains("error[include-missing]") && !printed.contains("missing-whitespace"), "{printed}");
    // What cannot be seen goes from a name, and its links still reach it.
    write("seen.wm", "anchor Guest [0.9, 0.5]\ncomponent Tea \u{7}Pot [0.5, 0.5]\nGuest -> Tea \u{7}Pot\n");
    assert_eq!(check(folder.path(), &["seen.wm", "--fix", "--deny", "warnings"]).status.code(), Some(0));
    let fixed = fs::read_to_string(folder.path().join("seen.wm")).expect("a readable map");
    assert_eq!(fixed, "anchor Guest [0.9, 0.5]\ncomponent Tea Pot [0.5, 0.5]\nGuest -> Tea Pot\n");
}
