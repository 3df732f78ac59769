//! Did you mean? The known name that resembles an unknown one.

use crate::problem::near::{distance, tolerance};
use crate::syntax::loose;

/// How many known names one map may look at in all while it searches for similar ones, so that thousands of unknown names
/// stay cheap: enough for every unknown name of a map that people can read.
const GLANCES: usize = 4_000_000;
/// The same for those whose length and letters come into question, which are compared letter by letter.
const COMPARISONS: usize = 20_000;
/// A name with what shows at a glance that another one is far from it.
struct Shape {
    key: String,
    length: usize,
    /// One bit for each of 64 groups of characters that occur.
    letters: u64,
}

impl Shape {
    fn new(name: &str) -> Self {
        let key = loose(name);
        let letters = key.chars().fold(0, |bits, character| bits | 1 << (u32::from(character) % 64));
        Self { length: key.chars().count(), letters, key }
    }

    /// The distance to the other, if it is small enough for a slip of the pen. The cheap part of the question.
    fn limit(&self, other: &Self) -> Option<usize> {
        let limit = tolerance(if self.length < other.length { &self.key } else { &other.key });
        let far = limit == 0
            || self.length.abs_diff(other.length) > limit
            || (self.letters ^ other.letters).count_ones() as usize > 2 * limit;
        (!far).then_some(limit)
    }
}

/// Known names, to find similar ones among.
pub(super) struct Suggestions {
    shapes: Vec<Shape>,
    glances: usize,
    comparisons: usize,
}

impl Suggestions {
    pub(super) fn among<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        Self { shapes: names.map(Shape::new).collect(), glances: GLANCES, comparisons: COMPARISONS }
    }

    /// The place in the list of the name that resembles this one most; of several the first.
    pub(super) fn nearest(&mut self, name: &str) -> Option<usize> {
        self.glances = self.glances.checked_sub(self.shapes.len())?;
        let shape = Shape::new(name);
        let mut best: Option<(usize, usize)> = None;
        for (index, other) in self.shapes.iter().enumerate() {
            let Some(limit) = shape.limit(other) else { continue };
            self.comparisons = self.comparisons.checked_sub(1)?;
            let Some(distance) = distance(&shape.key, &other.key, limit) else { continue };
            if best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, index));
            }
        }
        best.map(|(_, index)| index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_found_and_the_nearest_wins() {
        let known = ["Hot Water", "Kettles", "Kettle", "Power"];
        let found = |word| Suggestions::among(known.into_iter()).nearest(word).map(|index| known[index]);
        assert_eq!(found("Ketle"), Some("Kettle"));
        assert_eq!(found("hot  wtaer"), Some("Hot Water"));
        assert_eq!(found("Tea"), None);
        assert_eq!(found(""), None);
    }

    #[test]
    fn the_search_gives_up_when_there_is_too_much_to_compare() {
        let names: Vec<String> = (0..3_000).map(|number| format!("component {number}")).collect();
        let mut suggestions = Suggestions::among(names.iter().map(String::as_str));
        let found = (0..3_000).filter(|number| suggestions.nearest(&format!("componemt {number}")).is_some()).count();
        assert!((1..3_000).contains(&found), "{found}");
    }
}
