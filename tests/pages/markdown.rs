//! `wardley md`: where pictures go in a page, and that a second run finds nothing to do.

use std::fs;
use std::time::{Duration, SystemTime};

use crate::shell::{Shell, TEA, is_svg};

const FENCED: &str = "# Tea\n\n```wardley\ntitle Tea\ncomponent Cup [0.8, 0.6]\n```\n\nMore.\n";
const CUP: &str = "![Tea: A Wardley map of 1 component](tea.svg)";

/// Runs `wardley md LINE`, which must succeed, and says what it says.
fn md(shell: &Shell, line: &str) -> String {
    let ran = shell.run(&format!("md {line}"));
    assert_eq!((ran.status, ran.out.as_slice()), (0, b"".as_slice()), "wardley md {line}: {}", ran.err);
    ran.err
}

/// What a page becomes. A second run changes nothing.
fn page(text: &str, options: &str) -> String {
    let shell = Shell::with(&[("page.md", text)]);
    md(&shell, &format!("page.md {options}"));
    let once = shell.read("page.md");
    let said = md(&shell, &format!("page.md {options}"));
    assert!(said.ends_with(": nothing to change\n"), "{said}");
    assert_eq!(shell.read("page.md"), once);
    once
}

#[test]
fn a_picture_stands_below_its_map() {
    let shell = Shell::with(&[("page.md", FENCED)]);
    assert_eq!(md(&shell, "page.md"), "1 map in 1 page: 2 files written\n");
    let below = format!(
        "# Tea\n\n```wardley\ntitle Tea\ncomponent Cup [0.8, 0.6]\n```\n\n<!-- wardley: tea.svg -->\n\n{CUP}\n\n<!-- /wardley -->\n\nMore.\n"
    );
    assert_eq!(shell.read("page.md"), below);
    assert!(is_svg(&shell.bytes("tea.svg")));
}

#[test]
fn a_map_moves_into_a_file_and_stays_up_to_date_there() {
    let shell = Shell::with(&[("page.md", FENCED)]);
    md(&shell, "page.md --mode replace");
    let replaced = format!("# Tea\n\n<!-- wardley: tea.svg from tea.wm -->\n\n{CUP}\n\n<!-- /wardley -->\n\nMore.\n");
    assert_eq!(shell.read("page.md"), replaced);
    assert_eq!(shell.read("tea.wm"), "title Tea\ncomponent Cup [0.8, 0.6]\n");
    let picture = shell.read("tea.svg");
    shell.write("tea.wm", "title Tea\ncomponent Pot [0.8, 0.6]\n");
    for mode in ["replace", "below", "details"] {
        shell.write("tea.svg", &picture);
        md(&shell, &format!("page.md --mode {mode}"));
        assert!(shell.read("tea.svg").contains("Pot"), "{mode}");
        assert_eq!(shell.read("page.md"), replaced, "{mode}");
    }
    fs::remove_file(shell.path("tea.wm")).expect("a file");
    shell.fails("md page.md", 3, "cannot read tea.wm");
    assert_eq!(shell.read("page.md"), replaced);
}

#[test]
fn a_map_can_be_unfolded() {
    let text = page(FENCED, "--mode details");
    let (before, after) = text.split_once("```wardley").expect("the map");
    assert!(before.ends_with(&format!("{CUP}\n\n<details><summary>The map as text</summary>\n\n")), "{before}");
    assert!(after.ends_with("```\n\n</details>\n\n<!-- /wardley -->\n\nMore.\n"), "{after}");
}

#[test]
fn modes_can_be_changed() {
    let shell = Shell::with(&[("page.md", FENCED)]);
    md(&shell, "page.md");
    let below = shell.read("page.md");
    md(&shell, "page.md --mode details");
    md(&shell, "page.md --mode below");
    assert_eq!(shell.read("page.md"), below);
    assert_eq!(shell.files(), ["page.md", "tea.svg"]);
}

#[test]
fn a_second_run_touches_no_file() {
    let shell = Shell::with(&[("a/one.md", FENCED), ("a/two.md", FENCED), ("b/none.md", "No wardley here.\n")]);
    md(&shell, "a b --theme auto");
    let before: Vec<_> = shell.files();
    let long_ago = SystemTime::now() - Duration::from_secs(10_000);
    for file in &before {
        fs::File::options().write(true).open(shell.path(file)).expect("a file").set_modified(long_ago).expect("a time");
    }
    assert_eq!(md(&shell, "a b --theme auto"), "2 maps in 3 pages: nothing to change\n");
    assert_eq!(shell.files(), before);
    for file in &before {
        let modified = fs::metadata(shell.path(file)).and_then(|about| about.modified()).expect("a time");
        assert!(modified < long_ago + Duration::from_secs(5), "{file}");
    }
}

