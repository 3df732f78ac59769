use resvg::{tiny_skia, usvg};
use wardley::geometry::Point;
use wardley::render::png::{Options, PngError, png};
use wardley::render::svg;
use wardley::scene::{Fill, Scene, Shape};
use wardley::text::Fonts;
use wardley::theme::{Color, Slot};

use super::shapes::{ink, scene, stroke, text};

struct Picture {
    width: u32,
    height: u32,
    /// Red, green, blue and how opaque, for each pixel.
    pixels: Vec<[u8; 4]>,
    has_palette: bool,
}

impl Picture {
    fn decode(bytes: &[u8]) -> Self {
        let mut decoder = ::png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(::png::Transformations::EXPAND | ::png::Transformations::ALPHA);
        let mut reader = decoder.read_info().expect("a PNG");
        let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
        let has_palette = reader.info().palette.is_some();
        let info = reader.next_frame(&mut bytes).expect("a picture");
        let pixels = bytes.chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2], pixel[3]]).collect();
        Self { width: info.width, height: info.height, pixels, has_palette }
    }

    fn at(&self, x: u32, y: u32) -> [u8; 4] {
        self.pixels[(y * self.width + x) as usize]
    }
}

fn picture(scene: &Scene, options: &Options) -> Picture {
    Picture::decode(&png(scene, &Fonts::shipped(), options).expect("a PNG"))
}

fn opaque(slot: Slot) -> [u8; 4] {
    let Color { red, green, blue, .. } = ink(slot).color;
    [red, green, blue, 255]
}

#[test]
fn pixels_have_the_colors_of_what_stands_there() {
    for scale in [1, 2, 3] {
        let picture = picture(&scene(), &Options { scale: f64::from(scale), ..Options::default() });
        assert_eq!((picture.width, picture.height), (300 * scale, 200 * scale));
        assert_eq!(picture.at(5 * scale, 5 * scale), opaque(Slot::Paper), "the paper");
        assert_eq!(picture.at(119 * scale, 99 * scale), opaque(Slot::ComponentFill), "in the component");
        assert_eq!(picture.at(193 * scale, 100 * scale), opaque(Slot::Movement), "in the arrow head");
        assert_eq!(picture.at(150 * scale, 150 * scale), opaque(Slot::Plot), "in the middle of the plot");
    }
}

#[test]
fn a_picture_is_as_wide_and_as_high_as_asked_for() {
    let size = |width, height| {
        let picture = picture(&scene(), &Options { width, height, ..Options::default() });
        (picture.width, picture.height)
    };
    assert_eq!(size(None, None), (600, 400));
    assert_eq!(size(Some(450), None), (450, 300));
    assert_eq!(size(None, Some(100)), (150, 100));
    assert_eq!(size(Some(1000), Some(100)), (150, 100));
}

#[test]
fn a_picture_without_pixels_or_with_too_many_is_refused() {
    let refused =
        |scale| png(&scene(), &Fonts::shipped(), &Options { scale, ..Options::default() }).expect_err("no PNG");
    assert_eq!(refused(0.0), PngError::Empty);
    assert_eq!(refused(-1.0), PngError::Empty);
    assert_eq!(refused(f64::NAN), PngError::Empty);
    assert_eq!(refused(1000.0), PngError::TooLarge { width: 300_000.0, height: 200_000.0 });
    assert!(matches!(refused(f64::INFINITY), PngError::TooLarge { .. }));
}

#[test]
fn few_colors_stand_in_a_palette_and_many_do_not() {
    let few = Scene { items: scene().items.split_off(3), ..scene() };
    assert!(picture(&few, &Options::default()).has_palette);
    let mut many = few.clone();
    for place in 0..300_u32 {
        let (column, row) = (f64::from(place % 50), f64::from(place / 50));
        let mut paint = ink(Slot::Plot);
        paint.color = Color::rgb(place * 257);
        many.items[0].shapes.push(Shape::Rect {
            corner: Point::new(column * 5.0, row * 3.0),
            width: 5.0,
            height: 3.0,
            rounding: 0.0,
            fill: Some(Fill::Plain(paint)),
            stroke: None,
        });
    }
    let many = picture(&many, &Options { scale: 1.0, ..Options::default() });
    assert!(!many.has_palette);
    assert_eq!(many.at(249, 17), [1, 44, 43, 255]);
    assert_eq!(many.at(119, 99), opaque(Slot::ComponentFill));
    assert!(!picture(&scene(), &Options { scale: 1.0, ..Options::default() }).has_palette, "a steep change of colors");
}

