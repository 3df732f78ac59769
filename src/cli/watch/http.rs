//! As much HTTP/1.1 as a page on this machine needs, with a bound on everything: [`serve`].
//!
//! A connection carries one request and one answer. Whoever is slow, sends more than it may, or never reads what it asked for loses
//! its connection, and holds up nobody else meanwhile.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// So many bytes of a request line and headers are read.
const HEAD: usize = 16 * 1024;
/// So many headers are read.
const HEADERS: usize = 64;
/// So many connections are open at once, streams apart.
const CONNECTIONS: usize = 512;
/// So many streams are open at once.
const STREAMS: usize = 64;
/// How long a request may take to arrive in full, and a reader to take a part of an answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long an answer may take to be read in full.
const LONGEST_ANSWER: Duration = Duration::from_secs(60);
/// The stack of a thread that answers. Drawing a PNG happens on it.
const STACK: usize = 2 << 20;

/// One request, all of it.
#[derive(Debug, Default)]
pub(crate) struct Request {
    /// `GET`, `POST`, …
    pub(crate) method: String,
    /// What is asked for, from the first `/` to before any `?`.
    pub(crate) path: String,
    /// What was sent with it.
    pub(crate) body: Vec<u8>,
    headers: Vec<(String, String)>,
}

impl Request {
    /// The value of a header, empty where the header is missing. There is no header twice that decides anything.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }
}

/// What is answered.
pub(crate) enum Answer {
    /// A whole document.
    Page {
        /// 200, 404, …
        status: u16,
        /// Its media type.
        kind: &'static str,
        /// Its bytes.
        body: Vec<u8>,
    },
    /// Server-sent events, as long as the function writes them.
    Events(Events),
}

/// What writes events to a window until that is gone.
pub(crate) type Events = Box<dyn FnOnce(&mut Stream) -> io::Result<()> + Send>;

impl Answer {
    /// A line of text.
    pub(crate) fn text(status: u16, text: impl Into<String>) -> Self {
        Self::Page { status, kind: "text/plain; charset=utf-8", body: text.into().into_bytes() }
    }
}

/// What answers requests.
pub(crate) trait Handler: Send + Sync + 'static {
    /// Headers that all answers have.
    fn headers(&self) -> &[(&'static str, &'static str)];

    /// How many bytes may be sent with a request to this path.
    fn most(&self, method: &str, path: &str) -> usize;

    /// Answers one request.
    fn answer(&self, request: &Request) -> Answer;
}

/// Answers all requests that come to `listener`, from now on, in threads of their own.
///
/// # Errors
///
/// When there is no thread to be had.
pub(crate) fn serve(listener: TcpListener, handler: Arc<dyn Handler>) -> io::Result<()> {
    let (open, streams) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    thread::Builder::new().name("server".to_owned()).spawn(move || {
        for connection in listener.incoming() {
            let Ok(connection) = connection else {
                // The system has no more of something; it will again.
                thread::sleep(Duration::from_millis(50));
                continue;
            };
            let Some(slot) = Slot::of(&open, CONNECTIONS) else { continue };
            let (handler, streams) = (handler.clone(), streams.clone());
            // Where there is no thread the connection is closed, as its parts are dropped.
            let _ = thread::Builder::new().stack_size(STACK).spawn(move || {
                // A connection that breaks concerns nobody but its other end.
                let _ = converse(connection, &*handler, slot, &streams);
            });
        }
    })?;
    Ok(())
}

/// A place among a bounded number, free again when dropped.
struct Slot(Arc<AtomicUsize>);

