//! MAP × PLACES → TEXT: writes into a text the positions that the layout chose: `wardley fmt --pin`.

use std::collections::BTreeMap;

use crate::layout::place::{Places, Spot};
use crate::map::{Component, Map};
use crate::problem::Fix;
use crate::source::Source;
use crate::syntax::ast::{Bracket, ComponentStatement, File, Part, Statement, Value};

/// The text of `file` with a number wherever a component's position is a word or is left open; the `places` are those of `map`,
/// to which the text belongs. Everything else stays as it is.
///
/// The numbers have three decimals: what is pinned moves by less than a pixel.
pub fn pinned(source: &Source, file: &File, map: &Map, places: &Places) -> String {
    let text = source.text();
    let mut pinned = String::with_capacity(text.len() + 16 * map.components.len());
    let mut done = 0;
    for pin in pins(source, file, map, places) {
        pinned.push_str(&text[done..pin.span.range().start]);
        pinned.push_str(&pin.replacement);
        done = pin.span.range().end;
    }
    pinned.push_str(&text[done..]);
    pinned
}

/// The changes that [`pinned`] makes, in the order of the text.
pub fn pins(source: &Source, file: &File, map: &Map, places: &Places) -> Vec<Fix> {
    let by_span: BTreeMap<_, _> = map
        .components
        .iter()
        .zip(&places.components)
        .flat_map(|(component, spot)| {
            let lines = [component.span].into_iter().chain(component.again.iter().map(|again| **again));
            lines.map(move |line| (line, (component, spot)))
        })
        .collect();
    let statements = file.lines.iter().filter_map(|line| match &line.statement {
        Some(Statement::Component(statement)) => Some(statement),
        _ => None,
    });
    statements
        .filter_map(|statement| {
            let (component, spot) = by_span.get(&statement.name.span)?;
            pin(source, statement, component, spot)
        })
        .collect()
}

/// The change to one line, if its position is not all numbers.
fn pin(source: &Source, statement: &ComponentStatement, component: &Component, spot: &Spot) -> Option<Fix> {
    let child = component.pipeline.is_some();
    let open = component.position.evolution.given().is_none();
    if !open && (child || component.position.visibility.given().is_some()) {
        return None;
    }
    let bracket = statement.position.as_ref();
    let evolution = number(source, bracket, spot.evolution.get());
    let position = if child {
        format!("[{evolution}]")
    } else {
        format!("[{}, {evolution}]", number(source, bracket, spot.visibility.get()))
    };
    Some(match bracket {
        Some(bracket) => Fix { span: *bracket.span, replacement: position },
        None => Fix { span: *statement.name.span.after(), replacement: format!(" {position}") },
    })
}

/// `value` as it is written in the bracket, or else with two or three decimals.
fn number(source: &Source, bracket: Option<&Bracket>, value: f64) -> String {
    let same = |part: &&Part| matches!(part.value, Value::Number(written) if written.to_bits() == value.to_bits());
    if let Some(written) = bracket.and_then(|bracket| bracket.parts.iter().find(same)) {
        return source.slice(*written.span).to_owned();
    }
    let long = format!("{value:.3}");
    long.strip_suffix('0').unwrap_or(&long).to_owned()
}