#[test]
fn what_is_not_painted_is_not_opaque() {
    let bare = Scene { items: scene().items.split_off(5), ..scene() };
    let picture = picture(&bare, &Options::default());
    assert_eq!(picture.at(0, 0)[3], 0);
    assert_eq!(picture.at(239, 199), opaque(Slot::ComponentFill));
}

/// resvg's picture of our SVG, letters drawn.
fn painted_by_resvg(scene: &Scene, scale: f32) -> Vec<[u8; 4]> {
    let fonts = Fonts::shipped();
    let text = svg::svg(scene, &svg::Options { paths: Some(&fonts), ..svg::Options::default() });
    let tree = usvg::Tree::from_str(&text, &usvg::Options::default()).expect("an SVG");
    let size = tree.size().to_int_size().scale_by(scale).expect("a size");
    let mut pixmap = tiny_skia::Pixmap::new(size.width(), size.height()).expect("a size");
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let colors = pixmap.pixels().iter().map(tiny_skia::PremultipliedColorU8::demultiply);
    colors.map(|color| [color.red(), color.green(), color.blue(), color.alpha()]).collect()
}

/// Long thin lines, labels on them, and the shaded plot beneath.
fn crossed() -> Scene {
    let mut crossed = scene();
    let line = |x, y, to_x, to_y| Shape::Line {
        from: Point::new(x, y),
        to: Point::new(to_x, to_y),
        stroke: stroke(Slot::Link, 1.0),
    };
    crossed.items[3].shapes =
        vec![line(10.0, 10.0, 290.0, 190.0), line(295.0, 20.0, 20.0, 150.0), line(90.0, 0.0, 110.0, 200.0)];
    crossed.items[5].shapes.push(Shape::Text(text("on lines", 95.0, 65.0)));
    crossed.items[5].shapes.push(Shape::Text(text("on grey", 25.0, 129.0)));
    crossed
}

#[test]
fn the_picture_is_the_one_resvg_makes_of_the_svg() {
    for (scene, scale) in [(scene(), 1), (scene(), 2), (crossed(), 1), (crossed(), 2), (scene(), 5)] {
        let ours = picture(&scene, &Options { scale: f64::from(scale), ..Options::default() });
        let theirs = painted_by_resvg(&scene, scale as f32);
        assert_eq!(ours.pixels.len(), theirs.len());
        let differences =
            ours.pixels.iter().zip(&theirs).map(|(ours, theirs)| {
                ours.iter().zip(theirs).map(|(one, other)| one.abs_diff(*other)).max().unwrap_or(0)
            });
        let (most, far) = differences.fold((0, 0), |(most, far), by| (most.max(by), far + usize::from(by > 24)));
        // Coordinates in the SVG have two decimals, which moves an edge by a hundredth of a pixel.
        assert!(far * 2000 < theirs.len(), "{far} of {} pixels differ much, one by {most}", theirs.len());
    }
}

#[test]
fn a_picture_says_how_large_it_is_to_be_shown() {
    for (scale, zoom, per_meter) in [(1.0, 1.0, 3780), (2.0, 1.0, 7559), (2.0, 1.5, 7559)] {
        let bytes = png(&Scene { zoom, ..scene() }, &Fonts::shipped(), &Options { scale, ..Options::default() })
            .expect("a PNG");
        let reader = ::png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
        let density = reader.info().pixel_dims.expect("a density");
        assert_eq!((density.xppu, density.yppu), (per_meter, per_meter));
    }
}
