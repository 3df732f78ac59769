//! Looking names up, and reporting what was not found: [`References`].

use std::cell::OnceCell;
use std::collections::HashMap;

use super::commented::Commented;
use super::context::Context;
use super::names::Names;
use crate::map::End;
use crate::problem::{Defined, Problem, Role};
use crate::source::Span;
use crate::syntax::ast::{File, Text};
use crate::syntax::{Role as Spelled, text, written};

/// A name in the text, and what it means there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Where the name stands, its quotes included.
    pub span: Span,
    /// What it means.
    pub end: End,
    /// Whether the name is given here, as against used.
    pub defines: bool,
}

/// All names of a map, and what is known of those it lacks.
pub(super) struct References<'a> {
    pub(super) names: Names<'a>,
    files: &'a [File],
    commented: OnceCell<Commented>,
    /// Unknown names that were reported before, with what was reported.
    unknown: HashMap<&'a str, (Option<Defined>, Option<Span>)>,
}

impl<'a> References<'a> {
    pub(super) fn new(names: Names<'a>, files: &'a [File]) -> Self {
        Self { names, files, commented: OnceCell::new(), unknown: HashMap::new() }
    }

    /// What the name means. Reports other letters and whitespace than where it is defined.
    pub(super) fn find(&self, name: &Text, context: &mut Context) -> Option<End> {
        let found = self.names.find(&name.text)?;
        if let Some(defined) = found.differs {
            let instead = text(&written(&defined.name, Spelled::Name, context.dialect));
            context.report(Problem::NameDiffers { span: *name.span, name: name.text.clone(), defined, instead });
        }
        context.references.push(Reference { span: *name.span, end: found.end, defines: false });
        Some(found.end)
    }

    /// What the name means. Reports a name that means nothing, and what may be meant.
    pub(super) fn expect(&mut self, name: &'a Text, role: Role, context: &mut Context) -> Option<End> {
        let end = self.find(name, context);
        if end.is_none() && !name.text.is_empty() {
            self.report_unknown(name, role, context);
        }
        end
    }

    pub(super) fn report_unknown(&mut self, name: &'a Text, role: Role, context: &mut Context) {
        let Self { names, files, commented, unknown } = self;
        let (near, commented) = unknown.entry(&name.text).or_insert_with(|| {
            let commented = commented.get_or_init(|| Commented::in_files(files, context.sources));
            (names.nearest(&name.text), commented.find(&name.text))
        });
        context.report(Problem::UnknownComponent {
            span: *name.span,
            name: name.text.clone(),
            role,
            near: near.clone(),
            commented: *commented,
        });
    }
}
