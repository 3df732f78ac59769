//! The rules of the house: who may know whom, and how large a file may grow.

use std::fs;
use std::path::{Path, PathBuf};

use wardley::vocabulary::{Keyword, Level, ModifierWord, Stage, Style, Third};

/// Which module may name which. `cli` may name all; nothing may name `cli`; all may name `vocabulary`.
const ARROWS: [(&str, &[&str]); 20] = [
    ("vocabulary", &[]),
    ("source", &[]),
    ("geometry", &[]),
    ("problem", &["source"]),
    ("syntax", &["source", "problem"]),
    ("map", &["source"]),
    ("resolve", &["source", "problem", "syntax", "map"]),
    ("theme", &[]),
    ("text", &[]),
    ("scene", &["source", "geometry", "theme"]),
    ("compare", &["source", "syntax", "map"]),
    ("brief", &["map", "problem", "layout"]),
    ("layout", &["source", "geometry", "problem", "map", "compare", "theme", "text", "scene"]),
    ("render", &["geometry", "scene", "theme", "text"]),
    ("convert", &["source", "geometry", "syntax", "map", "resolve", "format", "layout", "scene"]),
    ("format", &["source", "syntax"]),
    ("pin", &["source", "problem", "syntax", "map", "layout"]),
    ("edit", &["source", "problem", "syntax", "map", "resolve", "layout", "format", "pin"]),
    ("ide", &["source", "geometry", "problem", "syntax", "map", "resolve", "layout", "scene", "edit"]),
    (
        "service",
        &[
            "source", "problem", "syntax", "map", "resolve", "theme", "text", "layout", "render", "format", "convert",
            "edit", "ide",
        ],
    ),
];

/// Words and the only places (beginnings of paths) that may say them.
const ONLY: [(&str, &[&str]); 22] = [
    ("Rule", &["src/syntax/"]),
    ("pest", &["src/syntax/"]),
    ("harfrust", &["src/text/"]),
    ("skrifa", &["src/text/"]),
    ("resvg", &["src/render/"]),
    ("usvg", &["src/render/"]),
    ("png::Encoder", &["src/render/"]),
    ("pdf_writer", &["src/render/pdf"]),
    ("subsetter", &["src/render/pdf"]),
    ("use svg", &["src/render/svg"]),
    ("svg::node", &["src/render/svg"]),
    ("clap", &["src/cli/"]),
    ("miette", &["src/cli/"]),
    ("notify", &["src/cli/"]),
    ("ignore", &["src/cli/"]),
    ("tempfile", &["src/cli/"]),
    ("println", &[]),
    ("eprintln", &[]),
    ("std::fs", &["src/cli/"]),
    ("std::env", &["src/cli/"]),
    ("std::time", &["src/cli/"]),
    ("std::thread", &["src/cli/"]),
];

const LONGEST: usize = 400;

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files with this ending below a folder of the package: path from the package, and text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a readable folder") {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                walk(&path, ending, found);
            } else if path.extension().is_some_and(|found| found == ending) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&package().join(folder), ending, &mut found);
    found.sort();
    assert!(!found.is_empty(), "no .{ending} in {folder}");
    let named = |path: PathBuf| {
        let name = path.strip_prefix(package()).expect("below the package").display().to_string().replace('\\', "/");
        (name, fs::read_to_string(path).expect("a readable file"))
    };
    found.into_iter().map(named).collect()
}

/// A file's code: without comments.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Whether `word` stands in `code` with nothing of a name around it.
fn says(code: &str, word: &str) -> bool {
    let part = |char: char| char.is_alphanumeric() || char == '_';
    code.match_indices(word).any(|(at, _)| !code[..at].ends_with(part) && !code[at + word.len()..].starts_with(part))
}

