//! `wardley mdbook`: what mdBook gets back.

use pulldown_cmark::{Parser, html};
use serde_json::{Value, json};

use crate::shell::{Ran, Shell, TEA};

const HOSTILE: &str = "```wardley\ntitle *a* & _b_\ncomponent \"`c` <d> ]]> -->\" [0.5, 0.5]\n```";

fn chapter(name: &str, path: &Value, content: &str, sub_items: &[Value]) -> Value {
    json!({ "Chapter": { "name": name, "content": content, "number": [1], "sub_items": sub_items, "path": path,
        "source_path": path, "parent_names": [] } })
}

/// What mdBook sends, as 0.4 does (`sections`) or as 0.5 does (`items`).
fn sent(shell: &Shell, key: &str, renderer: &str, config: &Value, chapters: &[Value]) -> Value {
    let config = json!({ "book": { "src": "text" }, "preprocessor": { "wardley": config } });
    json!([
        { "root": shell.path(""), "config": config, "renderer": renderer, "mdbook_version": "0.5.0" },
        { key: chapters, "__non_exhaustive": null }
    ])
}

/// The book that comes back, and how the run ended.
fn bind(shell: &Shell, sent: &Value) -> (Value, Ran) {
    let ran = shell.feed("mdbook", sent.to_string().as_bytes());
    (serde_json::from_slice(&ran.out).unwrap_or_default(), ran)
}

/// One chapter, bound.
fn bound(config: &Value, content: &str) -> (String, Ran) {
    let shell = Shell::with(&[("text/maps/tea.wm", TEA)]);
    let sent = sent(&shell, "items", "html", config, &[chapter("Tea", &json!("tea.md"), content, &[])]);
    let (book, ran) = bind(&shell, &sent);
    (book["items"][0]["Chapter"]["content"].as_str().unwrap_or_default().to_owned(), ran)
}

/// The pictures in a chapter when mdBook has made HTML of it.
fn pictures(chapter: &str) -> (String, Vec<String>) {
    let mut page = String::new();
    html::push_html(&mut page, Parser::new(chapter));
    let cut = |rest: &str| rest.split_once("</svg>").map(|(svg, _)| format!("<svg {svg}</svg>")).expect("a whole SVG");
    let pictures: Vec<String> = page.split("<svg ").skip(1).map(cut).collect();
    (page, pictures)
}

#[test]
fn every_version_and_every_chapter_is_served() {
    let shell = Shell::with(&[("text/maps/tea.wm", TEA)]);
    for key in ["sections", "items"] {
        let inner =
            chapter("Inner", &json!("maps/inner.md"), "> ```wm\n> component A\n> ```\n\n{{#wardley tea.wm}}", &[]);
        let middle = chapter("Middle", &json!("middle.md"), "Nothing.", &[inner]);
        let draft = chapter("Draft", &Value::Null, "", &[]);
        let first = chapter("First", &json!("first.md"), &format!("{HOSTILE}\n\nText.\n\n{HOSTILE}\n"), &[middle]);
        let sent = sent(
            &shell,
            key,
            "html",
            &Value::Null,
            &[first, json!("Separator"), json!({ "PartTitle": "Part" }), draft],
        );
        let (book, ran) = bind(&shell, &sent);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        let first = &book[key][0]["Chapter"];
        let inner = &first["sub_items"][0]["Chapter"]["sub_items"][0]["Chapter"];
        let mut all = Vec::new();
        for chapter in [first, inner] {
            let (page, pictures) = pictures(chapter["content"].as_str().expect("text"));
            assert_eq!(pictures.len(), 2, "{page}");
            assert!(!page.contains("```") && !page.contains("<em>") && !page.contains("{{"), "{page}");
            all.extend(pictures);
        }
        let mut ids = Vec::new();
        for picture in &all {
            let document = roxmltree::Document::parse(picture).expect("a whole picture");
            ids.extend(document.descendants().filter_map(|node| node.attribute("id").map(str::to_owned)));
        }
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert!(count >= 8 && ids.len() == count, "{ids:?}");
        // All else is as it was.
        let mut same = book.clone();
        same[key][0]["Chapter"]["content"] = sent[1][key][0]["Chapter"]["content"].clone();
        same[key][0]["Chapter"]["sub_items"][0]["Chapter"]["sub_items"][0]["Chapter"]["content"] =
            sent[1][key][0]["Chapter"]["sub_items"][0]["Chapter"]["sub_items"][0]["Chapter"]["content"].clone();
        assert_eq!(same, sent[1]);
    }
}

#[test]
fn hostile_labels_survive_markdown() {
    let (chapter, _) =
        bound(&json!({}), &format!("Before\n{HOSTILE}\nAfter\n\n- Item\n\n  {}\n", HOSTILE.replace('\n', "\n  ")));
    let (page, pictures) = pictures(&chapter);
    assert_eq!(pictures.len(), 2);
    for picture in pictures {
        let document = roxmltree::Document::parse(&picture).expect("a whole picture");
        let texts: Vec<_> =
            document.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text()).collect();
        let words = texts.join(" ");
        assert!(words.contains("*a* & _b_") && words.contains("`c` <d> ]]> -->"), "{words}");
    }
    assert!(page.contains("<p>Before</p>") && page.contains("<p>After</p>"), "{page}");
}

