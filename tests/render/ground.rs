//! What pictures stand on.

use wardley::render::svg::{Options, svg};
use wardley::scene::{Ground, Scene};
use wardley::theme::{Color, Slot, Theme};

use super::shapes::{ink, scene};

fn drawn(ground: Ground) -> String {
    let auto = Scene { dark: Some(Theme::DARK.palette.clone()), ..scene() };
    svg(&auto.on(ground), &Options::default())
}

#[test]
fn a_picture_without_ground_only_shades_what_lies_beneath() {
    let paper =
        format!("width=\"300\" height=\"200\" class=\"wm-fill-paper\" fill=\"{}\"", ink(Slot::Paper).color.hex());
    assert!(drawn(Ground::Theme).contains(&paper));
    let bare = drawn(Ground::None);
    assert!(!bare.contains("paper") && bare.contains("stop-opacity=\"0\""), "{bare}");
    assert!(bare.contains("prefers-color-scheme:dark"), "it still follows the page");
}

#[test]
fn a_ground_of_a_color_has_it_by_day_and_by_night() {
    let green = drawn(Ground::Color(Color::rgb(0x12_34ab)));
    assert_eq!(green.matches("-paper:#1234ab").count(), 2, "{green}");
}

#[test]
fn colors_are_read_in_both_lengths() {
    assert_eq!(Color::from_hex("#12f"), Some(Color::rgb(0x11_22ff)));
    assert_eq!(Color::from_hex("#1122FF"), Some(Color::rgb(0x11_22ff)));
    for bad in ["", "#", "12f", "#12", "#12345g", "#+12345", "#1234567", "red"] {
        assert_eq!(Color::from_hex(bad), None, "{bad}");
    }
}
