//! The live preview: a page on this machine that shows the maps and follows them. It serves what was rendered, and nothing else.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use serde_json::json;
use tiny_http::{Header, Method, Request, Response, Server};

use crate::cli::watch::pictures::Pictures;
use crate::cli::watch::preview_map::PreviewMap;

/// Where the page is served unless the user says otherwise.
pub(crate) const ADDRESS: &str = "127.0.0.1:7878";
/// How many ports are tried from the first one on where it is taken.
const PORTS: u16 = 20;
/// How many windows may listen at once. More than that are asked to try again later.
const LISTENERS: usize = 64;
/// How often a silent connection hears that we are still there, so that one whose window is gone is noticed.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// What the page shows.
#[derive(Default)]
pub(crate) struct Preview {
    posted: Mutex<Posted>,
    news: Condvar,
}

#[derive(Default)]
struct Posted {
    /// Counts what was posted.
    version: u64,
    /// When a map came or went.
    list: u64,
    sheets: BTreeMap<u64, (u64, Arc<PreviewMap>)>,
    listeners: usize,
}

impl Preview {
    /// Shows the newest of a map.
    pub(crate) fn post(&self, preview_map: PreviewMap) {
        let mut posted = self.posted();
        posted.version += 1;
        let version = posted.version;
        if posted.sheets.insert(preview_map.id, (version, Arc::new(preview_map))).is_none() {
            posted.list = version;
        }
        self.news.notify_all();
    }

    /// Shows only the maps of these numbers from now on.
    pub(crate) fn keep(&self, ids: impl Fn(u64) -> bool) {
        let mut posted = self.posted();
        let before = posted.sheets.len();
        posted.sheets.retain(|&id, _| ids(id));
        if posted.sheets.len() != before {
            posted.version += 1;
            posted.list = posted.version;
            self.news.notify_all();
        }
    }

    /// The pictures of a map that are shown.
    pub(crate) fn pictures(&self, id: u64) -> Option<Pictures> {
        self.posted().sheets.get(&id)?.1.pictures.clone()
    }

    /// Shows a map laid out anew, if there is such a map.
    fn show_anew(&self, id: u64) -> Option<()> {
        let mut posted = self.posted();
        let preview_map = posted.sheets.get(&id)?.1.anew();
        posted.version += 1;
        let version = posted.version;
        posted.sheets.insert(id, (version, Arc::new(preview_map)));
        self.news.notify_all();
        Some(())
    }

    /// A panic elsewhere leaves nothing half-posted.
    fn posted(&self) -> MutexGuard<'_, Posted> {
        self.posted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is new to someone who knows all up to `known`: events, and up to where they reach. Waits for news a while.
    fn news(&self, known: u64) -> (String, u64) {
        let wait = |posted: &mut Posted| posted.version <= known;
        let waited =
            self.news.wait_timeout_while(self.posted(), HEARTBEAT, wait).unwrap_or_else(PoisonError::into_inner);
        let posted = waited.0;
        let mut events = String::new();
        if posted.version <= known {
            events.push_str(": still here\n\n");
        }
        for (version, preview_map) in posted.sheets.values() {
            if *version > known {
                event(&mut events, "map", &preview_map.json());
            }
        }
        if posted.list > known || known == 0 {
            event(&mut events, "all", &json!(posted.sheets.keys().collect::<Vec<_>>()).to_string());
        }
        (events, posted.version)
    }
}

/// JSON has no line breaks in it, so that one line of data is enough.
fn event(events: &mut String, name: &str, data: &str) {
    events.push_str("event: ");
    events.push_str(name);
    events.push_str("\ndata: ");
    events.push_str(data);
    events.push_str("\n\n");
}

/// Serves `preview` at `address`, or at the next free port after it, and returns where that is.
///
/// # Errors
///
/// When `address` is none, or nothing there is free.
pub(crate) fn serve(preview: &Arc<Preview>, address: &str) -> io::Result<SocketAddr> {
    let asked: SocketAddr = address
        .parse()
        .or_else(|_| format!("127.0.0.1:{address}").parse())
        .map_err(|_| io::Error::new(io::ErrorKind::InvalidInput, format!("{address} is no ADDRESS:PORT")))?;
    let server = open(asked)?;
    let at = server.server_addr().to_ip().unwrap_or(asked);
    let preview = preview.clone();
    thread::spawn(move || {
        for request in server.incoming_requests() {
            answer(request, &preview, asked.ip());
        }
    });
    Ok(at)
}

