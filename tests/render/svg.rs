use std::path::Path;

use wardley::render::svg::{Options, svg};
use wardley::scene::Scene;
use wardley::text::Fonts;
use wardley::theme::Theme;

use super::shapes::scene;
use crate::golden::check;

fn scene_for_both_schemes() -> Scene {
    Scene { dark: Some(Theme::DARK.palette.clone()), ..scene() }
}

#[test]
fn every_shape_is_written_as_next_door() {
    check(Path::new("tests/render/shapes.svg"), &svg(&scene(), &Options::default()));
}

#[test]
fn letters_are_drawn_as_next_door() {
    let fonts = Fonts::shipped();
    let options = Options { paths: Some(&fonts), ..Options::default() };
    check(Path::new("tests/render/shapes-paths.svg"), &svg(&scene(), &options));
}

#[test]
fn colors_follow_the_scheme_as_next_door() {
    let options = Options { id_prefix: Some("tea"), ..Options::default() };
    check(Path::new("tests/render/shapes-auto.svg"), &svg(&scene_for_both_schemes(), &options));
    let inline = Options { inline: true, ..options };
    check(Path::new("tests/render/shapes-auto-inline.html"), &svg(&scene_for_both_schemes(), &inline));
}

#[test]
fn a_rasterizer_paints_the_light_colors() {
    let paint = |scene: &Scene| {
        let text = svg(scene, &Options::default());
        let tree = resvg::usvg::Tree::from_str(&text, &resvg::usvg::Options::default()).expect("an SVG");
        let mut pixmap = resvg::tiny_skia::Pixmap::new(300, 200).expect("a size");
        resvg::render(&tree, resvg::tiny_skia::Transform::identity(), &mut pixmap.as_mut());
        pixmap.take()
    };
    assert!(paint(&scene()) == paint(&scene_for_both_schemes()));
}

#[test]
fn inline_is_one_line_that_says_the_same() {
    let inline = svg(&scene(), &Options { inline: true, ..Options::default() });
    assert_eq!(inline.lines().count(), 1);
    let bare = inline
        .trim_end()
        .strip_prefix("<figure class=\"wardley\" style=\"margin:0\">")
        .and_then(|rest| rest.strip_suffix("</figure>"));
    let file = svg(&scene(), &Options::default()).replace('\n', "");
    assert_eq!(bare.expect("a figure").replace(" style=\"max-width:100%;height:auto\"", ""), file);
}

#[test]
fn a_zoomed_scene_is_shown_larger_and_drawn_the_same() {
    let zoomed = svg(&Scene { zoom: 1.5, ..scene() }, &Options::default());
    assert!(zoomed.contains("viewBox=\"0 0 300 200\"") && zoomed.contains("width=\"450\""), "{zoomed}");
}

#[test]
fn ids_and_rules_carry_the_prefix() {
    let prefixes = [("tea", "tea"), ("7 cups", "w7-cups"), ("", "w"), ("a\"b<c", "a-b-c")];
    for (inline, (asked, prefix)) in [true, false].into_iter().flat_map(|inline| prefixes.map(|pair| (inline, pair))) {
        let text = svg(&scene_for_both_schemes(), &Options { inline, id_prefix: Some(asked), ..Options::default() });
        let document = roxmltree::Document::parse(&text).expect("well-formed");
        for id in document.descendants().filter_map(|node| node.attribute("id")) {
            assert!(id.starts_with(prefix), "{id} does not start with {prefix}");
        }
        let style = document.descendants().find(|node| node.has_tag_name("style")).expect("a style sheet");
        let conditions =
            ["@media all{", "@media (prefers-color-scheme:dark){", "@supports (color:light-dark(red,red)){"];
        let rules = conditions.iter().fold(style.text().expect("rules").to_owned(), |css, at| css.replace(at, ""));
        for rule in rules.split('}').filter(|rule| !rule.is_empty()) {
            assert!(rule.starts_with(&format!("#{prefix}")), "{rule} reaches beyond #{prefix}");
        }
    }
}

#[test]
fn maps_that_differ_have_ids_that_differ() {
    let id = |scene: &Scene| {
        let text = svg(scene, &Options::default());
        let document = roxmltree::Document::parse(&text).expect("well-formed");
        document.descendants().find_map(|node| node.attribute("id").map(str::to_owned)).expect("an id")
    };
    let mut moved = scene();
    if let Some(wardley::scene::Shape::Circle { center, .. }) = moved.items[5].shapes.first_mut() {
        center.x += 1.0;
    }
    assert_eq!(id(&scene()), id(&scene()));
    assert_ne!(id(&scene()), id(&moved));
}
