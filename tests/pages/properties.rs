//! Whatever stands in a page, `wardley md` keeps it, and a second run finds nothing to do.

use proptest::prelude::*;

use crate::shell::Shell;

/// Pieces of which Markdown is made, and pieces of what `md` writes.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(
        &[
            "\n",
            "\n\n",
            "\r\n",
            " ",
            "    ",
            "\t",
            "> ",
            "- ",
            "1. ",
            "# ",
            "text",
            "`",
            "```",
            "````",
            "~~~",
            "```wardley\n",
            "```owm name=x\n",
            "wardley",
            "component A [0.5, 0.5]\n",
            "A->B\n",
            "title T\n",
            "<!-- wardley: t.svg -->",
            "<!-- wardley: t.svg from t.wm -->",
            "<!-- /wardley -->",
            "<!--",
            "-->",
            "<details>",
            "</details>",
            "<div>\n",
            "![T](t.svg)",
            "\n```\n",
            "\n~~~\n",
            "\n```wm\ntitle T\n```\n",
            "\n> ```wm\n> A\n> ```\n",
            "- ```wm\n  A\n  ```\n",
            "[^1]: ",
            "|a|\n|-|\n",
            "---\n",
            "é",
            "\u{2028}",
        ][..],
    )
}

/// The words that stand outside of marks.
fn kept(page: &str) -> Vec<&str> {
    let word = |(at, _): (usize, &str)| (at, page[at..].split(';').next().unwrap_or_default());
    let marked = |at| page[..at].contains("<!-- wardley: ") && page[at..].contains("<!-- /wardley -->");
    page.match_indices("text").map(word).filter(|(at, _)| !marked(*at)).map(|(_, word)| word).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_lost_and_nothing_is_done_twice(
        pieces in prop::collection::vec(piece(), 0..40),
        mode in prop::sample::select(&["below", "details"][..]),
    ) {
        let piece = |(at, piece): (usize, &&str)| if *piece == "text" { format!("text{at};") } else { (*piece).to_owned() };
        let page: String = pieces.iter().enumerate().map(piece).collect();
        let shell = Shell::with(&[("page.md", &page), ("t.wm", "component A\n")]);
        let ran = shell.run(&format!("md page.md --mode {mode}"));
        prop_assert!(ran.status < 2, "{}", ran.err);
        let once = shell.read("page.md");
        let again = shell.run(&format!("md page.md --mode {mode} --check"));
        prop_assert!(!again.err.contains("is not as it should be"), "{:?}\n{}\n{}", page, once, again.err);
        let mut rest = once.as_str();
        for word in kept(&page) {
            let found = rest.split_once(word);
            prop_assert!(found.is_some(), "{word} of {page:?} is lost:\n{once}");
            rest = found.map_or("", |(_, rest)| rest);
        }
    }
}
