//! What goes wrong, and what is much: the server stays, and has the text that its client has.

#[cfg(not(debug_assertions))]
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::client::{Client, offset};
use crate::random::Random;

const URI: &str = "file:///maps/tea.wm";

/// Everything an editor may ask about a document.
const METHODS: [&str; 16] = [
    "textDocument/hover",
    "textDocument/completion",
    "textDocument/definition",
    "textDocument/references",
    "textDocument/documentHighlight",
    "textDocument/prepareRename",
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/formatting",
    "textDocument/semanticTokens/full",
    "textDocument/inlayHint",
    "textDocument/documentLink",
    "textDocument/codeLens",
    "textDocument/codeAction",
    "wardley/render",
    "workspace/symbol",
];

fn anything(uri: &str, line: usize, character: usize) -> Value {
    let position = json!({ "line": line, "character": character });
    json!({
        "textDocument": { "uri": uri }, "position": position, "query": "a", "options": {},
        "range": { "start": position, "end": { "line": line + 3, "character": 0 } },
        "context": { "diagnostics": [], "includeDeclaration": true },
    })
}

#[test]
fn texts_of_every_kind_are_answered() {
    let long = format!("component {} [0.5, 0.5]\n", "x".repeat(70_000));
    let deep = "[".repeat(5_000);
    let texts = [
        "",
        "\n",
        "\u{feff}component A [0.5, 0.5]\nA -> B",
        "component A [0.5, 0.5]\r\ncomponent B\r\nA -> B\r\n",
        "component A\rcomponent B\rA -> B",
        "component 🫖🫖 [0.5, 0.5]\n🫖🫖 -> 茶\ncomponent e\u{301} [0.1, 0.1]",
        "component [0.5\nevolve\n-> -> ->\npipeline {\n}}}\n/* never closed",
        "\0\u{1}\u{7f}",
        &long,
        &deep,
        "wardley-beta\ncomponent A [50, 50]",
        "---\ntitle: x\n",
    ];
    let mut client = Client::new();
    for text in texts {
        client.open(URI, text);
        for method in METHODS {
            for (line, character) in [(0, 0), (0, 14), (1, 3), (7, 7), (100_000, 100_000)] {
                let answer = client.ask_all(method, anything(URI, line, character));
                assert!(answer.get("error").is_none(), "{method} in {:?}: {answer}", &text[..text.len().min(40)]);
            }
        }
    }
    assert_eq!(client.end(), Some(0));
}

#[test]
fn columns_are_counted_as_was_agreed() {
    let text = "component 🫖é [0.5, 0.5]\n🫖é -> Nix";
    let start = |capabilities: Value| {
        let mut client = Client::with(&capabilities);
        client.open(URI, text);
        let unknown = client.problems[URI]
            .as_array()
            .expect("a list")
            .iter()
            .find(|one| one["code"] == "unknown-component")
            .cloned();
        unknown.expect("it")["range"]["start"]["character"].as_u64().expect("a column")
    };
    assert_eq!(start(json!({})), 7);
    assert_eq!(start(json!({ "general": { "positionEncodings": ["utf-8", "utf-16"] } })), 10);
}

#[test]
fn a_line_ends_with_any_of_three() {
    let mut client = Client::new();
    client.open(URI, "component A\r\ncomponent B\rcomponent C\nA -> X");
    let unknown =
        client.problems[URI].as_array().expect("a list").iter().find(|one| one["code"] == "unknown-component").cloned();
    assert_eq!(unknown.expect("it")["range"]["start"], json!({ "line": 3, "character": 5 }));
}

