//! What an author does not want to be reported: [`Allowed`], from comments such as `// wardley: allow(duplicate-link)`.

use std::collections::BTreeMap;

use crate::problem::{Problem, codes, near};
use crate::source::{SourceId, Sources, Span};
use crate::syntax::ast;

/// What `allow` comments switch off. One above the first statement holds for the whole text; one behind a statement for its
/// line; one on a line of its own for the next line that says something.
#[derive(Clone, Debug, Default)]
pub struct Allowed {
    everywhere: BTreeMap<SourceId, Vec<&'static str>>,
    /// Start and end of lines, with the codes that are switched off there, in the order of the text.
    lines: BTreeMap<SourceId, Vec<(Span, &'static str)>>,
}

impl Allowed {
    /// Reads the comments of all files. Codes that do not exist are problems.
    pub fn read(files: &[ast::File], sources: &Sources) -> (Self, Vec<Problem>) {
        let mut allowed = Self::default();
        let mut problems = Vec::new();
        for file in files {
            let mut waiting: Vec<&'static str> = Vec::new();
            let mut begun = false;
            for line in &file.lines {
                let mut here = codes_in(&line.comments, sources, &mut problems);
                if line.statement.is_none() {
                    let list = if begun { &mut waiting } else { allowed.everywhere.entry(file.source).or_default() };
                    list.append(&mut here);
                    continue;
                }
                begun = true;
                here.append(&mut waiting);
                let lines = allowed.lines.entry(file.source).or_default();
                lines.extend(here.into_iter().map(|code| (line.span, code)));
            }
        }
        (allowed, problems)
    }

    /// Whether nothing should be said of this problem.
    pub fn allows(&self, problem: &Problem) -> bool {
        let (span, code) = (problem.span(), problem.code());
        if self.everywhere.get(&span.source).is_some_and(|codes| codes.contains(&code)) {
            return true;
        }
        self.lines.get(&span.source).is_some_and(|lines| {
            let from = lines.partition_point(|(line, _)| line.end < span.start);
            lines[from..].iter().take_while(|(line, _)| line.start <= span.start).any(|(_, off)| *off == code)
        })
    }
}

/// The codes that some comments switch off.
fn codes_in(comments: &[Span], sources: &Sources, problems: &mut Vec<Problem>) -> Vec<&'static str> {
    let mut found = Vec::new();
    for &comment in comments {
        let text = sources.slice(comment);
        let Some(list) = listed(text) else { continue };
        let mut at = list.start;
        for piece in text[list].split(',') {
            let code = piece.trim();
            let start = comment.start as usize + at + (piece.len() - piece.trim_start().len());
            at += piece.len() + 1;
            let name = code.strip_prefix("wardley::").unwrap_or(code);
            if let Some(&(known, _)) = codes().iter().find(|(known, _)| *known == name) {
                found.push(known);
            } else {
                problems.push(Problem::UnknownCode {
                    span: Span::new(comment.source, start, start + code.len()),
                    code: code.to_owned(),
                    near: near::nearest(name, codes().iter().map(|(known, _)| *known)),
                });
            }
        }
    }
    found
}

/// Where the codes of `// wardley: allow(…)` stand in it.
fn listed(comment: &str) -> Option<std::ops::Range<usize>> {
    let text = comment.trim_start_matches(['/', '*', '#', '%', ' ', '\t']);
    let text = text.strip_prefix("wardley:")?.trim_start().strip_prefix("allow")?.trim_start().strip_prefix('(')?;
    let start = comment.len() - text.len();
    Some(start..start + text.find(')')?)
}
