//! A map in words, on one page, for people who were not in the room: [`brief`].

mod chain;
mod html;
pub(crate) mod markdown;
mod strategy;
mod words;

pub use words::{Line, Piece};

use crate::layout::place::Places;
use crate::map::{Map, Title};
use crate::problem::Problem;

/// A map in words. What it says nothing of is left out.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Brief {
    /// What the map is called.
    pub title: Option<String>,
    /// Why there is a map.
    pub purpose: Option<String>,
    /// What is in and what is out.
    pub scope: Option<String>,
    /// What it says, in the order of telling; none of them empty.
    pub sections: Vec<Section>,
}

/// One part of a brief.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Section {
    /// What it is about.
    pub heading: &'static str,
    /// What it says; one line for each thing.
    pub lines: Vec<Line>,
}

/// Says what a map says. `places` is where everything stands, `problems` what was found about the map; the notes among them
/// become open questions.
pub fn brief(map: &Map, places: &Places, problems: &[Problem]) -> Brief {
    let sections = [
        ("Who the users are, and what they need", chain::needs(map)),
        ("What sets us apart", chain::apart(map, places)),
        ("What should be bought rather than built", chain::to_buy(map, places)),
        ("What moves, and what holds it back", chain::moves(map, places)),
        ("The North Star, and what drives it", strategy::metrics(map)),
        ("What is being done, and what for", strategy::work(map)),
        ("Streams of value", strategy::streams(map)),
        ("Open questions", words::questions(problems)),
    ];
    let text = |title: &Option<Title>| title.as_ref().map(|title| title.text.clone());
    Brief {
        title: text(&map.title),
        purpose: text(&map.purpose),
        scope: text(&map.scope),
        sections: sections
            .into_iter()
            .filter(|(_, lines)| !lines.is_empty())
            .map(|(heading, lines)| Section { heading, lines })
            .collect(),
    }
}