/// Ten thousand random changes; the server's text is the client's after each hundred, and its memory stays.
#[test]
fn ten_thousand_changes_leave_the_same_text_on_both_sides() {
    const STEPS: usize = 10_000;
    let pieces = [
        "component ",
        "A",
        "B",
        "🫖",
        "漢字",
        "\n",
        "\r\n",
        "\r",
        " -> ",
        "[0.5, 0.4]",
        "evolve A 0.8",
        "//",
        "/* ",
        " */",
        "pipeline A {\n",
        "}",
        "\"",
        "e\u{301}",
        "title x\n",
        "note n [0.1, 0.1]\n",
        " ",
        "[",
        "]",
        "0.62",
        "(build)",
    ];
    let mut random = Random(17);
    let mut text = std::fs::read_to_string("examples/tea-shop.wm").expect("an example");
    let mut client = Client::new();
    client.open(URI, &text);
    let mut early = 0;
    for step in 2..STEPS + 2 {
        let lines = text.split(['\n', '\r']).count();
        let position = |random: &mut Random| json!({ "line": random.below(lines + 1), "character": random.below(30) });
        let (mut start, mut end) = (position(&mut random), position(&mut random));
        if random.below(3) > 0 {
            // Most changes are small, as typing is.
            end = json!({ "line": start["line"], "character": start["character"].as_u64().unwrap_or(0) + random.below(3) as u64 });
        }
        if offset(&text, &start) > offset(&text, &end) {
            std::mem::swap(&mut start, &mut end);
        }
        let mut new = String::new();
        for _ in 0..=random.below(3) {
            new.push_str(pieces[random.below(pieces.len())]);
        }
        let (from, to) = (offset(&text, &start), offset(&text, &end));
        text.replace_range(from..to, &new);
        if text.len() > 4_000 {
            text.truncate((0..=2_000).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0));
            let whole =
                json!({ "textDocument": { "uri": URI, "version": step }, "contentChanges": [{ "text": text }] });
            client.note("textDocument/didChange", whole);
        } else {
            let change = json!({ "range": { "start": start, "end": end }, "text": new });
            client.note(
                "textDocument/didChange",
                json!({ "textDocument": { "uri": URI, "version": step }, "contentChanges": [change] }),
            );
        }
        if step % 100 == 0 {
            let theirs = client.ask("wardley/text", json!({ "textDocument": { "uri": URI } }));
            assert_eq!(theirs.as_str(), Some(text.as_str()), "after {step} changes");
            let method = METHODS[random.below(METHODS.len())];
            let answer = client.ask_all(method, anything(URI, random.below(lines), random.below(20)));
            assert!(answer.get("error").is_none(), "{method}: {answer}");
        }
        if step == 2_000 {
            early = memory(&client);
        }
    }
    assert!(memory(&client) < early + 8_000, "{early} kB became {} kB", memory(&client));
    assert_eq!(client.end(), Some(0));
}

#[cfg(target_os = "linux")]
fn memory(client: &Client) -> u64 {
    client.memory()
}

#[cfg(not(target_os = "linux"))]
fn memory(_: &Client) -> u64 {
    0
}

#[test]
fn five_hundred_documents_are_open_at_once() {
    let mut client = Client::new();
    let text = std::fs::read_to_string("examples/tea-shop.wm").expect("an example");
    for at in 0..500 {
        client.open(&format!("file:///maps/{at}.wm"), &format!("{text}component Only {at} [0.1, 0.1]\n"));
    }
    let found = client.ask("workspace/symbol", json!({ "query": "only 499" }));
    assert_eq!(found[0]["location"]["uri"], "file:///maps/499.wm");
    client.note("textDocument/didClose", json!({ "textDocument": { "uri": "file:///maps/7.wm" } }));
    client.wait("file:///maps/7.wm");
    assert_eq!(client.problems["file:///maps/7.wm"], json!([]));
    assert_eq!(client.end(), Some(0));
}

