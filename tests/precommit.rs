//! The hooks for pre-commit, as pre-commit installs and runs them: from a wheel, with no compiler.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::shell::{Shell, TEA};

fn run(folder: &Path, line: &str, wheels: &Path) -> Output {
    let mut words = line.split_whitespace();
    let mut command = Command::new(words.next().expect("a program"));
    command.args(words).current_dir(folder).env("PIP_FIND_LINKS", wheels).env("PRE_COMMIT_HOME", wheels.join("home"));
    command.output().unwrap_or_else(|error| panic!("{line}: {error}"))
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
#[ignore = "needs maturin and pre-commit and git"]
fn hooks_run_from_a_wheel() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shell = Shell::with(&[("maps/tea.wm", TEA), ("maps/bad.wm", "component Tea [0.5, 0.5]\nTea -> Nothing\n")]);
    shell.run("fmt maps/tea.wm");
    let wheels = shell.path("wheels");
    let built =
        run(&package.join(".github/wheel"), &format!("maturin build --locked --out {}", wheels.display()), &wheels);
    assert!(built.status.success(), "{}", said(&built));

    let maps = shell.path("maps");
    for line in ["git init --quiet", "git add ."] {
        assert!(run(&maps, line, &wheels).status.success(), "{line}");
    }
    // A repository of its own, as the hooks' users name one: what is not committed yet is in it too.
    for file in [".pre-commit-hooks.yaml", "pyproject.toml"] {
        fs::create_dir_all(shell.path("hooks")).expect("a writable folder");
        fs::copy(package.join(file), shell.path("hooks").join(file)).expect("a copy");
    }
    for line in
        ["git init --quiet", "git add .", "git -c user.name=a -c user.email=a@example.org commit --quiet -m hooks"]
    {
        let output = run(&shell.path("hooks"), line, &wheels);
        assert!(output.status.success(), "{line}: {}", said(&output));
    }
    let hook = |id: &str, file: &str| run(&maps, &format!("pre-commit try-repo ../hooks {id} --files {file}"), &wheels);
    for id in ["wardley-check", "wardley-fmt"] {
        let output = hook(id, "tea.wm");
        assert!(output.status.success(), "{}", said(&output));
    }
    let output = hook("wardley-check", "bad.wm");
    assert!(!output.status.success() && said(&output).contains("Nothing"), "{}", said(&output));
}
