//! Every service, on one small map with a mistake in it.

use serde_json::{Value, json};

use super::client::{Client, edited};

const URI: &str = "file:///maps/tea.wm";
const TEXT: &str = "\
title Tea
anchor Guest [0.95, 0.6]
component Tasse 🫖 [0.8, 0.6] // 茶
market Power [0.1, 0.8]
component Hot Water [0.5, late custom]
pipeline Hot Water {
  component Kettle [0.3]
}
Guest -> Tasse 🫖 -> Hot Water
Hot Water -> Powr
evolve Power -> Grid commodity
url code [https://example.org/code]
";

fn client() -> Client {
    let mut client = Client::new();
    client.open(URI, TEXT);
    client
}

fn texts(list: &Value, name: &str) -> Vec<String> {
    list.as_array().expect("a list").iter().map(|one| one[name].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn problems_are_pushed_with_code_place_and_what_belongs_to_them() {
    let client = client();
    let problems = &client.problems[URI];
    let unknown =
        problems.as_array().expect("a list").iter().find(|one| one["code"] == "unknown-component").expect("it");
    assert_eq!(
        unknown["range"],
        json!({ "start": { "line": 9, "character": 13 }, "end": { "line": 9, "character": 17 } })
    );
    assert_eq!(unknown["severity"], 2);
    assert_eq!(unknown["message"], "no component is named `Powr`, so this link is left out\ndid you mean `Power`?");
    let related = &unknown["relatedInformation"][0];
    assert_eq!(related["location"]["range"]["start"], json!({ "line": 3, "character": 7 }));
    assert_eq!(client.end(), Some(0));
}

#[test]
fn fixes_make_the_text_right() {
    let mut client = client();
    let range = json!({ "start": { "line": 9, "character": 14 }, "end": { "line": 9, "character": 14 } });
    let params = json!({ "textDocument": { "uri": URI }, "range": range, "context": { "diagnostics": [] } });
    let actions = client.ask("textDocument/codeAction", params);
    let titles = texts(&actions, "title");
    assert_eq!(titles[..2], ["Change to `Power`", "Add `component Powr`"]);
    let fixed = edited(TEXT, &actions[0]["edit"]["changes"][URI]);
    assert_eq!(fixed, TEXT.replace("Powr", "Power"));
    let added = edited(TEXT, &actions[1]["edit"]["changes"][URI]);
    assert!(added.contains("component Powr\n"), "{added}");
    let modern =
        actions.as_array().expect("a list").iter().find(|one| one["title"] == "Write older forms as those of today");
    let modern = edited(TEXT, &modern.expect("it")["edit"]["changes"][URI]);
    assert!(modern.contains("component Power [0.10, 0.80] (market)"), "{modern}");
    let params = json!({ "textDocument": { "uri": URI }, "range": range, "context": { "diagnostics": [], "only": ["source.fixAll"] } });
    let all = client.ask("textDocument/codeAction", params);
    assert!(texts(&all, "kind").iter().all(|kind| kind == "source.fixAll.wardley"), "{all}");
}

#[test]
fn completion_offers_what_may_stand_there() {
    let mut client = client();
    let mut offered = |line: &str| {
        let text = format!("{TEXT}{line}");
        client.open("file:///maps/other.wm", &text);
        let at = (TEXT.lines().count(), line.encode_utf16().count());
        let list = client.at("textDocument/completion", "file:///maps/other.wm", at, json!({}));
        texts(&list, "label")
    };
    assert_eq!(offered("Guest -> ")[..3], ["Power", "Hot Water", "Kettle"], "linked ones come last");
    assert!(offered("comp").contains(&"component".to_owned()));
    assert_eq!(offered("component X [")[..5], ["visible", "aware", "unaware", "invisible", "genesis"]);
    assert_eq!(offered("component X [0.5, ")[..4], ["genesis", "custom", "product", "commodity"]);
    assert_eq!(offered("component X [0.5, 0.5] (")[..3], ["build", "buy", "outsource"]);
    assert_eq!(offered("style ")[0], "plain");
    assert_eq!(offered("evolve ")[0], "Guest");
    assert_eq!(offered("evolve Power ")[0], "genesis");
    assert_eq!(offered("submap X [0.5, 0.5] url("), ["code"]);
    assert_eq!(offered("// Guest -> "), [""; 0]);
}

#[test]
fn hover_says_what_a_thing_is_and_where() {
    let mut client = client();
    let hover = client.at("textDocument/hover", URI, (8, 10), json!({}));
    let said = hover["contents"]["value"].as_str().expect("a text");
    assert_eq!(
        said,
        "**Tasse 🫖** · component\n\nvisibility 0.80, visible; evolution 0.60, product  \nneeds Hot Water  \nneeded by Guest"
    );
    let start = json!({ "line": 8, "character": 9 });
    assert_eq!(hover["range"], json!({ "start": start, "end": { "line": 8, "character": 17 } }));
    let keyword = client.at("textDocument/hover", URI, (5, 3), json!({}));
    assert!(keyword["contents"]["value"].as_str().expect("a text").starts_with("Several forms of one thing"));
    assert_eq!(client.at("textDocument/hover", URI, (11, 80), json!({})), Value::Null);
}

#[test]
fn names_lead_to_where_they_are_given_and_used() {
    let mut client = client();
    let definition = client.at("textDocument/definition", URI, (8, 22), json!({}));
    assert_eq!(definition["range"]["start"], json!({ "line": 4, "character": 10 }));
    let used =
        client.at("textDocument/references", URI, (4, 12), json!({ "context": { "includeDeclaration": false } }));
    let lines: Vec<u64> =
        used.as_array().expect("a list").iter().filter_map(|one| one["range"]["start"]["line"].as_u64()).collect();
    assert_eq!(lines, [5, 8, 9]);
    let marked = client.at("textDocument/documentHighlight", URI, (4, 12), json!({}));
    assert_eq!(marked.as_array().map(Vec::len), Some(4));
    let ready = client.at("textDocument/prepareRename", URI, (10, 17), json!({}));
    assert_eq!(ready["placeholder"], "Grid");
}

#[test]
fn rename_changes_every_place_or_says_why_not() {
    let mut client = client();
    let edit = client.at("textDocument/rename", URI, (8, 10), json!({ "newName": "Kanne" }));
    assert_eq!(edited(TEXT, &edit["changes"][URI]), TEXT.replace("Tasse 🫖", "Kanne"));
    let params =
        json!({ "textDocument": { "uri": URI }, "position": { "line": 8, "character": 10 }, "newName": "Guest" });
    let refused = client.ask_all("textDocument/rename", params);
    assert_eq!(refused["error"]["message"], "there is a `Guest` on this map already");
}

#[test]
fn outline_folds_hints_links_and_lenses_are_there() {
    let mut client = client();
    let outline = client.about("textDocument/documentSymbol", URI);
    assert_eq!(texts(&outline, "name"), ["Guest", "Tasse 🫖", "Power", "Hot Water"]);
    assert_eq!(texts(&outline[3]["children"], "name"), ["Kettle"]);
    let everywhere = client.ask("workspace/symbol", json!({ "query": "wat" }));
    assert_eq!(texts(&everywhere, "name"), ["Hot Water"]);
    let folds = client.about("textDocument/foldingRange", URI);
    assert_eq!(folds, json!([{ "startLine": 5, "endLine": 7, "kind": "region" }]));
    let hints = client.about("textDocument/inlayHint", URI);
    assert_eq!(texts(&hints, "label"), ["product", "product", "commodity", "custom"]);
    assert_eq!(hints[1]["position"], json!({ "line": 2, "character": 29 }));
    let links = client.about("textDocument/documentLink", URI);
    assert_eq!(texts(&links, "target"), ["https://example.org/code"]);
    let lenses = client.about("textDocument/codeLens", URI);
    assert_eq!(lenses, json!([]), "nothing is needed by several");
    let tokens = client.about("textDocument/semanticTokens/full", URI);
    let data: Vec<u64> = tokens["data"].as_array().expect("numbers").iter().filter_map(Value::as_u64).collect();
    assert_eq!(data[..10], [0, 0, 5, 0, 0, 0, 6, 3, 6, 0], "`title` is a keyword, `Tea` a text");
}

#[test]
fn formatting_makes_the_canonical_form_of_all_or_of_lines() {
    let mut client = client();
    let edits = client.about("textDocument/formatting", URI);
    let formatted = edited(TEXT, &edits);
    assert!(
        formatted.contains("component Tasse 🫖 [0.80, 0.60] // 茶\ncomponent Power [0.10, 0.80] (market)\n"),
        "{formatted}"
    );
    let text = "component A [.5,.5]\n\ncomponent B [.5,.5]\n";
    client.open("file:///maps/two.wm", text);
    let range = json!({ "start": { "line": 2, "character": 0 }, "end": { "line": 2, "character": 4 } });
    let params = json!({ "textDocument": { "uri": "file:///maps/two.wm" }, "range": range, "options": {} });
    let edits = client.ask("textDocument/rangeFormatting", params);
    assert_eq!(edited(text, &edits), "component A [.5,.5]\n\ncomponent B [0.50, 0.50]\n");
}

#[test]
fn maps_in_a_page_are_served_where_they_stand() {
    let uri = "file:///maps/page.md";
    let page = "# Tea\n\n> ```wardley\n> component Cup [0.5, 0.5]\n> Cup -> Cop\n> ```\n\n- ```owm\n  component Pot [.2, 0.3]\n  ```\n";
    let mut client = Client::new();
    client.open(uri, page);
    let unknown =
        client.problems[uri].as_array().expect("a list").iter().find(|one| one["code"] == "unknown-component").cloned();
    assert_eq!(unknown.expect("it")["range"]["start"], json!({ "line": 4, "character": 9 }));
    let edit = client.at("textDocument/rename", uri, (3, 13), json!({ "newName": "Mug" }));
    assert_eq!(edited(page, &edit["changes"][uri]), page.replace("Cup", "Mug"));
    let picture = client.at("wardley/render", uri, (8, 5), json!({}));
    assert_eq!(picture["items"][0]["name"], "Pot");
    let add = json!({ "edit": { "do": "add", "kind": "component", "name": "Jug", "to": { "x": 640, "y": 396 } } });
    let edit = client.at("wardley/edit", uri, (3, 5), add);
    let added = edited(page, &edit["edit"]["changes"][uri]);
    assert!(added.contains("> component Cup [0.5, 0.5]\n> component Jug [0.50, 0.50]\n> Cup -> Cop\n"), "{added}");
    let formatted = edited(page, &client.about("textDocument/formatting", uri));
    assert!(formatted.contains("\n  component Pot [0.20, 0.30]\n"), "{formatted}");
}

#[test]
fn included_texts_are_those_that_are_open() {
    let (uri, other) = ("file:///maps/a.wm", "file:///maps/b.wm");
    let mut client = Client::new();
    client.open(other, "component Cup [0.5, 0.5]\n");
    client.open(uri, "include b.wm\ncomponent Tea [0.4, 0.5]\nTea -> Cup\n");
    let codes = |client: &Client| texts(&client.problems[uri], "code");
    assert!(!codes(&client).contains(&"unknown-component".to_owned()));
    let edit = client.at("textDocument/rename", uri, (2, 8), json!({ "newName": "Mug" }));
    assert_eq!(edited("component Cup [0.5, 0.5]\n", &edit["changes"][other]), "component Mug [0.5, 0.5]\n");
    let change = json!({ "textDocument": { "uri": other, "version": 2 }, "contentChanges": [{ "text": "component Mug [0.5, 0.5]\n" }] });
    client.note("textDocument/didChange", change);
    client.wait(uri);
    assert!(codes(&client).contains(&"unknown-component".to_owned()), "{:?}", codes(&client));
    let link = client.about("textDocument/documentLink", uri);
    assert_eq!(link[0]["target"], other);
}
