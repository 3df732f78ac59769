//! What a strategist would ask of what a map is for: [`purposes`].

use std::collections::{BTreeMap, HashSet};

use crate::map::{ComponentId, ComponentKind, Driven, Map};
use crate::problem::Problem;
use crate::syntax::loose;

/// Words of money made and of activity counted: they lag behind what users get, or flatter.
const VANITY: [&str; 12] = [
    "revenue",
    "profit",
    "turnover",
    "sales",
    "sign-ups",
    "signups",
    "page views",
    "pageviews",
    "downloads",
    "clicks",
    "story points",
    "followers",
];
/// Words that everybody could say of themselves.
const PHRASES: [&str; 8] =
    ["best", "leading", "leader", "world-class", "innovative", "innovation", "cutting-edge", "excellence"];

/// Questions about metrics, work, streams and purpose. A map that says nothing of them is asked nothing.
pub(super) fn purposes(map: &Map) -> Vec<Problem> {
    let mut asked: Vec<Problem> = purpose(map).into_iter().collect();
    if !map.strategy.is_empty() {
        asked.extend(metrics(map));
        asked.extend(work(map));
        asked.extend(streams(map));
    }
    asked
}

fn purpose(map: &Map) -> Option<Problem> {
    let Some(purpose) = &map.purpose else {
        return map.strategy.north_stars.first().map(|star| Problem::NoPurpose { span: star.span });
    };
    let word = said(&purpose.text, &PHRASES)?;
    Some(Problem::EmptyPhrase { span: purpose.span, word })
}

/// The first of these that a text says, as whole words.
fn said(text: &str, words: &[&'static str]) -> Option<&'static str> {
    let plain: String =
        text.chars().map(|letter| if letter.is_alphanumeric() || letter == '-' { letter } else { ' ' }).collect();
    let plain = format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase());
    words.iter().copied().find(|word| plain.contains(&format!(" {word} ")))
}

fn metrics(map: &Map) -> Vec<Problem> {
    let strategy = &map.strategy;
    let mut asked = Vec::new();
    if let [first, more @ ..] = strategy.north_stars.as_slice() {
        asked.extend(more.iter().map(|star| Problem::SecondNorthStar { span: star.span, first: first.span }));
        let count = strategy.inputs.len();
        if !(3..=5).contains(&count) {
            asked.push(Problem::InputCount { span: first.span, count });
        }
    }
    for star in &strategy.north_stars {
        if let Some(word) = said(&star.name, &VANITY) {
            asked.push(Problem::VanityMetric { span: star.span, name: star.name.clone(), word });
        }
    }
    let nowhere = strategy.north_stars.iter().chain(&strategy.inputs).filter(|metric| metric.at.is_none());
    asked.extend(nowhere.map(|metric| Problem::UnmeasuredMetric { span: metric.span, name: metric.name.clone() }));
    asked
}

fn work(map: &Map) -> Vec<Problem> {
    let strategy = &map.strategy;
    if strategy.work.is_empty() {
        return Vec::new();
    }
    let idle = strategy.work.iter().filter(|work| work.drives.is_empty());
    let mut asked: Vec<Problem> =
        idle.map(|work| Problem::IdleWork { span: work.span, name: work.name.clone() }).collect();
    let driven: HashSet<Driven> = strategy.work.iter().flat_map(|work| work.drives.iter().copied()).collect();
    let rest = strategy.inputs.iter().enumerate().filter(|(at, _)| !driven.contains(&Driven::Input(*at)));
    asked.extend(rest.map(|(_, input)| Problem::UndrivenInput { span: input.span, name: input.name.clone() }));
    if let Some(score) = strategy.score().filter(|score| *score < 0.5) {
        asked.push(Problem::LowScore { span: strategy.work[0].span, percent: (score * 100.0).round() as u8 });
    }
    asked
}

fn streams(map: &Map) -> Vec<Problem> {
    let links: HashSet<(ComponentId, ComponentId)> =
        map.links.iter().map(|link| (link.from.component, link.to.component)).collect();
    let mut metrics: BTreeMap<String, &str> = BTreeMap::new();
    let mut asked = Vec::new();
    for stream in &map.strategy.streams {
        let (span, name) = (stream.span, stream.name.clone());
        let other = stream.metric.as_ref().and_then(|metric| metrics.insert(loose(metric), &stream.name));
        if stream.metric.is_none() || other.is_some() {
            asked.push(Problem::StreamMetric { span, name: name.clone(), other: other.map(str::to_owned) });
        }
        match stream.path.first() {
            None => asked.push(Problem::UnmeasuredMetric { span, name: name.clone() }),
            Some(&first) if map.component(first).kind != ComponentKind::Anchor => {
                asked.push(Problem::StreamStart { span, name: name.clone() });
            }
            Some(_) => {}
        }
        let against = stream
            .path
            .windows(2)
            .find(|ends| links.contains(&(ends[1], ends[0])) && !links.contains(&(ends[0], ends[1])));
        if let Some(ends) = against {
            let called = |id: ComponentId| map.component(id).name.replace('\n', " ");
            asked.push(Problem::StreamAgainst { span, name, from: called(ends[0]), to: called(ends[1]) });
        }
    }
    asked
}
