//! [`Sketch`]: the map as far as it is placed, in pixels.

use super::chain::Chain;
use super::clashes::Arrow;
use super::size::Size;
use super::{Plot, evolution, visibility};
use crate::map::{End, Map, Pipeline};

/// How far below its pipeline's parent a child is drawn, in pixels.
const CHILD: f64 = 13.0;
/// How much of a name is thought to lie left and right of its symbol.
const BESIDE: (f64, f64) = (0.25, 0.55);
/// A pipeline's box reaches this far beyond the outermost child, in pixels.
const BOX_END: f64 = 15.0;
/// It is at least this high, in pixels,
const BOX_HEIGHT: f64 = 24.0;
/// and its children have at least this radius.
const SMALLEST: f64 = 5.0;
/// A little air on both sides of a symbol, in pixels.
const AIR: f64 = 3.0;

/// Where symbols are: those of components first, then those of what they move to.
pub(super) struct Sketch<'a> {
    pub(super) chain: &'a Chain,
    pub(super) plot: Plot,
    pub(super) symbols: Vec<Symbol>,
    /// From the top, by unit.
    pub(super) heights: Vec<f64>,
    /// Links as symbols; each pair once, none with itself.
    pub(super) links: Vec<(u32, u32)>,
    /// The movements.
    pub(super) arrows: Vec<Arrow>,
    /// The boxes of pipelines.
    pub(super) boxes: Vec<PipelineBox>,
}

/// The box of a pipeline, which hangs below its unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct PipelineBox {
    pub(super) unit: u32,
    /// From where to where it goes.
    pub(super) ends: (f64, f64),
    /// How far it reaches below its unit.
    pub(super) height: f64,
}

/// A symbol.
#[derive(Clone, Copy, Debug)]
pub(super) struct Symbol {
    pub(super) unit: u32,
    /// From the left.
    pub(super) x: f64,
    /// It may not be left of this, nor right of that.
    pub(super) walls: (f64, f64),
    /// How far below its unit it is drawn.
    pub(super) below: f64,
    pub(super) size: Size,
}

impl Symbol {
    /// From where to where it and its name go if it stands at `x`.
    pub(super) fn reach(&self, x: f64) -> (f64, f64) {
        let Size { radius, name } = self.size;
        (x - radius - AIR - BESIDE.0 * name, x + radius + AIR + BESIDE.1 * name)
    }
}

impl<'a> Sketch<'a> {
    /// Everything at its height and its evolution, which are shares of the plot.
    pub(super) fn new(map: &Map, chain: &'a Chain, plot: Plot, depths: &[f64]) -> Self {
        let heights: Vec<f64> = depths.iter().map(|depth| depth * plot.height).collect();
        let sizes: Vec<Size> =
            map.components.iter().map(|component| Size::of(&component.name, component.properties)).collect();
        let by_component: Vec<f64> = chain.unit_of.iter().map(|&unit| heights[unit as usize]).collect();
        let known = evolution::known(map);
        let evolutions = evolution::evolutions(map, &known, &by_component, &sizes, plot);
        let components = (0..sizes.len()).map(|at| Symbol {
            unit: chain.unit_of[at],
            x: evolutions[at] * plot.width,
            walls: evolution::walls(known[at], plot),
            below: if chain.head(at) == at { 0.0 } else { CHILD },
            size: sizes[at],
        });
        let mut symbols: Vec<Symbol> = components.collect();
        let mut arrows = Vec::new();
        for movement in &map.movements {
            let of = symbols[movement.component.0 as usize];
            let x = evolution::moved(movement.to, of.x / plot.width) * plot.width;
            let walls = if movement.to.given().is_some() { (x, x) } else { evolution::walls(movement.to, plot) };
            let name = movement.name.as_ref().unwrap_or(&map.component(movement.component).name);
            let size = Size::of(name, movement.properties);
            let (from, to) = (movement.component.0, symbols.len() as u32);
            arrows.push(Arrow { from, to, rightward: of.x <= x });
            symbols.push(Symbol { x, walls, size, ..of });
        }
        let symbol = |end: End| match end.moved {
            Some(movement) => (map.components.len() + movement.0 as usize) as u32,
            None => end.component.0,
        };
        let mut links: Vec<(u32, u32)> =
            map.links.iter().map(|link| (symbol(link.from), symbol(link.to))).filter(|(a, b)| a != b).collect();
        links.sort_unstable();
        links.dedup();
        let boxes = map.pipelines.iter().filter_map(|pipeline| pipeline_box(pipeline, &symbols, plot)).collect();
        Self { chain, plot, symbols, heights, links, arrows, boxes }
    }

    /// Moves units apart so that nothing lies on anything else, as little as possible.
    pub(super) fn move_apart(&mut self) {
        let mut reach = vec![(f64::INFINITY, f64::NEG_INFINITY); self.heights.len()];
        let symbols = self.symbols.iter().map(|symbol| (symbol.unit, symbol.reach(symbol.x)));
        for (unit, (left, right)) in symbols.chain(self.boxes.iter().map(|one| (one.unit, one.ends))) {
            let (low, high) = &mut reach[unit as usize];
            (*low, *high) = (low.min(left), high.max(right));
        }
        let mut radii = vec![0.0; self.heights.len()];
        for symbol in &self.symbols {
            radii[symbol.unit as usize] = symbol.size.radius.max(radii[symbol.unit as usize]);
        }
        self.heights = visibility::apart(self.chain, &self.heights, &reach, &radii, self.plot);
        self.line_up_users();
    }

    /// Users whose height is open stand on one line.
    fn line_up_users(&mut self) {
        let users =
            || (0..).zip(&self.chain.units).filter(|(_, unit)| unit.is_free_user()).map(|(at, _): (usize, _)| at);
        let line = users().map(|at| self.heights[at]).fold(f64::INFINITY, f64::min);
        for at in users().collect::<Vec<_>>() {
            self.heights[at] = line;
        }
    }
}

/// The box of a pipeline, if it has one: around its range and its children.
fn pipeline_box(pipeline: &Pipeline, symbols: &[Symbol], plot: Plot) -> Option<PipelineBox> {
    let children = pipeline.children.iter().map(|child| symbols[child.0 as usize].x);
    let range = pipeline.range.into_iter().flat_map(|(from, to)| [from.get() * plot.width, to.get() * plot.width]);
    let ends = children.clone().chain(range).map(|x| (x, x)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    let unit = symbols[pipeline.parent.0 as usize].unit;
    let largest = pipeline.children.iter().map(|child| symbols[child.0 as usize].size.radius).fold(SMALLEST, f64::max);
    let mut sorted: Vec<f64> = children.collect();
    sorted.sort_by(f64::total_cmp);
    let in_two_rows = sorted.windows(2).any(|pair| pair[1] - pair[0] < 2.0 * (largest + AIR));
    let row = 2.0 * (largest + AIR);
    let height = if in_two_rows { 2.0 * row } else { row }.max(BOX_HEIGHT);
    Some(PipelineBox { unit, ends: (ends.0 - BOX_END, ends.1 + BOX_END), height })
}
