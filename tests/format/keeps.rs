//! What formatting keeps: the map, the comments, and its own work.

use proptest::prelude::*;
use wardley::resolve::NoIncludes;
use wardley::source::{Source, SourceId};
use wardley::syntax::parse;

use super::formatted;
use crate::{corpus, spans};

/// Says what formatting does to a text that it must not do.
fn broken(text: &str) -> Option<String> {
    let once = formatted(text);
    let twice = formatted(&once);
    if once != twice {
        return Some(format!("not the same again:\n{once}\n---\n{twice}"));
    }
    if comments(text) != comments(&once) {
        return Some(format!("comments: {:?}\n{:?}", comments(text), comments(&once)));
    }
    let (before, after) = (map(text), map(&once));
    (before != after).then(|| format!("another map:\n{once}\n{before}\n{after}"))
}

fn comments(text: &str) -> Vec<String> {
    let source = Source::new("test", text);
    let file = parse(&source, SourceId::default()).file;
    let comments = file.lines.iter().flat_map(|line| &line.comments).map(|&comment| source.slice(comment).trim_end());
    comments.filter(|comment| !comment.is_empty()).map(str::to_owned).collect()
}

fn map(text: &str) -> String {
    let reading = wardley::read(Source::new("test", text), &mut NoIncludes);
    spans::removed(&format!("{:?}", reading.map))
}

#[test]
#[ignore = "needs WARDLEY_CORPUS"]
fn real_maps_stay_what_they_are() {
    for path in corpus::maps() {
        let text = std::fs::read_to_string(&path).expect("a readable map");
        assert_eq!(broken(&text), None, "{}", path.display());
    }
}

/// Lines as people write them, good and bad.
fn line() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "component",
        "Component",
        "anchor",
        "market",
        "ecosystem",
        "submap",
        "evolve",
        "pipeline",
        "note",
        "annotation",
        "annotations",
        "build",
        "buy",
        "inertia",
        "outsource",
        "pioneers",
        "accelerator",
        "url",
        "size",
        "style",
        "evolution",
        "valuechain",
        "x-axis",
        "y-axis",
        "title",
        "A",
        "B",
        "A",
        "B",
        "a",
        "Tea Shop",
        "Tea  Shop",
        "\"B\\n C\"",
        "'A'",
        "\"A",
        "1",
        "0.5",
        ".25",
        "[0.5, .4]",
        "[.5,.4]",
        "[product]",
        "[late  custom, 0.3]",
        "[0.4",
        "[0.5]",
        "[.1,.2,.3,.4]",
        "[[.1,.2],[.3,0.4]]",
        "[0.5x, 2]",
        "[_ , 1]",
        "[]",
        "label [1,-2]",
        "label [1.5 , 2] pin",
        "label",
        "(build)",
        "(buy,market)",
        "(Inertia)",
        "(legacy)",
        "url(x.example)",
        "->",
        "->",
        " -> ",
        "+>",
        "+'x y'<>",
        "-.->",
        ">",
        ";",
        "; why",
        "{",
        "}",
        "//",
        "// c",
        "/* c */",
        "/*",
        "*/",
        "# r",
        "%% r",
        "---",
        "wardley-beta",
        "product",
        "evolve 0.8",
        "evolve product",
        "include x.wm",
        ",",
        " ",
        "  ",
        "\t",
        "\r",
        "Idea->Try -> Offer",
        "@0.3",
        "\u{feff}",
        "\u{a0}",
        "é",
    ]);
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.join(" "))
}

/// Lines that hold together more often than pieces do.
fn statement() -> impl Strategy<Value = String> {
    let name =
        prop::sample::select(vec!["A", "B", "a", "Tea Shop", "note taking", "\"A\"", "B -> A", "build A", "evolve B"]);
    let head = prop::sample::select(vec![
        "component ",
        "market ",
        "anchor ",
        "build ",
        "inertia ",
        "buy ",
        "evolve ",
        "pipeline ",
        "",
        "note ",
    ]);
    let tail = prop::sample::select(vec![
        "",
        " [.5,.4]",
        " [0.5, 0.40] (buy)",
        " [.3,.2] inertia label [1,2] // c",
        " evolve .7",
        " [.2,.3] evolve 0.7 /* c */",
        " 0.8",
        "->B .8",
        " -> A",
        "->B [.1,.2]",
        " {",
        " [.2,.6] {",
        "->B->A; x",
        " product",
        " /* c",
    ]);
    (head, name, tail).prop_map(|(head, name, tail)| format!("{head}{name}{tail}"))
}

proptest! {
    #[test]
    fn any_text_stays_what_it_is(text in "\\PC*") {
        prop_assert_eq!(broken(&text), None);
    }

    #[test]
    fn any_mix_of_pieces_stays_what_it_is(
        lines in prop::collection::vec(prop_oneof![line(), statement(), statement(), Just("}".to_owned()), Just(String::new())], 0..12),
        end in prop::sample::select(vec!["\n", "\r\n"]),
    ) {
        prop_assert_eq!(broken(&lines.join(end)), None);
    }
}
