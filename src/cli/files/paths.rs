//! How one file names another.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode};

/// What stands in an address as something else: all of ASCII but letters, digits, and what means nothing in Markdown, HTML or a
/// comment.
const SPECIAL: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'/')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'+')
    .remove(b'=')
    .remove(b',')
    .remove(b'@');

/// The way from the file `from` to the file `to`, as an address in a page or picture: relative, with `/`.
pub(crate) fn between(from: &Path, to: &Path) -> String {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let (from, to) = (absolute(from), absolute(to));
    let way = pathdiff::diff_paths(&to, from.with_file_name("")).unwrap_or(to);
    let parts: Vec<String> = way.components().map(|part| encoded(part.as_os_str().as_encoded_bytes())).collect();
    // Two hyphens would end a comment.
    parts.join("/").replace("--", "-%2D")
}

/// The address of a path as it is written, with `/`.
pub(crate) fn address(path: &str) -> String {
    percent_encode(path.replace('\\', "/").as_bytes(), SPECIAL).to_string()
}

/// A part of a path for an address. Letters of other scripts stay letters.
fn encoded(part: &[u8]) -> String {
    let mut encoded = String::new();
    for chunk in part.utf8_chunks() {
        for letter in chunk.valid().chars() {
            if letter.is_alphanumeric() {
                encoded.push(letter);
            } else {
                encoded.extend(percent_encode(letter.to_string().as_bytes(), SPECIAL));
            }
        }
        encoded.extend(percent_encode(chunk.invalid(), SPECIAL));
    }
    encoded
}

/// The path that an address from [`between`] stands for.
pub(crate) fn decoded(address: &str) -> PathBuf {
    let bytes: Vec<u8> = percent_decode_str(address).collect();
    #[cfg(unix)]
    return <std::ffi::OsString as std::os::unix::ffi::OsStringExt>::from_vec(bytes).into();
    #[cfg(not(unix))]
    String::from_utf8_lossy(&bytes).into_owned().into()
}
