//! TREE → TEXT: every `tests/format/*.wm` with its canonical form next door, and what must hold of any text.

#[cfg(feature = "cli")]
mod command;
mod keeps;

use wardley::format::format;
use wardley::source::{Source, SourceId};
use wardley::syntax::parse;

use crate::golden;

pub(crate) fn formatted(text: &str) -> String {
    let source = Source::new("test", text);
    format(&source, &parse(&source, SourceId::default()).file)
}

#[test]
fn texts_are_written_as_next_door() {
    golden::cases("tests/format", "wm", |path| {
        let text = std::fs::read_to_string(path).expect("a readable test");
        [("formatted", formatted(&text))]
    });
}

#[test]
fn lines_end_as_the_first_one_does() {
    assert_eq!(
        formatted("component A\r\n\n\ncomponent  B\n\r\nA->B"),
        "component A\r\n\r\ncomponent B\r\n\r\nA -> B\r\n"
    );
    assert_eq!(formatted("component A\n\r\ncomponent  B\r\n"), "component A\n\ncomponent B\n");
    assert_eq!(formatted("  \n\n"), "");
}

#[test]
fn a_line_that_names_may_make_a_link_keeps_its_words() {
    let doubtful = "component note taking [0.10, 0.20]\ncomponent B [0.3] [0.10, 0.20]\nnote taking -> B [0.3]\n";
    assert_eq!(formatted(doubtful), doubtful);
    assert_eq!(formatted("note A->B [.1,.2]\n"), "note A->B [0.10, 0.20]\n");
}

#[test]
fn as_many_empty_lines_as_anybody_has_are_tidied_at_once() {
    let empty = "\n".repeat(80_000);
    assert_eq!(formatted(&format!("{empty}component A\n")), "component A\n");
    assert_eq!(formatted(&format!("component A{empty}component B\n")), "component A\n\ncomponent B\n");
}
