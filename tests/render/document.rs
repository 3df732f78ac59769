//! Many maps as one document, as the command makes it.

use crate::shell::{Shell, TEA};

const SHOP: &str = "title Shop\nsubmap Cup [0.5, 0.5] url(tea.wm)\ncomponent Counter [0.6, 0.6]\n";

fn shell() -> Shell {
    Shell::with(&[("shop.wm", SHOP), ("tea.wm", TEA)])
}

fn count(document: &[u8], words: &str) -> usize {
    document.windows(words.len()).filter(|window| *window == words.as_bytes()).count()
}

#[test]
fn many_maps_are_one_document_and_lead_to_each_other() {
    let shell = shell();
    shell.fine("render shop.wm tea.wm -o all.pdf -q");
    let document = shell.bytes("all.pdf");
    assert_eq!((count(&document, "/Count 2"), count(&document, "/S/GoTo")), (2, 2), "pages, outline; symbol, label");
    shell.fine("render shop.wm tea.wm -o all.pdf --check -q");
    shell.write("tea.wm", format!("{TEA}component Pot [0.5, 0.5]\n"));
    shell.fails("render shop.wm tea.wm -o all.pdf --check", 1, "all.pdf is out of date");
}

#[test]
fn what_a_document_is_made_from_is_written_once() {
    let shell = shell();
    shell.fine("render shop.wm tea.wm -o all.pdf --deps all.d -q");
    assert_eq!(shell.read("all.d"), "all.pdf: shop.wm tea.wm\n");
}

#[test]
fn pdfs_without_a_common_file_are_a_file_each() {
    let shell = shell();
    shell.fine("render shop.wm tea.wm -f pdf -q");
    assert_eq!(shell.files(), ["shop.pdf", "shop.wm", "tea.pdf", "tea.wm"]);
    let document = shell.bytes("shop.pdf");
    assert_eq!((count(&document, "/URI(tea.pdf)"), count(&document, "/Lang(en)")), (2, 1));
}

#[test]
fn a_strict_document_is_not_written_with_a_page_left_out() {
    let shell = shell();
    shell.write("bad.wm", "component A [0.5, 7]\n");
    shell.fails("render tea.wm bad.wm -o all.pdf --strict", 1, "bad.wm");
    assert!(!shell.path("all.pdf").exists());
    shell.fine("render tea.wm bad.wm -o all.pdf -q");
    assert_eq!(count(&shell.bytes("all.pdf"), "/Count 2"), 2, "what can be drawn is");
}

#[test]
fn what_a_document_cannot_be_is_refused() {
    let shell = shell();
    shell.fails("render tea.wm -o tea.pdf --scale 2", 2, "PDF is sharp at every size");
    shell.fails("render tea.wm -o tea.pdf --inline", 2, "--inline is for SVG");
    shell.fails("watch shop.wm tea.wm -o all.pdf", 2, "each watched map has a picture of its own");
}
