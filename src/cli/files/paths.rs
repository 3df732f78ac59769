//! How one file names another.

use std::fmt::Write;
use std::path::Path;

/// The way from the file `from` to the file `to`, as an address in a page or picture: relative, with `/`, and what would end an
/// address in Markdown, HTML or a comment written otherwise.
pub(crate) fn between(from: &Path, to: &Path) -> String {
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
        let plain = mark.is_alphanumeric() || matches!(mark, '/' | '.' | '_' | '~' | '+' | '=' | ',' | '@');
        if plain || mark == '-' && !address.ends_with('-') {
            address.push(mark);
        } else {
            let mut bytes = [0; 4];
            for byte in mark.encode_utf8(&mut bytes).bytes() {
                let _ = write!(address, "%{byte:02X}");
            }
        }
    }
    address
}

/// The path that an address from [`between`] stands for.
pub(crate) fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend(before.bytes());
        let code = after.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(b'%'));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    bytes.extend(rest.bytes());
    String::from_utf8(bytes).unwrap_or_else(|_| address.to_owned())
}
