//! How one file names another.

use std::path::Path;

/// The way from the file `from` to the file `to`, as an address in a page or picture: relative, with `/`, and what would end an
/// address in Markdown, HTML or a comment written otherwise.
pub(super) fn between(from: &Path, to: &Path) -> String {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let (from, to) = (absolute(from), absolute(to));
    let from: Vec<_> = from.parent().into_iter().flat_map(Path::components).collect();
    let to: Vec<_> = to.components().collect();
    let same = from.iter().zip(&to).take_while(|(from, to)| from == to).count();
    let up = std::iter::repeat_n("..".to_owned(), from.len() - same);
    let down = to[same..].iter().map(|part| part.as_os_str().to_string_lossy().into_owned());
    let path = up.chain(down).collect::<Vec<_>>().join("/");
    let mut address = String::with_capacity(path.len());
    for mark in path.chars() {
        match mark {
            ' ' => address.push_str("%20"),
            '(' => address.push_str("%28"),
            ')' => address.push_str("%29"),
            '<' => address.push_str("%3C"),
            '>' => address.push_str("%3E"),
            '"' => address.push_str("%22"),
            '-' if address.ends_with('-') => address.push_str("%2D"),
            mark => address.push(mark),
        }
    }
    address
}
