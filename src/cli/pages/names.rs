//! What pictures are called, and how pages name them.

use std::path::{Path, PathBuf};

/// `tea.svg` → `tea.dark.svg`
pub(super) fn dark_of(file: &Path) -> PathBuf {
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    file.with_extension(format!("dark.{ending}"))
}

/// Lower case letters, digits and hyphens of any script.
pub(super) fn slug(text: &str) -> String {
    let words = text.split(|mark: char| !mark.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-").chars().take(60).collect()
}

/// How a page names a file: from its own folder, with `/`, blanks and the like written so that Markdown takes them.
pub(super) fn relative(page: &Path, file: &Path) -> String {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let (page, file) = (absolute(page), absolute(file));
    let from: Vec<_> = page.parent().into_iter().flat_map(Path::components).collect();
    let to: Vec<_> = file.components().collect();
    let same = from.iter().zip(&to).take_while(|(from, to)| from == to).count();
    let up = std::iter::repeat_n("..".to_owned(), from.len() - same);
    let down = to[same..].iter().map(|part| part.as_os_str().to_string_lossy().into_owned());
    let path = up.chain(down).collect::<Vec<_>>().join("/");
    let mut link = String::with_capacity(path.len());
    for mark in path.chars() {
        match mark {
            ' ' => link.push_str("%20"),
            '(' => link.push_str("%28"),
            ')' => link.push_str("%29"),
            '<' => link.push_str("%3C"),
            '>' => link.push_str("%3E"),
            '"' => link.push_str("%22"),
            '-' if link.ends_with('-') => link.push_str("%2D"),
            mark => link.push(mark),
        }
    }
    link
}
