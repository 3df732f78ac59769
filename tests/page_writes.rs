//! What is written in the page of `wardley watch --serve`: questions about it, and saving it where `--edit` allows that.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use serde_json::{Value, json};

use crate::page::{ask, served};
use crate::shell::Shell;
use crate::watch::{self, Watch, through_a_rename};

/// A page that may write, and what it must know to.
struct Page {
    address: String,
    key: String,
}

impl Page {
    fn of(watch: &Watch) -> Self {
        let shown = shown(watch);
        let (address, key) = shown.split_once("/#key=").expect("a key");
        Self { address: address.to_owned(), key: key.to_owned() }
    }

    fn post(&self, path: &str, body: &Value, more: &str) -> (u16, String) {
        post(&self.address, path, body, &format!("Origin: http://{}\r\n{more}", self.address))
    }

    fn save(&self, base: &str, text: &str) -> (u16, String) {
        self.post("/map/1/save", &json!({ "base": base, "text": text }), &format!("X-Wardley-Key: {}\r\n", self.key))
    }

    fn asked(&self, question: &Value) -> Value {
        let (status, body) = self.post("/map/1/ask", question, "");
        assert_eq!(status, 200, "{body}");
        serde_json::from_str(&body).expect("JSON")
    }
}

/// Where the page is, once there is a picture in it.
fn shown(watch: &Watch) -> String {
    let shown = served(watch);
    watch.hear("tea.svg in");
    shown
}

/// The status and the body of what is answered.
fn post(address: &str, path: &str, body: &Value, headers: &str) -> (u16, String) {
    let body = body.to_string();
    let length = body.len();
    let head = format!("POST {path} HTTP/1.1\r\nHost: {address}\r\nContent-Length: {length}\r\n{headers}");
    let answer = ask(address, &format!("{head}Connection: close\r\n\r\n{body}"));
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
    (status, answer.split_once("\r\n\r\n").expect("a body").1.to_owned())
}

const TEA: &str = "title Tea\ncomponent Kettle [0.43, 0.35] // boils\ncomponent Power [0.1, 0.7]\nKettle -> Power\n";

#[test]
fn what_is_typed_is_drawn_and_no_file_changes() {
    let shell =
        Shell::with(&[("tea.wm", TEA), ("maps/more.wm", "component Cup [0.9, 0.5]\n"), ("secret.txt", "secret")]);
    let watch = Watch::start(&shell, "tea.wm --serve=127.0.0.1:0");
    let page = Page { address: shown(&watch), key: String::new() };
    let picture = shell.read("tea.svg");
    let drawn = page.asked(&json!({ "ask": "render", "text": TEA.replace("Tea", "Typed"), "steady": true }));
    assert!(drawn["svg"].as_str().expect("a picture").contains(">Typed<"));
    assert_eq!(drawn["items"].as_array().map(Vec::len), Some(3));
    let within = page.asked(&json!({ "text": "include maps/more.wm\n" }));
    assert_eq!(within["items"][0]["name"], "Cup");
    for path in ["secret.txt", "../../etc/passwd", "/etc/passwd", "maps/../../tea.wm"] {
        let outside = page.asked(&json!({ "text": format!("include {path}\n") }));
        assert_eq!(outside["items"], json!([]), "{path}");
        assert!(outside["problems"].to_string().contains("only maps below"), "{path}: {}", outside["problems"]);
    }
    assert_eq!((shell.read("tea.wm"), shell.read("tea.svg")), (TEA.to_owned(), picture));
}

#[test]
fn nothing_is_written_without_edit_nor_by_who_does_not_know_the_key() {
    let changed = json!({ "base": TEA, "text": "title Changed\n" });
    let shell = Shell::with(&[("tea.wm", TEA)]);
    let watch = Watch::start(&shell, "tea.wm --serve=127.0.0.1:0");
    let address = shown(&watch);
    for key in ["", "X-Wardley-Key: \r\n", "X-Wardley-Key: 0\r\n"] {
        assert_eq!(post(&address, "/map/1/save", &changed, key).0, 403);
    }
    drop(watch);

    let watch = Watch::start(&shell, "tea.wm --edit --serve=127.0.0.1:0");
    let page = Page::of(&watch);
    let key = format!("X-Wardley-Key: {}\r\n", page.key);
    for headers in [
        String::new(),
        "X-Wardley-Key: \r\n".to_owned(),
        format!("X-Wardley-Key: {}0\r\n", page.key),
        format!("X-Wardley-Key: {}\r\n", "0".repeat(32)),
        format!("{key}Origin: http://evil.example\r\n"),
        format!("{key}Origin: null\r\n"),
        format!("{key}Sec-Fetch-Site: cross-site\r\n"),
    ] {
        assert_eq!(post(&page.address, "/map/1/save", &changed, &headers).0, 403, "{headers}");
    }
    let foreign = format!("POST /map/1/save HTTP/1.1\r\nHost: evil.example\r\n{key}Content-Length: 2\r\n\r\n{{}}");
    assert!(ask(&page.address, &foreign).starts_with("HTTP/1.1 403"));
    let body = crate::page::get(&page.address, "/");
    assert!(!body.contains(&page.key), "the key is in the page");
    assert_eq!(shell.read("tea.wm"), TEA);
}

