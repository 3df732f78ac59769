//! One edit of a random map gives just that edit.

use std::fmt::Write as _;

use proptest::prelude::{Strategy, any, proptest};
use proptest::test_runner::Config;

use super::changes;
use wardley::compare::text;

#[derive(Clone, Debug)]
struct Sketch {
    /// Name, visibility, evolution in hundredths.
    components: Vec<(String, u32, u32)>,
    /// From and to; no two alike.
    links: Vec<(usize, usize)>,
    /// Which component moves where to.
    movements: Vec<(usize, u32)>,
}

impl Sketch {
    fn written(&self) -> String {
        let mut text = "title A map\n".to_owned();
        for (name, down, across) in &self.components {
            writeln!(text, "component {name} [0.{down:02}, 0.{across:02}]").expect("a string takes it");
        }
        for &(from, to) in &self.links {
            writeln!(text, "{} -> {}", self.components[from].0, self.components[to].0).expect("a string takes it");
        }
        for &(component, to) in &self.movements {
            writeln!(text, "evolve {} 0.{to:02}", self.components[component].0).expect("a string takes it");
        }
        text
    }

    fn place(&self, component: usize) -> String {
        let (_, down, across) = self.components[component];
        format!("[0.{down:02}, 0.{across:02}]")
    }
}

/// Components stand at least 0.03 from each other, so that a name is all that tells two versions of one from another.
fn sketches() -> impl Strategy<Value = Sketch> {
    (3..12_usize, any::<u64>()).prop_map(|(count, seed)| {
        let mut random = Random(seed);
        let mut cells: Vec<u32> = (0..900).collect();
        let components = (0..count).map(|at| {
            let cell = cells.swap_remove(random.below(cells.len()));
            (format!("Thing {at}"), 5 + cell / 30 * 3, 5 + cell % 30 * 3)
        });
        let components: Vec<_> = components.collect();
        let mut links = Vec::new();
        for _ in 0..count * 2 {
            let link = (random.below(count), random.below(count));
            if link.0 != link.1 && !links.contains(&link) {
                links.push(link);
            }
        }
        let mut movements: Vec<(usize, u32)> = Vec::new();
        for _ in 0..random.below(3) {
            let component = random.below(count);
            if movements.iter().all(|&(other, _)| other != component) {
                movements.push((component, 96));
            }
        }
        Sketch { components, links, movements }
    })
}

/// A small generator, so that an edit depends on its seed alone.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

/// Changes the sketch and returns what is to be reported.
fn edit(sketch: &mut Sketch, kind: u32, random: &mut Random) -> String {
    let count = sketch.components.len();
    let chosen = random.below(count);
    let name = sketch.components[chosen].0.clone();
    match kind {
        0 => {
            sketch.components.push(("Newcomer".to_owned(), 97, 97));
            "1 added\n\nadded\n  Newcomer, component at [0.97, 0.97]\n".to_owned()
        }
        1 => {
            let last = count - 1;
            sketch.links.retain(|&(from, to)| from != last && to != last);
            sketch.movements.retain(|&(component, _)| component != last);
            "Alone".clone_into(&mut sketch.components[last].0);
            let place = sketch.place(last);
            format!("1 removed\n\nremoved\n  Alone, component at {place}\n")
        }
        2 => {
            let before = sketch.place(chosen);
            sketch.components[chosen].1 = 98;
            sketch.components[chosen].2 = 1;
            let after = sketch.place(chosen);
            format!("1 moved\n\nmoved\n  {name}, component from {before} to {after}\n")
        }
        3 => {
            "Something Else".clone_into(&mut sketch.components[chosen].0);
            format!("1 renamed\n\nrenamed\n  Something Else, component, was {name}\n")
        }
        4 => {
            sketch.links.push((chosen, count));
            sketch.components.push(("Hub".to_owned(), 2, 2));
            format!("1 added, 1 removed\n\nadded\n  {name} -> Hub, link\n\nremoved\n  {name} -> Other Hub, link\n")
        }
        _ => {
            sketch.movements.retain(|&(component, _)| component != chosen);
            sketch.movements.push((chosen, 99));
            format!("1 added\n\nadded\n  {name}, movement to 0.99\n")
        }
    }
}

proptest! {
    #![proptest_config(Config::with_cases(1_000))]

    #[test]
    fn one_edit_is_reported_as_that_edit(sketch in sketches(), kind in 0..6_u32, seed in any::<u64>()) {
        let (mut old, mut new) = (sketch.clone(), sketch);
        let expected = edit(&mut new, kind, &mut Random(seed));
        // The other side of the edits that need one.
        match kind {
            1 => {
                old = new.clone();
                new.components.pop();
            }
            4 => {
                let count = old.components.len();
                old.components.push(("Hub".to_owned(), 2, 2));
                old.components.push(("Other Hub".to_owned(), 2, 90));
                new.components.push(("Other Hub".to_owned(), 2, 90));
                let (from, _) = *new.links.last().expect("the new link");
                old.links.push((from, count + 1));
            }
            5 => {
                let (component, _) = *new.movements.last().expect("the new movement");
                old.movements.retain(|&(other, _)| other != component);
            }
            _ => {}
        }
        assert_eq!(text(&changes(&old.written(), &new.written())), expected);
    }
}
