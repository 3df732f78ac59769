//! How long each step from text to picture takes, for a small map, a large one as people draw them, and maps nobody draws.

use divan::{Bencher, black_box};
use wardley::layout::{self, layout, theme_of};
use wardley::resolve::{NoIncludes, resolve};
use wardley::scene::Scene;
use wardley::source::{Source, SourceId, Sources};
use wardley::text::Fonts;
use wardley::{Reading, read, syntax};

use super::synthetic;

const MAPS: [&str; 4] = ["tea shop", "70 components", "1,000 components", "10,000 components"];

fn source(map: &str) -> Source {
    let text = match map {
        "tea shop" => include_str!("../examples/tea-shop.wm").to_owned(),
        "70 components" => synthetic::map(70),
        "1,000 components" => synthetic::map(1_000),
        _ => synthetic::map(10_000),
    };
    Source::new(map, text)
}

fn reading(map: &str) -> Reading {
    read(source(map), &mut NoIncludes)
}

fn scene(map: &str) -> Scene {
    let map = reading(map).map;
    layout(&map, theme_of(&map), &Fonts::shipped(), &layout::Options::default()).scene
}

#[divan::bench(args = MAPS)]
fn parse(bencher: Bencher, map: &str) {
    let source = source(map);
    bencher.bench(|| syntax::parse(black_box(&source), SourceId::default()));
}

#[divan::bench(name = "resolve", args = MAPS)]
fn resolving(bencher: Bencher, map: &str) {
    let mut sources = Sources::default();
    let id = sources.add(source(map));
    let file = syntax::parse(sources.get(id), id).file;
    bencher
        .with_inputs(|| (file.clone(), sources.clone()))
        .bench_values(|(file, mut sources)| resolve(file, &mut sources, &mut NoIncludes));
}

#[divan::bench(name = "layout", args = MAPS)]
fn laying_out(bencher: Bencher, map: &str) {
    let map = reading(map).map;
    let fonts = Fonts::shipped();
    bencher.bench(|| layout(black_box(&map), theme_of(&map), &fonts, &layout::Options::default()));
}

#[divan::bench(args = MAPS)]
fn svg(bencher: Bencher, map: &str) {
    let scene = scene(map);
    bencher.bench(|| wardley::render::svg::svg(black_box(&scene), &wardley::render::svg::Options::default()));
}

#[cfg(feature = "png")]
#[divan::bench(args = MAPS)]
fn png(bencher: Bencher, map: &str) {
    let scene = scene(map);
    let options = wardley::render::png::Options { scale: 1.0, ..wardley::render::png::Options::default() };
    bencher.bench(|| wardley::render::png::png(black_box(&scene), &Fonts::shipped(), &options));
}

#[cfg(feature = "png")]
#[divan::bench(args = &MAPS[..2])]
fn png_at_scale_2(bencher: Bencher, map: &str) {
    let scene = scene(map);
    let options = wardley::render::png::Options::default();
    bencher.bench(|| wardley::render::png::png(black_box(&scene), &Fonts::shipped(), &options));
}
