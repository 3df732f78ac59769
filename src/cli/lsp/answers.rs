//! Which request is answered by what.

use lsp_server::ErrorCode;
use serde_json::Value;

use super::{Answer, Failed, Server, actions, changes, names, pictures, shown};
use crate::problem::explain;

pub(super) fn answer(server: &Server, method: &str, params: &Value) -> Answer {
    let documents = &server.documents;
    match method {
        "textDocument/hover" => shown::hover(documents, params),
        "textDocument/completion" => shown::completion(documents, params),
        "textDocument/definition" => names::definition(documents, params),
        "textDocument/references" => names::references(documents, params),
        "textDocument/documentHighlight" => names::highlight(documents, params),
        "textDocument/prepareRename" => names::prepare_rename(documents, params),
        "textDocument/rename" => names::rename(documents, params),
        "textDocument/documentSymbol" => shown::symbols(documents, params),
        "workspace/symbol" => Ok(shown::workspace_symbols(documents, params)),
        "textDocument/foldingRange" => shown::folds(documents, params),
        "textDocument/formatting" | "textDocument/rangeFormatting" => changes::formatting(documents, params),
        "textDocument/semanticTokens/full" | "textDocument/semanticTokens/range" => shown::tokens(documents, params),
        "textDocument/inlayHint" => shown::inlays(documents, params),
        "textDocument/documentLink" => shown::links(documents, params),
        "textDocument/codeLens" => shown::lenses(documents, params),
        "textDocument/codeAction" => actions::actions(documents, params),
        "wardley/render" => pictures::render(server, params),
        "wardley/edit" => pictures::edit(server, params),
        "wardley/text" => {
            let uri = params["textDocument"]["uri"].as_str().unwrap_or_default();
            let document = documents.get(uri).ok_or_else(|| Failed::invalid(format!("{uri} is not open")))?;
            Ok(document.text.clone().into())
        }
        "wardley/explain" => {
            let code = params["code"].as_str().unwrap_or_default();
            let told = explain(code).ok_or_else(|| Failed::invalid(format!("there is no code `{code}`")))?;
            Ok(told.into())
        }
        other => Err(Failed(ErrorCode::MethodNotFound, format!("{other} is not served"))),
    }
}
