//! [`hover`]: what there is to say of what stands at a place.

use super::at::{level_of, line_at, needs, reference_at, stage_of};
use super::keywords;
use crate::Reading;
use crate::layout::place::Places;
use crate::map::{Component, ComponentId, Coordinate, Map};
use crate::problem::Problem;
use crate::source::{SourceId, Span};
use crate::vocabulary::{Decorator, Keyword};

/// So many names are listed; of more, how many they are is said.
const LISTED: usize = 8;

/// What there is to say, in Markdown, and of which piece of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Hover {
    /// Of what it speaks.
    pub span: Span,
    /// What it says, in Markdown.
    pub text: String,
}

/// What there is to say of the name or the keyword at a place. `places` must be those of the reading's map.
pub fn hover(reading: &Reading, places: &Places, problems: &[Problem], source: SourceId, at: usize) -> Option<Hover> {
    if let Some(found) = reference_at(reading, source, at) {
        let text = component(reading, places, problems, found.end.component);
        return Some(Hover { span: found.span, text });
    }
    let line = line_at(reading, source, at)?;
    let written = reading.sources.slice(line.span);
    let start = line.span.start as usize + (written.len() - written.trim_start().len());
    let word = written.trim_start().split(|mark: char| mark.is_whitespace() || mark == '[').next()?;
    let span = Span::new(source, start, start + word.len());
    line.statement.as_ref()?;
    let keyword = Keyword::from_word(word).filter(|_| (start..=start + word.len()).contains(&at))?;
    let (form, about) = keywords::about(keyword)?;
    Some(Hover { span, text: format!("{about}\n\n```wardley\n{}\n```", keywords::bare(form)) })
}

fn component(reading: &Reading, places: &Places, problems: &[Problem], id: ComponentId) -> String {
    let map = &reading.map;
    let component = map.component(id);
    let mut text = format!("**{}** · {}", escaped(&component.name), component.kind.word());
    if let Some(properties) = properties(component) {
        text.extend([format!(", {properties}")]);
    }
    if let Some(description) = &component.description {
        text.extend([format!("\n\n{}", escaped(description))]);
    }
    text.extend([format!("\n\n{}", place(map, places, id))]);
    for movement in map.movements.iter().filter(|movement| movement.component == id) {
        let name = movement.name.as_ref().map(|name| format!(" as *{}*", escaped(name))).unwrap_or_default();
        let to = match movement.to {
            Coordinate::Given(to) => format!("{:.2}, {}", to.get(), stage_of(map, to)),
            Coordinate::Within(from, _) => stage_of(map, from),
            Coordinate::Unknown => "somewhere".to_owned(),
        };
        text.extend([format!("  \nevolves to {to}{name}")]);
    }
    let (needs, needed_by) = needs(map, id);
    for (title, list) in [("needs", needs), ("needed by", needed_by)] {
        if !list.is_empty() {
            text.extend([format!("  \n{title} {}", names(map, &list))]);
        }
    }
    let own = problems.iter().filter(|problem| problem.span() == component.span);
    for problem in own {
        text.extend([format!("\n\n{}: {}", problem.severity().name(), escaped(&problem.message()))]);
    }
    text
}

fn place(map: &Map, places: &Places, id: ComponentId) -> String {
    let position = map.component(id).position;
    let Some(spot) = places.components.get(id.index()) else { return String::new() };
    let chosen = |open: bool| if open { " (the layout's choice)" } else { "" };
    format!(
        "visibility {:.2}, {}{}; evolution {:.2}, {}{}",
        spot.visibility.get(),
        level_of(map, spot.visibility),
        chosen(position.visibility.is_unknown() && map.component(id).pipeline.is_none()),
        spot.evolution.get(),
        stage_of(map, spot.evolution),
        chosen(position.evolution.is_unknown()),
    )
}

fn properties(component: &Component) -> Option<String> {
    let properties = component.properties;
    let mut words: Vec<&str> = properties.method.iter().map(|method| method.word()).collect();
    words.extend(properties.market.then_some(Decorator::Market.word()));
    words.extend(properties.ecosystem.then_some(Decorator::Ecosystem.word()));
    words.extend(properties.inertia.then_some(Decorator::Inertia.word()));
    (!words.is_empty()).then(|| words.join(", "))
}

fn names(map: &Map, list: &[ComponentId]) -> String {
    let shown: Vec<String> = list.iter().take(LISTED).map(|&id| escaped(&map.component(id).name)).collect();
    let more = list.len().saturating_sub(LISTED);
    if more > 0 { format!("{} and {more} more", shown.join(", ")) } else { shown.join(", ") }
}

/// Plain text as Markdown shows it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for mark in text.chars() {
        if matches!(mark, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            escaped.push('\\');
        }
        escaped.push(if mark == '\n' { ' ' } else { mark });
    }
    escaped
}