/// The modules at the top that `code` names: `crate::map::…`, `use crate::{map, …}`, and as many `super::` as lead there.
fn named(code: &str, depth: usize) -> Vec<String> {
    let mut roots = vec!["crate::".to_owned()];
    if depth > 0 {
        roots.push("super::".repeat(depth));
    }
    let mut named = Vec::new();
    for root in roots {
        for (at, _) in code.match_indices(&root) {
            if code[..at].ends_with("super::") || code[..at].ends_with(char::is_alphanumeric) {
                continue;
            }
            let rest = &code[at + root.len()..];
            let rest = rest.strip_prefix("super::").map_or(rest, |_| "");
            if let Some(list) = rest.strip_prefix('{') {
                let mut inside = 0;
                for part in list.split_inclusive(['{', '}', ',']) {
                    if inside == 0 {
                        named.push(
                            part.split("::")
                                .next()
                                .unwrap_or_default()
                                .trim_matches([' ', '\n', ',', '{', '}'])
                                .to_owned(),
                        );
                    }
                    match part.chars().next_back() {
                        Some('{') => inside += 1,
                        Some('}') if inside == 0 => break,
                        Some('}') => inside -= 1,
                        _ => {}
                    }
                }
            } else {
                named.push(
                    rest.split(|char: char| !char.is_alphanumeric() && char != '_')
                        .next()
                        .unwrap_or_default()
                        .to_owned(),
                );
            }
        }
    }
    named.retain(|name| !name.is_empty());
    named
}

#[test]
fn arrows_point_one_way() {
    let mut wrong = Vec::new();
    for (path, text) in files("src", "rs") {
        let inner = path.trim_start_matches("src/").trim_end_matches(".rs");
        let top = inner.split('/').next().expect("a name");
        if ["lib", "draw", "main", "cli"].contains(&top) {
            continue;
        }
        let (_, may) =
            ARROWS.iter().find(|(name, _)| *name == top).unwrap_or_else(|| panic!("{path}: no rule for {top}"));
        let depth = inner.split('/').count() - usize::from(inner.ends_with("/mod"));
        for name in named(&code(&text), depth) {
            let known = name == "cli" || ARROWS.iter().any(|(module, _)| *module == name);
            if known && name != top && name != "vocabulary" && !may.contains(&name.as_str()) {
                wrong.push(format!("{path} names {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn names_are_read_as_the_compiler_reads_them() {
    let code = "use crate::{map::{self, Map}, scene, text::Fonts};\nuse crate::theme::Color;\nfn a() -> super::super::layout::B { super::c() }";
    assert_eq!(named(code, 2), ["map", "scene", "text", "theme", "layout"]);
    assert_eq!(named("use super::map;", 2), [""; 0]);
}

#[test]
fn words_stay_where_they_belong() {
    let mut wrong = Vec::new();
    for (path, text) in files("src", "rs") {
        let code = code(&text);
        for (word, places) in ONLY {
            if says(&code, word) && !places.iter().any(|place| path.starts_with(place)) {
                wrong.push(format!("{path} says {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Where a word of the language stands for something else: a severity, an attribute, a name of a file or of a key.
const OTHER_MEANINGS: [&str; 12] = [
    "src/cli/",
    "src/render/",
    "src/scene/",
    "src/theme/",
    "src/convert/json/",
    "src/ide/",
    "src/service/",
    "src/compare/",
    "src/edit/id.rs",
    "src/problem/",
    "src/layout/description.rs",
    "src/syntax/quote.rs",
];

#[test]
fn words_of_the_language_are_spelled_once() {
    let words: Vec<&str> = Keyword::ALL
        .iter()
        .map(|word| word.word())
        .chain(ModifierWord::ALL.iter().map(|word| word.word()))
        .chain(Style::SPELLINGS.iter().map(|(word, _)| *word))
        .chain(Stage::SPELLINGS.iter().map(|(word, _)| *word))
        .chain(Level::SPELLINGS.iter().map(|(word, _)| *word))
        .chain(Third::SPELLINGS.iter().map(|(word, _)| *word))
        .collect();
    let mut wrong = Vec::new();
    for (path, text) in files("src", "rs") {
        if path == "src/vocabulary.rs" || OTHER_MEANINGS.iter().any(|place| path.starts_with(place)) {
            continue;
        }
        let code = code(&text);
        wrong.extend(
            words
                .iter()
                .filter(|word| code.contains(&format!("\"{word}\"")))
                .map(|word| format!("{path} spells {word}")),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_file_is_long() {
    let mut all = files("src", "rs");
    all.extend(files("tests", "rs"));
    all.extend(files("benches", "rs"));
    all.extend(files("grammar", "pest"));
    let long = all.iter().filter(|(_, text)| text.lines().count() > LONGEST);
    assert_eq!(long.map(|(path, _)| path.as_str()).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn every_example_has_its_picture() {
    let maps = crate::golden::inputs("examples", "wm");
    let without: Vec<_> = maps.iter().filter(|path| !path.with_extension("svg").exists()).collect();
    assert!(without.is_empty(), "{without:?}");
}