#[test]
fn check_tells_what_is_stale_and_writes_nothing() {
    let shell = Shell::with(&[("page.md", FENCED)]);
    let ran = shell.run("md page.md --check");
    assert_eq!((ran.status, ran.err.as_str()), (1, "tea.svg is out of date\npage.md is out of date\n"));
    assert_eq!((shell.files(), shell.read("page.md").as_str()), (vec!["page.md".to_owned()], FENCED));
    md(&shell, "page.md");
    assert_eq!(md(&shell, "page.md --check"), "");
    shell.write("page.md", shell.read("page.md").replace("Cup", "Mug"));
    let ran = shell.run("md page.md --check");
    assert_eq!((ran.status, ran.err.as_str()), (1, "tea.svg is out of date\n"));
}

#[test]
fn a_pair_of_pictures_serves_light_and_dark() {
    let shell = Shell::with(&[("page.md", FENCED)]);
    md(&shell, "page.md --theme auto --out-dir pictures");
    let picture = "<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"pictures/tea.dark.svg\" />\
        <img alt=\"Tea: A Wardley map of 1 component\" src=\"pictures/tea.svg\" /></picture>";
    assert!(shell.read("page.md").contains(picture));
    assert_ne!(shell.read("pictures/tea.svg"), shell.read("pictures/tea.dark.svg"));
}

#[test]
fn pages_elsewhere_lead_to_the_folder_of_pictures() {
    let shell = Shell::with(&[("docs/deep down/page.md", FENCED), ("docs/page.md", &FENCED.replace("Tea", "Pot"))]);
    md(&shell, "docs --out-dir docs/pictures");
    assert!(shell.read("docs/deep down/page.md").contains("](../pictures/tea.svg)"));
    assert!(shell.read("docs/page.md").contains("](pictures/pot.svg)"));
    fs::create_dir(shell.path("a (b) c")).expect("a folder");
    fs::rename(shell.path("docs/page.md"), shell.path("page.md")).expect("a file");
    let mut command = shell.command("md page.md --out-dir");
    assert!(command.arg("a (b) c").status().expect("the command").success());
    assert!(shell.read("page.md").contains("](a%20%28b%29%20c/pot.svg)"));
    assert!(shell.path("a (b) c/pot.svg").exists());
}

#[test]
fn maps_stand_wherever_markdown_lets_them() {
    for (text, below) in [
        ("> ```wm\n> component A\n> ```\n> So.\n", "> ```\n>\n> <!-- wardley: "),
        ("- One\n\n  ```owm\n  component A\n  ```\n\n- Two\n", "  ```\n\n  <!-- wardley: "),
        ("1. ```wardley\n   component A\n   ```\n", "   ```\n\n   <!-- wardley: "),
        ("> - ```wardley\n>   component A\n>   ```\n", ">   ```\n>\n>   <!-- wardley: "),
        ("~~~~ wardleymap\ncomponent A\n~~~\n~~~~\n", "~~~~\n\n<!-- wardley: "),
        ("`````wardley\ncomponent A\n```\n`````\n", "`````\n\n<!-- wardley: "),
        ("```{.wardley}\ncomponent A\n```", "```\n\n<!-- wardley: "),
        ("```mermaid\n%% ours\nwardley-beta\ncomponent A [0.5, 0.5]\n```\n", "```\n\n<!-- wardley: "),
        ("```mermaid\n---\ntitle: wardley\n---\nwardley-beta\ncomponent A [0.5, 0.5]\n```\n", "```\n\n<!-- wardley: "),
        ("Text\r\n\r\n```wm\r\ncomponent A\r\n```\r\nText\r\n", "```\r\n\r\n<!-- wardley: "),
    ] {
        let page = page(text, "");
        assert!(page.contains(below), "{page}");
        assert_eq!(page.matches("<!-- /wardley -->").count(), 1, "{page}");
        assert_eq!(page.ends_with('\n'), text.ends_with('\n'), "{page}");
        assert_eq!(page.contains("\r\n"), !page.replace("\r\n", "").contains('\n'), "{page}");
    }
}

#[test]
fn what_only_looks_like_a_map_stays() {
    for text in [
        "````md\n```wardley\ncomponent A\n```\n````\n",
        "    ```wardley\n    component A\n    ```\n",
        "```mermaid\ngraph TD\n  A[wardley-beta] --> B\n```\n",
        "```text wardley\ncomponent A\n```\n",
        "<pre>\n```wardley\ncomponent A\n```\n</pre>\n",
        "````md\n<!-- wardley: a.svg from a.wm -->\n\n<!-- /wardley -->\n````\n",
        "The mark is `<!-- wardley: a.svg from a.wm -->` and `<!-- /wardley -->`.\n",
        "{{#wardley tea.wm}}\n",
    ] {
        assert_eq!(page(text, "--mode replace"), text);
    }
}

