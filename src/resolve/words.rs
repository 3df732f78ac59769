//! The words of a map's axes: [`Words`].

use std::collections::HashMap;

use crate::map::{Coordinate, Dialect, Evolution, EvolutionAxis, Visibility};
use crate::problem::{Axis, Problem, near};
use crate::source::Span;
use crate::vocabulary::{Level, Stage, Third};

/// How many words a message lists at most.
const LISTED: usize = 8;

/// Where on an axis something lies, from the lower end to the upper.
type Band = (f64, f64);

/// What the words of a position mean on this map.
#[derive(Default)]
pub(crate) struct Words {
    stages: HashMap<String, Band>,
    levels: HashMap<String, Band>,
    /// The words as people write them, for messages.
    stage_names: Vec<String>,
    level_names: Vec<String>,
    level_used: bool,
}

impl Words {
    /// The words of a map with these stages and levels (from the top). Its own names go before the ones everyone knows; where
    /// it has four stages, those are its own four by another name.
    pub(crate) fn new(axis: &EvolutionAxis, levels: &[String], dialect: Dialect) -> Self {
        let mut words = Self::default();
        words.add_own_stages(axis);
        words.add_own_levels(levels);
        let shown = EvolutionAxis::of(dialect);
        let usual = if axis.stages.len() == shown.stages.len() { axis } else { &shown };
        for &(name, stage) in Stage::SPELLINGS {
            words.stages.entry(key(name)).or_insert(usual.bounds(stage as usize));
        }
        // As they stand below the axis: `product (+rental)`.
        for (index, stage) in shown.stages.iter().enumerate() {
            words.stages.entry(key(&stage.name)).or_insert(usual.bounds(index));
        }
        for &level in Level::ALL {
            words.levels.entry(key(level.word())).or_insert(band(level as usize, Level::ALL.len()));
        }
        if words.stage_names.is_empty() {
            words.stage_names = Stage::ALL.iter().map(|stage| stage.word().to_owned()).collect();
        }
        if words.level_names.is_empty() {
            words.level_names = Level::ALL.iter().map(|level| level.word().to_owned()).collect();
        }
        words
    }

    /// The words for stages that a message lists.
    pub(crate) fn stage_names(&self) -> &[String] {
        &self.stage_names
    }

    /// The words for levels that a message lists.
    pub(crate) fn level_names(&self) -> &[String] {
        &self.level_names
    }

    fn add_own_stages(&mut self, axis: &EvolutionAxis) {
        if *axis.stages == *EvolutionAxis::of(Dialect::Owm).stages
            || *axis.stages == *EvolutionAxis::of(Dialect::Mermaid).stages
        {
            return;
        }
        for (index, stage) in axis.stages.iter().enumerate() {
            self.add_stage(&stage.name, axis.bounds(index));
        }
        for (index, stage) in axis.stages.iter().enumerate() {
            for half in stage.name.split('/').filter(|_| stage.name.contains('/')) {
                self.add_stage(half.trim(), axis.bounds(index));
            }
        }
    }

    fn add_stage(&mut self, name: &str, bounds: Band) {
        let key = key(name);
        if key.is_empty() || self.stages.contains_key(&key) {
            return;
        }
        self.stages.insert(key, bounds);
        self.stage_names.push(name.to_owned());
    }

    fn add_own_levels(&mut self, levels: &[String]) {
        for (index, name) in levels.iter().enumerate() {
            let key = key(name);
            if !key.is_empty() && !self.levels.contains_key(&key) {
                self.levels.insert(key, band(index, levels.len()));
                self.level_names.push(name.clone());
            }
        }
    }

    /// The evolution that words name: `custom`, `late custom`, or a place within the stage as in `custom 0.5`.
    pub(crate) fn stage(&self, words: &str) -> Option<Coordinate<Evolution>> {
        if let Some(&(low, high)) = self.stages.get(&key(words)) {
            return Some(Coordinate::Within(Evolution::new(low), Evolution::new(high)));
        }
        if let Some((first, rest)) = words.split_once(char::is_whitespace)
            && let Some(third) = Third::from_word(first)
            && let Some(&(low, high)) = self.stages.get(&key(rest))
        {
            let at = |thirds: u8| Evolution::new(low + (high - low) * f64::from(thirds) / 3.0);
            return Some(Coordinate::Within(at(third as u8), at(third as u8 + 1)));
        }
        let (stage, place) = words.rsplit_once(char::is_whitespace)?;
        let place: f64 = place.parse().ok().filter(|place| (0.0..=1.0).contains(place))?;
        let &(low, high) = self.stages.get(&key(stage))?;
        Some(Coordinate::Given(Evolution::new(low + (high - low) * place)))
    }

    /// The visibility that words name.
    pub(crate) fn level(&self, words: &str) -> Option<Coordinate<Visibility>> {
        let &(low, high) = self.levels.get(&key(words))?;
        Some(Coordinate::Within(Visibility::new(low), Visibility::new(high)))
    }

    /// Whether the words name something on this axis.
    pub(super) fn knows(&self, words: &str, axis: Axis) -> bool {
        match axis {
            Axis::Visibility => self.level(words).is_some(),
            Axis::Evolution => self.stage(words).is_some(),
        }
    }

    /// Remembers that a position was given by a level.
    pub(super) fn use_level(&mut self) {
        self.level_used = true;
    }

    /// Whether a position was given by a level.
    pub(super) fn level_used(&self) -> bool {
        self.level_used
    }

    /// The problem with words that name nothing on either axis.
    pub(super) fn unknown(&self, words: &str, span: Span) -> Problem {
        let stages: Vec<String> = self.stage_names.iter().take(LISTED).cloned().collect();
        let levels: Vec<String> = self.level_names.iter().take(LISTED).cloned().collect();
        let near = near::nearest(words, stages.iter().chain(&levels).map(String::as_str)).map(str::to_owned);
        Problem::UnknownWord { span, word: words.to_owned(), stages, levels, near }
    }
}

/// Words are compared by their letters and digits alone: `Custom-Built` is `custom built`.
fn key(words: &str) -> String {
    words.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The `index`th of `count` equal bands, counted from the top.
fn band(index: usize, count: usize) -> Band {
    let height = 1.0 / count as f64;
    (1.0 - (index + 1) as f64 * height, 1.0 - index as f64 * height)
}
