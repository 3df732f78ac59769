//! The README does what it says: its commands run, its maps are drawn without a warning. (Its Rust is tested by rustdoc.)

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::shell::Shell;

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("a README")
}

/// What stands in the fenced blocks of this language.
fn blocks<'a>(readme: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    let blocks = readme.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap_or_default());
    let blocks: Vec<_> = blocks.collect();
    assert!(!blocks.is_empty(), "no {language} in the README");
    blocks
}

#[test]
fn the_first_two_commands_are_all_that_is_needed() {
    let readme = readme();
    let first = blocks(&readme, "sh")[0];
    assert_eq!(first, "cargo run --release -- render examples/tea-shop.wm\ncargo test\n");
}

#[test]
fn commands_run() {
    let readme = readme();
    let shell = Shell::new();
    let tea = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/tea-shop.wm")).expect("an example");
    for path in ["tea-shop.wm", "maps/tea-shop.wm", "maps/more/tea.wm"] {
        shell.write(path, &tea);
    }
    shell.write("guide.md", [b"# Tea\n\n```wardley name=tea\n".as_slice(), &tea, b"```\n"].concat());
    let own = Path::new(env!("CARGO_BIN_EXE_wardley")).parent().expect("a folder");
    let path =
        env::join_paths([own.to_owned()].into_iter().chain(env::split_paths(&env::var_os("PATH").unwrap_or_default())));
    for block in blocks(&readme, "sh") {
        if block.starts_with("cargo ") {
            continue;
        }
        let script = format!("set -eu\n{block}");
        let mut bash = Command::new("bash");
        bash.arg("-c").arg(&script).current_dir(shell.path("")).env("PATH", path.as_ref().expect("a path"));
        let output = bash.output().expect("bash");
        let err = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && !err.contains("warning"), "{block}{err}");
    }
    for file in ["tea.png", "big.png", "pictures/more/tea.svg", "tea.svg", "site/tea-shop.svg", "tea-shop.html"] {
        assert!(shell.path(file).metadata().is_ok_and(|about| about.len() > 1000), "{file}");
    }
}

#[test]
fn maps_are_drawn_without_a_warning() {
    for block in blocks(&readme(), "wardley") {
        let shell = Shell::with(&[("map.wm", block)]);
        shell.fine("render map.wm --strict");
    }
}

#[test]
fn what_it_links_to_exists() {
    let readme = readme();
    let targets = readme.split("](").skip(1).map(|rest| rest.split(')').next().unwrap_or_default());
    for target in targets.filter(|target| !target.starts_with("http")) {
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(target).exists(), "{target}");
    }
}
