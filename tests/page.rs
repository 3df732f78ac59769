//! The page that `wardley watch --serve` shows, as a browser asks for it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use crate::shell::{Shell, is_svg};
use crate::watch::{self, PATIENCE, Watch, through_a_rename};

/// One request, as any program on this machine can make it.
pub(crate) fn ask(address: &str, request: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("a server");
    stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
    stream.write_all(request.as_bytes()).expect("an open connection");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    String::from_utf8_lossy(&answer).into_owned()
}

pub(crate) fn get(address: &str, path: &str) -> String {
    ask(address, &format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"))
}

fn post(address: &str, path: &str, origin: &str) -> String {
    let headers = format!("Host: {address}\r\nOrigin: {origin}\r\nContent-Length: 0\r\nConnection: close");
    ask(address, &format!("POST {path} HTTP/1.1\r\n{headers}\r\n\r\n"))
}

pub(crate) fn served(watch: &Watch) -> String {
    let line = watch.hear("showing at");
    line.trim_start_matches("showing at http://").trim_end_matches('/').to_owned()
}

/// A window that listens for what is new.
struct Window(BufReader<TcpStream>);

impl Window {
    fn open(address: &str) -> Self {
        let mut stream = TcpStream::connect(address).expect("a server");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        write!(stream, "GET /events HTTP/1.1\r\nHost: {address}\r\n\r\n").expect("an open connection");
        Self(BufReader::new(stream))
    }

    /// The next event of this name whose data holds this.
    fn hear(&mut self, name: &str, text: &str) -> serde_json::Value {
        let mut event = String::new();
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).expect("news") > 0, "the server closed the connection");
            if let Some(name) = line.strip_prefix("event: ") {
                name.trim_end().clone_into(&mut event);
            }
            if let Some(data) = line.strip_prefix("data: ")
                && event == name
                && data.contains(text)
            {
                return serde_json::from_str(data).expect("JSON");
            }
        }
    }
}

#[test]
fn the_page_is_told_of_every_change_and_of_what_is_wrong() {
    let shell = Shell::with(&[("tea.wm", &watch::map("One"))]);
    let watch = Watch::start(&shell, "tea.wm --serve=127.0.0.1:0");
    let address = served(&watch);
    assert!(get(&address, "/").contains("<script src=\"/page.js\">"));
    let mut windows = [Window::open(&address), Window::open(&address)];
    for window in &mut windows {
        let map = window.hear("map", ">One<");
        assert_eq!((map["good"].as_bool(), map["lines"]["Cup"].as_u64()), (Some(true), Some(3)));
        assert!(is_svg(map["dark"].as_str().expect("a picture").as_bytes()));
    }
    shell.write("tea.wm", "title Two\ninclude nowhere.wm\ncomponent Cup [0.8, 0.6]\n");
    let map = windows[0].hear("map", "nowhere");
    assert_eq!(map["good"].as_bool(), Some(false));
    assert!(map["svg"].as_str().expect("the last good picture").contains(">One<"));
    assert_eq!(map["problems"][0]["line"].as_u64(), Some(2));
    through_a_rename(&shell, "tea.wm", &watch::map("Three"));
    for window in &mut windows {
        assert_eq!(window.hear("map", ">Three<")["good"].as_bool(), Some(true));
    }
    assert!(get(&address, "/map/1.svg").contains(">Three<"));
}

/// A map without a number, so that every component stands where the layout puts it.
pub(crate) const BAKERY: &str = "title Bakery\nanchor Guest\ncomponent Bread\ncomponent Oven\ncomponent Flour\n\
    Guest -> Bread\nBread -> Oven\nBread -> Flour\n";

/// Where the symbols of these components are in a picture.
fn symbols<const N: usize>(picture: &serde_json::Value, names: [&str; N]) -> [String; N] {
    let picture = roxmltree::Document::parse(picture.as_str().expect("a picture")).expect("XML");
    names.map(|name| {
        let mut groups = picture.descendants().filter(|node| node.attribute("data-name") == Some(name));
        let circle = groups.find_map(|group| group.children().find(|node| node.has_tag_name("circle")));
        let circle = circle.unwrap_or_else(|| panic!("no {name}"));
        ["cx", "cy"].map(|at| circle.attribute(at).expect("a coordinate")).join(" ")
    })
}