#[test]
fn what_is_canceled_unknown_or_nonsense_is_answered_as_an_error() {
    let mut client = Client::new();
    client.open(URI, "component A");
    let code =
        |client: &mut Client, method: &str, params: Value| client.ask_all(method, params)["error"]["code"].clone();
    assert_eq!(code(&mut client, "textDocument/unheardOf", json!({})), -32601);
    assert_eq!(
        code(&mut client, "textDocument/hover", json!({ "textDocument": { "uri": "file:///not/open.wm" } })),
        -32602
    );
    assert_eq!(code(&mut client, "textDocument/hover", json!([1, 2, 3])), -32602);
    assert_eq!(code(&mut client, "wardley/explain", json!({ "code": "nope" })), -32602);
    let told = client.ask("wardley/explain", json!({ "code": "unknown-component" }));
    assert!(told.as_str().is_some_and(|told| told.contains("component")));
    // A cancellation that comes too late is no mistake, nor is one of nothing.
    client.note("$/cancelRequest", json!({ "id": 1 }));
    client.note("$/cancelRequest", json!({ "id": "nothing" }));
    let both = [
        json!({ "jsonrpc": "2.0", "id": "late", "method": "textDocument/hover", "params": anything(URI, 0, 0) }),
        json!({ "jsonrpc": "2.0", "method": "$/cancelRequest", "params": { "id": "late" } }),
    ];
    for message in &both {
        client.send(message);
    }
    let answer = loop {
        let message = client.receive();
        if message["id"] == "late" {
            break message;
        }
    };
    assert!(answer["error"]["code"] == -32800 || answer.get("result").is_some(), "{answer}");
    assert_eq!(client.end(), Some(0));
}

#[test]
fn a_client_that_is_gone_takes_its_server_along() {
    let mut client = Client::new();
    client.open(URI, "component A");
    assert_eq!(client.gone(), Some(1));
    assert_eq!(Client::raw().gone(), Some(1));
    let mut client = Client::new();
    client.note("exit", Value::Null);
    assert_eq!(client.gone(), Some(1), "exit without shutdown");
}

/// A thousand lines: how long each answer takes, and how long the problems of a keystroke. Only a release build is held to it:
/// `cargo test --release --all-features --test wardley -- thousand_lines --nocapture`.
#[cfg(not(debug_assertions))]
#[test]
fn a_thousand_lines_are_answered_at_once() {
    let began = Instant::now();
    let mut client = Client::new();
    let start = began.elapsed();
    let mut text = String::new();
    for at in 0..400 {
        text += &format!("component Component {at} [0.{:03}, 0.{:03}]\n", at * 7 % 1000, at * 13 % 1000);
    }
    for at in 0..600 {
        text += &format!("Component {} -> Component {}\n", at % 400, at * 7 % 400);
    }
    client.open(URI, &text);
    let mut slow: Vec<(Duration, &str)> = Vec::new();
    for method in METHODS.into_iter().filter(|method| *method != "wardley/render") {
        let mut times: Vec<Duration> = (0..100)
            .map(|at| {
                let params = anything(URI, at * 9, 14);
                let asked = Instant::now();
                client.ask(method, params);
                asked.elapsed()
            })
            .collect();
        times.sort();
        slow.push((times[98], method));
    }
    let mut keys: Vec<Duration> = (2..102)
        .map(|version| {
            let at = json!({ "line": 3, "character": 10 });
            let change = json!({ "range": { "start": at, "end": at }, "text": "x" });
            let pressed = Instant::now();
            client.note(
                "textDocument/didChange",
                json!({ "textDocument": { "uri": URI, "version": version }, "contentChanges": [change] }),
            );
            client.wait(URI);
            pressed.elapsed()
        })
        .collect();
    keys.sort();
    slow.sort();
    println!("start {start:?}, problems after a key {:?}", keys[98]);
    slow.iter().for_each(|(time, method)| println!("{method}: {time:?}"));
    assert!(start < Duration::from_millis(20), "{start:?}");
    assert!(keys[98] < Duration::from_millis(50), "{:?}", keys[98]);
    assert!(slow.iter().all(|(time, _)| *time < Duration::from_millis(20)), "{slow:?}");
}
