//! How an author writes numbers.

use super::find;
use crate::Reading;
use crate::syntax::ast::{Bracket, Statement, Value};

/// Coordinates have at least so many decimals, however few the author wrote: one is a hundred pixels.
const LEAST: usize = 2;
/// More than this is less than a pixel on any screen.
const MOST: usize = 6;

/// `value` as somebody writes it who wrote `before` there: with as many decimals, and with a zero before the point or without.
pub(super) fn coordinate(value: f64, before: &str) -> String {
    let decimals = decimals(before).clamp(LEAST, MOST);
    let number = format!("{value:.decimals$}");
    let bare = before.trim_start().starts_with('.') && number.starts_with("0.");
    if bare { number[1..].to_owned() } else { number }
}

/// A percentage, as Mermaid has it.
pub(super) fn percentage(value: f64, before: &str) -> String {
    let decimals = decimals(before).min(MOST - LEAST);
    format!("{:.decimals$}", value * 100.0)
}

/// Pixels: whole ones, unless the author wrote parts of them.
pub(super) fn pixels(value: f64, before: &str) -> String {
    let decimals = decimals(before).min(2);
    let number = format!("{value:.decimals$}");
    if number.trim_start_matches('-').bytes().all(|byte| matches!(byte, b'0' | b'.')) {
        number.replace('-', "")
    } else {
        number
    }
}

fn decimals(written: &str) -> usize {
    written.trim().split_once('.').map_or(0, |(_, rest)| rest.bytes().take_while(u8::is_ascii_digit).count())
}

/// A number of the map's first position, after which new ones are written. Empty where there is none.
pub(super) fn habit(reading: &Reading) -> &str {
    let positions = find::lines(reading).filter_map(|line| match line.statement.as_ref()? {
        Statement::Component(said) => said.position.as_ref(),
        _ => None,
    });
    let numbers = positions.filter_map(|bracket| written(reading, bracket));
    numbers.max_by_key(|written| decimals(written)).unwrap_or_default()
}

fn written<'a>(reading: &'a Reading, bracket: &Bracket) -> Option<&'a str> {
    let part = bracket.parts.iter().find(|part| matches!(part.value, Value::Number(_)))?;
    Some(reading.sources.slice(*part.span)).filter(|written| decimals(written) <= 3)
}
