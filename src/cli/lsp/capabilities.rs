//! What the server can do, told to the client at the start.

use serde_json::{Value, json};

use super::lines::Encoding;

/// The kinds of tokens, in the order of [`TokenKind`](crate::ide::TokenKind).
const TOKENS: [&str; 8] = ["keyword", "variable", "number", "enumMember", "decorator", "operator", "string", "comment"];

/// In what the columns of this client are counted: in bytes where it knows these.
pub(super) fn encoding(params: &Value) -> Encoding {
    let known = params["capabilities"]["general"]["positionEncodings"].as_array();
    let bytes = known.is_some_and(|known| known.iter().any(|encoding| encoding == "utf-8"));
    if bytes { Encoding::Utf8 } else { Encoding::Utf16 }
}

/// The answer to `initialize`.
pub(super) fn told(encoding: Encoding) -> Value {
    let encoding = match encoding {
        Encoding::Utf16 => "utf-16",
        Encoding::Utf8 => "utf-8",
    };
    json!({
        "capabilities": {
            "positionEncoding": encoding,
            "textDocumentSync": { "openClose": true, "change": 2, "save": true },
            "completionProvider": { "triggerCharacters": [">", "[", "(", ",", " "] },
            "hoverProvider": true,
            "definitionProvider": true,
            "referencesProvider": true,
            "documentHighlightProvider": true,
            "renameProvider": { "prepareProvider": true },
            "documentSymbolProvider": true,
            "workspaceSymbolProvider": true,
            "foldingRangeProvider": true,
            "documentFormattingProvider": true,
            "documentRangeFormattingProvider": true,
            "semanticTokensProvider": {
                "legend": { "tokenTypes": TOKENS, "tokenModifiers": [] },
                "full": true,
                "range": true,
            },
            "inlayHintProvider": true,
            "documentLinkProvider": {},
            "codeLensProvider": {},
            "codeActionProvider": { "codeActionKinds": ["quickfix", "source.fixAll", "refactor.rewrite"] },
            "experimental": { "wardley/render": true, "wardley/edit": true },
        },
        "serverInfo": { "name": "wardley", "version": env!("CARGO_PKG_VERSION") },
    })
}
