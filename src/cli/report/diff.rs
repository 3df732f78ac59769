//! Changes to a text, as `diff -u` and `patch` write and read them.

use similar::TextDiff;

/// What makes `new` of `old`; empty where nothing does.
pub(crate) fn unified(name: &str, old: &str, new: &str) -> String {
    TextDiff::from_lines(old, new).unified_diff().context_radius(3).header(name, name).to_string()
}
