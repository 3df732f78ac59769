//! The language server: one thread that takes what the client sends, in order. Problems are pushed as soon as nothing more
//! is waiting, so that who types fast is not answered late.

mod actions;
mod address;
mod answers;
mod capabilities;
mod changes;
mod documents;
mod lines;
mod names;
mod pictures;
mod piece;
mod problems;
mod shown;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use serde_json::{Value, json};

use super::failure::Status;
use crate::text::Fonts;
use documents::Documents;

/// What the server knows.
struct Server {
    documents: Documents,
    fonts: Fonts,
    /// Whose problems the client has not been told of.
    unchecked: BTreeSet<String>,
    /// What the client does not wait for any more.
    canceled: BTreeSet<String>,
}

/// Why a request has no answer.
struct Failed(ErrorCode, String);

impl Failed {
    fn invalid(why: impl Into<String>) -> Self {
        Self(ErrorCode::InvalidParams, why.into())
    }
}

type Answer = Result<Value, Failed>;

/// Serves a client on standard input and output until it says to exit, or is gone.
pub(super) fn serve() -> Status {
    // Problems of the server itself go to the log of the client; a panic is answered as an error.
    let (connection, threads) = Connection::stdio();
    let Ok((id, params)) = connection.initialize_start() else { return Status::Problems };
    let encoding = capabilities::encoding(&params);
    let told = capabilities::told(encoding);
    if connection.initialize_finish(id, told).is_err() {
        return Status::Problems;
    }
    let documents = Documents::new(encoding);
    let (unchecked, canceled) = (BTreeSet::new(), BTreeSet::new());
    let mut server = Server { documents, fonts: Fonts::shipped(), unchecked, canceled };
    let ended = server.run(&connection);
    drop(connection);
    // A client that is gone leaves a stream that cannot be written to; there is nothing to tell it.
    let _ = threads.join();
    if ended { Status::Fine } else { Status::Problems }
}

impl Server {
    /// Whether the client said goodbye.
    fn run(&mut self, connection: &Connection) -> bool {
        let mut waiting: Vec<Message> = Vec::new();
        loop {
            if waiting.is_empty() {
                if connection.receiver.is_empty() && !self.unchecked.is_empty() {
                    self.check(connection);
                }
                let Ok(message) = connection.receiver.recv() else { return false };
                waiting.push(message);
            }
            // Cancellations are behind what they cancel: look at all that is there before answering.
            waiting.extend(connection.receiver.try_iter());
            for message in &waiting {
                if let Message::Notification(Notification { method, params }) = message
                    && method == "$/cancelRequest"
                {
                    self.canceled.insert(params["id"].to_string());
                }
            }
            match waiting.remove(0) {
                Message::Request(request) => match connection.handle_shutdown(&request) {
                    Ok(true) => return true,
                    Ok(false) => {
                        let response = self.respond(request);
                        if connection.sender.send(response.into()).is_err() {
                            return false;
                        }
                    }
                    Err(_) => return false,
                },
                Message::Notification(notification) => {
                    if notification.method == "exit" {
                        return false;
                    }
                    self.note(notification, connection);
                }
                Message::Response(_) => {}
            }
            if waiting.is_empty() {
                self.canceled.clear();
            }
        }
    }

    fn respond(&mut self, request: Request) -> Response {
        let Request { id, method, params } = request;
        if self.canceled.remove(&key(&id)) {
            return Response::new_err(id, ErrorCode::RequestCanceled as i32, "canceled".to_owned());
        }
        let answer = catch_unwind(AssertUnwindSafe(|| answers::answer(self, &method, &params)));
        match answer {
            Ok(Ok(value)) => Response::new_ok(id, value),
            Ok(Err(Failed(code, why))) => Response::new_err(id, code as i32, why),
            Err(_) => Response::new_err(id, ErrorCode::InternalError as i32, format!("{method} failed")),
        }
    }

    fn note(&mut self, notification: Notification, connection: &Connection) {
        let Notification { method, params } = notification;
        let uri = params["textDocument"]["uri"].as_str().unwrap_or_default().to_owned();
        match method.as_str() {
            "textDocument/didOpen" => {
                self.documents.open(&params["textDocument"]);
                self.unchecked.insert(uri.clone());
                self.forget(&uri);
            }
            "textDocument/didChange" => {
                self.documents.change(&params);
                self.unchecked.insert(uri.clone());
                self.forget(&uri);
            }
            "textDocument/didClose" => {
                self.documents.close(&uri);
                self.unchecked.remove(&uri);
                push(connection, &uri, &Value::Null, &[]);
                self.forget(&uri);
            }
            "textDocument/didSave" => self.forget(&uri),
            "workspace/didChangeWatchedFiles" => {
                for change in params["changes"].as_array().into_iter().flatten() {
                    self.forget(change["uri"].as_str().unwrap_or_default());
                }
            }
            _ => {}
        }
    }

    /// What includes a file that changed is checked anew.
    fn forget(&mut self, uri: &str) {
        if let Some(path) = address::path(uri) {
            self.unchecked.extend(self.documents.forget(&path));
        }
    }

    /// Tells the client of all problems it does not know of.
    fn check(&mut self, connection: &Connection) {
        for uri in std::mem::take(&mut self.unchecked) {
            let found = catch_unwind(AssertUnwindSafe(|| problems::diagnostics(&self.documents, &uri)));
            let Some(document) = self.documents.get(&uri) else { continue };
            push(connection, &uri, &document.version, &found.unwrap_or_default());
        }
    }
}

fn push(connection: &Connection, uri: &str, version: &Value, diagnostics: &[Value]) {
    let params = json!({ "uri": uri, "version": version, "diagnostics": diagnostics });
    let note = Notification::new("textDocument/publishDiagnostics".to_owned(), params);
    // A client that is gone is noticed when it is read from.
    let _ = connection.sender.send(note.into());
}

/// A request's id as JSON writes it.
fn key(id: &RequestId) -> String {
    serde_json::to_string(id).unwrap_or_default()
}
