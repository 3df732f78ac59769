//! Fonts named on the command line.

use crate::shell::{Shell, TEA};

const CHINESE: &str = "title 茶\ncomponent Cup [0.8, 0.6]\n";

#[test]
fn a_font_is_read_only_when_a_map_needs_it() {
    let shell = Shell::with(&[("tea.wm", TEA), ("cha.wm", CHINESE), ("bad.ttf", "no font at all")]);
    shell.fine("render tea.wm -o tea.png --font bad.ttf");
    shell.fails("render cha.wm -o cha.png --font bad.ttf", 3, "cannot draw with bad.ttf: not a font that can be read");
    shell.fails("render tea.wm -o tea.png --font none.ttf", 3, "cannot read none.ttf: no such file");
    shell.fails("render cha.wm -o cha.png --font bad.ttf#2", 3, "cannot draw with bad.ttf: not a font");
}

#[test]
fn what_no_font_has_counts_where_letters_are_drawn() {
    let shell = Shell::with(&[("cha.wm", CHINESE)]);
    shell.fine("render cha.wm -o cha.svg --strict");
    for how in ["-o cha.png", "-o cha.pdf", "-o cha.svg --text paths"] {
        shell.fails(&format!("render cha.wm --strict {how}"), 1, "with `--font FILE`: Noto Sans CJK");
    }
}
