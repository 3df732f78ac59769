//! The real maps, sorted into those that people drew and all others.

use std::fs;
use std::thread;

use wardley::map::{Map, Size};
use wardley::resolve::NoIncludes;
use wardley::source::Source;

use crate::needs;

/// A real map.
pub(super) struct Real {
    pub(super) file: String,
    pub(super) human: bool,
    pub(super) map: Map,
}

/// The maps in the folder that `WARDLEY_CORPUS` names, without the sizes they ask for.
pub(super) fn real() -> Vec<Real> {
    let corpus = needs::corpus();
    let manifest = fs::read_to_string(corpus.join("MANIFEST.tsv")).expect("a manifest");
    let rows = manifest.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    rows.map(|row| {
        let text = fs::read_to_string(corpus.join(row[0])).expect("a readable map");
        let mut map = wardley::read(Source::new("map.owm", text), &mut NoIncludes).map;
        map.size = Size::default();
        Real { file: row[0].to_owned(), human: row[2] == "human", map }
    })
    .collect()
}

/// Does the same for every map, on all cores. The results are in the order of the maps.
pub(super) fn each<T: Send>(maps: &[Real], work: impl Fn(&Real) -> T + Sync) -> Vec<T> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let work = &work;
    let mut done: Vec<(usize, T)> = thread::scope(|scope| {
        let share = |first: usize| {
            move || maps.iter().enumerate().skip(first).step_by(cores).map(|(at, map)| (at, work(map))).collect()
        };
        let shares: Vec<_> = (0..cores).map(|first| scope.spawn(share(first))).collect();
        shares.into_iter().flat_map(|share| -> Vec<(usize, T)> { share.join().expect("no panic") }).collect()
    });
    done.sort_by_key(|&(at, _)| at);
    done.into_iter().map(|(_, result)| result).collect()
}
