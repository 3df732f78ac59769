//! Pictures as other people's programs draw them: every text can be read, in every theme, as live text and as paths.

mod ink;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use resvg::tiny_skia::{IntRect, Pixmap};
use wardley::layout::{Options, layout};
use wardley::render::pdf::{self, pdf};
use wardley::render::png::{self, png};
use wardley::render::svg::{self, svg};
use wardley::resolve::NoIncludes;
use wardley::scene::{Scene, Shape, Text};
use wardley::source::Source;
use wardley::text::Fonts;
use wardley::theme::Theme;

use crate::needs;
use crate::shell::Shell;
use ink::{Picture, ink};

/// One map in one theme.
struct Look {
    scene: Scene,
    /// How much ink each of its texts has in our own PNG.
    inks: Vec<f64>,
}

/// A map that holds everything, in every theme.
static LOOKS: LazyLock<Vec<Look>> = LazyLock::new(|| {
    let map = include_str!("../layout/everything-at-once.wm");
    let map = wardley::read(Source::new("map.wm", map), &mut NoIncludes).map;
    let fonts = Fonts::shipped();
    let look = |theme: &Theme| {
        let scene = layout(&map, theme, &fonts, &Options::default()).scene;
        let picture = png(&scene, &fonts, &png::Options { scale: 1.0, ..png::Options::default() });
        let picture = Picture::decode(&picture.expect("a PNG"));
        let inks = texts(&scene).map(|text| ink(&picture, &scene, text)).collect();
        Look { scene, inks }
    };
    Theme::ALL.into_iter().map(look).collect()
});

/// One map in one theme, as text or as paths, in a file `NAME.svg`.
struct Sheet {
    name: String,
    look: &'static Look,
}

/// All of them.
fn sheets(shell: &Shell) -> Vec<Sheet> {
    let fonts = Fonts::shipped();
    let mut sheets = Vec::new();
    for (theme, look) in Theme::ALL.into_iter().zip(&*LOOKS) {
        for (kind, paths) in [("text", None), ("paths", Some(&fonts))] {
            let name = format!("{}-{kind}", theme.name);
            shell.write(&format!("{name}.svg"), svg(&look.scene, &svg::Options { paths, ..svg::Options::default() }));
            sheets.push(Sheet { name, look });
        }
    }
    sheets
}

fn texts(scene: &Scene) -> impl Iterator<Item = &Text> {
    let shapes = scene.items.iter().flat_map(|item| &item.shapes);
    shapes.filter_map(|shape| if let Shape::Text(text) = shape { Some(text) } else { None })
}

/// Lets `draw` make the PNG of every sheet, returned in their order, and holds each text in them against the same text in our
/// own PNG: it has about as much ink.
fn can_be_read(draw: impl Fn(&Shell, &[Sheet]) -> Vec<PathBuf>) {
    let shell = Shell::new();
    let sheets = sheets(&shell);
    let drawn = draw(&shell, &sheets);
    assert_eq!(drawn.len(), sheets.len());
    let mut unreadable = Vec::new();
    for (sheet, path) in sheets.iter().zip(drawn) {
        let theirs = Picture::decode(&fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())));
        let Look { scene, inks } = sheet.look;
        for (text, &own) in texts(scene).zip(inks) {
            let theirs = ink(&theirs, scene, text);
            assert!(own > 0.03, "{}: our own PNG does not show `{}`: {own}", sheet.name, text.content);
            if !(0.5..2.0).contains(&(theirs / own)) {
                unreadable.push(format!("{}: `{}` {:.0} %", sheet.name, text.content, 100.0 * theirs / own));
            }
        }
    }
    assert!(unreadable.is_empty(), "{} texts cannot be read:\n{}", unreadable.len(), unreadable.join("\n"));
}

/// Runs a program in the folder of the sheets.
fn run(shell: &Shell, program: impl AsRef<Path>, arguments: &[&str]) {
    let mut command = Command::new(program.as_ref());
    // Programs with a window keep their settings below HOME; two at once would share them.
    command.args(arguments).current_dir(shell.path("")).env("HOME", shell.path(""));
    let output = command.output().unwrap_or_else(|error| panic!("{}: {error}", program.as_ref().display()));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{} {arguments:?}: {said}", program.as_ref().display());
}

/// Runs a program with the names of all sheets' files behind its arguments.
fn run_for_all(shell: &Shell, sheets: &[Sheet], program: &str, arguments: &[&str]) {
    let files: Vec<_> = sheets.iter().map(|sheet| format!("{}.svg", sheet.name)).collect();
    let arguments: Vec<_> = arguments.iter().copied().chain(files.iter().map(String::as_str)).collect();
    run(shell, program, &arguments);
}

/// The sheets' files with another ending.
fn files(shell: &Shell, sheets: &[Sheet], ending: &str) -> Vec<PathBuf> {
    sheets.iter().map(|sheet| shell.path(&format!("{}.{ending}", sheet.name))).collect()
}

