//! What the command says of itself, and one word for one thing in all its verbs.

use crate::shell::{Shell, TEA};

fn out(shell: &Shell, line: &str) -> String {
    let ran = shell.run(line);
    assert_eq!(ran.status, 0, "wardley {line}: {}", ran.err);
    String::from_utf8(ran.out).expect("text")
}

#[test]
fn a_drawn_map_says_where_its_picture_is() {
    let shell =
        Shell::with(&[("maps/tea.wm", TEA), ("maps/pot.wm", TEA), ("odd.wm", "component A [0.5, 0.5]\nA -> B\n")]);
    assert_eq!(shell.run("render maps/tea.wm").err, "maps/tea.wm → maps/tea.svg\n");
    assert_eq!(shell.run("render maps -o out/").err, "2 maps → out/\n");
    assert_eq!(shell.run("render maps").err, "2 maps → pictures beside them\n");
    assert!(shell.run("render odd.wm").err.ends_with("odd.wm → odd.svg: 1 warning\n"));
    assert!(shell.run("render odd.wm --strict").err.ends_with("odd.wm not drawn: 1 warning\n"));
    for line in ["render maps -q", "render maps/tea.wm -q", "render odd.wm -q", "render maps/tea.wm -o -"] {
        assert_eq!(shell.run(line).err, "", "{line}");
    }
}

#[test]
fn options_are_called_the_same_everywhere_and_by_their_older_names() {
    let shell = Shell::with(&[("tea.wm", TEA), ("odd.wm", "component A [0.5, 0.5]\nA -> B\n")]);
    let json = out(&shell, "check tea.wm --format json");
    assert_eq!(out(&shell, "check tea.wm --output-format json"), json);
    assert_eq!(out(&shell, "check tea.wm -f sarif -f json"), json, "the last wins");
    let mermaid = out(&shell, "convert tea.wm --format mermaid");
    for older in ["convert tea.wm -t mermaid", "convert tea.wm --to mermaid", "convert tea.wm -f owm -f mermaid"] {
        assert_eq!(out(&shell, older), mermaid, "{older}");
    }
    for strict in ["--strict", "--deny warnings", "--deny-warnings"] {
        assert_eq!(shell.run(&format!("check odd.wm {strict}")).status, 1, "check {strict}");
        assert_eq!(shell.run(&format!("render odd.wm {strict}")).status, 1, "render {strict}");
    }
    assert_eq!(shell.run("render tea.wm --theme dark --theme plain").status, 0);
}

#[test]
fn check_alone_checks_all_that_is_here() {
    let shell = Shell::with(&[
        ("a/tea.wm", "component A [0.5, 0.5]\nA -> B\n"),
        ("b/tea.wmap", TEA),
        ("b/tea.mmd", "%% a map\nwardley-beta\ncomponent A [0.5, 0.5]\n"),
        ("b/flow.mmd", "flowchart LR\n"),
        ("b/.hidden.wm", TEA),
    ]);
    let ran = shell.run("check");
    assert_eq!(ran.status, 0);
    assert!(ran.err.starts_with("3 maps: 1 warning"), "{}", ran.err);
}

#[test]
fn standard_input_can_be_said_to_be_a_file() {
    let shell = Shell::with(&[("maps/part.wm", "component Part [0.2, 0.2]\n")]);
    let text = b"component A [0.5, 0.5]\nA -> Nowhere\ninclude part.wm\n";
    let ran = shell.feed("check - --format concise --stdin-filepath maps/tea.wm", text);
    let out = String::from_utf8(ran.out).expect("text");
    assert!(out.contains("maps/tea.wm:2:6: warning[unknown-component]") && !out.contains("include"), "{out}");
    let ran = shell.feed("check - --format concise", text);
    assert!(String::from_utf8(ran.out).expect("text").contains("<stdin>:3:9: error[include-off]"));
    let ran = shell.feed("render - --stdin-filepath maps/tea.wm", text);
    assert!(String::from_utf8(ran.out).expect("a picture").contains(">Part<"));
    assert!(ran.err.contains("maps/tea.wm:2:6"), "{}", ran.err);
    let ran = shell.feed("convert - -f wm --stdin-filepath maps/tea.wm", b"include part.wm\n");
    assert_eq!(ran.status, 0);
}

#[test]
fn a_name_that_is_nearly_right_is_pointed_out() {
    let shell = Shell::with(&[("maps/payments.wm", TEA)]);
    shell.fails("render maps/payment.wm", 3, "no such file or directory; did you mean maps/payments.wm?");
    shell.fails("check maps/other.wm", 3, "cannot read maps/other.wm: no such file or directory\n");
}

#[test]
fn a_line_for_a_page_goes_into_a_file_of_any_ending() {
    let shell = Shell::with(&[("tea.wm", TEA)]);
    shell.fine("render tea.wm --inline -o tea.html");
    assert!(shell.read("tea.html").contains("<svg"));
    shell.fails("watch tea.wm --inline", 2, "--inline is for SVG in a page");
    assert!(
        !out(&shell, "watch --help").contains("\n      --inline")
            && !out(&shell, "md --help").contains("\n      --inline")
    );
}

#[test]
fn color_is_as_asked_for() {
    let shell = Shell::with(&[("odd.wm", "component A [0.5, 0.5]\nA -> B\n")]);
    let is_colored = |line: &str| {
        let ran = shell.run(line);
        let out = String::from_utf8(ran.out).expect("text") + &ran.err;
        assert!(!out.is_empty());
        out.contains("\u{1b}[")
    };
    for line in ["check odd.wm", "render odd.wm", "render none.wm", "render --nonsense", "nonsense"] {
        assert!(!is_colored(line), "{line}");
        assert!(is_colored(&format!("{line} --color always")), "{line}");
        assert!(is_colored(&format!("--color=always {line}")), "{line}");
        assert!(!is_colored(&format!("{line} --color always --color never")), "{line}");
    }
}

#[test]
fn pages_of_the_manual_are_written_all_at_once() {
    let shell = Shell::new();
    shell.fine("man --out-dir man");
    let files = shell.files();
    for page in ["wardley.1", "wardley-render.1", "wardley-check.1", "wardley-language.7"] {
        assert!(files.contains(&format!("man/{page}")), "{page}");
        assert!(shell.read(&format!("man/{page}")).contains(".SH"), "{page}");
    }
    let language = out(&shell, "language");
    for words in ["component NAME [v, m]", "pipeline NAME", "A -> B -> C", "evolve NAME"] {
        assert!(language.contains(words), "{words}");
        assert!(out(&shell, "help language").contains(words), "{words}");
    }
    assert_eq!(out(&shell, "man language"), shell.read("man/wardley-language.7"));
}

#[test]
fn shells_complete_codes() {
    let shell = Shell::new();
    assert!(out(&shell, "completions bash").contains("unknown-component"));
}
