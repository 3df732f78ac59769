//! The catalogue keeps its word: the first example of each code is told of it, the second is not.

use wardley::layout::{Options, layout, theme_of};
use wardley::problem::{codes, explain};
use wardley::read;
use wardley::resolve::{NoIncludes, questions};
use wardley::source::Source;
use wardley::text::Fonts;

#[test]
fn the_first_example_has_the_problem_and_the_second_has_not() {
    for (code, _) in codes() {
        let examples = examples(explain(code).expect("a section"));
        let Some((first, rest)) = examples.split_first() else { continue };
        assert!(told(first).contains(code), "{code}: its first example is told of {:?}", told(first));
        for second in rest {
            assert!(!told(second).contains(code), "{code}: its second example has it too");
        }
    }
}

/// The indented blocks of a section.
fn examples(section: &str) -> Vec<String> {
    let blocks = section.split("\n\n").filter(|block| block.starts_with("    "));
    blocks
        .map(|block| block.lines().map(|line| line.trim_start_matches("    ")).collect::<Vec<_>>().join("\n"))
        .collect()
}

/// The codes of all that is said about a text.
fn told(text: &str) -> Vec<&'static str> {
    let reading = read(Source::new("example", text), &mut NoIncludes);
    let map = &reading.map;
    let laid_out = layout(map, theme_of(map), &Fonts::shipped(), &Options::default());
    let problems = reading.problems.into_iter().chain(questions(map)).chain(laid_out.problems);
    problems.map(|problem| problem.code()).collect()
}
