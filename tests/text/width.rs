use proptest::prelude::*;
use resvg::usvg;
use wardley::text::{FontError, Fonts};

const REGULAR: &[u8] = include_bytes!("../../src/text/liberation/LiberationSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../src/text/liberation/LiberationSans-Bold.ttf");

/// The width that the shaper gives, in 1/2048 em.
fn shaped(fonts: &Fonts, text: &str, bold: bool) -> f64 {
    (fonts.line(text, bold).width * 2048.0).round()
}

fn told(fonts: &Fonts, text: &str, bold: bool) -> f64 {
    fonts.width(text, 2048.0, bold).round()
}

#[test]
fn every_pair_of_ascii_letters_is_as_wide_as_shaped() {
    let fonts = Fonts::shipped();
    for bold in [false, true] {
        for first in ' '..='~' {
            for second in ' '..='~' {
                let pair: String = [first, second].iter().collect();
                assert_eq!(told(&fonts, &pair, bold), shaped(&fonts, &pair, bold), "{pair:?}, bold: {bold}");
            }
        }
    }
}

proptest! {
    #[test]
    fn ascii_text_is_as_wide_as_shaped(text in "[ -~]{0,80}", bold: bool) {
        let fonts = Fonts::shipped();
        prop_assert_eq!(told(&fonts, &text, bold), shaped(&fonts, &text, bold));
    }

    #[test]
    fn any_text_has_a_width(text: String, bold: bool) {
        let width = Fonts::shipped().width(&text, 12.0, bold);
        prop_assert!(width.is_finite() && width >= 0.0);
    }
}

/// The width that usvg gives the text of an SVG.
fn width_in_usvg(text: &str, size: f64, bold: bool) -> f64 {
    let mut options = usvg::Options { font_family: "Liberation Sans".into(), ..usvg::Options::default() };
    for font in [REGULAR, BOLD] {
        options.fontdb_mut().load_font_data(font.to_vec());
    }
    let weight = if bold { "bold" } else { "normal" };
    let svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\
         <text xml:space='preserve' font-family='Liberation Sans' font-size='{size}' font-weight='{weight}'>{text}</text></svg>"
    );
    let tree = usvg::Tree::from_str(&svg, &options).expect("the SVG is well-formed");
    let usvg::Node::Text(text) = &tree.root().children()[0] else { panic!("not a text: {svg}") };
    f64::from(text.bounding_box().width())
}

#[test]
fn widths_are_those_of_usvg() {
    let fonts = Fonts::shipped();
    let texts = [
        "Cup of Tea",
        "Hot Water",
        "AVAVA Tomato",
        "office affluent flow",
        "To Yo We VAT 11.1",
        "Größe, Façade, Œuvre",
        "Потребитель",
        "Χρήστης",
        "“Quoted” — it’s fine…",
        "e\u{301}a\u{308}o",
        "Ťťľ Łódź Šibenik",
        "1/2 (build, buy) #7 50 %",
    ];
    for text in texts {
        for (size, bold) in [(12.0, false), (12.0, true), (14.0, false), (31.5, true)] {
            let (ours, theirs) = (fonts.width(text, size, bold), width_in_usvg(text, size, bold));
            assert!((ours - theirs).abs() < 0.01 * size, "{text:?} {size} {bold}: {ours} here, {theirs} there");
        }
    }
}

#[test]
fn what_no_font_has_is_named_once() {
    let fonts = Fonts::shipped();
    assert!(fonts.missing("plain").is_empty());
    assert!(fonts.missing("Größe — Дом").is_empty());
    assert_eq!(fonts.missing("茶, 水 and 茶"), ['茶', '水']);
    assert!(fonts.missing("soft\u{ad}ly\u{200d}").is_empty());
}

