//! Paths of files, and how the protocol writes them: `file:///maps/tea.wm`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The path of a file's address; none of another kind of address.
pub(super) fn path(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    let rest = &rest[rest.find('/')?..];
    let mut bytes = Vec::with_capacity(rest.len());
    let mut at = 0;
    while at < rest.len() {
        let code = rest.as_bytes()[at];
        let hex = rest.get(at + 1..at + 3).filter(|_| code == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(hex.unwrap_or(code));
        at += if hex.is_some() { 3 } else { 1 };
    }
    let path = String::from_utf8(bytes).ok()?;
    // `/c:/maps` is a path of Windows with a slash too many.
    let drive = path.as_bytes().get(2) == Some(&b':') && cfg!(windows);
    Some(PathBuf::from(if drive { path[1..].to_owned() } else { path }))
}

/// The address of a file.
pub(super) fn uri(path: &Path) -> String {
    let path = path.display().to_string().replace('\\', "/");
    let mut uri = "file://".to_owned();
    if !path.starts_with('/') {
        uri.push('/');
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_come_back() {
        for name in ["/maps/tea.wm", "/maps/größe 漢字 %41 #1.wm"] {
            assert_eq!(path(&uri(Path::new(name))).as_deref(), Some(Path::new(name)));
        }
        assert_eq!(uri(Path::new("/a b")), "file:///a%20b");
        assert_eq!(path("untitled:Untitled-1"), None);
        assert_eq!(path("file:///a%zz"), Some(PathBuf::from("/a%zz")));
    }
}
