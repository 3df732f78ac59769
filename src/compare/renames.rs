//! Components whose name is another one: matched by their place, else by their links.

use std::collections::{BTreeMap, HashMap};

use super::pairs::Pairs;
use super::place::{Agreement, agreement, cell};
use crate::map::{ComponentKind, Evolution, Map, Visibility};

/// How many candidates are looked at in one cell, and behind one neighbor. It keeps the time linear where many stand at one place.
const CANDIDATES: usize = 16;

/// Pairs what has no partner yet: first what stands within 0.02 of it, then what has at least two thirds of its links.
pub(super) fn pair(old: &Map, new: &Map, pairs: &mut Pairs) {
    by_place(old, new, pairs);
    by_links(old, new, pairs);
}

/// Where a component stands for the purpose of comparing: its kind, its box, its cell.
type Key = (ComponentKind, Option<usize>, (i32, i32));

fn by_place(old: &Map, new: &Map, pairs: &mut Pairs) {
    let mut grid: HashMap<Key, Vec<usize>> = HashMap::new();
    for index in pairs.removed() {
        let component = &old.components[index];
        let home = component.pipeline.and_then(|id| pairs.new_of(old.pipeline(id).parent.0 as usize));
        if let Some(cell) = cell(component.position).filter(|_| home.is_some() == component.pipeline.is_some()) {
            grid.entry((component.kind, home, cell)).or_default().push(index);
        }
    }
    let added: Vec<usize> = pairs.added().collect();
    for index in added {
        let component = &new.components[index];
        let home = component.pipeline.map(|id| new.pipeline(id).parent.0 as usize);
        let Some((down, across)) = cell(component.position) else { continue };
        let around = (-1..=1).flat_map(|dy| (-1..=1).map(move |dx| (down + dy, across + dx)));
        let near = around
            .filter_map(|cell| grid.get(&(component.kind, home, cell)))
            .flat_map(|found| found.iter().copied().filter(|&old| pairs.new_of(old).is_none()).take(CANDIDATES));
        let fits = near.filter(|&index| {
            agreement(old.components[index].position, component.position, home.is_some()) == Agreement::Numbers
        });
        let distance = |index: usize| {
            let (from, to) = (old.components[index].position, component.position);
            let gap = |from: Option<f64>, to: Option<f64>| (from.unwrap_or(0.0) - to.unwrap_or(0.0)).abs();
            gap(from.visibility.given().map(Visibility::get), to.visibility.given().map(Visibility::get))
                + gap(from.evolution.given().map(Evolution::get), to.evolution.given().map(Evolution::get))
        };
        if let Some(found) = fits.min_by(|&a, &b| distance(a).total_cmp(&distance(b))) {
            pairs.pair(found, index);
        }
    }
}

fn by_links(old: &Map, new: &Map, pairs: &mut Pairs) {
    // Neighbors in the new map's ids, with the way of the link; only of what has no partner, and only neighbors that have one.
    let before = neighbors(old, |index| pairs.new_of(index).is_none(), |index| pairs.new_of(index));
    let after = neighbors(new, |index| pairs.old_of(index).is_none(), |index| pairs.old_of(index).map(|_| index));
    let mut behind: HashMap<(usize, bool), Vec<usize>> = HashMap::new();
    for (&index, links) in &before {
        for &link in links {
            behind.entry(link).or_default().push(index);
        }
    }
    for (&index, links) in &after {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for link in links {
            for &candidate in behind.get(link).into_iter().flatten().take(CANDIDATES) {
                *shared.entry(candidate).or_default() += 1;
            }
        }
        let component = &new.components[index];
        let best = shared
            .into_iter()
            .filter(|&(candidate, _)| pairs.new_of(candidate).is_none())
            .filter(|&(candidate, count)| {
                let other = &old.components[candidate];
                let most = links.len().max(before[&candidate].len());
                // One link alone is shared by all that hang from one thing; the place must speak for them too.
                let enough = count > 1 || agreement(other.position, component.position, false) != Agreement::None;
                other.kind == component.kind && 3 * count >= 2 * most && enough
            })
            .max_by_key(|&(candidate, count)| (count, std::cmp::Reverse(candidate)));
        if let Some((found, _)) = best {
            pairs.pair(found, index);
        }
    }
}

/// For each component that is `asked` for, the others it has links with, and whether it needs them.
fn neighbors(
    map: &Map,
    asked: impl Fn(usize) -> bool,
    known: impl Fn(usize) -> Option<usize>,
) -> BTreeMap<usize, Vec<(usize, bool)>> {
    let mut found: BTreeMap<usize, Vec<(usize, bool)>> = BTreeMap::new();
    for link in map.links.iter().filter(|link| !link.implied) {
        let (from, to) = (link.from.component.0 as usize, link.to.component.0 as usize);
        for (one, other, needs) in [(from, to, true), (to, from, false)] {
            if asked(one)
                && let Some(other) = known(other)
            {
                found.entry(one).or_default().push((other, needs));
            }
        }
    }
    found
}
