//! Neovim as a client: what its users do.

use std::process::Command;

/// Runs the script of steps beside this file in Neovim, without a screen. It says `ok` at its end, or what failed.
#[test]
#[ignore = "needs nvim"]
fn neovim_shows_problems_completes_renames_formats_and_fixes() {
    let folder = tempfile::tempdir().expect("a folder");
    let map = folder.path().join("tea.wm");
    std::fs::write(&map, "component Cup [.8, 0.6]\ncomponent Pot [0.4, 0.6]\nCup -> Pott\n").expect("a map");
    let run = Command::new("nvim")
        .args(["--headless", "--clean", "-n", "-c", "luafile tests/lsp/neovim.lua"])
        .arg(&map)
        .env("WARDLEY", env!("CARGO_BIN_EXE_wardley"))
        .output()
        .expect("nvim");
    let told = format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.stdout.ends_with(b"ok\n"), "{told}");
}
