//! The command, as its users see it: what it writes where, what it says, how it ends.

use std::fs::{self, File};
use std::io::Read;
use std::process::Stdio;
use std::time::{Duration, SystemTime};

use crate::shell::{Shell, TEA, is_svg};

const SLIP: &str = "title Tea\ncomponent Cup [0.8, 0.6]\ncomponent Pot [0.6, 0.6]\nCup -> Poot\n";

fn is_png(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89PNG\r\n\x1a\n")
}

/// Width and height of a PNG, from its header.
fn png_size(bytes: &[u8]) -> (u32, u32) {
    let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    (side(16), side(20))
}

#[test]
fn a_picture_stands_beside_its_map() {
    let shell = Shell::with(&[("tea.wm", TEA)]);
    assert!(shell.fine("render tea.wm").is_empty());
    assert_eq!(shell.files(), ["tea.svg", "tea.wm"]);
    assert!(is_svg(&shell.bytes("tea.svg")));
}

#[test]
fn standard_input_is_drawn_to_standard_output() {
    let shell = Shell::with(&[("tea.wm", TEA)]);
    let ran = shell.feed("render -", TEA.as_bytes());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(is_svg(&ran.out));
    assert_eq!(ran.out, shell.fine("render tea.wm -o -"));
    assert_eq!(shell.files(), ["tea.wm"]);
}

#[test]
fn the_ending_says_which_format() {
    let shell = Shell::with(&[("tea.wm", TEA)]);
    shell.fine("render tea.wm -o a/b/cup.svg");
    assert!(is_svg(&shell.bytes("a/b/cup.svg")));
    shell.fine("render tea.wm -o plain");
    assert!(is_svg(&shell.bytes("plain")));
    shell.fine("render tea.wm -f svg -o cup.txt");
    assert!(is_svg(&shell.bytes("cup.txt")));
    shell.fails("render tea.wm -o cup.jpg", 2, "no picture ends in .jpg");
}

#[test]
fn folders_keep_their_structure_below_the_output_folder() {
    let shell = Shell::with(&[
        ("maps/tea.wm", TEA),
        ("maps/a/b/cup.OWM", TEA),
        ("maps/a/pot.wardley", TEA),
        ("maps/a/read.md", "#"),
    ]);
    let ran = shell.run("render maps -o out/");
    assert_eq!((ran.status, ran.err.as_str()), (0, "3 maps → out/\n"));
    assert_eq!(shell.files()[4..], ["out/a/b/cup.svg", "out/a/pot.svg", "out/tea.svg"]);
    assert_eq!(shell.bytes("out/a/pot.svg"), shell.fine("render maps/tea.wm -o -"));
}

#[test]
fn ignored_and_hidden_maps_are_not_drawn() {
    let shell = Shell::with(&[
        ("tea.wm", TEA),
        ("draft.wm", TEA),
        ("old/a.wm", TEA),
        (".b/a.wm", TEA),
        (".gitignore", "draft.*\n"),
        (".ignore", "old\n"),
    ]);
    shell.run("render . -o out/");
    assert!(shell.path("out/tea.svg").exists());
    assert!(!shell.path("out/draft.svg").exists() && !shell.path("out/old").exists() && !shell.path("out/.b").exists());
    shell.fine("render draft.wm");
    assert!(shell.path("draft.svg").exists(), "a map that is named is drawn, ignored or not");
}

#[test]
fn an_existing_folder_needs_no_slash() {
    let shell = Shell::with(&[("tea.wm", TEA), ("out/keep", "")]);
    shell.fine("render tea.wm -o out");
    assert_eq!(shell.files(), ["out/keep", "out/tea.svg", "tea.wm"]);
}

