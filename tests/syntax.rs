//! TEXT → TREE: every `tests/syntax/*.wm` with the tree it is read as next door, one statement a line.

use std::fmt::Write as _;

use proptest::prelude::*;
use wardley::source::{Source, SourceId};
use wardley::syntax::parse;

use crate::golden;

#[test]
fn texts_are_read_as_the_tree_next_door() {
    golden::cases("tests/syntax", "wm", |path| {
        let text = std::fs::read_to_string(path).expect("a readable test");
        [("ast", tree(&text))]
    });
}

fn tree(text: &str) -> String {
    let source = Source::new("test", text);
    let parsed = parse(&source, SourceId::default());
    let mut tree = String::new();
    for (at, line) in parsed.file.lines.iter().enumerate() {
        if let Some(statement) = &line.statement {
            writeln!(tree, "{}: {statement:?}", at + 1).expect("a string takes it");
        }
        for &comment in &line.comments {
            writeln!(tree, "{}: comment {:?}", at + 1, source.slice(comment)).expect("a string takes it");
        }
    }
    for problem in &parsed.problems {
        let place = source.place(problem.span().start as usize);
        writeln!(tree, "{}:{}: {}", place.line, place.column, problem.code()).expect("a string takes it");
    }
    with_short_spans(&tree)
}

/// `Span { source: SourceId(0), start: 3, end: 7 }` reads better as `3..7`.
fn with_short_spans(tree: &str) -> String {
    let mut short = String::with_capacity(tree.len());
    let mut rest = tree;
    while let Some((before, after)) = rest.split_once("Span { source: SourceId(0), start: ") {
        let (span, after) = after.split_once(" }").expect("a span ends");
        short.push_str(before);
        short.push_str(&span.replace(", end: ", ".."));
        rest = after;
    }
    short + rest
}

proptest! {
    #[test]
    fn any_text_is_read_and_every_line_of_it_is_there(text in "\\PC*") {
        let source = Source::new("test", text);
        let parsed = parse(&source, SourceId::default());
        prop_assert_eq!(parsed.file.lines.len(), source.text().split('\n').count());
    }

    #[test]
    fn any_mix_of_the_language_s_pieces_is_read(pieces in prop::collection::vec(piece(), 0..40)) {
        let source = Source::new("test", pieces.concat());
        let parsed = parse(&source, SourceId::default());
        for line in &parsed.file.lines {
            prop_assert!(source.text().is_char_boundary(line.span.start as usize));
            prop_assert!(source.text().is_char_boundary(line.span.end as usize));
        }
    }
}

fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "component ",
        "anchor ",
        "evolve ",
        "pipeline ",
        "note ",
        "annotation ",
        "link",
        "title ",
        "evolution ",
        "build ",
        "url ",
        "pioneers ",
        "->",
        "+'",
        "'>",
        "+<>",
        "+<",
        ">",
        ";",
        "[",
        "]",
        "[[",
        "0.5",
        ",",
        ".",
        " 0.7 ",
        "(",
        ")",
        "(build)",
        "label ",
        "label [1, 2]",
        "inertia",
        "\"",
        "'",
        "\\",
        "//",
        "/*",
        "*/",
        "://",
        "#",
        "%%",
        "\n",
        "\r\n",
        "\t",
        "  ",
        "{",
        "}",
        "é",
        "漢字",
        "🙂",
        "A",
        "Kettle",
        "@",
        "--hide",
        "---",
    ])
}
