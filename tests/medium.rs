//! Pictures fit where they are looked at: their size, and the size of their letters as shown.

use wardley::layout::Medium;
use wardley::scene::Shape;
use wardley::{Drawing, Options};

/// Width, height and the smallest letters of a picture, in pixels as shown.
fn shown(text: &str, change: impl FnOnce(&mut Options)) -> (f64, f64, f64) {
    let mut options = Options::default();
    change(&mut options);
    let Drawing { scene, .. } = wardley::draw(text, &options);
    let sizes = scene.items.iter().flat_map(|item| &item.shapes).filter_map(|shape| match shape {
        Shape::Text(text) => Some(text.size),
        _ => None,
    });
    (scene.width * scene.zoom, scene.height * scene.zoom, sizes.fold(f64::INFINITY, f64::min) * scene.zoom)
}

fn chain(count: usize) -> String {
    let component = |at: usize| {
        let part = at as f64 / count as f64;
        format!("component Thing {at} [{:.2}, {:.2}]\n", 1.0 - part, (part * 7.0).fract())
    };
    format!("style wardley\nThing 0 -> Thing 1; needs\n{}", (0..count).map(component).collect::<String>())
}

#[test]
fn a_page_is_a_column_wide_and_as_high_as_the_map_needs() {
    let page = |count| shown(&chain(count), |options| options.medium = Medium::Page);
    let (two, ten, many) = (page(2), page(10), page(40));
    for (width, _, letters) in [two, ten, many] {
        assert!((width - 720.0).abs() < 0.01 && letters >= 12.0, "{width} wide, letters of {letters}");
    }
    assert!(two.1 <= 330.0 && (400.0..540.0).contains(&ten.1) && many.1 <= 1000.0, "{two:?} {ten:?} {many:?}");
}

#[test]
fn a_slide_is_16_to_9_with_letters_to_be_read_from_afar() {
    let (width, height, letters) = shown(&chain(30), |options| options.medium = Medium::Slide);
    assert!(
        (width - 1280.0).abs() < 0.01 && (height - 720.0).abs() < 0.01 && letters >= 16.0,
        "{width} {height} {letters}"
    );
}

#[test]
fn larger_letters_make_everything_larger_in_a_picture_of_the_same_size() {
    let usual = shown(&chain(8), |_| {});
    let large = shown(&chain(8), |options| options.text_size = Some(24.0));
    assert!((usual.0 - large.0).abs() < 1.0 && (usual.1 - large.1).abs() < 1.0, "{usual:?} {large:?}");
    assert!((large.2 - 2.0 * usual.2).abs() < 0.01, "{usual:?} {large:?}");
}

#[test]
fn a_size_that_was_asked_for_holds_for_every_medium() {
    for medium in [Medium::Screen, Medium::Page, Medium::Slide] {
        let (width, height, _) = shown(&chain(8), |options| {
            options.medium = medium;
            options.size = Some((900.0, 500.0));
        });
        assert!((width - 900.0).abs() < 0.01 && (height - 500.0).abs() < 0.01, "{width} {height}");
    }
}