#[test]
fn two_maps_never_share_a_picture() {
    let shell = Shell::with(&[("tea.wm", TEA), ("tea.owm", TEA), ("a/cup.wm", TEA), ("b/cup.wm", TEA)]);
    shell.fails("render tea.wm tea.owm", 2, "tea.wm and tea.owm would both be drawn into tea.svg");
    shell.fails("render a/cup.wm ./b/cup.wm -o out/", 2, "would both be drawn into out/cup.svg");
    shell.fails("render a/cup.wm b/cup.wm -o cup.svg", 2, "2 maps for one picture");
    shell.fails("render a/cup.wm b/cup.wm -o -", 2, "2 maps for one picture");
    shell.fails("render - -o out/", 2, "standard input has no name");
    assert_eq!(shell.files(), ["a/cup.wm", "b/cup.wm", "tea.owm", "tea.wm"]);
}

#[test]
fn a_map_named_twice_is_drawn_once() {
    let shell = Shell::with(&[("maps/tea.wm", TEA)]);
    shell.fine("render maps maps/tea.wm ./maps/../maps/tea.wm");
    assert_eq!(shell.files(), ["maps/tea.svg", "maps/tea.wm"]);
}

#[test]
fn no_picture_is_written_over_a_map() {
    let shell = Shell::with(&[("tea.svg", TEA), ("cup.wm", TEA)]);
    shell.fails("render tea.svg", 2, "tea.svg would be written over tea.svg, which is read");
    shell.fails("render cup.wm -f svg -o ./cup.wm", 2, "cup.wm would be written over cup.wm, which is read");
    assert_eq!(shell.read("tea.svg"), TEA);
    assert_eq!(shell.read("cup.wm"), TEA);
}

