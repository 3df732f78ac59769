//! What a PDF says of itself, and the text it holds, as poppler reads it.

use std::process::Command;

use wardley::layout::{self, layout};
use wardley::render::pdf::{Options, pdf};
use wardley::resolve::NoIncludes;
use wardley::scene::Scene;
use wardley::source::Source;
use wardley::text::Fonts;

use crate::shell::Shell;

const TEA: &str = "title Tea Shop
component Cup of Tea [0.8, 0.6] (buy)
component \"Wärme & Öfen\" [0.5, 0.4]
submap Kettle [0.3, 0.5] url(https://kettle.example/a?b=c)
Cup of Tea -> \"Wärme & Öfen\"
Cup of Tea -> Kettle
note 茶 is tea [0.2, 0.2]
";

fn scene(text: &str) -> Scene {
    let reading = wardley::read(Source::new("tea.wm", text), &mut NoIncludes);
    layout(&reading.map, layout::theme_of(&reading.map), &Fonts::shipped(), &layout::Options::default()).scene
}

fn document(scenes: &[&Scene]) -> Vec<u8> {
    pdf(scenes, &Fonts::shipped(), &Options::default())
}

/// How often a PDF says `words` outside its packed streams.
fn count(document: &[u8], words: &str) -> usize {
    document.windows(words.len()).filter(|window| *window == words.as_bytes()).count()
}

/// What poppler's `tool` prints about a PDF.
fn poppler(tool: &str, document: &[u8]) -> String {
    let shell = Shell::new();
    let path = shell.path("map.pdf");
    std::fs::write(&path, document).expect("a writable folder");
    let mut command = Command::new(tool);
    command.arg(&path).args((tool == "pdftotext").then_some("-"));
    let output = command.output().expect("poppler-utils");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn a_document_says_its_title_and_its_language() {
    let document = document(&[&scene(TEA)]);
    assert!(document.starts_with(b"%PDF-1.7"));
    for words in ["/Title(Tea Shop)", "/Lang(en)", "/DisplayDocTitle true", "/Count 1", "/Alt"] {
        assert_eq!(count(&document, words), 1, "{words}");
    }
    assert_eq!(count(&document, "/Outlines"), 0, "one page needs no outline");
    assert_eq!(count(&document, "/CreationDate"), 0, "the same bytes at any time");
}

#[test]
fn links_lead_where_they_say_and_nowhere_harmful() {
    let fine = document(&[&scene(TEA)]);
    assert_eq!(count(&fine, "/URI(https://kettle.example/a?b=c)"), 2, "the symbol and its label");
    let mut harmful = scene(TEA);
    for item in harmful.items.iter_mut().filter(|item| item.href.is_some()) {
        item.href = Some("javascript:alert(1)".to_owned());
    }
    assert_eq!(count(&document(&[&harmful]), "/URI"), 0);
}

#[test]
fn many_maps_are_pages_with_an_outline() {
    let mut first = scene("title One\ncomponent A [0.5, 0.5]\nsubmap B [0.3, 0.3] url(https://two.example)");
    let second = scene("title Two\ncomponent C [0.5, 0.5]");
    for item in first.items.iter_mut().filter(|item| item.href.is_some()) {
        item.href = Some("#page=2".to_owned());
    }
    let document = document(&[&first, &second]);
    for words in ["/Title(One)", "/Title(Two)"] {
        assert_eq!(count(&document, words), 1, "in the outline: {words}");
    }
    assert_eq!(count(&document, "/S/GoTo"), 2);
    assert_eq!(count(&document, "/URI"), 0);
    assert_eq!(count(&document, "/FontFile2"), 2, "one regular and one bold font for all pages");
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let scene = scene(TEA);
    assert!(document(&[&scene]) == document(&[&scene]));
}

#[test]
#[ignore = "needs pdftotext and pdffonts (poppler-utils)"]
fn text_can_be_searched_and_each_stands_once() {
    let document = document(&[&scene(TEA)]);
    let text = poppler("pdftotext", &document);
    for words in ["Tea Shop", "Cup of Tea", "Wärme & Öfen", "Kettle", "茶 is tea", "Genesis", "Evolution"] {
        assert_eq!(text.matches(words).count(), 1, "{words} in {text}");
    }
    let fonts = poppler("pdffonts", &document);
    assert!(fonts.contains("+LiberationSans "), "{fonts}");
    for font in fonts.lines().skip(2) {
        let flags: Vec<&str> = font.split_whitespace().collect();
        assert_eq!(flags[flags.len() - 5..flags.len() - 2], ["yes", "yes", "yes"], "embedded, subset, Unicode: {font}");
    }
}
