use proptest::prelude::*;
use wardley::text::{Fonts, wraps};

fn lines(text: &str) -> Vec<String> {
    wraps(&Fonts::shipped(), text, 12.0, false).into_iter().map(|wrap| wrap.lines.join(" | ")).collect()
}

#[test]
fn lines_are_balanced() {
    assert_eq!(
        lines("Customer relationship management"),
        [
            "Customer relationship management",
            "Customer relationship | management",
            "Customer | relationship | management"
        ]
    );
    assert_eq!(lines("Cup of Tea"), ["Cup of Tea", "Cup | of Tea", "Cup | of | Tea"]);
}

#[test]
fn a_word_stays_whole() {
    assert_eq!(lines("Kettle"), ["Kettle"]);
    assert_eq!(lines("e-mail"), ["e-mail"]);
    assert_eq!(lines("and/or"), ["and/or"]);
    assert_eq!(lines(""), [""]);
}

#[test]
fn long_words_part_after_a_slash_or_a_hyphen() {
    assert_eq!(lines("Storage/Compute"), ["Storage/Compute", "Storage/ | Compute"]);
    assert_eq!(lines("Self-service"), ["Self-service", "Self- | service"]);
}

#[test]
fn a_further_line_must_be_worth_it() {
    assert_eq!(lines("a internationalization"), ["a internationalization", "a | internationalization"]);
    assert_eq!(lines("internationalization l"), ["internationalization l", "internationalization | l"]);
    assert_eq!(lines("internationalization a b c"), ["internationalization a b c", "internationalization | a b c"]);
}

#[test]
fn the_author_breaks_lines_once_and_for_all() {
    assert_eq!(lines("Cup of\nhot  tea"), ["Cup of | hot  tea"]);
    assert_eq!(lines(" Cup of tea\n"), lines("Cup of tea"));
}

#[test]
fn ideographs_part_anywhere() {
    assert_eq!(lines("茶水")[1], "茶 | 水");
}

#[test]
fn absurdly_long_text_is_broken_all_the_same() {
    let text = "tea ".repeat(50_000);
    let ways = wraps(&Fonts::shipped(), &text, 12.0, false);
    assert_eq!(ways.len(), 4);
    assert!(ways[3].width < ways[0].width * 0.27);
}

proptest! {
    #[test]
    fn no_letter_is_lost(text in "[a-zé茶/ -]{0,60}") {
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        let fonts = Fonts::shipped();
        for wrap in wraps(&fonts, &text, 12.0, true) {
            prop_assert_eq!(bare(&wrap.lines.concat()), bare(&text));
            for (line, width) in wrap.lines.iter().zip(&wrap.widths) {
                prop_assert_eq!(fonts.width(line, 12.0, true), *width);
                prop_assert!(*width <= wrap.width);
            }
        }
    }

    #[test]
    fn no_other_break_is_narrower(words in prop::collection::vec("[a-z]{1,12}", 2..7)) {
        let fonts = Fonts::shipped();
        let text = words.join(" ");
        let ways = wraps(&fonts, &text, 12.0, false);
        for first in 1..words.len() {
            let [upper, lower] = [words[..first].join(" "), words[first..].join(" ")];
            let width = fonts.width(&upper, 12.0, false).max(fonts.width(&lower, 12.0, false));
            let two = ways.iter().find(|way| way.lines.len() == 2).map_or(ways[0].width - 4.0, |way| way.width);
            prop_assert!(two <= width + 0.5, "{upper} | {lower}: {width}, not {two}");
        }
    }

    #[test]
    fn any_text_is_broken(text: String) {
        for wrap in wraps(&Fonts::shipped(), &text, 12.0, false) {
            prop_assert!(wrap.width.is_finite());
        }
    }
}
