//! A text and all that it includes become one list of lines: [`gather`].

use std::collections::HashSet;

use super::load::{Load, LoadError};
use crate::problem::Problem;
use crate::source::{SourceId, Sources};
use crate::syntax::ast::{File, Line, Statement, Text};
use crate::syntax::parse;

/// How many files one map may include, directly and through others.
const INCLUDES: usize = 256;

/// The texts of a map, read, and the order in which their lines hold.
pub(super) struct Gathered {
    pub(super) files: Vec<File>,
    /// Runs of lines, as file, first line and the line behind the last.
    runs: Vec<(usize, usize, usize)>,
}

impl Gathered {
    /// The runs of lines, in the order in which they hold, each of one text.
    pub(super) fn runs(&self) -> impl Iterator<Item = (SourceId, &[Line])> {
        self.runs.iter().map(|&(file, start, end)| (self.files[file].source, &self.files[file].lines[start..end]))
    }

    /// Every line, the lines of an included text in the place of its `include`.
    pub(super) fn lines(&self) -> impl Iterator<Item = &Line> {
        self.runs().flat_map(|(_, lines)| lines)
    }
}

/// Reads what the first text includes, and what that includes. A text that was read before is not read again.
pub(super) fn gather(first: File, sources: &mut Sources, load: &mut dyn Load, problems: &mut Vec<Problem>) -> Gathered {
    let mut known = HashSet::from([sources.get(first.source).name().to_owned()]);
    let mut gathered = Gathered { files: vec![first], runs: Vec::new() };
    // The texts that are being read, innermost last, and the line at which each goes on.
    let mut open = vec![(0, 0)];
    while let Some((file, line)) = open.pop() {
        let lines = &gathered.files[file].lines;
        let include = lines[line..].iter().position(|line| included(line).is_some());
        let end = include.map_or(lines.len(), |at| line + at);
        gathered.runs.push((file, line, end));
        let Some(path) = lines.get(end).and_then(included).cloned() else { continue };
        open.push((file, end + 1));
        let within: Vec<usize> = open.iter().map(|&(file, _)| file).collect();
        match read(&path, &within, &gathered.files, sources, load, &mut known) {
            Ok(Some((read, found))) => {
                problems.extend(found);
                open.push((gathered.files.len(), 0));
                gathered.files.push(read);
            }
            Ok(None) => {}
            Err(problem) => problems.push(problem),
        }
    }
    gathered
}

fn read(
    path: &Text,
    within: &[usize],
    files: &[File],
    sources: &mut Sources,
    load: &mut dyn Load,
    known: &mut HashSet<String>,
) -> Result<Option<(File, Vec<Problem>)>, Problem> {
    let span = path.span;
    if files.len() > INCLUDES {
        return Err(Problem::TooManyIncludes { span: *span, limit: INCLUDES });
    }
    let source = load.load(sources.get(span.source).name(), &path.text).map_err(|error| match error {
        LoadError::Off => Problem::IncludeOff { span: *span, path: path.text.clone() },
        LoadError::Failed(reason) => Problem::IncludeMissing { span: *span, path: path.text.clone(), reason },
    })?;
    if !known.insert(source.name().to_owned()) {
        let circular = within.iter().any(|&file| sources.get(files[file].source).name() == source.name());
        return if circular { Err(Problem::IncludeCycle { span: *span, path: path.text.clone() }) } else { Ok(None) };
    }
    let id = sources.add(source);
    let parsed = parse(sources.get(id), id);
    Ok(Some((parsed.file, parsed.problems)))
}

/// What the line includes.
fn included(line: &Line) -> Option<&Text> {
    match line.statement.as_ref()? {
        Statement::Include(path) => Some(path),
        _ => None,
    }
}
