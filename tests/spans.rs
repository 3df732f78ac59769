//! Maps compared without where things are written.

/// The debug text of a map without its spans.
pub(crate) fn removed(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("span: Span {") {
        bare.push_str(before);
        rest = after.split_once('}').expect("a span ends").1;
    }
    bare += rest;
    // Where a component is written again.
    let mut rest = bare.as_str();
    let mut spanless = String::with_capacity(bare.len());
    while let Some((before, after)) = rest.split_once("again: [") {
        spanless.push_str(before);
        rest = after.split_once(']').expect("a list ends").1;
    }
    spanless + rest
}
