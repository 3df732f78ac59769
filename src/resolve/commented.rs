//! Definitions that stand in comments, where people put what they leave out for now: [`Commented`].

use std::collections::HashMap;

use crate::source::{Sources, Span};
use crate::syntax::ast::File;
use crate::syntax::loose;
use crate::vocabulary::ComponentWord;

/// Names that only a comment defines, and where.
pub(super) struct Commented(HashMap<String, Span>);

impl Commented {
    /// What the comments of these texts define. Of several definitions of one name the first counts.
    pub(super) fn in_files(files: &[File], sources: &Sources) -> Self {
        let mut names = HashMap::new();
        let comments = files.iter().flat_map(|file| &file.lines).flat_map(|line| &line.comments);
        for &comment in comments {
            if let Some((name, at)) = defined_in(sources.slice(comment)) {
                let start = comment.start as usize + at;
                names.entry(loose(name)).or_insert(Span::new(comment.source, start, start + name.len()));
            }
        }
        Self(names)
    }

    /// Where a comment defines this name.
    pub(super) fn find(&self, name: &str) -> Option<Span> {
        self.0.get(&loose(name)).copied()
    }
}

/// The name that a comment defines, and the byte at which it starts.
fn defined_in(comment: &str) -> Option<(&str, usize)> {
    let is_mark = |character: char| character.is_whitespace() || "/*#%".contains(character);
    let statement = comment.trim_start_matches(is_mark);
    let keyword = ComponentWord::ALL.iter().map(|word| word.word()).find(|keyword| statement.starts_with(keyword))?;
    let rest = &statement[keyword.len()..];
    let name = rest.trim_start().trim_start_matches('"');
    if name.len() == rest.len() {
        return None;
    }
    let start = comment.len() - name.len();
    let end = ["[", " label", "//", "\"", "*/"].iter().filter_map(|mark| name.find(mark)).min();
    let name = name[..end.unwrap_or(name.len())].trim_end();
    (!name.is_empty()).then_some((name, start))
}

#[cfg(test)]
mod tests {
    use super::defined_in;

    #[test]
    fn a_comment_may_define_a_name() {
        assert_eq!(defined_in("// component Hot Water [0.5, 0.4]"), Some(("Hot Water", 13)));
        assert_eq!(defined_in("//anchor Guest"), Some(("Guest", 9)));
        assert_eq!(defined_in("%% component \"Big\" [0.1]"), Some(("Big", 14)));
        assert_eq!(defined_in("// componentry is a craft"), None);
        assert_eq!(defined_in("// the market"), None);
        assert_eq!(defined_in("//"), None);
    }
}
