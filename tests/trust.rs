//! What must not be lost, waited for or obeyed: sources, good pictures, pipes, names.

#![cfg(unix)]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use crate::shell::{Shell, TEA, is_svg};

#[test]
fn no_source_is_written_over_by_whatever_name() {
    let shell = Shell::with(&[("t.wm", TEA), ("part.svg", "component Part [0.2, 0.2]\n"), ("other/x.wm", TEA)]);
    shell.write("whole.wm", format!("{TEA}include part.svg\n"));
    fs::hard_link(shell.path("t.wm"), shell.path("hard.svg")).expect("a link");
    symlink("t.wm", shell.path("soft.svg")).expect("a link");
    let before = shell.files();
    for output in ["missing/../t.wm", "./t.wm", "other/../t.wm", "hard.svg", "soft.svg"] {
        shell.fails(&format!("render t.wm -f svg -o {output}"), 2, "which is read");
        shell.fails(&format!("convert t.wm -t owm -o {output}"), 2, "which is read");
    }
    shell.fails("render whole.wm -o part.svg", 2, "which is read");
    shell.fails("convert whole.wm -t owm -o part.svg", 2, "which is read");
    shell.fails("render t.wm -o t.svg --deps t.wm", 2, "which is read");
    shell.fails("render t.wm -o t.svg --deps t.svg", 2, "which is read");
    assert_eq!(shell.files(), before);
    assert_eq!(
        (shell.read("t.wm"), shell.read("part.svg")),
        (TEA.to_owned(), "component Part [0.2, 0.2]\n".to_owned())
    );
}

#[test]
fn pipes_and_devices_are_left_alone_in_folders_and_refused_by_name() {
    let shell = Shell::with(&[("maps/tea.wm", TEA)]);
    let made = Command::new("mkfifo").arg(shell.path("maps/pipe.wm")).status().expect("mkfifo");
    assert!(made.success());
    symlink("/dev/zero", shell.path("maps/zero.wm")).expect("a link");
    shell.fine("render maps -o out/");
    assert_eq!(shell.files(), ["maps/pipe.wm", "maps/tea.wm", "maps/zero.wm", "out/tea.svg"].map(str::to_owned));
    for verb in ["render", "check", "fmt", "convert -t owm"] {
        for name in ["maps/pipe.wm", "maps/zero.wm", "/dev/zero"] {
            shell.fails(&format!("{verb} {name}"), 3, "it is no file but a pipe or a device");
        }
    }
    shell.write("maps/tea.wm", format!("{TEA}include zero.wm\ninclude pipe.wm\n"));
    assert_eq!(shell.run("check maps/tea.wm").status, 1);
}