#[test]
fn what_has_not_changed_is_not_written() {
    let shell = Shell::with(&[("tea.wm", TEA)]);
    shell.fine("render tea.wm");
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    File::options()
        .write(true)
        .open(shell.path("tea.svg"))
        .and_then(|file| file.set_modified(long_ago))
        .expect("a file");
    let changed = || fs::metadata(shell.path("tea.svg")).and_then(|about| about.modified()).expect("a file");
    shell.fine("render tea.wm");
    assert_eq!(changed(), long_ago);
    shell.write("tea.wm", TEA.replace("Cup", "Mug"));
    shell.fine("render tea.wm");
    assert_ne!(changed(), long_ago);
    assert_eq!(shell.files(), ["tea.svg", "tea.wm"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_picture_stays_a_link_and_rights_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let shell = Shell::with(&[("tea.wm", TEA), ("real/old.svg", "old")]);
    symlink("real/old.svg", shell.path("tea.svg")).expect("a link");
    fs::set_permissions(shell.path("real/old.svg"), PermissionsExt::from_mode(0o640)).expect("rights");
    shell.fine("render tea.wm");
    assert!(fs::symlink_metadata(shell.path("tea.svg")).expect("a link").is_symlink());
    assert!(is_svg(&shell.bytes("real/old.svg")));
    let mode = fs::metadata(shell.path("real/old.svg")).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert!(shell.fine("render tea.wm -o /dev/null").is_empty());
}

#[test]
fn the_status_tells_how_it_ended() {
    let shell = Shell::with(&[("tea.wm", TEA), ("slip.wm", SLIP)]);
    let warned = shell.run("render slip.wm");
    assert_eq!(warned.status, 0);
    assert!(warned.err.contains("Poot") && warned.err.ends_with("slip.wm → slip.svg: 1 warning\n"), "{}", warned.err);
    fs::remove_file(shell.path("slip.svg")).expect("a picture");
    let strict = shell.run("render slip.wm tea.wm --strict");
    assert_eq!(strict.status, 1);
    assert!(
        strict.err.contains("Poot") && strict.err.ends_with("1 of 2 maps → pictures beside them: 1 warning\n"),
        "{}",
        strict.err
    );
    assert_eq!(shell.files(), ["slip.wm", "tea.svg", "tea.wm"]);
    let quiet = shell.run("render slip.wm --quiet");
    assert_eq!((quiet.status, quiet.err.as_str()), (0, ""));
    assert_eq!(shell.run("render slip.wm -q --strict").status, 1);
}

#[test]
fn arguments_that_make_no_sense_are_refused() {
    let shell = Shell::with(&[("tea.wm", TEA)]);
    for line in [
        "",
        "render",
        "rendr tea.wm",
        "render tea.wm --no-such",
        "render tea.wm --theme beige",
        "render tea.wm --size 0x0",
        "render tea.wm --size 800",
        "render tea.wm --scale 0",
        "render tea.wm --scale nan",
        "render tea.wm -f gif",
        "render tea.wm --scale 2",
        "render tea.wm --labels all",
        "completions dosh",
        "man nothing",
    ] {
        let ran = shell.run(line);
        assert_eq!(ran.status, 2, "wardley {line}: {ran:?}");
        assert!(ran.out.is_empty() && !ran.err.is_empty(), "wardley {line}");
    }
    shell.fails("tea.wm", 2, "wardley render tea.wm");
    assert_eq!(shell.files(), ["tea.wm"]);
}

#[cfg(unix)]
#[cfg(unix)]
#[test]
fn a_map_includes_files_beside_it_but_standard_input_does_not() {
    let main = "include parts/cup.wm\ncomponent Pot [0.5, 0.5]\nCup -> Pot\n";
    let shell = Shell::with(&[
        ("a/tea.wm", main),
        ("a/parts/cup.wm", "include ../../more.wm\n"),
        ("more.wm", "component Cup [0.8, 0.6]\n"),
    ]);
    shell.fine("render a/tea.wm");
    assert!(shell.read("a/tea.svg").contains("Cup"));
    let ran = shell.feed("render -", main.as_bytes());
    assert_eq!(ran.status, 1);
    assert!(is_svg(&ran.out) && !ran.err.is_empty());
    shell.write("b.wm", format!("include {}\ncomponent Pot [0.5, 0.5]\n", shell.path("more.wm").display()));
    let ran = shell.run("render b.wm");
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("must start from this map's folder"), "{}", ran.err);
}

#[test]
fn many_maps_are_drawn_as_each_would_be_alone() {
    let shell = Shell::new();
    for at in 0..60 {
        shell.write(
            &format!("maps/{at:02}.wm"),
            TEA.replace("Cup", &format!("Cup {at}")) + if at % 7 == 0 { "Guest -> Nothing\n" } else { "" },
        );
    }
    let ran = shell.run("render maps");
    assert_eq!(ran.status, 0);
    assert!(ran.err.ends_with("60 maps → pictures beside them: 9 warnings\n"), "{}", ran.err);
    let mut told: Vec<_> = ran.err.match_indices("maps/").map(|(at, _)| &ran.err[at..at + 10]).collect();
    let as_told = told.clone();
    told.sort_unstable();
    assert_eq!(told, as_told, "problems are told in the order of the maps");
    for at in ["00", "13", "59"] {
        assert_eq!(shell.bytes(&format!("maps/{at}.svg")), shell.run(&format!("render maps/{at}.wm -o -")).out);
    }
}

#[test]
fn nobody_listening_is_no_failure() {
    let shell = Shell::with(&[("tea.wm", TEA)]);
    for line in ["render tea.wm -o -", "themes", "completions bash", "man render", "--help"] {
        let mut child = shell.command(line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the command");
        drop(child.stdout.take());
        let mut err = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut err).expect("text");
        assert_eq!((child.wait().expect("an end").code(), err.as_str()), (Some(0), ""), "wardley {line}");
    }
}

#[test]
fn messages_hold_no_color_where_no_terminal_is() {
    let shell = Shell::with(&[("slip.wm", SLIP)]);
    for line in ["render slip.wm", "render none.wm", "render --no-such", "--help"] {
        let ran = shell.run(line);
        assert!(!ran.err.contains('\x1b') && !ran.out.contains(&0x1b), "wardley {line}");
    }
}

#[test]
fn themes_differ_and_are_listed() {
    let shell = Shell::with(&[("tea.wm", TEA)]);
    let list = String::from_utf8(shell.fine("themes")).expect("text");
    let mut pictures = Vec::new();
    for name in list.lines().map(|line| line.split(' ').next().expect("a name")) {
        let picture = shell.fine(&format!("render tea.wm -o - --theme {name} --id-prefix p"));
        assert!(is_svg(&picture) && !pictures.contains(&picture), "{name}");
        pictures.push(picture);
    }
    assert_eq!(pictures.len(), 6);
    assert_eq!(shell.fine("render tea.wm -o - --theme color"), shell.fine("render tea.wm -o - --theme colour"));
}

#[test]
fn an_inline_picture_is_one_line() {
    let shell = Shell::with(&[("tea.wm", TEA)]);
    let inline = String::from_utf8(shell.fine("render tea.wm -o - --inline")).expect("text");
    assert!(inline.starts_with("<figure") && inline.trim_end().ends_with("</figure>"), "{inline}");
    assert_eq!(inline.trim_end().lines().count(), 1);
}

#[test]
fn text_can_be_drawn_as_outlines() {
    let shell = Shell::with(&[("tea.wm", TEA)]);
    let count = |line: &str| String::from_utf8(shell.fine(line)).expect("text").matches("<text").count();
    assert!(count("render tea.wm -o -") > 2);
    assert_eq!(count("render tea.wm -o - --text paths"), 0);
}

#[test]
fn every_shell_gets_its_completions_and_every_command_its_page() {
    let shell = Shell::new();
    for name in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = String::from_utf8(shell.fine(&format!("completions {name}"))).expect("text");
        assert!(script.contains("id-prefix") && script.contains("deny-warnings"), "{name}");
    }
    for name in ["", "render", "themes", "completions", "man"] {
        let page = String::from_utf8(shell.fine(&format!("man {name}"))).expect("text");
        assert!(page.contains(".SH NAME") && page.contains(".SH SYNOPSIS"), "{name}");
    }
}