#[test]
fn the_page_holds_what_it_showed_until_asked_and_files_never_do() {
    let names = ["Bread", "Oven", "Flour"];
    let shell = Shell::with(&[("tea.wm", BAKERY)]);
    let watch = Watch::start(&shell, "tea.wm --serve=127.0.0.1:0");
    let address = served(&watch);
    let mut window = Window::open(&address);
    let first = window.hear("map", ">Bakery<");
    assert_eq!(first["held"].as_bool(), Some(false));

    let more = format!("{BAKERY}component Van\nGuest -> Van\ncomponent Mill\nFlour -> Mill\n");
    through_a_rename(&shell, "tea.wm", &more);
    let held = window.hear("map", ">Mill<");
    assert_eq!(held["held"].as_bool(), Some(true));
    for shade in ["svg", "dark"] {
        assert_eq!(symbols(&held[shade], names), symbols(&first[shade], names), "{shade}");
    }
    let rendered = String::from_utf8(shell.fine("render tea.wm -o -")).expect("text");
    assert_ne!(held["svg"].as_str(), Some(rendered.as_str()));
    assert_eq!(shell.read("tea.svg"), rendered);
    assert!(get(&address, "/map/1.svg").ends_with(&rendered), "a file that is saved from the page");

    for origin in ["http://evil.example", "null", "http://127.0.0.1:1"] {
        assert!(post(&address, "/map/1/anew", origin).starts_with("HTTP/1.1 403"), "{origin}");
    }
    let own = format!("http://{address}");
    for path in ["/map/2/anew", "/map/1/anew/", "/map/anew"] {
        assert!(post(&address, path, &own).starts_with("HTTP/1.1 405"), "{path}");
    }
    assert!(post(&address, "/map/1/anew", &own).starts_with("HTTP/1.1 204"));
    let anew = window.hear("map", ">Mill<");
    assert_eq!((anew["held"].as_bool(), anew["svg"].as_str()), (Some(false), Some(rendered.as_str())));

    // What is shown now is what stays from now on.
    through_a_rename(&shell, "tea.wm", &format!("{more}component Road\nVan -> Road\n"));
    let later = window.hear("map", ">Road<");
    assert_eq!(symbols(&later["svg"], names), symbols(&anew["svg"], names));
}

#[test]
fn a_mistake_loses_nothing_that_is_held() {
    let shell = Shell::with(&[("tea.wm", BAKERY)]);
    let watch = Watch::start(&shell, "tea.wm --serve=127.0.0.1:0");
    let mut window = Window::open(&served(&watch));
    let first = window.hear("map", ">Bakery<");
    shell.write("tea.wm", format!("{BAKERY}include nowhere.wm\n"));
    assert_eq!(window.hear("map", "nowhere")["svg"], first["svg"]);
    shell.write("tea.wm", format!("{BAKERY}component Van\nGuest -> Van\n"));
    let names = ["Bread", "Oven", "Flour"];
    assert_eq!(symbols(&window.hear("map", ">Van<")["svg"], names), symbols(&first["svg"], names));
}

#[test]
fn what_could_not_be_read_where_it_was_is_laid_out_anew() {
    let shell = Shell::with(&[("tea.wm", BAKERY)]);
    let watch = Watch::start(&shell, "tea.wm --serve=127.0.0.1:0");
    let mut window = Window::open(&served(&watch));
    window.hear("map", ">Bakery<");
    // A new component exactly where the layout had put another one, which it is linked with.
    let pinned = String::from_utf8(shell.feed("fmt --pin -", BAKERY.as_bytes()).out).expect("text");
    let place = pinned.lines().find_map(|line| line.strip_prefix("component Flour ")).expect("a place");
    shell.write("tea.wm", format!("{BAKERY}component Rye {place}\nFlour -> Rye\n"));
    let shown = window.hear("map", ">Rye<");
    assert_eq!(shown["held"].as_bool(), Some(false));
    assert_eq!(shown["svg"].as_str(), Some(shell.read("tea.svg").as_str()));
}

#[test]
fn only_this_machine_and_only_what_was_drawn_is_served() {
    let shell = Shell::with(&[("tea.wm", &watch::map("One")), ("secret.txt", "secret")]);
    let watch = Watch::start(&shell, "tea.wm --serve=127.0.0.1:0");
    let address = served(&watch);
    watch.hear("tea.svg in");
    for path in [
        "/secret.txt",
        "/../secret.txt",
        "/map/../secret.txt",
        "/map/9.svg",
        "/map/1.exe",
        "/%2e%2e/secret.txt",
        "/tea.wm",
        "//",
    ] {
        let answer = get(&address, path);
        assert!(answer.starts_with("HTTP/1.1 404") && !answer.contains("secret"), "{path}: {answer}");
    }
    for host in ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""] {
        let answer = ask(&address, &format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        assert!(answer.starts_with("HTTP/1.1 403"), "{host}: {answer}");
    }
    assert!(
        ask(&address, &format!("POST / HTTP/1.1\r\nHost: {address}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
            .starts_with("HTTP/1.1 405")
    );
    for host in ["localhost", "127.0.0.1", "[::1]", "192.168.0.7:7878"] {
        let answer = ask(&address, &format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        assert!(answer.starts_with("HTTP/1.1 200"), "{host}: {answer}");
    }
}

#[test]
fn a_window_that_reads_nothing_holds_up_no_one() {
    let shell = Shell::with(&[("tea.wm", &watch::map("Start"))]);
    let watch = Watch::start(&shell, "tea.wm --serve=127.0.0.1:0");
    let address = served(&watch);
    let asleep: Vec<Window> = (0..8).map(|_| Window::open(&address)).collect();
    for count in 0..30 {
        shell.write("tea.wm", watch::map(&format!("Edit {count}")));
        watch.see("tea.svg", &format!(">Edit {count}<"));
    }
    Window::open(&address).hear("map", ">Edit 29<");
    drop(asleep);
}

#[test]
fn a_port_that_is_taken_makes_way_for_the_next() {
    let shell = Shell::with(&[("tea.wm", &watch::map("One"))]);
    let first = Watch::start(&shell, "tea.wm --serve=127.0.0.1:0");
    let address = served(&first);
    let second = Watch::start(&shell, &format!("tea.wm --serve={address}"));
    let other = served(&second);
    assert_ne!(address, other);
    assert!(get(&other, "/").starts_with("HTTP/1.1 200"));
}
