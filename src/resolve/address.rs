//! Which addresses a picture may lead to.

/// The schemes that are safe to open.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// Why an address is refused: the scheme before its colon, if it has one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refused(pub(super) Option<String>);

/// The address without whitespace around it, if it is safe to open: `http:`, `https:`, `mailto:`, or a path from where the
/// picture is. Browsers drop control characters and take `\` for `/`, so neither may stand in it.
pub(super) fn checked(address: &str) -> Result<&str, Refused> {
    let address = address.trim();
    let scheme = scheme(address);
    let hidden = |character: char| character.is_control() || character.is_whitespace() || character == '\\';
    let safe = match &scheme {
        Some(scheme) => SCHEMES.iter().any(|safe| scheme.eq_ignore_ascii_case(safe)),
        None => !address.starts_with("//"),
    };
    if address.is_empty() || !safe || address.contains(hidden) {
        return Err(Refused(scheme.filter(|_| !safe)));
    }
    Ok(address)
}

/// The address without whitespace around it, if it is safe to open.
#[cfg(feature = "serde")]
pub(crate) fn safe_address(address: &str) -> Option<&str> {
    checked(address).ok()
}

/// What stands before the first colon, unless the colon belongs to a path.
fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    (!scheme.contains(['/', '?', '#'])).then(|| scheme.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_web_and_paths_are_opened() {
        for address in [
            "https://example.org/a?b=c#d",
            "HTTP://example.org",
            "mailto:me@example.org",
            "other.svg",
            "../a/b:c",
            "#top",
        ] {
            assert_eq!(checked(address), Ok(address));
        }
        assert_eq!(checked(" other.svg "), Ok("other.svg"));
    }

    #[test]
    fn everything_else_is_refused() {
        let refused = [
            ("javascript:alert(1)", Some("javascript")),
            ("JavaScript:alert(1)", Some("JavaScript")),
            ("java\tscript:alert(1)", Some("java\tscript")),
            ("\u{1}javascript:alert(1)", Some("\u{1}javascript")),
            ("data:text/html,x", Some("data")),
            ("file:///etc/passwd", Some("file")),
            (" :x", Some("")),
            ("//example.org", None),
            ("/\\example.org", None),
            ("\\\\example.org", None),
            ("https://exa\nmple.org", None),
            ("", None),
        ];
        for (address, scheme) in refused {
            assert_eq!(checked(address), Err(Refused(scheme.map(str::to_owned))), "{address:?}");
        }
    }
}
