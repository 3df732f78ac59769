//! What follows from a mistake that is reported already: it is said once.

use std::collections::HashSet;

use crate::problem::{Problem, Unknown};
use crate::source::Sources;
use crate::syntax::loose;

/// The problems without those that only follow from another one: names of an include that could not be read, and names that
/// stand in a line which nobody understood.
pub(super) fn without_followups(mut problems: Vec<Problem>, sources: &Sources) -> Vec<Problem> {
    let missing = problems.iter().any(|problem| {
        matches!(problem, Problem::IncludeMissing { .. } | Problem::IncludeOff { .. } | Problem::TooManyIncludes { .. })
    });
    let mut unread: HashSet<String> = HashSet::new();
    for problem in &problems {
        if let Problem::UnknownStatement { span, why } = problem {
            let line = sources.slice(*span);
            let line = match why {
                Unknown::Resembles { word, .. } | Unknown::Glued { word, .. } => {
                    sources.get(span.source).text().get(word.end as usize..span.end as usize).unwrap_or_default()
                }
                Unknown::BareComponent | Unknown::Parentheses { .. } => line,
                _ => continue,
            };
            let name = line.split(['[', '(']).next().unwrap_or_default().trim();
            unread.insert(loose(name.trim_matches('"')));
        }
    }
    problems.retain(|problem| match problem {
        Problem::UnknownComponent { name, .. } => !missing && !unread.contains(&loose(name)),
        _ => true,
    });
    problems
}
