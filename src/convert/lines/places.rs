//! Where things stand, in words where that is what was meant.

use super::Writer;
use crate::convert::tree::{bracket, evolution, part, visibility};
use crate::layout::place::Spot;
use crate::map::{Coordinate, Dialect, Evolution, EvolutionAxis, Map, Position, Visibility};
use crate::source::Span;
use crate::syntax::ast::{Bracket, Part, Value};
use crate::vocabulary::{Level, Stage, Third};

/// Words for what lies between two ends of an axis.
type Bands = Vec<(f64, f64, String)>;

/// The words of a map's axes. Where two mean the same, the first is the one to write.
pub(super) struct Words {
    stages: Bands,
    levels: Bands,
}

impl Words {
    pub(super) fn of(map: &Map) -> Self {
        let axis = &map.evolution;
        let mut stages = Bands::new();
        let own = axis.stages != EvolutionAxis::of(Dialect::Owm).stages
            && axis.stages != EvolutionAxis::of(Dialect::Mermaid).stages;
        if own {
            for (index, stage) in axis.stages.iter().enumerate() {
                add(&mut stages, axis.bounds(index), &stage.name);
            }
        }
        if axis.stages.len() == Stage::ALL.len() {
            for &stage in Stage::ALL {
                add(&mut stages, axis.bounds(stage as usize), stage.word());
            }
        }
        let thirds: Bands = Third::ALL
            .iter()
            .flat_map(|&third| {
                stages.iter().map(move |(low, high, name)| {
                    let at = |thirds: usize| low + (high - low) * thirds as f64 / 3.0;
                    (at(third as usize), at(third as usize + 1), format!("{} {name}", third.word()))
                })
            })
            .collect();
        stages.extend(thirds);
        let mut levels = Bands::new();
        let own = map.value_chain.levels.iter().map(String::as_str);
        for names in [own.collect::<Vec<_>>(), Level::ALL.iter().map(|level| level.word()).collect()] {
            let height = 1.0 / names.len() as f64;
            for (index, name) in names.into_iter().enumerate() {
                add(&mut levels, (1.0 - (index + 1) as f64 * height, 1.0 - index as f64 * height), name);
            }
        }
        Self { stages, levels }
    }
}

/// Adds a word that can stand in brackets, unless an earlier one reads the same.
fn add(bands: &mut Bands, (low, high): (f64, f64), name: &str) {
    let key = |name: &str| {
        name.chars().filter(|next| next.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let can_stand = name.starts_with(char::is_alphabetic)
        && !name.contains(['[', ']', ',', ';', '/', '"', '\n'])
        && name.split(' ').all(|word| !word.is_empty());
    if can_stand && !bands.iter().any(|(_, _, known)| key(known) == key(name)) {
        bands.push((low, high, name.to_owned()));
    }
}

/// The word that stands for a coordinate, where it was given as one.
fn word<T>(bands: &Bands, given: Coordinate<T>, number: fn(T) -> f64) -> Option<Part> {
    let Coordinate::Within(low, high) = given else { return None };
    let (low, high) = (number(low), number(high));
    let same = |one: f64, other: f64| (one - other).abs() < 1e-9;
    let found = bands.iter().find(|(from, to, _)| same(*from, low) && same(*to, high));
    found.map(|(_, _, name)| part(Value::Words(name.clone())))
}

/// What the layout decides.
fn open() -> Part {
    part(Value::Open)
}

impl Writer<'_> {
    /// `[v, e]`; nothing where nothing is known.
    pub(super) fn place(&mut self, position: Position, spot: &Spot, span: Span, name: &str) -> Option<Bracket> {
        let [down, across] = self.parts(position, spot, span, name);
        let known = down.is_some() || across.is_some();
        known.then(|| bracket([down, across].map(|part| part.unwrap_or_else(open))))
    }

    /// Visibility and evolution, as far as they are known.
    fn parts(&mut self, position: Position, spot: &Spot, span: Span, name: &str) -> [Option<Part>; 2] {
        let level = word(&self.words.levels, position.visibility, Visibility::get);
        let number = visibility(position.visibility, spot.visibility);
        [
            self.coordinate(position.visibility, level, number, span, name),
            self.evolution(position.evolution, spot.evolution, span, name),
        ]
    }

    /// `v, e`, also where nothing is known.
    pub(super) fn corner(&mut self, position: Position, spot: &Spot, span: Span, name: &str) -> [Part; 2] {
        self.parts(position, spot, span, name).map(|part| part.unwrap_or_else(open))
    }

    pub(super) fn evolution(
        &mut self,
        given: Coordinate<Evolution>,
        computed: Evolution,
        span: Span,
        name: &str,
    ) -> Option<Part> {
        let word = word(&self.words.stages, given, Evolution::get);
        self.coordinate(given, word, evolution(given, computed), span, name)
    }

    /// A coordinate as its author gave it: a word, a number, or nothing. OWM wants a number.
    fn coordinate<T: Copy>(
        &mut self,
        given: Coordinate<T>,
        word: Option<Part>,
        number: Part,
        span: Span,
        name: &str,
    ) -> Option<Part> {
        if !self.owm() && (given.is_unknown() || word.is_some()) {
            return word;
        }
        self.report_number(given.given().is_some(), span, name);
        Some(number)
    }

    fn report_number(&mut self, given: bool, span: Span, name: &str) {
        let reported =
            self.out.losses.last().is_some_and(|last| last.span == span && last.reason.contains("left open"));
        if !given && !reported {
            self.lose(span, name, "its place was left open; the one that was computed is written");
        }
    }
}
