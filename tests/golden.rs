//! Expected output next door. `BLESS=1 cargo test NAME` rewrites it; `CASE=WORD cargo test NAME` runs the cases whose
//! file name holds the word.

use std::collections::BTreeSet;
use std::env::var_os;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use similar::TextDiff;

/// Runs every `*.ENDING` in `folder` and compares each output it has, by its ending, with the file next door. All that
/// differ are shown before the test fails; a file next door that no case writes is a failure too.
pub(crate) fn cases<const N: usize>(folder: &str, ending: &str, run: impl Fn(&Path) -> [(&'static str, String); N]) {
    let word = std::env::var("CASE").unwrap_or_default();
    let mut inputs = inputs(folder, ending);
    let all: Vec<_> = inputs.iter().map(|path| path.with_extension("")).collect();
    inputs.retain(|path| name(path).contains(&word));
    assert!(!inputs.is_empty(), "no case in {folder} is named like {word}");
    let (failed, endings) = failing(&inputs, run);
    let count = failed.len();
    assert_eq!(count, 0, "{count} of {}: {}\nCASE=… runs one, BLESS=1 rewrites", inputs.len(), failed.join(", "));
    for ending in endings {
        let left = self::inputs(folder, ending).into_iter().find(|path| !all.contains(&path.with_extension("")));
        assert_eq!(left, None, "belongs to no case");
    }
}

/// The names of the cases that fail, and the endings of what they write.
fn failing<const N: usize>(
    inputs: &[PathBuf],
    run: impl Fn(&Path) -> [(&'static str, String); N],
) -> (Vec<&str>, BTreeSet<&'static str>) {
    let (mut failed, mut endings) = (Vec::new(), BTreeSet::new());
    for input in inputs {
        let outputs = catch_unwind(AssertUnwindSafe(|| run(input)));
        let mut fails = outputs.is_err();
        for (ending, actual) in outputs.iter().flatten() {
            endings.insert(*ending);
            if let Some(difference) = difference(&input.with_extension(ending), actual) {
                println!("{difference}");
                fails = true;
            }
        }
        if fails {
            failed.push(name(input));
        }
    }
    (failed, endings)
}

/// All files in `folder` (below the package) with this ending, in order.
pub(crate) fn inputs(folder: &str, ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == ending));
    paths.sort();
    assert!(!paths.is_empty(), "no *.{ending} in {}", folder.display());
    paths
}

/// Compares `actual` with the file at `path`; with `BLESS=1` writes it there instead.
pub(crate) fn check(path: &Path, actual: &str) {
    if let Some(difference) = difference(path, actual) {
        panic!("{difference}\nBLESS=1 rewrites it");
    }
}

/// What differs between the file at `path` and `actual`; with `BLESS=1` writes it there instead.
fn difference(path: &Path, actual: &str) -> Option<String> {
    if var_os("BLESS").is_some() {
        fs::write(path, actual).expect("a writable test folder");
        return None;
    }
    compare(path, actual)
}

fn compare(path: &Path, actual: &str) -> Option<String> {
    let expected = fs::read_to_string(path).unwrap_or_default();
    let file = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(path).display().to_string();
    let diff = || TextDiff::from_lines(expected.as_str(), actual).unified_diff().header(&file, "actual").to_string();
    (expected != actual).then(diff)
}

fn name(path: &Path) -> &str {
    path.file_stem().and_then(|name| name.to_str()).expect("a plain name")
}

#[test]
fn a_difference_is_shown_line_by_line() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("LICENSE-MIT");
    let text = fs::read_to_string(&path).expect("a license");
    assert_eq!(compare(&path, &text), None);
    let shown = compare(&path, &text.replacen("MIT License", "TIM License", 1)).expect("a difference");
    assert!(shown.contains("-MIT License\n+TIM License\n"), "{shown}");
}
