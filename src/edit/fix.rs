//! What was found wrong, put right: [`apply_fix`], [`fix_all`]; and [`pin`].

use super::{Edit, Refused};
use crate::Reading;
use crate::layout::place::Places;
use crate::problem::{Fix, Problem};
use crate::source::SourceId;

/// The change that makes a problem go away.
///
/// # Errors
///
/// When there is none that every author would make.
pub fn apply_fix(problem: &Problem) -> Result<Vec<Edit>, Refused> {
    problem.fix().map(|fix| vec![edit(fix)]).ok_or(Refused::NoFix)
}

/// The fixes to one text that do not touch each other, from its start to its end. One fix can uncover another, so a caller may
/// read the text and ask again.
pub fn fix_all<'a>(problems: impl IntoIterator<Item = &'a Problem>, source: SourceId) -> Vec<Edit> {
    let fixes = problems.into_iter().filter_map(Problem::fix).filter(|fix| fix.span.source == source);
    let mut edits: Vec<Edit> = fixes.map(edit).collect();
    edits.sort_by_key(|edit| edit.span);
    let mut end = None;
    edits.retain(|edit| {
        let free = end.is_none_or(|end| edit.span.start > end);
        if free {
            end = Some(edit.span.end);
        }
        free
    });
    edits
}

/// Numbers in the places that the layout chose for what has words or nothing.
pub fn pin(reading: &Reading, places: &Places) -> Vec<Edit> {
    let (Some(file), source) = (reading.files.first(), SourceId::default()) else { return Vec::new() };
    crate::pin::pins(reading.sources.get(source), file, &reading.map, places).into_iter().map(edit).collect()
}

fn edit(fix: Fix) -> Edit {
    Edit { span: fix.span, text: fix.replacement }
}
