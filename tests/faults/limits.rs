//! The disk is full, files may not be touched, nobody listens, limits are small.

use super::{ends, maps, only_whole_pictures};
use crate::shell::{Shell, TEA};

#[test]
fn where_no_file_may_grow_nothing_is_left_behind() {
    let shell = Shell::with(&[("tea.wm", TEA), ("page.md", "```wardley\ncomponent Tea [0.5, 0.5]\n```\n")]);
    for verb in
        ["render tea.wm", "render tea.wm -o tea.png", "render tea.wm -o tea.pdf", "convert tea.wm -t json -o tea.json"]
    {
        let output = ends(&shell, &format!("trap '' XFSZ; ulimit -f 0; exec $W {verb}"));
        assert_eq!(output.status.code(), Some(3), "{verb}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(shell.files(), ["page.md", "tea.wm"], "{verb}");
    }
    for verb in ["fmt tea.wm", "check --fix tea.wm", "md page.md"] {
        let before = ["tea.wm", "page.md"].map(|file| shell.read(file));
        ends(&shell, &format!("trap '' XFSZ; ulimit -f 0; exec $W {verb}"));
        assert_eq!(["tea.wm", "page.md"].map(|file| shell.read(file)), before, "{verb}");
        assert_eq!(shell.files(), ["page.md", "tea.wm"], "{verb}");
    }
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "needs unshare"]
fn what_a_full_disk_holds_is_whole_and_with_room_again_the_rest_is_written() {
    let shell = maps(40);
    shell.run("render maps -o whole/ -q");
    let script =
        "mkdir disk && mount -t tmpfs -o size=64k none disk && cp -r whole disk/rest 2>/dev/null; rm -r disk/rest
        $W render maps -o disk/out/ -q 2>full; echo $? >status
        cp -r disk/out seen && mount -o remount,size=4m disk && $W render maps -o disk/out/ -q && cp -r disk/out later";
    ends(&shell, &format!("exec unshare --mount bash -c '{script}'"));
    assert_eq!(shell.read("status"), "3\n");
    assert!(shell.read("full").contains("cannot write disk/out/map-"), "{}", shell.read("full"));
    let some = only_whole_pictures(&shell, "seen/", |_| false);
    assert!(some < 40, "{some} pictures of 40 on a full disk");
    assert_eq!(only_whole_pictures(&shell, "later/", |_| false), 40);
}

#[test]
fn nobody_listens() {
    let shell = Shell::with(&[("tea.wm", TEA), ("bad.wm", "compnent Tea\nA -> B\n")]);
    let verbs = [
        "render tea.wm -o -",
        "render tea.wm bad.wm",
        "check bad.wm",
        "check --explain list",
        "fmt --diff bad.wm",
        "convert tea.wm -t json",
        "schema",
        "themes",
        "completions bash",
        "man",
        "--help",
        "nonsense",
    ];
    for verb in verbs {
        for streams in
            [">&-", "2>&-", ">&- 2>&-", "<&-", ">/dev/full", "2>/dev/full", ">/dev/full 2>/dev/full", "| true"]
        {
            ends(&shell, &format!("$W {verb} {streams}"));
        }
    }
}

#[test]
fn limits_are_small() {
    let shell = maps(60);
    shell.run("render maps -o whole/ -q");
    for limit in ["-n 8", "-n 12", "-n 24", "-s 512", "-s 256", "-v 100000", "-v 200000", "-t 30"] {
        let output = ends(&shell, &format!("ulimit {limit}; exec $W render maps -o out/ -q"));
        let pictures = only_whole_pictures(&shell, "out/", |_| false);
        assert!(pictures == 60 || !output.stderr.is_empty(), "{limit}: {pictures} pictures, and nothing said");
        ends(&shell, &format!("ulimit {limit}; exec $W check maps"));
        ends(&shell, &format!("ulimit {limit}; exec $W fmt --check maps"));
    }
}

#[test]
fn what_may_not_be_touched_is_named_and_the_rest_is_done() {
    use std::os::unix::fs::PermissionsExt;
    let shell = Shell::with(&[("maps/tea.wm", TEA), ("maps/secret.wm", TEA), ("maps/shut/cup.wm", TEA)]).for_nobody();
    let rights =
        |path: &str, mode| std::fs::set_permissions(shell.path(path), PermissionsExt::from_mode(mode)).expect("rights");
    rights("maps/secret.wm", 0o000);
    rights("maps/shut", 0o000);
    for verb in ["render maps -o out/", "check maps", "fmt --check maps"] {
        let ran = shell.run(verb);
        assert_eq!(ran.status, 3, "{verb}: {ran:?}");
        assert!(ran.err.contains("secret.wm") && ran.err.contains("shut"), "{verb}: {}", ran.err);
    }
    assert!(shell.path("out/tea.svg").exists());
    rights("maps/shut", 0o700);
    rights("maps/secret.wm", 0o600);
    rights("maps/tea.wm", 0o400);
    rights("maps", 0o500);
    let before = shell.read("maps/tea.wm");
    let ran = shell.run("fmt maps/tea.wm");
    assert_eq!((ran.status, shell.read("maps/tea.wm")), (3, before), "{}", ran.err);
    rights("maps", 0o700);
}
