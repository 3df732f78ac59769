//! The examples are drawn without a word of complaint, and the pictures beside them are what is drawn.

use std::path::Path;

use crate::golden;
use crate::shell::Shell;

#[test]
fn pictures_are_current() {
    let shell = Shell::new();
    for map in golden::inputs("examples", "wm") {
        shell.write(name(&map), std::fs::read(&map).expect("a map"));
    }
    golden::cases("examples", "wm", |map| {
        let picture = shell.fine(&format!("render {} --strict -o -", name(map)));
        [("svg", String::from_utf8(picture).expect("text"))]
    });
}

#[test]
fn the_difference_of_two_versions_is_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/versions");
    let shell = Shell::new();
    for map in ["spring.wm", "autumn.wm"] {
        shell.write(map, std::fs::read(folder.join(map)).expect("a map"));
        shell.fine(&format!("check {map} --deny warnings"));
    }
    let picture = shell.fine("diff spring.wm autumn.wm --exit-zero -o -");
    golden::check(&folder.join("difference.svg"), &String::from_utf8(picture).expect("text"));
}

fn name(map: &Path) -> &str {
    map.file_name().and_then(|name| name.to_str()).expect("a plain name")
}
