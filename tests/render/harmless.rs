//! Whatever stands in a map, its picture is well-formed and harmless.

use proptest::prelude::*;
use wardley::geometry::Point;
use wardley::render::svg::{Options, svg};
use wardley::scene::{Item, Role, Scene, Shape};
use wardley::text::Fonts;

use super::shapes::{ink, text};

/// Strings that have done harm elsewhere, and any other.
fn strings() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ -~\\n\\t\\x00-\\x1f]{0,20}",
        Just("]]><script>alert(1)</script>".to_owned()),
        Just("\" onload=\"alert(1)".to_owned()),
        Just("--><!--".to_owned()),
        Just("</text></svg></figure>".to_owned()),
        Just("&lt;&#0;&nbsp;".to_owned()),
        Just("\u{0}\u{8}\u{b}\u{fffe}\u{ffff}\u{7f}\u{85}".to_owned()),
        Just("javascript:alert(1)".to_owned()),
        Just("jAva\tscript:alert(1)".to_owned()),
        Just(" data:text/html,<script>".to_owned()),
        Just("https://a.example/?a=1&b='2'".to_owned()),
    ]
}

fn scene(words: &[String; 8]) -> Scene {
    let [title, description, name, from, to, tooltip, href, content] = words.clone();
    let item = Item {
        role: Role::Component,
        name,
        ends: Some((from, to)),
        tooltip: Some(tooltip),
        href: Some(href),
        shapes: vec![
            Shape::Text(text(&content, 10.0, 20.0)),
            Shape::Circle {
                center: Point::new(5.0, 5.0),
                radius: 5.0,
                fill: Some(wardley::scene::Fill::Plain(ink(wardley::theme::Slot::ComponentFill))),
                stroke: None,
            },
        ],
        ..Item::default()
    };
    Scene { width: 100.0, height: 50.0, zoom: 1.0, title, description, items: vec![item], dark: None }
}

fn assert_harmless(text: &str) {
    let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let known = ["svg", "title", "desc", "g", "a", "text", "circle", "path", "figure"];
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        assert!(known.contains(&node.tag_name().name()), "<{}> in {text}", node.tag_name().name());
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on"), "{} in {text}", attribute.name());
            if attribute.name() == "href" {
                let address = attribute.value();
                let scheme = address.split(['/', '?', '#']).next().and_then(|start| start.split_once(':'));
                let scheme = scheme.map_or("http".to_owned(), |(scheme, _)| scheme.to_ascii_lowercase());
                assert!(["http", "https", "mailto"].contains(&scheme.as_str()), "{address}");
                assert!(!address.contains(char::is_control), "{address:?}");
            }
        }
    }
}

proptest! {
    #[test]
    fn any_words_give_a_harmless_picture(words in prop::array::uniform8(strings())) {
        let fonts = Fonts::shipped();
        let scene = scene(&words);
        assert_harmless(&svg(&scene, &Options::default()));
        assert_harmless(&svg(&scene, &Options { paths: Some(&fonts), ..Options::default() }));
        let inline = svg(&scene, &Options { inline: true, id_prefix: Some(&words[0]), ..Options::default() });
        assert_harmless(&inline);
        prop_assert_eq!(inline.lines().count(), 1);
    }

    #[test]
    fn words_are_read_back_as_they_were(name in "[^\\p{Cc}\\u{fffe}\\u{ffff}]{1,30}") {
        let mut words: [String; 8] = Default::default();
        words[2] = name.clone();
        words[7] = name.clone();
        let text = svg(&scene(&words), &Options::default());
        let document = roxmltree::Document::parse(&text).expect("well-formed");
        prop_assert_eq!(document.descendants().find_map(|node| node.attribute("data-name")), Some(name.as_str()));
        let label = document.descendants().find(|node| node.has_tag_name("text")).expect("a label");
        prop_assert_eq!(label.text(), Some(name.as_str()));
    }
}
