//! A small client: it speaks to the real command and keeps what that tells it.

#![allow(clippy::needless_pass_by_value, reason = "what is sent is written where it is sent")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

/// A server and what it said.
pub(super) struct Client {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    asked: u64,
    /// The last problems of each document.
    pub(super) problems: BTreeMap<String, Value>,
}

impl Client {
    /// A server for a client that counts columns in UTF-16 code units.
    pub(super) fn new() -> Self {
        Self::with(&json!({}))
    }

    pub(super) fn with(capabilities: &Value) -> Self {
        let mut client = Self::raw();
        let answer =
            client.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": capabilities }));
        assert!(answer["capabilities"]["hoverProvider"] == true, "{answer}");
        client.note("initialized", json!({}));
        client
    }

    /// A server that was not greeted yet.
    pub(super) fn raw() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_wardley"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the command");
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().expect("its output"));
        Self { child, input, output, asked: 0, problems: BTreeMap::new() }
    }

    pub(super) fn send(&mut self, message: &Value) {
        let body = message.to_string();
        let input = self.input.as_mut().expect("an open stream");
        write!(input, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("a server that listens");
        input.flush().expect("a server that listens");
    }

    /// The next message. Anything else than protocol on standard output fails here.
    pub(super) fn receive(&mut self) -> Value {
        let mut header = String::new();
        self.output.read_line(&mut header).expect("a server that speaks");
        let length = header.strip_prefix("Content-Length: ").unwrap_or_else(|| panic!("no protocol: {header:?}"));
        let length: usize = length.trim().parse().expect("a length");
        let mut blank = String::new();
        self.output.read_line(&mut blank).expect("a server that speaks");
        assert_eq!(blank, "\r\n");
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).expect("a whole message");
        let message: Value = serde_json::from_slice(&body).expect("JSON");
        if message["method"] == "textDocument/publishDiagnostics" {
            let params = &message["params"];
            self.problems.insert(params["uri"].as_str().unwrap_or_default().to_owned(), params["diagnostics"].clone());
        }
        message
    }

    /// The answer, or the error, to a request.
    pub(super) fn ask_all(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = self.receive();
            if message["id"] == id {
                return message;
            }
        }
    }

    pub(super) fn ask(&mut self, method: &str, params: Value) -> Value {
        let message = self.ask_all(method, params);
        assert!(message.get("error").is_none(), "{method}: {message}");
        message["result"].clone()
    }

    pub(super) fn note(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Opens a document; its problems are there then.
    pub(super) fn open(&mut self, uri: &str, text: &str) {
        let language = if uri.contains(".md") { "markdown" } else { "wardley" };
        let item = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.note("textDocument/didOpen", json!({ "textDocument": item }));
        self.wait(uri);
    }

    /// Waits for the problems of a document.
    pub(super) fn wait(&mut self, uri: &str) {
        loop {
            let message = self.receive();
            if message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri {
                return;
            }
        }
    }

    /// Asks about a place in a document.
    pub(super) fn at(&mut self, method: &str, uri: &str, (line, character): (usize, usize), more: Value) -> Value {
        let mut params =
            json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": character } });
        if let (Some(params), Some(more)) = (params.as_object_mut(), more.as_object()) {
            params.extend(more.clone());
        }
        self.ask(method, params)
    }

    /// Asks about a whole document.
    pub(super) fn about(&mut self, method: &str, uri: &str) -> Value {
        let end = json!({ "line": 100_000, "character": 0 });
        let range = json!({ "start": { "line": 0, "character": 0 }, "end": end });
        let params =
            json!({ "textDocument": { "uri": uri }, "range": range, "context": { "diagnostics": [] }, "options": {} });
        self.ask(method, params)
    }

    /// Says goodbye; the status with which the server ended.
    pub(super) fn end(mut self) -> Option<i32> {
        self.ask("shutdown", Value::Null);
        self.note("exit", Value::Null);
        self.gone()
    }

    /// Leaves without a word; the status with which the server ended.
    pub(super) fn gone(mut self) -> Option<i32> {
        self.input = None;
        let mut rest = Vec::new();
        self.output.read_to_end(&mut rest).expect("the end");
        self.child.wait().expect("the end").code()
    }

    /// The server's resident memory in kilobytes.
    #[cfg(target_os = "linux")]
    pub(super) fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("a process");
        let line = status.lines().find(|line| line.starts_with("VmRSS")).expect("its memory");
        line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).expect("a number")
    }
}

/// The text with the edits that the protocol gives for a document; columns are UTF-16.
pub(super) fn edited(text: &str, edits: &Value) -> String {
    let mut edits: Vec<(usize, usize, &str)> = edits
        .as_array()
        .expect("edits")
        .iter()
        .map(|edit| {
            let range = &edit["range"];
            let new = edit["newText"].as_str().expect("a text");
            (offset(text, &range["start"]), offset(text, &range["end"]), new)
        })
        .collect();
    edits.sort_by_key(|edit| edit.0);
    let mut done = text.to_owned();
    for (start, end, new) in edits.into_iter().rev() {
        done.replace_range(start..end, new);
    }
    done
}

/// The byte at a position, as a client of UTF-16 finds it.
pub(super) fn offset(text: &str, position: &Value) -> usize {
    let (line, character) =
        (position["line"].as_u64().expect("a line"), position["character"].as_u64().expect("a column"));
    let mut at = 0;
    for _ in 0..line {
        let Some(end) = text[at..].find(['\n', '\r']) else { return text.len() };
        at += end + if text[at + end..].starts_with("\r\n") { 2 } else { 1 };
    }
    let mut column = 0;
    for (byte, mark) in text[at..].char_indices() {
        if column >= character || mark == '\n' || mark == '\r' {
            return at + byte;
        }
        column += mark.len_utf16() as u64;
    }
    text.len()
}
