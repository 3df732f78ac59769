//! Maps in words.

use std::path::Path;

use crate::golden;
use crate::shell::{Shell, TEA};

#[test]
fn a_strategy_is_told_on_one_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/flywheel");
    for map in golden::inputs("examples/flywheel", "wm") {
        let shell = Shell::new();
        let name = map.file_name().and_then(|name| name.to_str()).expect("a plain name");
        shell.write(name, std::fs::read(&map).expect("a map"));
        assert_eq!(shell.run(&format!("check {name} --deny warnings")).status, 0, "{name}");
        let told = String::from_utf8(shell.fine(&format!("brief {name}"))).expect("text");
        assert!(told.starts_with("# Paper Plane Payments") && told.contains("*Purpose:* Merchants are paid"), "{told}");
        golden::check(&folder.join(name).with_extension("md"), &told);
        let picture = String::from_utf8(shell.fine(&format!("render {name} -o -"))).expect("text");
        golden::check(&folder.join(name).with_extension("svg"), &picture);
    }
}

#[test]
fn what_a_map_says_nothing_of_is_left_out() {
    let shell = Shell::with(&[("tea.wm", TEA), ("empty.wm", "component A [0.5, 0.5]\n")]);
    let told = String::from_utf8(shell.fine("brief tea.wm")).expect("text");
    assert!(!told.contains("North Star") && !told.contains("Purpose"), "{told}");
    assert_eq!(
        String::from_utf8(shell.fine("brief empty.wm")).expect("text"),
        "# A Wardley map\n\n![A Wardley map](empty.svg)\n"
    );
}

#[test]
fn a_brief_is_markdown_html_or_json() {
    let shell =
        Shell::with(&[("a.wm", "title <T> & *U*\nanchor A & B [0.9, 0.5]\ncomponent <C> [0.5, 0.1]\nA & B -> <C>\n")]);
    let told = |line: &str| String::from_utf8(shell.fine(line)).expect("text");
    assert!(told("brief a.wm").contains("- **A \\& B**: **\\<C\\>**."));
    let page = told("brief a.wm -f html");
    assert!(
        page.contains("<h1>&lt;T&gt; &amp; *U*</h1>")
            && page.contains("<svg ")
            && page.contains("<strong>&lt;C&gt;</strong>")
    );
    let json: serde_json::Value = serde_json::from_str(&told("brief a.wm -f json")).expect("valid JSON");
    assert_eq!(json["sections"][0]["lines"][0]["names"][1], "<C>");
    shell.fine("brief a.wm -o a.html");
    assert_eq!(shell.read("a.html"), page);
}

#[test]
fn a_new_map_is_one_to_start_from() {
    let shell = Shell::new();
    for kind in ["stack", "organization", "market", "flywheel"] {
        shell.fine(&format!("new {kind} -o {kind}.wm"));
        assert_eq!(shell.run(&format!("check {kind}.wm --deny warnings")).status, 0, "{kind}");
    }
    shell.fails("new market -o market.wm", 2, "market.wm is there already");
    assert_eq!(String::from_utf8(shell.fine("new")).expect("text"), shell.read("stack.wm"));
}
