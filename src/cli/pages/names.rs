//! What pictures are called.

/// Lower case letters, digits and hyphens of any script.
pub(super) fn slug(text: &str) -> String {
    let words = text.split(|mark: char| !mark.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-").chars().take(60).collect()
}
