//! Nothing breaks it: any bytes go through every step, and what comes out is one harmless SVG document.

use proptest::prelude::*;
use wardley::layout::{Options, layout, theme_of};
use wardley::render::svg::{self, svg};
use wardley::resolve::{Load, LoadError, NoIncludes, questions};
use wardley::source::{Source, Sources};
use wardley::text::Fonts;
use wardley::{Reading, problem::Problem};

use crate::harmless;

/// From bytes to a picture, and everything that is said on the way.
fn drawn(bytes: &[u8]) -> (String, Vec<Problem>, Sources) {
    let Reading { map, problems, sources, .. } =
        wardley::read(Source::new("test", String::from_utf8_lossy(bytes)), &mut Itself);
    let layout = layout(&map, theme_of(&map), &Fonts::shipped(), &Options::default());
    let picture = svg(&layout.scene, &svg::Options::default());
    let problems = problems.into_iter().chain(questions(&map)).chain(layout.problems);
    (picture, problems.collect(), sources)
}

/// Every file that is included holds a component, a link, and the same include again.
struct Itself;

impl Load for Itself {
    fn load(&mut self, _: &str, path: &str) -> Result<Source, LoadError> {
        Ok(Source::new(path, format!("component Kettle\nKettle -> Power\ninclude {path}")))
    }
}

/// That all that is said of a text can be shown in it.
fn told_in_place(problems: &[Problem], sources: &Sources) {
    for problem in problems {
        assert!(!problem.message().is_empty());
        assert!(!problem.message().contains(['\n', '\u{1b}']), "{:?}", problem.message());
        let fix = problem.fix().map(|fix| fix.span);
        for span in problem.labels().into_iter().map(|label| label.span).chain(fix) {
            let text = sources.get(span.source).text();
            assert!(text.get(span.range()).is_some(), "{} is told at {span:?} of {} bytes", problem.code(), text.len());
        }
    }
}

#[test]
fn names_and_addresses_that_would_break_out_stay_in() {
    for name in harmless::HOSTILE {
        for text in harmless::maps(name) {
            let (picture, problems, sources) = drawn(text.as_bytes());
            harmless::check(&picture);
            told_in_place(&problems, &sources);
        }
    }
}

#[test]
fn deep_long_and_circular_texts_are_drawn() {
    let texts = [
        "[".repeat(20_000),
        "(".repeat(20_000),
        "\"".repeat(20_000),
        "/*".repeat(20_000),
        "{\n".repeat(2_000),
        "pipeline A {\n".repeat(1_000),
        format!("component {}", " ".repeat(50_000)),
        format!("component {}[0.5", "a ".repeat(20_000)),
        format!("annotation 1 [{}]", "[0.5, 0.5],".repeat(300)),
        (0..1_000).map(|at| format!("component {at}\n{at} -> {}", (at + 1) % 1_000)).collect::<Vec<_>>().join("\n"),
        format!("component a\n{}", vec!["a"; 3_000].join(" -> ")),
        "include itself.wm\n".repeat(20),
        "note [1e308, -1e308]\ncomponent a [1e999, nan] label [1e308, 1e308]\nsize [1e308, 1e-308]".to_owned(),
    ];
    for text in texts {
        let (picture, problems, sources) = drawn(text.as_bytes());
        harmless::check(&picture);
        told_in_place(&problems, &sources);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_drawn(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let (picture, problems, sources) = drawn(&bytes);
        harmless::check(&picture);
        told_in_place(&problems, &sources);
    }

    #[test]
    fn any_lines_of_the_language_are_drawn(lines in prop::collection::vec(line(), 0..30)) {
        let (picture, problems, sources) = drawn(lines.join("\n").as_bytes());
        harmless::check(&picture);
        told_in_place(&problems, &sources);
    }

    #[test]
    fn fixes_mend_and_leave_nothing_worse(lines in prop::collection::vec(line(), 0..12)) {
        let text = lines.join("\n");
        let read = |text: &str| wardley::read(Source::new("test", text), &mut NoIncludes).problems;
        let before = read(&text);
        for fix in before.iter().filter_map(Problem::fix) {
            let mut mended = text.clone();
            mended.replace_range(fix.span.range(), &fix.replacement);
            prop_assert_ne!(&mended, &text);
            let errors = |problems: &[Problem]| problems.iter().filter(|problem| problem.severity() > wardley::problem::Severity::Warning).count();
            prop_assert!(errors(&read(&mended)) <= errors(&before), "{} became {}", text, mended);
        }
    }
}

/// A line that is, or nearly is, a statement.
fn line() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "component",
        "anchor",
        "Submap",
        "market",
        "evolve",
        "pipeline",
        "note",
        "annotation",
        "annotations",
        "title",
        "style",
        "size",
        "evolution",
        "valuechain",
        "pioneers",
        "accelerator",
        "url",
        "build",
        "inertia",
        "include",
        "compnent",
        "edge",
        "",
    ]);
    let name = prop::sample::select(vec![
        "A",
        "B",
        "a b",
        "é用🫖",
        "\"q [0]\"",
        "note x",
        "A (v2)",
        "\u{202e}x",
        "\u{1}",
        "",
        "B; C",
    ]);
    let tail = prop::sample::select(vec![
        "[0.5, 0.5]",
        "[0.5]",
        "[1.5, -2]",
        "[custom, visible]",
        "[0.5. 0.4]",
        "[0.2, 0.1, 0.3, 0.9]",
        "[,]",
        "[",
        "0.8",
        "-> B",
        "-> B 0.7",
        "+'f'> B",
        "{",
        "}",
        "(build, buy)",
        "(odd)",
        "label [-5, 900]",
        "label [1, 2] pin",
        "url(x)",
        "// c",
        "/* c",
        "*/",
        "--hide",
        "[[0.1, 0.2], [0.3, 0.4]] text",
        "-> A; ctx",
        "inertia",
        "@0.3 -> C",
    ]);
    (word, name, prop::collection::vec(tail, 0..3))
        .prop_map(|(word, name, tail)| format!("{word} {name} {}", tail.join(" ")))
}