#[test]
fn files_are_named_in_paragraphs_of_their_own() {
    let (chapter, ran) = bound(&json!({}), "{{#wardley maps/tea.wm}}\n");
    assert_eq!((ran.status, pictures(&chapter).1.len()), (0, 1), "{chapter}");
    for text in [
        "```text\n{{#wardley maps/tea.wm}}\n```\n",
        "`{{#wardley maps/tea.wm}}`\n",
        "    {{#wardley maps/tea.wm}}\n",
        "\\{{#wardley maps/tea.wm}}\n",
        "See {{#wardley maps/tea.wm}} there.\n",
        "{{#include maps/tea.wm}}\n",
    ] {
        assert_eq!(bound(&json!({}), text).0, text);
    }
}

#[test]
fn other_renderers_get_their_chapters_as_they_are() {
    let shell = Shell::new();
    let sent = sent(&shell, "items", "markdown", &Value::Null, &[chapter("A", &json!("a.md"), HOSTILE, &[])]);
    let (book, ran) = bind(&shell, &sent);
    assert_eq!((ran.status, &book), (0, &sent[1]));
    for renderer in ["html", "epub"] {
        assert!(shell.fine(&format!("mdbook supports {renderer}")).is_empty());
    }
}

#[test]
fn a_broken_map_is_a_box_in_the_page_and_a_message() {
    let broken = "Text\n\n```wardley\n```\n\nMore\n";
    for (config, status) in [(json!({}), 0), (json!({ "fail-on-error": true }), 1), (json!({ "strict": true }), 1)] {
        let (chapter, ran) = bound(&config, broken);
        assert_eq!(ran.status, status, "{config} {}", ran.err);
        assert!(ran.err.contains("tea.md:4:1"), "{}", ran.err);
        assert!(chapter.contains("This map cannot be drawn.") && chapter.ends_with("\n\nMore\n"), "{chapter}");
    }
    for (config, status) in [(json!({}), 0), (json!({ "fail-on-error": true }), 1)] {
        let (chapter, ran) = bound(&config, "A\n\n{{#wardley nowhere.wm}}\n");
        assert_eq!(ran.status, status, "{}", ran.err);
        assert!(ran.err.contains("tea.md:3: ") && chapter.contains("<code>tea.md:3: cannot read"), "{chapter}");
    }
}

#[test]
fn a_warning_ends_only_a_strict_build() {
    let doubtful = "```wardley\ncomponent A [0.5, 0.5]\nA -> B\n```\n";
    for (config, status) in [(json!({ "fail-on-error": true }), 0), (json!({ "strict": true }), 1)] {
        let (chapter, ran) = bound(&config, doubtful);
        assert_eq!((ran.status, pictures(&chapter).1.len()), (status, 1), "{}", ran.err);
        assert!(ran.err.contains("tea.md:3:"), "{}", ran.err);
    }
}

#[test]
fn the_look_is_the_books_choice() {
    let (auto, _) = bound(&json!({}), HOSTILE);
    assert!(auto.contains("light-dark(") && auto.contains(" width=\"720\""));
    let (dark, _) = bound(&json!({ "theme": "dark", "size": "1200x800" }), HOSTILE);
    assert!(!dark.contains("light-dark(") && dark.contains(" width=\"1200\""));
    for (config, said) in
        [(json!({ "theme": "drak" }), "theme = \"drak\""), (json!({ "size": "big" }), "size = \"big\"")]
    {
        let (_, ran) = bound(&config, HOSTILE);
        assert!(ran.status == 2 && ran.err.contains(said), "{ran:?}");
    }
}

#[test]
fn people_are_told_whom_it_is_for() {
    let ran = Shell::new().feed("mdbook", b"");
    assert!(ran.status == 2 && ran.err.contains("this is for mdBook to run"), "{ran:?}");
}

#[test]
fn json_that_is_no_book_is_refused_and_odd_chapters_are_handed_back() {
    let shell = Shell::new();
    for odd in [
        "",
        "5",
        "[]",
        "[1]",
        "[{}, 5]",
        "[5, {}]",
        "[[], []]",
        r#"[{"config": 5}, {}]"#,
        r#"[{"renderer": {}}, {}]"#,
        "null",
    ] {
        let ran = shell.feed("mdbook", odd.as_bytes());
        assert_eq!((ran.status, ran.out.len()), (2, 0), "{odd}: {}", ran.err);
    }
    for odd in [
        json!({ "sections": [{ "Chapter": 5 }] }),
        json!({ "items": [{ "Chapter": { "content": [], "sub_items": 1 } }, "Separator", { "PartTitle": "x" }, null, 7] }),
        json!({ "sections": 5, "more": true }),
        json!({}),
    ] {
        let sent = json!([{ "renderer": "html" }, odd]);
        let ran = shell.feed("mdbook", sent.to_string().as_bytes());
        let is_list = odd["sections"].as_u64().is_none();
        assert_eq!(ran.status, if is_list { 0 } else { 2 }, "{odd}: {}", ran.err);
        if is_list {
            assert_eq!(serde_json::from_slice::<serde_json::Value>(&ran.out).expect("JSON"), odd);
        }
    }
}
