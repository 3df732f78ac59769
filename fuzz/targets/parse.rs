//! Any bytes are read line by line; every span lies in the text, on character boundaries.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wardley::source::{Source, SourceId, Span};
use wardley::syntax;

fuzz_target!(|bytes: &[u8]| {
    let source = Source::new("fuzz", String::from_utf8_lossy(bytes));
    let parsed = syntax::parse(&source, SourceId::default());
    let inside = |span: Span| assert!(source.text().get(span.range()).is_some(), "{span:?}");
    for line in &parsed.file.lines {
        inside(line.span);
        line.comments.iter().copied().for_each(inside);
    }
    for problem in &parsed.problems {
        inside(problem.span());
        problem.labels().iter().for_each(|label| inside(label.span));
    }
});