#[test]
fn names_that_are_no_text_work_in_every_command() {
    let shell = Shell::new();
    let folder = shell.path(".").join(OsStr::from_bytes(b"k\xfcche"));
    fs::create_dir(&folder).expect("a folder");
    let name = OsStr::from_bytes(b"t\xe9.wm");
    fs::write(folder.join(name), format!("{TEA}include part.wm\n")).expect("a file");
    fs::write(folder.join("part.wm"), "component Part [0.2, 0.2]\n").expect("a file");
    fs::write(folder.join("page.md"), "```wardley\ncomponent Cup [0.8, 0.6]\ninclude part.wm\n```\n").expect("a page");
    let run = |arguments: &[&OsStr]| {
        let output = shell.command("").current_dir(&folder).args(arguments).output().expect("the command");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    let words = |line: &str| line.split(' ').map(|word| OsStr::new(word).to_owned()).collect::<Vec<_>>();
    for line in ["render", "check", "fmt", "convert -t mermaid", "render -o out.svg --deps d.json --deps-format json"] {
        let words = words(line);
        let mut arguments: Vec<&OsStr> = words.iter().map(AsRef::as_ref).collect();
        arguments.push(name);
        run(&arguments);
    }
    assert!(is_svg(&fs::read(folder.join(OsStr::from_bytes(b"t\xe9.svg"))).expect("a picture")));
    run(&["render".as_ref(), name, "--deps".as_ref(), "d".as_ref()]);
    assert_eq!(fs::read(folder.join("d")).expect("a rule"), b"t\xe9.svg: t\xe9.wm part.wm\n");
    run(&["render".as_ref(), folder.as_os_str(), "-o".as_ref(), "out/".as_ref()]);
    run(&["md".as_ref(), folder.join("page.md").as_os_str()]);
    assert!(folder.join("page-1.svg").exists());
}

#[test]
fn a_folder_is_formatted_within_itself_and_what_is_read_only_stays() {
    let shell =
        Shell::with(&[("maps/a.wm", "title  A\n"), ("outside.wm", "title  O\n"), ("maps/locked.wm", "title  L\n")]);
    symlink("../outside.wm", shell.path("maps/link.wm")).expect("a link");
    fs::set_permissions(shell.path("maps/locked.wm"), fs::Permissions::from_mode(0o444)).expect("mine");
    shell.fails("fmt maps", 3, "it is read-only");
    assert_eq!(shell.read("maps/a.wm"), "title A\n");
    assert_eq!((shell.read("outside.wm"), shell.read("maps/locked.wm")), ("title  O\n".into(), "title  L\n".into()));
    shell.fine("fmt maps/link.wm");
    assert_eq!(shell.read("outside.wm"), "title O\n");
    assert!(shell.path("maps/link.wm").is_symlink());
}

#[test]
fn a_link_to_nothing_leads_to_the_picture() {
    let shell = Shell::with(&[("tea.wm", TEA), ("pictures/keep", "")]);
    symlink("pictures/tea.svg", shell.path("tea.svg")).expect("a link");
    shell.fine("render tea.wm");
    assert!(shell.path("tea.svg").is_symlink() && is_svg(&shell.bytes("pictures/tea.svg")));
    symlink("loop.svg", shell.path("loop.svg")).expect("a link");
    shell.fails("render tea.wm -o loop.svg", 3, "cannot write loop.svg");
}

#[test]
fn what_a_killed_run_left_is_removed_by_the_next() {
    let shell = Shell::with(&[("tea.wm", TEA), (".wardley-0-abc", "half"), (".wardley-notes", "mine")]);
    let alive = format!(".wardley-{}-abc", std::process::id());
    shell.write(&alive, "in use");
    shell.fine("render tea.wm");
    assert!(!shell.path(".wardley-0-abc").exists());
    assert!(shell.path(&alive).exists() && shell.path(".wardley-notes").exists());
}

#[test]
fn floods_of_lines_are_refused_alone_and_through_includes() {
    let shell = Shell::new();
    shell.write("empty.wm", "\n".repeat(500_001));
    shell.fails("render empty.wm", 1, "longer than 500000 lines");
    let part = format!("// {}\n", "x".repeat(5_000_000));
    shell.write("a.wm", &part);
    shell.write("b.wm", &part);
    shell.write("both.wm", format!("{TEA}include a.wm\ninclude b.wm\n"));
    let ran = shell.run("check both.wm");
    assert!(
        ran.out.windows(30).any(|part| part == b"the map's texts are too long t"),
        "{}",
        String::from_utf8_lossy(&ran.out)
    );
}

#[test]
fn nothing_printed_moves_a_cursor_or_turns_the_reading_direction() {
    let shell = Shell::new();
    let name = "e\u{1b}[2J\u{202e}vil.wm";
    let hostile = "Cup\u{1b}[31m\u{9b}2J\u{202e}";
    let text = format!(
        "title {hostile}\ncomponent {hostile} [0.8, 0.6] label [{hostile}]\n{hostile} -> Nowhere{hostile}\n\
         component A [0.5, {hostile}]\nevolve {hostile}x 0.9\ninclude {hostile}.wm\nurl u [{hostile}]\n{hostile}\n\
         component {hostile}y [0.5, 0.5] \"{hostile}\"\npipeline {hostile}z\n"
    );
    shell.write(name, text);
    shell.write("folder/x", "");
    for (line, more) in [
        ("render -o x.svg", name),
        ("check", name),
        ("check --output-format concise", name),
        ("check --output-format github", name),
        ("convert -t mermaid -o x.mmd", name),
        ("convert -t dot -o x.dot", name),
        ("fmt --check", name),
        ("render", "missing\u{1b}[2J.wm"),
        ("check --explain", "no\u{1b}[2Jcode"),
        ("nonsense\u{1b}[2J", ""),
    ] {
        let output = shell.command(line).arg(more).output().expect("the command");
        for out in [&output.stdout, &output.stderr] {
            let out = String::from_utf8_lossy(out);
            let obeyed = |letter: char| {
                letter.is_control() && !"\n\t".contains(letter) || ('\u{202a}'..='\u{202e}').contains(&letter)
            };
            assert!(!out.contains(obeyed), "{line}: {out:?}");
        }
        assert!(!output.stdout.is_empty() || !output.stderr.is_empty(), "{line} says nothing");
    }
    assert!(Path::new(&shell.path("x.mmd")).exists());
}
