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

fn name(map: &Path) -> &str {
    map.file_name().and_then(|name| name.to_str()).expect("a plain name")
}
