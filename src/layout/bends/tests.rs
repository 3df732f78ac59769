use super::*;
use crate::geometry::{Point, Rect, distance};

const ANYWHERE: Rect = Rect::new(-1e6, -1e6, 1e6, 1e6);

fn symbol(x: f64, y: f64) -> Symbol {
    Symbol { center: Point::new(x, y), radius: 5.0 }
}

fn line(symbols: &[Symbol], from: usize, to: usize) -> Chord {
    let (a, b) = (symbols[from].center, symbols[to].center);
    let length = distance(a, b).max(1e-9);
    let (x, y) = ((b.x - a.x) / length * 5.0, (b.y - a.y) / length * 5.0);
    Chord { from: Point::new(a.x + x, a.y + y), to: Point::new(b.x - x, b.y - y), ends: (from, to), look: 0 }
}

fn courses_of(symbols: &[Symbol], ends: &[(usize, usize)]) -> Vec<Course> {
    let lines: Vec<Chord> = ends.iter().map(|&(from, to)| line(symbols, from, to)).collect();
    courses(symbols, &lines, ANYWHERE)
}

#[test]
fn a_free_link_is_straight() {
    let symbols = [symbol(0.0, 0.0), symbol(300.0, 0.0), symbol(150.0, 12.0)];
    assert_eq!(courses_of(&symbols, &[(0, 1)]), [Course::Straight]);
}

#[test]
fn a_link_bends_away_from_the_symbol_in_its_way_and_no_further_than_needed() {
    let symbols = [symbol(0.0, 0.0), symbol(300.0, 0.0), symbol(150.0, 4.0)];
    let [Course::Bent(control)] = courses_of(&symbols, &[(0, 1)])[..] else { panic!("straight") };
    assert_eq!((control.x, control.y), (150.0, -20.0));
}

#[test]
fn a_link_too_short_to_bend_stays_straight() {
    let symbols = [symbol(0.0, 0.0), symbol(60.0, 0.0), symbol(30.0, 0.0)];
    assert_eq!(courses_of(&symbols, &[(0, 1)]), [Course::Straight]);
}

#[test]
fn a_pair_is_joined_once_and_a_thing_never_with_itself() {
    let symbols = [symbol(0.0, 0.0), symbol(300.0, 0.0), symbol(4.0, 4.0)];
    let courses = courses_of(&symbols, &[(0, 1), (1, 0), (0, 0), (0, 2)]);
    assert_eq!(courses, [Course::Straight, Course::Duplicate, Course::Nowhere, Course::Nowhere]);
}

#[test]
fn of_two_links_on_one_line_the_longer_bends() {
    let symbols = [symbol(0.0, 0.0), symbol(400.0, 0.0), symbol(100.0, 30.0), symbol(0.0, 1.0), symbol(200.0, 0.5)];
    let courses = courses_of(&symbols[..], &[(0, 1), (3, 4)]);
    assert!(matches!(courses[..], [Course::Bent(_), Course::Straight]), "{courses:?}");
}

#[test]
fn links_of_two_looks_between_one_pair_part() {
    let symbols = [symbol(0.0, 0.0), symbol(0.0, 300.0)];
    let mut lines = [line(&symbols, 0, 1), line(&symbols, 1, 0)];
    lines[1].look = 1;
    assert!(matches!(courses(&symbols, &lines, ANYWHERE)[..], [Course::Straight, Course::Bent(_)]));
}

#[test]
fn a_bend_clears_every_symbol_or_is_the_least_evil() {
    let wall: Vec<Symbol> = (0..9).map(|at| symbol(150.0, f64::from(at) * 14.0 - 56.0)).collect();
    let symbols = [vec![symbol(0.0, 0.0), symbol(300.0, 0.0)], wall].concat();
    assert_eq!(courses_of(&symbols, &[(0, 1)]), [Course::Straight]);
}

#[test]
fn near_finds_what_a_full_search_finds() {
    let mut seed = 7_u64;
    let mut random = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as f64 / f64::from(1_u32 << 31)
    };
    let symbols: Vec<Symbol> = (0..300).map(|_| symbol(random() * 2000.0, random() * 1500.0)).collect();
    let near = Near::new(&symbols);
    for from in 0..100 {
        let line = line(&symbols, from, from + 150);
        let mut expected: Vec<Point> = symbols
            .iter()
            .enumerate()
            .filter(|&(at, s)| {
                at != from
                    && at != from + 150
                    && Segment::new(line.from, line.to).distance_to(s.center) < s.radius + 9.0
            })
            .map(|(_, s)| s.center)
            .collect();
        let mut found: Vec<Point> = near.around(&line, &symbols, 9.0).unwrap().iter().map(|s| s.center).collect();
        expected.sort_by(|a, b| a.x.total_cmp(&b.x));
        found.sort_by(|a, b| a.x.total_cmp(&b.x));
        assert_eq!(found, expected);
    }
}

#[test]
fn no_bend_leaves_the_plot() {
    let symbols = [symbol(0.0, 0.0), symbol(100.0, 0.0), symbol(200.0, 0.0)];
    let lines = [line(&symbols, 0, 2)];
    for (area, up) in [(Rect::new(0.0, -50.0, 200.0, 0.0), true), (Rect::new(0.0, 0.0, 200.0, 50.0), false)] {
        let Course::Bent(control) = courses(&symbols, &lines, area)[0] else { panic!("it could bend") };
        assert_eq!(control.y < 0.0, up);
    }
    assert_eq!(courses(&symbols, &lines, Rect::new(0.0, 0.0, 200.0, 0.0)), [Course::Straight]);
}
