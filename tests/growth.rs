//! Three times the text costs about three times the work, for every command and every kind of statement. What is counted is
//! instructions, less those for a map of nothing, so that nothing hangs on the machine or on what else it does.

use std::collections::BTreeMap;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::shell::Shell;

/// Linear is 3; sorting and maps add their logarithm.
const MOST: f64 = 3.4;

/// A line of each kind; `#` is its number, and `@` a place.
const KINDS: [(&str, &str); 12] = [
    ("nothing", ""),
    ("words", "this is not a statement #"),
    ("comments", "// remark #"),
    ("components", "component Part # @"),
    ("components without places", "component Part #"),
    ("links", "component Part # @\nPart # -> Part 0"),
    ("movements", "component Part # @\nevolve Part # -> Next # 0.9"),
    ("pipelines", "component Part # @\npipeline Part # {\ncomponent Child # [0.5]\n}"),
    ("open braces", "pipeline Part # {"),
    ("notes", "note Remark # @"),
    ("annotations", "annotation # @ Remark #"),
    ("areas", "pioneers [0.9, 0.1, 0.8, 0.2]\naccelerator Push # @"),
];

/// Every command that reads maps; `map.wm` is the map.
const COMMANDS: [&str; 8] = [
    "check map.wm",
    "fmt --check map.wm",
    "render map.wm -o -",
    "convert map.wm -t json",
    "convert map.wm -t wm",
    "convert map.wm -t mermaid",
    "convert map.wm -t owm",
    "md page.md --check",
];

fn text(kind: &str, lines: usize) -> String {
    let line = |at: usize| {
        let place = format!("[0.{:04}, 0.{:04}]", at * 7919 % 10_000, at * 104_729 % 10_000);
        kind.replace('#', &at.to_string()).replace('@', &place) + "\n"
    };
    (0..lines).map(line).collect()
}

/// How many instructions a command takes for a text.
fn instructions(command: &str, text: &str) -> f64 {
    let shell = Shell::with(&[("map.wm", text), ("page.md", &format!("# Map\n\n```wardley\n{text}```\n"))]);
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=out"]).arg(env!("CARGO_BIN_EXE_wardley"));
    let output = valgrind.args(command.split_whitespace()).current_dir(shell.path("")).output().expect("valgrind");
    let said = String::from_utf8_lossy(&output.stderr);
    let collected = said.lines().find_map(|line| line.split("Collected : ").nth(1)).unwrap_or_else(|| panic!("{said}"));
    collected.trim().parse().expect("a number")
}

/// Which of these grow too fast, in words.
fn too_fast(commands: &[&str], kinds: &[(&str, String)], lines: usize) -> Vec<String> {
    let nothing: BTreeMap<_, _> = commands.iter().map(|command| (*command, instructions(command, ""))).collect();
    let pairs: Vec<_> = commands.iter().flat_map(|command| kinds.iter().map(move |kind| (*command, kind))).collect();
    let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some((command, (name, kind))) = pairs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let count = |lines| instructions(command, &text(kind, lines));
                    let nothing = nothing[*command];
                    let growth = (count(3 * lines) - nothing) / (count(lines) - nothing);
                    println!("{command}, {name}: {growth:.2}");
                    if growth > MOST {
                        found.lock().expect("no panic").push(format!("{command}, {name}: {growth:.2}"));
                    }
                }
            });
        }
    });
    found.into_inner().expect("no panic")
}

#[test]
#[ignore = "needs valgrind"]
fn work_grows_with_the_text() {
    let kinds = KINDS.map(|(name, kind)| (name, kind.to_owned()));
    let mut found = too_fast(&COMMANDS[..2], &kinds, 150);
    let all = [("everything", KINDS.map(|(_, kind)| kind).join("\n"))];
    found.extend(too_fast(&COMMANDS[2..], &all, 20));
    assert!(found.is_empty(), "{}", found.join("\n"));
}
