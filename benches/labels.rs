//! How long labels take, alone: maps of chance at the density of drawn ones, and far too many in one picture.

use divan::{Bencher, black_box};
use wardley::geometry::{Point, Rect};
use wardley::layout::labels::{Footprint, Kind, Mode, Obstacle, ObstacleKind, Outline, Owner, Site, Task, place};
use wardley::text::Fonts;

fn main() {
    divan::main();
}

/// As dense as people draw: 24,000 square pixels for each component.
#[divan::bench(args = [40, 100, 1_000, 10_000, 30_000], sample_count = 10, sample_size = 1)]
fn drawn(bencher: Bencher, components: usize) {
    let side = (components as f64 * 24_000.0).sqrt();
    let task = map_of_chance(components, side, side);
    let fonts = Fonts::shipped();
    bencher.bench(|| place(black_box(&task), &fonts));
}

/// Everything in one picture of the usual size.
#[divan::bench(args = [100, 300, 1_000, 3_000, 10_000], sample_count = 10, sample_size = 1)]
fn crammed(bencher: Bencher, components: usize) {
    let task = map_of_chance(components, 1196.0, 696.0);
    let fonts = Fonts::shipped();
    bencher.bench(|| place(black_box(&task), &fonts));
}

/// Components scattered evenly, each joined to one or two near it.
fn map_of_chance(components: usize, width: f64, height: f64) -> Task {
    const WORDS: [&str; 12] = [
        "power",
        "kettle",
        "customer",
        "of",
        "trust",
        "delivery",
        "water",
        "identity",
        "platform",
        "tea",
        "analytics",
        "the",
    ];
    let mut chance = Chance(9);
    let centers: Vec<Point> =
        (0..components).map(|_| Point::new(chance.up_to(1.0) * width, chance.up_to(1.0) * height)).collect();
    let owners = centers.iter().map(|&center| {
        let words: Vec<&str> = (0..=chance.up_to(4.0) as usize).map(|_| WORDS[chance.up_to(12.0) as usize]).collect();
        let site = Site::Symbol { center, outline: Outline::Circle(5.5) };
        let text = words.join(" ");
        Owner {
            kind: Kind::Component,
            site,
            text,
            size: 12.0,
            pitch: 14.0,
            bold: false,
            hint: None,
            previous: None,
            row: None,
        }
    });
    let owners: Vec<Owner> = owners.collect();
    let symbols = centers.iter().enumerate().map(|(at, &center)| {
        let shape = Footprint::Disc(center, 5.5);
        Obstacle { kind: ObstacleKind::Symbol, shape, owners: vec![at] }
    });
    let mut obstacles: Vec<Obstacle> = symbols.collect();
    let mut by_place: Vec<usize> = (0..components).collect();
    by_place.sort_by_key(|&at| ((centers[at].y / 200.0) as i64, centers[at].x as i64));
    for at in 0..components {
        for _ in 0..=usize::from(at % 3 == 0) {
            let other = (at + 1 + chance.up_to(4.0) as usize) % components;
            let (from, to) = (by_place[at], by_place[other]);
            let shape = Footprint::Line(vec![centers[from], centers[to]]);
            obstacles.push(Obstacle { kind: ObstacleKind::Link, shape, owners: vec![from, to] });
        }
    }
    Task { area: Rect::new(0.0, 0.0, width, height).grown(20.0), owners, obstacles, mode: Mode::Auto, trace: false }
}

/// Numbers that look like chance and are the same every time: a linear congruential generator.
struct Chance(u64);

impl Chance {
    fn up_to(&mut self, end: f64) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64 * end
    }
}
