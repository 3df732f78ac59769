//! What `wardley md` calls pictures.

use pulldown_cmark::{Event, Parser, Tag, html};

use crate::shell::Shell;

fn fenced(info: &str, title: &str) -> String {
    let title = if title.is_empty() { String::new() } else { format!("title {title}\n") };
    format!("```wardley{info}\n{title}component Cup [0.8, 0.6]\n```\n\n")
}

/// The pictures that a page names, in order.
fn pictures(shell: &Shell, page: &str) -> Vec<String> {
    let ran = shell.run(&format!("md {page}"));
    assert_eq!(ran.status, 0, "{}", ran.err);
    let text = shell.read(page);
    Parser::new(&text)
        .filter_map(|event| match event {
            Event::Start(Tag::Image { dest_url, .. }) => Some(dest_url.to_string()),
            _ => None,
        })
        .collect()
}

#[test]
fn the_blocks_name_then_the_title_then_the_page() {
    let text = [
        fenced(" name=first", "Tea"),
        fenced("", "Hot & Cold: Tea!"),
        fenced("", ""),
        fenced(",name=\"Fourth One\"", ""),
        "```{.wardley #fifth}\ncomponent A\n```\n\n".to_owned(),
        fenced("", "Übung 茶"),
        fenced("", "***"),
    ];
    let shell = Shell::with(&[("My Page.md", ""), ("my page.md", &text.concat())]);
    shell.write("page.md", text.concat());
    let names =
        ["first.svg", "hot-cold-tea.svg", "page-3.svg", "fourth-one.svg", "fifth.svg", "übung-茶.svg", "page-7.svg"];
    assert_eq!(pictures(&shell, "page.md"), names);
}

#[test]
fn names_that_collide_get_numbers() {
    let shell = Shell::with(&[("page.md", &fenced("", "Tea").repeat(3))]);
    assert_eq!(pictures(&shell, "page.md"), ["tea.svg", "tea-2.svg", "tea-3.svg"]);
    // Two pages and one folder, however it is written.
    let shell = Shell::with(&[("a.md", &fenced("", "Tea")), ("b.md", &fenced("", "tea"))]);
    assert_eq!(shell.run("md a.md ./b.md --out-dir .").status, 0);
    assert!(shell.read("a.md").contains("](tea.svg)") && shell.read("b.md").contains("](tea-2.svg)"));
}

#[test]
fn a_picture_keeps_its_name_when_the_title_changes() {
    let shell = Shell::with(&[("page.md", &fenced("", "Tea"))]);
    pictures(&shell, "page.md");
    let more = shell.read("page.md").replace("title Tea", "title Coffee");
    shell.write("page.md", fenced("", "Tea") + &more);
    assert_eq!(pictures(&shell, "page.md"), ["tea-2.svg", "tea.svg"]);
    assert!(shell.read("tea.svg").contains("Coffee"));
    // What the author asks for by name is another matter.
    shell.write("page.md", shell.read("page.md").replacen("```wardley", "```wardley name=pot", 1));
    assert_eq!(pictures(&shell, "page.md"), ["pot.svg", "tea.svg"]);
}

#[test]
fn nobodys_file_is_written_over() {
    let shell = Shell::with(&[("page.md", &fenced("", "Tea")), ("tea.svg", "mine"), ("tea-2.wm", "mine too")]);
    assert_eq!(shell.run("md page.md --mode replace").status, 0);
    assert!(shell.read("page.md").contains("tea-3.svg from tea-3.wm"));
    assert_eq!((shell.read("tea.svg").as_str(), shell.read("tea-2.wm").as_str()), ("mine", "mine too"));
}

#[test]
fn hostile_words_stay_words() {
    for title in
        ["*a* _b_ <c> & -->", "]]> `x` \\", "a](b) ![c", "<script>alert(1)</script>", "\"q\" 'r' $x$ ^[n] {{v}} ~~s~~"]
    {
        for options in ["", "--theme auto", "--mode details", "--mode replace"] {
            let text = format!(
                "Before.\n\n```wardley\ntitle {title}\ncomponent \"{}\"\n```\n\nAfter.\n",
                title.replace('"', "'")
            );
            let shell = Shell::with(&[("page.md", &text)]);
            assert_eq!(shell.run(&format!("md page.md {options}")).status, 0);
            assert_eq!(shell.run(&format!("md page.md {options} --check")).status, 0, "{title} {options}");
            let page = shell.read("page.md");
            let mut rendered = String::new();
            html::push_html(&mut rendered, Parser::new(&page));
            let alt = rendered.split("alt=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an alt");
            let alt = ["&lt;<", "&gt;>", "&quot;\"", "&#39;'", "&amp;&"]
                .iter()
                .fold(alt.to_owned(), |alt, pair| alt.replace(&pair[..pair.len() - 1], &pair[pair.len() - 1..]));
            assert_eq!(alt, format!("{title}: A Wardley map of 1 component"), "{options}\n{page}");
            assert!(rendered.contains("<p>Before.</p>") && rendered.contains("<p>After.</p>"), "{rendered}");
            assert!(!rendered.contains("<script>"), "{rendered}");
        }
    }
}