#[test]
fn what_no_font_has_is_one_em_wide_or_six_tenths() {
    let fonts = Fonts::shipped();
    assert_eq!(fonts.width("茶水", 10.0, false), 20.0);
    assert_eq!(fonts.width("\u{1230}", 10.0, false), 6.0);
    let mixed = fonts.width("Tea 茶 Tea", 10.0, false);
    let parts = fonts.width("Tea ", 10.0, false) + 10.0 + fonts.width(" Tea", 10.0, false);
    assert!((mixed - parts).abs() < 1e-9);
}

#[test]
fn a_font_that_is_none_is_refused() {
    assert_eq!(Fonts::shipped().add(b"not a font".to_vec()), Err(FontError::NoFont));
    assert_eq!(Fonts::shipped().add(Vec::new()), Err(FontError::NoFont));
    assert_eq!(Fonts::shipped().add(REGULAR[..2000].to_vec()), Err(FontError::NoCharacters));
    assert_eq!(Fonts::shipped().add_face(REGULAR.to_vec(), 1), Err(FontError::NoFace { faces: 1 }));
    assert_eq!(Fonts::shipped().add(REGULAR.to_vec()), Ok(()));
}

/// Collects what is drawn as its extent.
#[derive(Default)]
struct Extent(Vec<(f32, f32)>);

impl wardley::text::Pen for Extent {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.push((x, y));
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.0.push((x, y));
    }
    fn quad_to(&mut self, _: f32, _: f32, x: f32, y: f32) {
        self.0.push((x, y));
    }
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, x: f32, y: f32) {
        self.0.push((x, y));
    }
    fn close(&mut self) {}
}

#[test]
fn outlines_stand_on_the_baseline_and_fill_the_width() {
    let fonts = Fonts::shipped();
    let mut extent = Extent::default();
    fonts.outline("HAH", 100.0, true, &mut extent);
    let right = extent.0.iter().map(|point| point.0).fold(0.0, f32::max);
    let top = extent.0.iter().map(|point| point.1).fold(0.0, f32::min);
    let bottom = extent.0.iter().map(|point| point.1).fold(-100.0, f32::max);
    let width = fonts.width("HAH", 100.0, true) as f32;
    assert!(right < width && right > width - 10.0, "{right} of {width}");
    assert!(bottom.abs() < 0.1 && (-75.0..-65.0).contains(&top), "from {top} to {bottom}");
}

#[test]
fn hebrew_is_set_from_the_right() {
    let fonts = Fonts::shipped();
    assert!(fonts.missing("אב").is_empty());
    let alone: Vec<_> = ["א", "ב"].map(|letter| fonts.line(letter, false).glyphs[0].letter).into();
    let both: Vec<_> = fonts.line("אב", false).glyphs.iter().map(|glyph| glyph.letter).collect();
    assert_eq!(both, [alone[1], alone[0]]);
}

/// Two fonts in one file: a table of where each begins, and their tables' places moved by that.
fn collection(fonts: [&[u8]; 2]) -> Vec<u8> {
    let starts = [20, 20 + fonts[0].len().next_multiple_of(4)];
    let mut file = b"ttcf\0\x01\0\0\0\0\0\x02".to_vec();
    for start in starts {
        file.extend((start as u32).to_be_bytes());
    }
    for (font, start) in fonts.into_iter().zip(starts) {
        let mut font = font.to_vec();
        let tables = usize::from(u16::from_be_bytes([font[4], font[5]]));
        for table in 0..tables {
            let place = &mut font[12 + table * 16 + 8..][..4];
            let moved = u32::from_be_bytes([place[0], place[1], place[2], place[3]]) + start as u32;
            place.copy_from_slice(&moved.to_be_bytes());
        }
        file.resize(start, 0);
        file.extend(font);
    }
    file
}

#[test]
fn a_face_of_a_collection_is_counted_from_0() {
    let file = collection([REGULAR, BOLD]);
    for face in [0, 1] {
        assert_eq!(Fonts::shipped().add_face(file.clone(), face), Ok(()), "{face}");
    }
    assert_eq!(Fonts::shipped().add_face(file, 2), Err(FontError::NoFace { faces: 2 }));
}