#[test]
fn a_block_without_end_is_told_and_left_alone() {
    let text = "Text\n\n```wardley\ncomponent A\n\nThe rest of the page.\n";
    let shell = Shell::with(&[("page.md", text)]);
    shell.fails("md page.md", 1, "page.md:3: this map has no end: close its block");
    assert_eq!((shell.read("page.md").as_str(), shell.files().len()), (text, 1));
}

#[test]
fn marks_that_were_copied_or_broken_harm_nothing() {
    let shell = Shell::with(&[("page.md", FENCED)]);
    md(&shell, "page.md");
    let section = shell.read("page.md");
    // The whole section twice: the second map gets a picture of its own.
    let twice = page(&section.repeat(2), "");
    assert!(twice.contains("](tea.svg)") && twice.contains("](tea-2.svg)"), "{twice}");
    // The picture alone twice: the copy is the author's.
    let (_, picture) = section.split_once("```\n\n").expect("a picture");
    assert_eq!(page(&format!("{section}{picture}"), ""), format!("{section}{picture}"));
    // A map in the middle of another one's picture.
    let torn = section.replace(CUP, &format!("{CUP}\n\n```wm\ntitle Pot\ncomponent Pot\n```"));
    assert_eq!(page(&torn, "").matches("<!-- /wardley -->").count(), 2);
    // Marks without their other half.
    for lost in ["<!-- wardley: tea.svg -->", "<!-- /wardley -->"] {
        assert!(page(&section.replace(lost, ""), "").contains("More.\n"));
    }
    for broken in
        ["<!-- wardley: <!-- wardley: -->\n\n<!-- /wardley -->\n", "<!-- wardley: a", "<!-- wardley: ../.. -->"]
    {
        page(&format!("{FENCED}{broken}"), "");
    }
}

#[test]
fn a_new_map_before_a_moved_one_takes_nothing_from_it() {
    let shell = Shell::with(&[("page.md", FENCED)]);
    md(&shell, "page.md --mode replace");
    let moved = shell.read("page.md").replace("# Tea\n", "```wm\ntitle Pot\ncomponent Pot\n```\n");
    shell.write("page.md", moved);
    md(&shell, "page.md --mode replace");
    let page = shell.read("page.md");
    assert!(page.contains("pot.svg from pot.wm") && page.contains("tea.svg from tea.wm"), "{page}");
}

#[test]
fn mdx_has_comments_of_its_own() {
    let shell = Shell::with(&[("page.mdx", FENCED)]);
    md(&shell, "page.mdx");
    let once = shell.read("page.mdx");
    assert!(once.contains("{/* wardley: tea.svg */}") && once.contains("{/* /wardley */}"), "{once}");
    assert!(md(&shell, "page.mdx --check").is_empty());
}

#[test]
fn problems_name_the_page_and_its_line() {
    let shell = Shell::with(&[("page.md", "Text\n\n> ```wm\n> component A\n> A -> B\n> ```\n")]);
    let ran = shell.run("md page.md");
    assert_eq!(ran.status, 0, "a warning ends nothing");
    assert!(ran.err.contains("page.md:5:"), "{}", ran.err);
    let ran = shell.run("md page.md --strict");
    assert_eq!(ran.status, 1, "{}", ran.err);
}

#[test]
fn other_files_stand_back() {
    let shell = Shell::with(&[("page.md", FENCED)]);
    shell.write("latin.md", b"```wardley\ncomponent Caf\xe9\n```\n");
    shell.fails("md latin.md", 3, "cannot read latin.md: it is not UTF-8 text");
    shell.fails("md nowhere.md", 3, "cannot read nowhere.md");
    shell.fails("md -", 2, "a page on standard input");
    shell.fails("md page.md --inline", 2, "--inline");
    shell.write("empty/tea.wm", TEA);
    shell.fails("md empty", 3, "no pages in empty");
    // One page's fault is not another's.
    assert_eq!(shell.run("md latin.md page.md").status, 3);
    assert!(shell.read("page.md").contains("](tea.svg)"));
}

#[cfg(unix)]
#[test]
fn a_page_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let shell = Shell::with(&[("page.md", FENCED)]);
    fs::set_permissions(shell.path("page.md"), fs::Permissions::from_mode(0o640)).expect("mine");
    md(&shell, "page.md");
    assert_eq!(fs::metadata(shell.path("page.md")).expect("a page").permissions().mode() & 0o777, 0o640);
}
