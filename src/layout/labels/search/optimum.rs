//! How far the search is from the best choice there is, which branch and bound finds for a few labels.

use crate::geometry::{Point, Rect};
use crate::layout::labels::costs::pairs::pair;
use crate::layout::labels::costs::{Cost, in_points};
use crate::layout::labels::search::board::Board;
use crate::layout::labels::search::solver::Solver;
use crate::layout::labels::task::{Footprint, Kind, Mode, Obstacle, ObstacleKind, Outline, Owner, Site, Task};
use crate::text::Fonts;

#[test]
fn the_search_comes_near_the_best_choice() {
    let fonts = Fonts::shipped();
    let (mut found, mut best) = (0.0, 0.0);
    for seed in 1..=80 {
        let task = huddle(seed);
        let mut solver = Solver::new(&task, &fonts);
        solver.search();
        let cost = total(&mut solver.board);
        let least = Search::least(&solver.board, cost);
        assert!(least <= cost, "the search is better than the best");
        found += in_points(cost);
        best += in_points(least);
    }
    let gap = found / best - 1.0;
    assert!(gap < 0.05, "{found:.0} points against {best:.0}");
}

/// From five to nine components huddled together, each joined to the next.
fn huddle(seed: u64) -> Task {
    const NAMES: [&str; 9] = [
        "Tea",
        "Hot water",
        "Kettle",
        "Cup of tea",
        "Power for all",
        "Staff training",
        "Customer trust",
        "Payment service",
        "Delivery to the door",
    ];
    let mut state = seed;
    let mut chance = |end: f64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64 * end
    };
    let area = Rect::new(0.0, 0.0, 260.0, 150.0);
    let count = 5 + seed as usize % 5;
    let centers: Vec<Point> = (0..count).map(|_| Point::new(30.0 + chance(200.0), 20.0 + chance(110.0))).collect();
    let owners = centers.iter().zip(NAMES).map(|(&center, name)| Owner {
        kind: Kind::Component,
        site: Site::Symbol { center, outline: Outline::Circle(5.5) },
        text: name.to_owned(),
        size: 12.0,
        pitch: 14.0,
        bold: false,
        hint: None,
        previous: None,
        row: None,
    });
    let symbol =
        |(at, &center)| Obstacle { kind: ObstacleKind::Symbol, shape: Footprint::Disc(center, 5.5), owners: vec![at] };
    let mut obstacles: Vec<Obstacle> = centers.iter().enumerate().map(symbol).collect();
    obstacles.extend(centers.windows(2).enumerate().map(|(at, ends)| Obstacle {
        kind: ObstacleKind::Link,
        shape: Footprint::Line(ends.to_vec()),
        owners: vec![at, at + 1],
    }));
    Task { area, owners: owners.collect(), obstacles, mode: Mode::Auto, trace: true }
}

/// What all labels cost together, each pair once.
fn total(board: &mut Board) -> Cost {
    let labels: Vec<usize> = board.labels();
    let alone: Cost = labels.iter().map(|&label| board.candidates[label][board.chosen(label).unwrap()].cost).sum();
    let all: Cost = labels.iter().map(|&label| board.cost(label)).sum();
    alone + (all - alone) / 2
}

/// Branch and bound over the candidates that the search had.
struct Search<'b> {
    board: &'b Board<'b>,
    least: Cost,
}

impl<'b> Search<'b> {
    /// The least that all labels can cost, which is `known` or less.
    fn least(board: &'b Board<'b>, known: Cost) -> Cost {
        let prices: Vec<Vec<Cost>> =
            board.candidates.iter().map(|all| all.iter().map(|one| one.cost).collect()).collect();
        let mut search = Self { board, least: known };
        search.descend(&prices, 0);
        search.least
    }

    /// `prices[label][candidate]` is what a label without a place costs against all that have one, who cost `spent`.
    fn descend(&mut self, prices: &[Vec<Cost>], spent: Cost) {
        let open: Vec<usize> = (0..prices.len()).filter(|&label| !prices[label].is_empty()).collect();
        let cheapest = |label: usize| prices[label].iter().copied().min().unwrap_or(0);
        let bound: Cost = spent + open.iter().map(|&label| cheapest(label)).sum::<Cost>();
        if open.is_empty() {
            self.least = self.least.min(spent);
        }
        // The dearest first: it leaves the others the least choice.
        let Some(&label) = open.iter().max_by_key(|&&label| cheapest(label)) else { return };
        let mut order: Vec<usize> = (0..prices[label].len()).collect();
        order.sort_by_key(|&candidate| prices[label][candidate]);
        for candidate in order {
            if bound - cheapest(label) + prices[label][candidate] >= self.least {
                break;
            }
            let here = self.board.body_at(label, candidate);
            let mut after = prices.to_vec();
            after[label].clear();
            for &other in open.iter().filter(|&&other| other != label) {
                for (at, price) in after[other].iter_mut().enumerate() {
                    *price += pair(&here, &self.board.body_at(other, at));
                }
            }
            self.descend(&after, spent + prices[label][candidate]);
        }
    }
}
