//! Addresses and the names they go by: [`Urls`].

use std::collections::HashMap;

use super::address::{Refused, checked};
use super::context::Context;
use crate::problem::{Defined, Problem, near};
use crate::source::Span;
use crate::syntax::ast::{Statement, Text};
use crate::syntax::loose;

/// Among how many ids a similar one is looked for.
const COMPARED: usize = 64;

/// The addresses of a map by their ids, found without regard to case and whitespace.
#[derive(Default)]
pub(super) struct Urls {
    /// No address where it may not be opened.
    addresses: HashMap<String, Option<String>>,
    ids: Vec<(String, Span)>,
}

impl Context<'_> {
    /// Learns the addresses that `url` statements define. Of several with one id the first counts.
    pub(super) fn learn_urls(&mut self, statements: &[&Statement]) {
        for statement in statements {
            let Statement::Url { id, address: Some(address) } = statement else { continue };
            if id.text.is_empty() || self.urls.addresses.contains_key(&loose(&id.text)) {
                continue;
            }
            let href = self.address(address);
            self.urls.addresses.insert(loose(&id.text), href);
            self.urls.ids.push((id.text.clone(), *id.span));
        }
    }

    /// The address that `url(…)` means: that of an id, or one written out.
    pub(super) fn href(&mut self, text: &Text) -> Option<String> {
        if let Some(href) = self.urls.addresses.get(&loose(&text.text)) {
            return href.clone();
        }
        if text.text.is_empty() || text.text.contains([':', '/', '\\', '.', '#', '?']) {
            return self.address(text);
        }
        let ids = self.urls.ids.iter().take(COMPARED);
        let near = near::nearest(&text.text, ids.clone().map(|(id, _)| id.as_str()))
            .and_then(|near| ids.clone().find(|(id, _)| id == near))
            .map(|(id, span)| Defined { name: id.clone(), span: *span });
        self.report(Problem::UnknownUrl { span: *text.span, id: text.text.clone(), near });
        None
    }

    fn address(&mut self, text: &Text) -> Option<String> {
        match checked(&text.text) {
            Ok(address) => Some(self.text(&Text { text: address.to_owned(), ..text.clone() })),
            Err(Refused(scheme)) => {
                self.report(Problem::ForbiddenAddress { span: *text.span, scheme });
                None
            }
        }
    }
}
