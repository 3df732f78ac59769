//! The server of the live page, as programs that mean no good ask it.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::page::served;
use crate::shell::Shell;
use crate::watch::{self, PATIENCE, Watch};

/// The address of a page that shows one map.
fn serving<'a>(shell: &'a Shell, more: &str) -> (Watch<'a>, String) {
    shell.write("tea.wm", watch::map("One"));
    let watch = Watch::start(shell, &format!("tea.wm --serve=127.0.0.1:0 {more}"));
    let address = served(&watch);
    (watch, address)
}

fn open(address: &str) -> TcpStream {
    let stream = TcpStream::connect(address).expect("a server");
    stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
    stream
}

/// Sends as much as the server takes, and returns what it answers.
fn ask(address: &str, request: impl AsRef<[u8]>) -> String {
    let mut stream = open(address);
    // It may have heard enough before the end.
    let _ = stream.write_all(request.as_ref());
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or("none")
}

fn get(address: &str, headers: &str) -> String {
    ask(address, format!("GET / HTTP/1.1\r\nHost: {address}\r\n{headers}\r\n"))
}

#[test]
fn a_request_of_terabytes_is_refused_and_the_next_is_answered() {
    let shell = Shell::new();
    let (_watch, address) = serving(&shell, "");
    for method in ["GET", "POST", "PUT", "BREW"] {
        for host in [address.as_str(), "evil.example", ""] {
            for length in ["30000000000000", "99999999999999999999999999", "1"] {
                let request = format!("{method} /events HTTP/1.1\r\nHost: {host}\r\nContent-Length: {length}\r\n\r\n");
                assert_eq!(status(&ask(&address, request)), "413", "{method} {host} {length}");
            }
        }
    }
    assert_eq!(status(&get(&address, "")), "200");
}

#[test]
fn headers_without_end_are_refused() {
    let shell = Shell::new();
    let (_watch, address) = serving(&shell, "");
    let long = "x".repeat(5_000_000);
    assert!(["431", "none"].contains(&status(&get(&address, &format!("Long: {long}\r\n")))));
    assert!(["431", "none"].contains(&status(&ask(&address, &long))));
    assert_eq!(status(&get(&address, &"Many: 1\r\n".repeat(100))), "431");
    assert_eq!(status(&get(&address, "")), "200");
}

#[test]
fn what_is_no_plain_request_is_refused() {
    let shell = Shell::new();
    let (_watch, address) = serving(&shell, "");
    for (headers, refusal) in [
        ("Transfer-Encoding: chunked\r\n", "411"),
        ("Content-Length: -1\r\n", "400"),
        ("Content-Length: 0\r\nContent-Length: 5\r\n", "400"),
        ("Host: evil.example\r\n", "400"),
        ("Colonless\r\n", "400"),
    ] {
        assert_eq!(status(&get(&address, headers)), refusal, "{headers}");
    }
    assert_eq!(status(&ask(&address, "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\r\n\r\n")), "400");
    assert_eq!(status(&ask(&address, "GET / HTTP/1.1\r\n\r\n")), "403");
    assert_eq!(status(&get(&address, "")), "200");
}

#[test]
fn silent_connections_hold_up_no_one() {
    let shell = Shell::new();
    let (_watch, address) = serving(&shell, "");
    let silent: Vec<_> = (0..300).map(|_| open(&address)).collect();
    let mut halfway: Vec<_> = (0..100).map(|_| open(&address)).collect();
    for stream in &mut halfway {
        stream.write_all(b"GET / HTTP/1.1\r\nHo").expect("an open connection");
    }
    // As browsers do: connections that are to be kept, all opened before any asks.
    let mut kept: Vec<_> = (0..60).map(|_| open(&address)).collect();
    for stream in &mut kept {
        let request = format!("GET /page.css HTTP/1.1\r\nHost: {address}\r\nConnection: keep-alive\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("an open connection");
    }
    for stream in &mut kept {
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        assert_eq!(status(&answer), "200");
    }
    drop((silent, halfway));
}

#[test]
fn of_requests_sent_together_the_first_is_answered() {
    let shell = Shell::new();
    let (_watch, address) = serving(&shell, "");
    let one = format!("GET /page.css HTTP/1.1\r\nHost: {address}\r\n\r\n");
    let answer = ask(&address, one.repeat(50));
    assert_eq!((status(&answer), answer.matches("HTTP/1.1 ").count()), ("200", 1));
}

#[test]
fn every_answer_tells_browsers_what_they_may_do_with_it() {
    let shell = Shell::new();
    let (_watch, address) = serving(&shell, "");
    let mut events = open(&address);
    write!(events, "GET /events HTTP/1.1\r\nHost: {address}\r\n\r\n").expect("an open connection");
    let mut head = vec![0; 900];
    events.read_exact(&mut head).expect("events");
    let forbidden = ask(&address, "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    assert_eq!(status(&forbidden), "403");
    for answer in [String::from_utf8_lossy(&head).into_owned(), get(&address, ""), forbidden] {
        for header in [
            "default-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "Cross-Origin-Resource-Policy: same-origin",
            "X-Content-Type-Options: nosniff",
        ] {
            assert!(answer.contains(header), "{header}: {answer}");
        }
    }
}

#[test]
fn other_pages_may_lead_to_the_page_and_get_nothing_of_it() {
    let shell = Shell::new();
    let (_watch, address) = serving(&shell, "");
    let get = |path: &str, headers: &str| {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n{headers}\r\n");
        status(&ask(&address, request)).to_owned()
    };
    let cross = "Sec-Fetch-Site: cross-site\r\n";
    for path in ["/", "/events", "/page.js", "/map/1.svg"] {
        assert_eq!(get(path, &format!("{cross}Sec-Fetch-Mode: no-cors\r\n")), "403", "{path}");
    }
    assert_eq!(get("/events", &format!("{cross}Sec-Fetch-Mode: navigate\r\n")), "403");
    assert_eq!(get("/", &format!("{cross}Sec-Fetch-Mode: navigate\r\n")), "200");
    assert_eq!(get("/page.js", "Sec-Fetch-Site: same-origin\r\n"), "200");
    assert_eq!(get("/page.js", "Origin: http://evil.example\r\n"), "403");
}

#[test]
fn a_name_is_answered_once_it_is_allowed() {
    let at = |address: &str, host: &str| ask(address, format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"));
    let shell = Shell::new();
    let (_watch, address) = serving(&shell, "");
    let refused = at(&address, "maps.example:7878");
    assert_eq!(status(&refused), "403");
    assert!(refused.contains("--allow-host NAME"), "{refused}");
    let shell = Shell::new();
    let (_watch, address) = serving(&shell, "--allow-host maps.example");
    assert_eq!(status(&at(&address, "Maps.example:7878")), "200");
    assert_eq!(status(&at(&address, "other.example")), "403");
}
