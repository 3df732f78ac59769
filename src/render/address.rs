//! Which addresses a picture may lead to.

/// The address as it may stand in a picture: `http`, `https`, `mailto`, or relative. `None` for every other one.
///
/// A browser drops tabs and line breaks before it reads an address, and the blanks around it, so none may hide a scheme.
pub(super) fn harmless(address: &str) -> Option<&str> {
    let address = address.trim_matches(|letter: char| letter.is_whitespace() || letter.is_control());
    if address.is_empty() || address.chars().any(char::is_control) {
        return None;
    }
    let scheme = address.split(['/', '?', '#']).next().and_then(|start| start.split_once(':'));
    match scheme {
        None => Some(address),
        Some((scheme, _)) => {
            ["http", "https", "mailto"].iter().any(|fine| scheme.eq_ignore_ascii_case(fine)).then_some(address)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn only_harmless_addresses_pass() {
        for fine in [
            "https://a.example/x?y:z#w",
            "HTTP://a.example",
            "mailto:a@b.example",
            "other.svg",
            "../a/b:c",
            "#top",
            "?q=a:b",
        ] {
            assert_eq!(harmless(fine), Some(fine));
        }
        assert_eq!(harmless(" https://a.example\n"), Some("https://a.example"));
        for bad in [
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            ":x",
            "",
            " ",
        ] {
            assert_eq!(harmless(bad), None, "{bad:?}");
        }
    }
}