impl Slot {
    fn of(taken: &Arc<AtomicUsize>, most: usize) -> Option<Self> {
        let slot = Self(taken.clone());
        (taken.fetch_add(1, Ordering::SeqCst) < most).then_some(slot)
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

fn converse(connection: TcpStream, handler: &dyn Handler, slot: Slot, streams: &Arc<AtomicUsize>) -> io::Result<()> {
    let mut stream = Stream { connection, until: Instant::now() + PATIENCE };
    let _ = stream.connection.set_nodelay(true);
    let (request, answer) = match read(&mut stream, handler)? {
        Ok(request) => {
            let answer = handler.answer(&request);
            (request, answer)
        }
        Err((status, why)) => (Request::default(), Answer::text(status, why)),
    };
    stream.until = Instant::now() + LONGEST_ANSWER;
    match answer {
        Answer::Page { status, kind, body } => {
            let length = body.len().to_string();
            let more = [("Content-Type", kind), ("Content-Length", length.as_str())];
            stream.write_all(head(status, handler.headers(), &more).as_bytes())?;
            if request.method != "HEAD" {
                stream.write_all(&body)?;
            }
        }
        Answer::Events(write) => {
            drop(slot);
            let Some(_slot) = Slot::of(streams, STREAMS) else {
                let more = [("Content-Length", "0"), ("Retry-After", "10")];
                return stream.write_all(head(503, handler.headers(), &more).as_bytes());
            };
            stream.write_all(head(200, handler.headers(), &[("Content-Type", "text/event-stream")]).as_bytes())?;
            write(&mut stream)?;
        }
    }
    stream.close();
    Ok(())
}

fn head(status: u16, always: &[(&str, &str)], more: &[(&str, &str)]) -> String {
    let mut head = format!("HTTP/1.1 {status} {}\r\nConnection: close\r\n", reason(status));
    for (name, value) in always.iter().chain(more) {
        head.extend([name, ": ", value, "\r\n"]);
    }
    head + "\r\n"
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        204 => "No Content",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        411 => "Length Required",
        413 => "Content Too Large",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        _ => "Error",
    }
}

/// A status and a line about what is wrong with a request.
type Refusal = (u16, &'static str);

/// Reads a request; or says why it is none that is answered.
fn read(stream: &mut Stream, handler: &dyn Handler) -> io::Result<Result<Request, Refusal>> {
    let mut bytes = Vec::new();
    let (mut request, length) = loop {
        let mut part = [0; 4096];
        let count = stream.read(&mut part)?;
        if count == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        bytes.extend(part.iter().take(count));
        match parse(&bytes) {
            Ok(Some(parsed)) => break parsed,
            Ok(None) if bytes.len() < HEAD => {}
            Ok(None) => return Ok(Err((431, "too long"))),
            Err(refusal) => return Ok(Err(refusal)),
        }
    };
    let size = match size(&request) {
        Ok(size) if size <= handler.most(&request.method, &request.path) => size,
        Ok(_) => return Ok(Err((413, "too much is sent"))),
        Err(refusal) => return Ok(Err(refusal)),
    };
    if request.header("Expect").eq_ignore_ascii_case("100-continue") {
        stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
    }
    request.body = bytes.split_off(length.min(bytes.len()));
    request.body.truncate(size);
    let missing = size - request.body.len();
    let got = Read::by_ref(stream).take(missing as u64).read_to_end(&mut request.body)?;
    Ok(if got == missing { Ok(request) } else { Err((400, "less was sent than announced")) })
}

/// The request line and headers at the beginning of `bytes`, and how many bytes they are; `None` while they are not all there.
fn parse(bytes: &[u8]) -> Result<Option<(Request, usize)>, Refusal> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut parsed = httparse::Request::new(&mut headers);
    let length = match parsed.parse(bytes) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(httparse::Error::TooManyHeaders) => return Err((431, "too many headers")),
        Err(_) => return Err((400, "no request")),
    };
    let text =
        |header: &httparse::Header| (header.name.to_owned(), String::from_utf8_lossy(header.value).trim().to_owned());
    let path = parsed.path.unwrap_or_default().split('?').next().unwrap_or_default();
    let request = Request {
        method: parsed.method.unwrap_or_default().to_owned(),
        path: path.to_owned(),
        headers: parsed.headers.iter().map(text).collect(),
        body: Vec::new(),
    };
    let once = |name: &str| request.headers.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name)).count() < 2;
    if !["Host", "Content-Length", "Origin", "Sec-Fetch-Site"].into_iter().all(once) {
        return Err((400, "a header stands twice"));
    }
    Ok(Some((request, length)))
}

/// How many bytes are sent with a request.
fn size(request: &Request) -> Result<usize, Refusal> {
    if !request.header("Transfer-Encoding").is_empty() {
        return Err((411, "say how long it is"));
    }
    match request.header("Content-Length") {
        "" => Ok(0),
        length if length.bytes().all(|byte| byte.is_ascii_digit()) => Ok(length.parse().unwrap_or(usize::MAX)),
        _ => Err((400, "no length")),
    }
}

/// A connection on which nothing takes longer than until a point in time.
pub(crate) struct Stream {
    connection: TcpStream,
    until: Instant,
}

impl Stream {
    /// Gives the other end some more time, for the next part of a stream.
    pub(crate) fn more_time(&mut self) {
        self.until = Instant::now() + PATIENCE;
    }

    fn left(&self) -> io::Result<Duration> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() { Err(ErrorKind::TimedOut.into()) } else { Ok(left) }
    }

    /// Ends the connection so that the answer arrives: closed at once with something unread, the system would take it back.
    fn close(mut self) {
        if self.connection.shutdown(Shutdown::Write).is_ok() {
            self.until = Instant::now() + Duration::from_secs(1);
            let mut unread = [0; 4096];
            for _ in 0..64 {
                if self.read(&mut unread).map_or(true, |count| count == 0) {
                    return;
                }
            }
        }
    }
}

impl Read for Stream {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.connection.set_read_timeout(Some(self.left()?))?;
        self.connection.read(into)
    }
}

impl Write for Stream {
    fn write(&mut self, from: &[u8]) -> io::Result<usize> {
        self.connection.set_write_timeout(Some(self.left()?.min(PATIENCE)))?;
        self.connection.write(from)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.connection.flush()
    }
}