#[test]
fn a_text_is_saved_only_over_what_the_page_has_read() {
    let shell = Shell::with(&[("tea.wm", TEA)]);
    let watch = Watch::start(&shell, "tea.wm --edit --serve=127.0.0.1:0");
    let page = Page::of(&watch);
    let mine = TEA.replace("Tea", "Mine");
    assert_eq!(page.save(TEA, &mine).0, 204);
    assert_eq!(shell.read("tea.wm"), mine);
    watch.see("tea.svg", ">Mine<");
    through_a_rename(&shell, "tea.wm", &watch::map("Theirs"));
    let (status, body) = page.save(&mine, &mine.replace("Mine", "Again"));
    assert_eq!((status, serde_json::from_str(&body).ok()), (409, Some(json!({ "text": watch::map("Theirs") }))));
    assert_eq!(shell.read("tea.wm"), watch::map("Theirs"));

    // Line ends and a byte order mark stay; what cannot be written as it was is not.
    shell.write("tea.wm", "\u{feff}title A\r\n");
    assert_eq!(page.save("title A\r\n", "title B\r\n").0, 204);
    assert_eq!(shell.read("tea.wm"), "\u{feff}title B\r\n");
    for bytes in [&b"\xff\xfet\0"[..], b"title \xe9\n"] {
        fs::write(shell.path("tea.wm"), bytes).expect("a file");
        let (status, why) = page.save("", "title C\n");
        assert!(status == 400 && why.contains("UTF-"), "{status} {why}");
        assert_eq!(fs::read(shell.path("tea.wm")).expect("a file"), bytes);
    }
}

#[test]
fn an_editor_that_saves_at_the_same_moment_loses_nothing() {
    let shell = Shell::with(&[("tea.wm", "title 0\n")]);
    let watch = Watch::start(&shell, "tea.wm --edit --serve=127.0.0.1:0");
    let page = Page::of(&watch);
    let saving = AtomicBool::new(true);
    let (mut saved, mut met) = (0, 0);
    let theirs = thread::scope(|scope| {
        // An editor that saves over what it finds, and remembers what it has seen of the page's.
        let editor = scope.spawn(|| {
            let mut seen = Vec::new();
            for count in 0.. {
                if !saving.load(Ordering::SeqCst) {
                    return (count, seen);
                }
                seen.push(shell.read("tea.wm"));
                through_a_rename(&shell, "tea.wm", &format!("title Theirs {count}\n"));
                thread::yield_now();
            }
            unreachable!()
        });
        let mut base = shell.read("tea.wm");
        for count in 0..200 {
            let (status, body) = page.save(&base, &format!("title Mine {count}\n"));
            match status {
                204 => (base, saved) = (format!("title Mine {count}\n"), saved + 1),
                409 => {
                    let found: Value = serde_json::from_str(&body).expect("JSON");
                    found["text"].as_str().expect("a text").clone_into(&mut base);
                    met += 1;
                    assert!(base.starts_with("title Theirs"), "{base}");
                }
                other => panic!("{other}: {body}"),
            }
        }
        saving.store(false, Ordering::SeqCst);
        editor.join().expect("an editor")
    });
    assert!(saved + met == 200 && theirs.0 > 0, "{saved} saved, {met} met another's");
    // Whoever came last is in the file, whole.
    let last = shell.read("tea.wm");
    assert!(last.starts_with("title Mine") || last == format!("title Theirs {}\n", theirs.0 - 1), "{last}");
    let left = fs::read_dir(shell.path(".")).expect("a folder").count();
    assert!(left <= 3, "{left} files are left");
}

#[test]
fn a_thousand_drags_change_nothing_but_places() {
    let shell = Shell::with(&[("tea.wm", TEA)]);
    let watch = Watch::start(&shell, "tea.wm --edit --serve=127.0.0.1:0");
    let page = Page::of(&watch);
    let mut text = TEA.to_owned();
    let mut random = 7_u32;
    let mut next = |most: u32| {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from((random >> 8) % most)
    };
    for _ in 0..1000 {
        let id = if next(2) < 1.0 { "component-0" } else { "component-1" };
        let edit = json!({ "do": "move", "id": id, "to": { "x": next(1280), "y": next(800) } });
        let changed = page.asked(&json!({ "ask": "edit", "text": text, "edit": edit }));
        let moved = changed["text"].as_str().expect("a text").to_owned();
        assert_eq!(page.save(&text, &moved).0, 204);
        text = moved;
    }
    assert_eq!(shell.read("tea.wm"), text);
    let shape = |text: &str| {
        text.split('[').map(|part| part.rsplit(']').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(shape(&text), shape(TEA));
    assert_ne!(text, TEA);
    assert!(
        page.asked(&json!({ "ask": "check", "text": text }))
            .as_array()
            .expect("problems")
            .iter()
            .all(|problem| problem["severity"] != "error")
    );
}