/// The pages of a PDF as PNGs of a pixel for a pixel.
fn pages(shell: &Shell, pdf: &str) -> Vec<PathBuf> {
    run(shell, "pdftoppm", &["-r", "96", "-png", &format!("{pdf}.pdf"), pdf]);
    let mut pages = shell.files();
    pages.retain(|file| file.starts_with(pdf) && file.contains(".png"));
    pages.iter().map(|page| shell.path(page)).collect()
}

/// A page of HTML that shows the sheets, each on a page of its own where it is printed.
fn book(shell: &Shell, sheets: &[Sheet]) {
    let Scene { width, height, .. } = sheets[0].look.scene;
    let style = format!(
        "@page {{ size: {width}px {height}px; margin: 0 }} body {{ margin: 0 }} svg, img {{ display: block; break-after: page }}"
    );
    let pictures: Vec<_> = sheets.iter().map(|sheet| format!("<img src=\"{}.svg\">\n", sheet.name)).collect();
    shell.write("book.html", format!("<!DOCTYPE html><style>{style}</style>\n{}", pictures.concat()));
}

fn chromium(shell: &Shell, arguments: &[&str]) {
    let usual = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking"];
    run(shell, needs::variable("WARDLEY_CHROMIUM"), &[&usual, arguments].concat());
}

#[test]
#[ignore = "needs cairosvg"]
fn in_cairosvg() {
    can_be_read(|shell, sheets| {
        for sheet in sheets {
            run(shell, "cairosvg", &[&format!("{}.svg", sheet.name), "-o", &format!("{}.png", sheet.name)]);
        }
        files(shell, sheets, "png")
    });
}

#[test]
#[ignore = "needs rsvg-convert"]
fn in_librsvg() {
    can_be_read(|shell, sheets| {
        for sheet in sheets {
            run(shell, "rsvg-convert", &[&format!("{}.svg", sheet.name), "-o", &format!("{}.png", sheet.name)]);
        }
        files(shell, sheets, "png")
    });
}

#[test]
#[ignore = "needs inkscape"]
fn in_inkscape() {
    can_be_read(|shell, sheets| {
        run_for_all(shell, sheets, "inkscape", &["--export-type=png"]);
        files(shell, sheets, "png")
    });
}

#[test]
#[ignore = "needs soffice"]
fn in_libreoffice() {
    can_be_read(|shell, sheets| {
        run_for_all(shell, sheets, "soffice", &["--headless", "--convert-to", "png"]);
        files(shell, sheets, "png")
    });
}

#[test]
#[ignore = "needs svg2pdf and pdftoppm"]
fn in_svglib() {
    can_be_read(|shell, sheets| {
        run_for_all(shell, sheets, "svg2pdf", &[]);
        sheets.iter().flat_map(|sheet| pages(shell, &sheet.name)).collect()
    });
}

#[test]
#[ignore = "needs weasyprint and pdftoppm"]
fn in_weasyprint() {
    can_be_read(|shell, sheets| {
        book(shell, sheets);
        run(shell, "weasyprint", &["book.html", "book.pdf"]);
        pages(shell, "book")
    });
}

#[test]
#[ignore = "needs pdftoppm"]
fn in_poppler_as_our_own_pdf() {
    can_be_read(|shell, sheets| {
        let scenes: Vec<_> = sheets.iter().map(|sheet| &sheet.look.scene).collect();
        shell.write("own.pdf", pdf(&scenes, &Fonts::shipped(), &pdf::Options::default()));
        pages(shell, "own")
    });
}

#[test]
#[ignore = "needs WARDLEY_CHROMIUM"]
fn in_chromium() {
    can_be_read(|shell, sheets| {
        book(shell, sheets);
        let Scene { width, height, .. } = sheets[0].look.scene;
        let window = format!("--window-size={width},{}", height * sheets.len() as f64);
        chromium(shell, &["--screenshot=book.png", &window, "book.html"]);
        let all = Pixmap::decode_png(&shell.bytes("book.png")).expect("a PNG");
        let files = files(shell, sheets, "png");
        for (top, file) in (0..).step_by(height as usize).zip(&files) {
            let part = IntRect::from_xywh(0, top, width as u32, height as u32).expect("a size");
            all.clone_rect(part).expect("a part of the page").save_png(file).expect("a writable folder");
        }
        files
    });
}

#[test]
#[ignore = "needs WARDLEY_CHROMIUM and pdftotext"]
fn printed_by_chromium_each_text_stands_once() {
    let shell = Shell::new();
    let mut sheets = sheets(&shell);
    sheets.retain(|sheet| sheet.name.ends_with("-text"));
    book(&shell, &sheets);
    chromium(&shell, &["--no-pdf-header-footer", "--print-to-pdf=book.pdf", "book.html"]);
    run(&shell, "pdftotext", &["-raw", "book.pdf"]);
    let printed = shell.read("book.txt");
    for (sheet, page) in sheets.iter().zip(printed.split('\u{c}')) {
        let words = |text: &str| {
            let mut words: Vec<_> = text.split_whitespace().map(str::to_owned).collect();
            words.sort();
            words
        };
        let written: Vec<_> = texts(&sheet.look.scene).map(|text| &*text.content).collect();
        assert_eq!(words(page), words(&written.join(" ")), "{}", sheet.name);
    }
}