#[test]
fn png_is_drawn_at_scale_two_unless_told() {
    let shell = Shell::with(&[("tea.wm", TEA)]);
    shell.fine("render tea.wm -f png");
    assert!(is_png(&shell.bytes("tea.png")));
    assert_eq!(png_size(&shell.bytes("tea.png")), (2560, 1600));
    assert_eq!(png_size(&shell.fine("render tea.wm -f png -o - --scale 1")), (1280, 800));
    assert_eq!(png_size(&shell.fine("render tea.wm -f png -o - --scale 0.5 --size 1000x600")), (500, 300));
    assert_eq!(png_size(&shell.fine("render tea.wm -f png -o - --width 640")), (640, 400));
    assert_eq!(png_size(&shell.fine("render tea.wm -f png -o - --width 640 --height 200")), (320, 200));
    shell.fine("render tea.wm -o cup.PNG");
    assert!(is_png(&shell.bytes("cup.PNG")));
    shell.fails("render tea.wm -f png -o cup.svg", 2, "-f png contradicts the ending of -o cup.svg");
    shell.fails("render tea.wm -f svg -o cup.png", 2, "-f svg contradicts the ending of -o cup.png");
    shell.fails("render tea.wm -f png --inline", 2, "--inline is for SVG");
    shell.fails("render tea.wm -f png --width 60000 -o -", 2, "too large");
}

#[test]
fn help_teaches_with_examples_that_work() {
    let shell = Shell::with(&[("maps/tea.wm", TEA)]);
    let help = String::from_utf8(shell.fine("--help")).expect("text");
    let (_, map) = help.split_once("tea.wm:\n").expect("a first map");
    shell.write("tea.wm", map);
    for line in help.lines().filter_map(|line| line.strip_prefix("  wardley render ")) {
        let command = line.split("  ").next().expect("a command").split('<').next().expect("a command");
        let ran = shell.feed(&format!("render {command}"), map.as_bytes());
        assert_eq!(ran.status, 0, "wardley render {command}: {}", ran.err);
        assert!(ran.err.lines().all(|line| line.contains(" → ")), "wardley render {command}: {}", ran.err);
    }
    assert!(shell.path("pictures/tea.svg").exists() && shell.path("tea.svg").exists());
}
