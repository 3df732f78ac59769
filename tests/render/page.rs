//! A map as a page of its own, and its source in its picture.

use crate::shell::{Shell, TEA};

#[test]
fn a_page_needs_nothing_else() {
    let shell = Shell::with(&[("tea.wm", &format!("{TEA}Cup -> <Ketle>\n"))]);
    shell.fine("render tea.wm -o tea.html -q");
    let page = shell.read("tea.html");
    assert!(page.contains("<title>Tea</title>") && page.contains("data-name=\"Cup\""), "{page}");
    assert!(page.contains("no component is named `&lt;Ketle&gt;`"), "what is wrong is in it, harmless: {page}");
    assert!(page.contains("default-src 'none'"), "it may ask for nothing");
    let outside = page.replace("http://www.w3.org/2000/svg", "");
    assert!(
        !outside.contains("http:") && !outside.contains("https:") && !outside.contains("src=") && page.len() < 100_000,
        "{}",
        page.len()
    );
}

#[test]
fn a_source_in_its_picture_comes_back_as_it_was() {
    let tea = format!("// <black> & \"strong\" – 茶\r\n{TEA}include more/pot.wm\n\tnote x [0.1, 0.1]");
    let shell = Shell::with(&[("in/tea.wm", &tea), ("in/more/pot.wm", "component Pot [0.4, 0.4]\n")]);
    for picture in ["tea.svg", "tea.png", "tea.html"] {
        shell.fine(&format!("render in/tea.wm -o {picture} --embed-source -q"));
        assert!(shell.fine(&format!("convert {picture} -t wm")) == tea.as_bytes(), "{picture}");
        let json = String::from_utf8(shell.fine(&format!("convert {picture} -t json -q"))).expect("text");
        assert!(json.contains("\"Pot\""), "what is included comes along: {json}");
    }
    shell.fine("convert tea.png -o back.wm");
    assert_eq!(shell.read("back.wm"), tea);
    shell.fails("render in/tea.wm -o tea.pdf --embed-source", 2, "a PDF carries no source");
}

#[test]
fn a_picture_with_a_source_is_the_same_picture() {
    let shell = Shell::with(&[("tea.wm", TEA)]);
    shell.fine("render tea.wm -o bare.png");
    shell.fine("render tea.wm -o full.png --embed-source");
    let pixels = |name: &str| resvg::tiny_skia::Pixmap::decode_png(&shell.bytes(name)).expect("a PNG").take();
    assert!(pixels("bare.png") == pixels("full.png"));
    shell.fine("render tea.wm -o full.svg --embed-source");
    roxmltree::Document::parse(&shell.read("full.svg")).expect("XML");
}
