//! The live preview's server: a page on this machine that shows the maps and follows them. It serves what was rendered, and nothing
//! else, to nobody but the browsers of those who know its address.

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::Arc;

use crate::cli::watch::http::{self, Answer, Handler, Request};
use crate::cli::watch::preview::Preview;
use crate::cli::watch::writing;

/// Where the page is served unless the user says otherwise.
pub(crate) const ADDRESS: &str = "127.0.0.1:7878";
/// How many ports are tried from the first one on where it is taken.
const PORTS: u16 = 20;
/// What browsers are to know of every answer: nothing but the page's own parts is loaded or run, and no other page may show, read or
/// embed any of it.
const HEADERS: [(&str, &str); 7] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; connect-src 'self'; \
         frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    ),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-store"),
];

/// Serves `preview` at `address`, or at the next free port after it, and returns the page's address. Where the page may write, that
/// holds a key: browsers send it to nobody, and who does not know it writes nothing. The server is reached under IP
/// addresses, `localhost` and the names in `hosts`.
///
/// # Errors
///
/// When `address` is none, or nothing there is free.
pub(crate) fn serve(preview: &Arc<Preview>, address: &str, hosts: &[String]) -> io::Result<String> {
    let asked: SocketAddr = address
        .parse()
        .or_else(|_| format!("127.0.0.1:{address}").parse())
        .map_err(|_| io::Error::new(io::ErrorKind::InvalidInput, format!("{address} is no ADDRESS:PORT")))?;
    let listener = open(asked)?;
    let at = listener.local_addr()?;
    let key = if preview.edits() { key()? } else { String::new() };
    let page = if preview.edits() { format!("http://{at}/#key={key}") } else { format!("http://{at}/") };
    http::serve(listener, Arc::new(Routes { preview: preview.clone(), hosts: hosts.to_vec(), key }))?;
    Ok(page)
}

/// Letters that nobody guesses.
fn key() -> io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(format!("{:032x}", u128::from_le_bytes(bytes)))
}

fn open(asked: SocketAddr) -> io::Result<TcpListener> {
    let mut last = io::Error::from(io::ErrorKind::AddrInUse);
    for port in (asked.port()..=u16::MAX).take(if asked.port() == 0 { 1 } else { PORTS.into() }) {
        match TcpListener::bind(SocketAddr::new(asked.ip(), port)) {
            Ok(listener) => return Ok(listener),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// What there is to be asked for.
struct Routes {
    preview: Arc<Preview>,
    /// Names that the user allows besides addresses and `localhost`.
    hosts: Vec<String>,
    /// What a page must know to write maps.
    key: String,
}

impl Handler for Routes {
    fn headers(&self) -> &[(&'static str, &'static str)] {
        &HEADERS
    }

    /// Only texts are sent, and questions about them.
    fn most(&self, _: &str, path: &str) -> usize {
        if path.ends_with("/ask") || path.ends_with("/save") { writing::MOST } else { 0 }
    }

    fn answer(&self, request: &Request) -> Answer {
        if let Err(why) = self.is_for_us(request) {
            return Answer::text(403, why);
        }
        match request.method.as_str() {
            "GET" | "HEAD" => self.get(&request.path),
            "POST" => self.post(request).unwrap_or_else(|| Answer::text(405, "There is nothing to change here.")),
            _ => Answer::text(405, "There is nothing to change here."),
        }
    }
}

impl Routes {
    /// A page of another site may make the browser ask us under that site's name, or ask us under ours. Only our own names are
    /// answered, and only our own page. A site can give its name our address, but no address another one: addresses are safe.
    fn is_for_us(&self, request: &Request) -> Result<(), String> {
        let host = request.header("Host");
        let origin = request.header("Origin");
        if !origin.is_empty() && origin != format!("http://{host}") {
            return Err("This page is for this machine only, and for no other page.".to_owned());
        }
        // What leads here from another page may open the page, as the user's click did, but get nothing else.
        let site = request.header("Sec-Fetch-Site");
        let opens = request.path == "/" && request.header("Sec-Fetch-Mode") == "navigate";
        if !matches!(site, "" | "none" | "same-origin") && !opens {
            return Err("This page is for this machine only, and for no other page.".to_owned());
        }
        let name = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
            _ => host,
        };
        let name = name.trim_start_matches('[').trim_end_matches(']');
        let known = name.eq_ignore_ascii_case("localhost")
            || name.parse::<IpAddr>().is_ok()
            || self.hosts.iter().any(|host| host.eq_ignore_ascii_case(name));
        let why = "This page is answered at IP addresses and localhost. \
                   To reach it under another name: wardley watch --serve --allow-host NAME\n";
        if known { Ok(()) } else { Err(why.to_owned()) }
    }

    /// `/map/3/anew` shows a map laid out anew, `/map/3/ask` answers a question about a text in its place, `/map/3/save` writes it.
    fn post(&self, request: &Request) -> Option<Answer> {
        let (id, what) = request.path.strip_prefix("/map/")?.split_once('/')?;
        let map = self.preview.map(id.parse().ok()?)?;
        match what {
            "anew" => self.preview.show_anew(map.id).map(|()| Answer::text(204, "")),
            "ask" => Some(writing::ask(&map, &request.body)),
            "save" if self.preview.edits() && self.is_author(request) => Some(writing::save(&map, &request.body)),
            "save" => Some(Answer::text(403, "This page may not write the map: start wardley watch with --edit.")),
            _ => None,
        }
    }

    /// Whether who asks knows the key that was shown to whoever started the watching. Others on this machine do not.
    fn is_author(&self, request: &Request) -> bool {
        let key = request.header("X-Wardley-Key");
        // The time that this takes says nothing of the key but its length.
        let differ = key.bytes().zip(self.key.bytes()).fold(0, |differ, (one, other)| differ | (one ^ other));
        key.len() == self.key.len() && differ == 0 && !key.is_empty()
    }

    fn get(&self, path: &str) -> Answer {
        let page = |kind, bytes: &[u8]| Answer::Page { status: 200, kind, body: bytes.to_vec() };
        match path {
            "/" => page("text/html; charset=utf-8", include_bytes!("page.html")),
            "/page.css" => page("text/css; charset=utf-8", include_bytes!("page.css")),
            "/page.js" => page("text/javascript; charset=utf-8", include_bytes!("page.js")),
            "/events" => {
                let preview = self.preview.clone();
                Answer::Events(Box::new(move |window| preview.send_events(window)))
            }
            _ => match picture(path, &self.preview) {
                Some((kind, body)) => Answer::Page { status: 200, kind, body },
                None => Answer::text(404, "There is no such page."),
            },
        }
    }
}

/// `/map/3.svg`, `/map/3.png`
fn picture(path: &str, preview: &Preview) -> Option<(&'static str, Vec<u8>)> {
    let (id, kind) = path.strip_prefix("/map/")?.split_once('.')?;
    let pictures = preview.pictures(id.parse().ok()?)?;
    match kind {
        "svg" => Some(("image/svg+xml", pictures.svg())),
        "png" => Some(("image/png", pictures.png()?)),
        _ => None,
    }
}