fn open(asked: SocketAddr) -> io::Result<Server> {
    let mut last = io::Error::from(io::ErrorKind::AddrInUse);
    for port in (asked.port()..=u16::MAX).take(if asked.port() == 0 { 1 } else { PORTS.into() }) {
        match Server::http(SocketAddr::new(asked.ip(), port)) {
            Ok(server) => return Ok(server),
            Err(error) => last = error.downcast::<io::Error>().map_or_else(io::Error::other, |error| *error),
        }
    }
    Err(last)
}

fn answer(request: Request, preview: &Arc<Preview>, ip: IpAddr) {
    if !is_for_us(&request, ip) {
        return reply(request, 403, "text/plain", b"This page is for this machine only.".to_vec());
    }
    let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
    if *request.method() == Method::Post && change(&path, preview).is_some() {
        return reply(request, 204, "text/plain", Vec::new());
    }
    if !matches!(request.method(), Method::Get | Method::Head) {
        return reply(request, 405, "text/plain", b"There is nothing to change here.".to_vec());
    }
    match path.as_str() {
        "/" => reply(request, 200, "text/html; charset=utf-8", include_bytes!("page.html").to_vec()),
        "/page.css" => reply(request, 200, "text/css; charset=utf-8", include_bytes!("page.css").to_vec()),
        "/page.js" => reply(request, 200, "text/javascript; charset=utf-8", include_bytes!("page.js").to_vec()),
        "/events" => listen(request, preview),
        _ => match picture(&path, preview) {
            Some((kind, bytes)) => reply(request, 200, kind, bytes),
            None => reply(request, 404, "text/plain", b"There is no such page.".to_vec()),
        },
    }
}

/// A page of another site may make the browser ask us under that site's name, or ask us under ours. Only our own names are
/// answered, and only our own page.
fn is_for_us(request: &Request, ip: IpAddr) -> bool {
    let said = |name: &'static str| {
        request.headers().iter().find(|header| header.field.equiv(name)).map(|header| header.value.as_str())
    };
    let Some(host) = said("Host") else { return false };
    if said("Origin").is_some_and(|origin| origin != format!("http://{host}")) {
        return false;
    }
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost")
        || name.parse::<IpAddr>().is_ok_and(|named| named == ip || named.is_loopback())
}

/// `/map/3/anew` shows a map laid out anew.
fn change(path: &str, preview: &Preview) -> Option<()> {
    preview.show_anew(path.strip_prefix("/map/")?.strip_suffix("/anew")?.parse().ok()?)
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

fn reply(request: Request, status: u16, kind: &str, body: Vec<u8>) {
    let mut response = Response::from_data(body).with_status_code(status);
    for (name, value) in [
        ("Content-Type", kind),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        (
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; connect-src 'self'",
        ),
    ] {
        response.add_header(Header::from_bytes(name, value).expect("plain letters make a header"));
    }
    // A closed connection is no reason to fail. In a thread of its own a slow reader holds up no one else.
    thread::spawn(move || request.respond(response));
}

/// Sends a window what is new. Each has a thread of its own, so that a slow one holds up no other.
fn listen(request: Request, preview: &Arc<Preview>) {
    let full = {
        let mut posted = preview.posted();
        posted.listeners += 1;
        posted.listeners > LISTENERS
    };
    let preview = preview.clone();
    thread::spawn(move || {
        if full {
            let _ = request.respond(Response::from_string("too many windows").with_status_code(503));
        } else {
            // The window is gone: nothing is left to do.
            let _ = send_events(request.into_writer(), &preview);
        }
        preview.posted().listeners -= 1;
    });
}

/// Server-sent events, with headers written by hand: the answer has no end, and pieces with lengths between them upset browsers.
fn send_events(mut window: Box<dyn Write + Send>, preview: &Preview) -> io::Result<()> {
    window.write_all(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\nretry: 500\n\n",
    )?;
    window.flush()?;
    let mut known = 0;
    loop {
        let (events, version) = preview.news(known);
        window.write_all(events.as_bytes())?;
        window.flush()?;
        known = version.max(1);
    }
}
