//! Problems that say the same thing: [`groups`].

use std::collections::BTreeMap;

use crate::problem::{Problem, Severity};
use crate::source::Sources;

/// Problems that are reported together.
#[derive(Debug)]
pub(crate) struct Group<'a> {
    /// The first of them in the text.
    pub(crate) first: &'a Problem,
    /// The others.
    pub(crate) others: Vec<&'a Problem>,
}

impl Group<'_> {
    /// How many problems it holds.
    pub(crate) fn len(&self) -> usize {
        1 + self.others.len()
    }
}

/// Puts problems together that one report can tell, in the order in which the first of each stands in the text: what one
/// name has in common, what one older form has, and the same question about many components.
pub(crate) fn groups<'a>(problems: &[&'a Problem], sources: &Sources) -> Vec<Group<'a>> {
    let mut groups: Vec<Group> = Vec::new();
    let mut known: BTreeMap<(&str, String), usize> = BTreeMap::new();
    let mut ordered = problems.to_vec();
    ordered.sort_by_key(|problem| problem.span());
    for problem in ordered {
        let Some(subject) = subject(problem, sources) else {
            groups.push(Group { first: problem, others: Vec::new() });
            continue;
        };
        match known.entry((problem.code(), subject)) {
            std::collections::btree_map::Entry::Occupied(entry) => groups[*entry.get()].others.push(problem),
            std::collections::btree_map::Entry::Vacant(entry) => {
                entry.insert(groups.len());
                groups.push(Group { first: problem, others: Vec::new() });
            }
        }
    }
    groups
}

/// What all problems of a group share besides their code; none where each is reported by itself.
fn subject(problem: &Problem, sources: &Sources) -> Option<String> {
    match problem {
        Problem::UnknownComponent { name, role, .. } => Some(format!("{role:?} {name}")),
        Problem::NameDiffers { name, .. } | Problem::DuplicateName { name, .. } => Some(name.clone()),
        Problem::UnknownWord { word, .. } | Problem::UnknownDecorator { word, .. } => Some(word.clone()),
        Problem::UnknownUrl { id, .. } => Some(id.clone()),
        Problem::LegacyForm { form, .. } => Some((*form).to_owned()),
        Problem::KeywordCase { keyword, .. } => Some((*keyword).to_owned()),
        Problem::IgnoredModifier { modifier, keyword, .. } => Some(format!("{modifier} {keyword}")),
        Problem::InvalidCharacter { character, .. } => Some(character.to_string()),
        Problem::MissingGlyph { characters, .. } => Some(characters.iter().collect()),
        Problem::TooManyIncludes { .. } => Some(String::new()),
        Problem::UnknownStatement { .. } => {
            // The same word at the beginning of many lines (`edge A -> B`) is one misunderstanding.
            let word = problem.labels().first().map(|label| label.span).filter(|word| *word != problem.span())?;
            Some(sources.slice(word).to_owned())
        }
        question if question.severity() == Severity::Note => Some(String::new()),
        _ => None,
    }
}
