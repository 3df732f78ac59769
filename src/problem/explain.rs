//! The catalogue: a paragraph and an example for each code.

const CATALOGUE: &str = include_str!("catalogue.md");

/// What there is to say about a code: a paragraph or two, then, where text alone can show it, a map with the problem and the
/// same map without it, both indented by four spaces. `None` for a code that does not exist.
pub fn explain(code: &str) -> Option<&'static str> {
    let mut sections = CATALOGUE.split("\n## ").skip(1);
    let section = sections.find(|section| section.lines().next() == Some(code))?;
    section.split_once('\n').map(|(_, text)| text.trim_matches('\n'))
}
