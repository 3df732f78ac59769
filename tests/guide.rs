//! The guide: every map in it is drawn without a warning, and it names all that can be wrong.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use crate::golden;
use crate::shell::Shell;

fn src() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples/guide/src")
}

#[test]
fn every_map_is_drawn_without_a_warning() {
    let shell = Shell::new();
    let pages = golden::inputs("examples/guide/src", "md");
    let chapters: Vec<_> = pages
        .iter()
        .map(|page| {
            let content = fs::read_to_string(page).expect("a page");
            json!({ "Chapter": { "name": "", "content": content, "path": page.file_name().and_then(|name| name.to_str()), "sub_items": [] } })
        })
        .collect();
    let context = json!({ "root": src().parent(), "renderer": "html", "config": { "preprocessor": { "wardley": { "strict": true } } } });
    let ran = shell.feed("mdbook", json!([context, { "items": chapters }]).to_string().as_bytes());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let drawn = String::from_utf8(ran.out).expect("text").matches("<svg ").count();
    assert!(drawn > 8, "{drawn} maps");
}

#[test]
fn every_page_is_in_the_summary() {
    let summary = fs::read_to_string(src().join("SUMMARY.md")).expect("a summary");
    for page in golden::inputs("examples/guide/src", "md") {
        let name = page.file_name().and_then(|name| name.to_str()).expect("a plain name").to_owned();
        assert!(name == "SUMMARY.md" || summary.contains(&format!("]({name})")), "{name}");
    }
}

#[test]
fn all_problems_are_listed() {
    let list = String::from_utf8(Shell::new().fine("check --explain list")).expect("text");
    golden::check(&src().join("problems.txt"), &list);
}
