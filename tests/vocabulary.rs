//! The words of the language are spelled in `src/vocabulary.rs`; the grammar and what is written about the language have the same.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use wardley::vocabulary::{
    ArrowKind, AttitudeKind, ComponentKind, Decorator, Dialect, Flow, HIDE, Keyword, Level, Method, ModifierWord,
    SaidWord, Stage, Style, Third,
};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a readable file")
}

/// All words that people write, each spelling.
fn words() -> BTreeSet<&'static str> {
    fn spelled<T>(spellings: &[(&'static str, T)]) -> Vec<&'static str> {
        spellings.iter().map(|(word, _)| *word).collect()
    }
    let lists = [
        spelled(Keyword::SPELLINGS),
        spelled(ModifierWord::SPELLINGS),
        spelled(SaidWord::SPELLINGS),
        spelled(Decorator::SPELLINGS),
        spelled(ArrowKind::SPELLINGS),
        spelled(Style::SPELLINGS),
        spelled(Stage::SPELLINGS),
        spelled(Level::SPELLINGS),
        spelled(Third::SPELLINGS),
        vec![HIDE],
    ];
    lists.concat().into_iter().collect()
}

#[test]
fn the_grammar_reads_every_word_and_no_other() {
    let grammar = read("grammar/wardley.pest");
    let spelled: BTreeSet<&str> =
        grammar.lines().flat_map(|line| line.split('"').skip(1).step_by(2)).filter(|word| word.len() > 1).collect();
    let known = words();
    let flexible = [Style::SPELLINGS.len(), Stage::SPELLINGS.len(), Level::SPELLINGS.len(), Third::SPELLINGS.len()];
    let read: BTreeSet<&str> = Keyword::ALL
        .iter()
        .map(|word| word.word())
        // A color stands in a parenthesis, whose words the grammar leaves to whoever knows the classes.
        .chain(ModifierWord::ALL.iter().filter(|word| **word != ModifierWord::Color).map(|word| word.word()))
        .chain(Decorator::ALL.iter().map(|word| word.word()))
        .collect();
    assert!(flexible.iter().all(|count| *count > 0));
    let lacking: Vec<_> = read.iter().filter(|word| !spelled.contains(**word)).collect();
    assert!(lacking.is_empty(), "the grammar lacks {lacking:?}");
    // What begins no known word is none: the grammar looks ahead for beginnings of keywords.
    let letters = |word: &&&str| word.starts_with(|first: char| first.is_ascii_alphabetic());
    let unknown: Vec<_> =
        spelled.iter().filter(letters).filter(|word| !known.iter().any(|known| known.starts_with(**word))).collect();
    assert!(unknown.is_empty(), "src/vocabulary.rs lacks {unknown:?}");
}

#[test]
fn the_reference_page_and_the_fuzzer_know_every_word() {
    for path in ["examples/guide/src/reference.md", "fuzz/words.dict"] {
        let text = read(path);
        let lacking: Vec<_> = words().into_iter().filter(|word| !text.contains(word)).collect();
        assert!(lacking.is_empty(), "{path} lacks {lacking:?}");
    }
}

#[test]
fn the_schema_of_json_knows_the_words_it_uses() {
    let schema = read("src/convert/json/schema.json");
    let lists: [Vec<&str>; 6] = [
        Style::ALL.iter().map(|word| word.word()).collect(),
        ComponentKind::ALL.iter().map(|word| word.word()).collect(),
        Method::ALL.iter().map(|word| word.word()).collect(),
        AttitudeKind::ALL.iter().map(|word| word.word()).collect(),
        Flow::ALL.iter().map(|word| word.word()).collect(),
        Dialect::ALL.iter().map(|word| word.word()).collect(),
    ];
    for list in lists {
        let quoted: Vec<String> = list.iter().map(|word| format!("\"{word}\"")).collect();
        let found = schema.split('[').any(|inside| {
            let inside = inside.split(']').next().unwrap_or_default();
            inside.split(',').map(str::trim).eq(quoted.iter().map(String::as_str))
        });
        assert!(found, "no list of {quoted:?} in the schema");
    }
}
