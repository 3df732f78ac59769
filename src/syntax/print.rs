//! TREE → TEXT: [`print`] writes a statement as its one line. It is the only place that writes the language, for its dialects too.

use super::ast::{
    AnnotationStatement, Arrow, AttitudeStatement, AxisStatement, Bracket, EvolveStatement, LinkStatement, Modifier,
    Part, PipelineStatement, StageName, Statement, Text, Value,
};
use super::quote::quoted;
use crate::vocabulary::{Dialect, HIDE, Keyword, ModifierWord, OPEN, SaidWord};

/// How numbers are written.
type Numbers = fn(f64) -> String;

/// The statement's one line, without a line's end. Coordinates have two decimals or more; names stand in quotes where
/// [`Text::quoted`] says so. Mermaid wants a comma behind an annotation's number.
///
/// `None` where a part of the statement was not understood.
pub fn print(statement: &Statement, dialect: Dialect) -> Option<String> {
    let behind = match statement {
        Statement::Words(keyword @ (Keyword::AccTitle | Keyword::AccDescr), words) => {
            return Some(joined([format!("{}:", keyword.word()), words.text.clone()]));
        }
        Statement::Words(_, words) => words.text.clone(),
        Statement::Size(size) => bracket(size, number)?,
        Statement::Annotations(place) => bracket(place, coordinate)?,
        Statement::ValueChain(said) | Statement::YAxis(said) | Statement::Evolution(said) | Statement::XAxis(said) => {
            axis(said)?
        }
        Statement::Component(said) => with(&said.name, said.position.as_ref(), &said.modifiers)?,
        Statement::Url { id, address } => {
            let address = address.as_ref().map(|address| format!("[{}]", address.text));
            joined([text(id)].into_iter().chain(address))
        }
        Statement::Evolve(said) => evolve(said)?,
        Statement::Pipeline(said) => pipeline(said)?,
        Statement::Note(said) => with(&said.text, said.position.as_ref(), &said.modifiers)?,
        Statement::Annotation(said) => annotation(said, dialect)?,
        Statement::Attitude(said) => attitude(said)?,
        Statement::Force(said) => with(&said.name, said.position.as_ref(), &said.modifiers)?,
        Statement::Property(said) => text(&said.name),
        Statement::Metric(said) => {
            joined([text(&said.name), listed(&said.at), said.definition.as_ref().map_or_else(String::new, quote)])
        }
        Statement::Work(said) => {
            let effort = match &said.effort {
                Some(effort) => joined([SaidWord::Effort.word().to_owned(), part(effort, number)?]),
                None => String::new(),
            };
            joined([text(&said.name), listed(&said.drives), effort])
        }
        Statement::Stream(said) => {
            let behind = |word: SaidWord, said: &Option<Text>| {
                said.as_ref().map_or_else(String::new, |said| joined([word.word().to_owned(), quote(said)]))
            };
            let (metric, time) = (behind(SaidWord::Metric, &said.metric), behind(SaidWord::Time, &said.time));
            joined([text(&said.name), listed(&said.path), metric, time])
        }
        Statement::Include(path) => text(path),
        Statement::Link(said) => link(said),
        Statement::Class(said) if said.stray.is_none() => joined([text(&said.name), said.color.text.clone()]),
        Statement::Area(said) if said.stray.is_none() => {
            let class = said.class.iter().map(|class| format!("({})", class.text));
            joined([text(&said.name), listed(&said.members)].into_iter().chain(class))
        }
        Statement::Key(_, place) => place.as_ref().map_or(Some(String::new()), |place| bracket(place, coordinate))?,
        Statement::Open(_) => "{".to_owned(),
        Statement::Close(_) => "}".to_owned(),
        Statement::MermaidHeader(_) => String::new(),
        Statement::Class(_)
        | Statement::Area(_)
        | Statement::FrontMatter(_)
        | Statement::Unknown(_)
        | Statement::Either { .. } => return None,
    };
    let keyword = statement.keyword().unwrap_or_default().to_owned();
    Some(joined([keyword, behind]))
}

/// A number as short as it can be.
pub fn number(value: f64) -> String {
    format!("{value}")
}

/// A coordinate: two decimals, more where it has more, so that it stays the very same number.
pub fn coordinate(value: f64) -> String {
    let short = number(value);
    match short.split_once('.') {
        None => short + ".00",
        Some((_, decimals)) if decimals.len() == 1 => short + "0",
        Some(_) => short,
    }
}

/// A name or another text, in quotes where it is to stand in quotes.
pub fn text(text: &Text) -> String {
    if text.quoted { quoted(&text.text) } else { text.text.clone() }
}

/// A text that always stands in quotes.
fn quote(text: &Text) -> String {
    quoted(&text.text)
}

/// A bracket. `None` where a part of it is no number and no word.
pub fn bracket(bracket: &Bracket, numbers: Numbers) -> Option<String> {
    let parts = bracket.parts.iter().map(|one| part(one, numbers)).collect::<Option<Vec<_>>>()?;
    Some(format!("[{}]", parts.join(", ")))
}

fn part(part: &Part, numbers: Numbers) -> Option<String> {
    Some(match &part.value {
        Value::Number(value) => numbers(*value),
        Value::Words(words) => words.clone(),
        Value::Name(name) => quoted(name),
        Value::Open => OPEN.to_owned(),
        Value::Empty => String::new(),
        Value::Malformed(_) => return None,
    })
}

/// Names between brackets; nothing where there are none.
fn listed(names: &[Text]) -> String {
    if names.is_empty() {
        return String::new();
    }
    format!("[{}]", names.iter().map(text).collect::<Vec<_>>().join(", "))
}

fn axis(axis: &AxisStatement) -> Option<String> {
    let names = axis.names.iter().map(stage).collect::<Option<Vec<_>>>()?.join(" -> ");
    let hide = axis.hide.then(|| HIDE.to_owned());
    Some(joined(hide.into_iter().chain([names])))
}

fn stage(stage: &StageName) -> Option<String> {
    let name = text(&stage.name);
    match &stage.end {
        Some(end) => Some(format!("{name}@{}", part(end, coordinate)?)),
        None => Some(name),
    }
}

/// Name, position, modifiers.
fn with(name: &Text, position: Option<&Bracket>, behind: &[Modifier]) -> Option<String> {
    let mut pieces = vec![text(name)];
    if let Some(position) = position {
        pieces.push(bracket(position, coordinate)?);
    }
    pieces.extend(modifiers(behind)?);
    Some(joined(pieces))
}

fn modifiers(modifiers: &[Modifier]) -> Option<Vec<String>> {
    modifiers.iter().map(modifier).collect()
}

fn modifier(modifier: &Modifier) -> Option<String> {
    let word = |word: ModifierWord| word.word().to_owned();
    Some(match modifier {
        Modifier::Label { offset, pin, .. } => {
            let offset = offset.as_ref().map_or(Some(String::new()), |offset| bracket(offset, number))?;
            let pin = if *pin { word(ModifierWord::Pin) } else { String::new() };
            joined([word(ModifierWord::Label), offset, pin])
        }
        Modifier::LabelText(words) => joined([word(ModifierWord::Label), words.text.clone()]),
        Modifier::Decorators(words, _) => {
            let words = words.iter().map(|(word, _)| word.word()).collect::<Vec<_>>();
            format!("({})", words.join(", "))
        }
        Modifier::Parenthesis(words, _) => {
            format!("({})", words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(", "))
        }
        Modifier::Inertia(_) => word(ModifierWord::Inertia),
        Modifier::Evolve(target, _) => joined([word(ModifierWord::Evolve), part(target, coordinate)?]),
        Modifier::Url(address) => format!("{}({})", ModifierWord::Url.word(), address.text),
        Modifier::Description(words) => text(words),
        Modifier::Stray(_) => return None,
    })
}

fn evolve(evolve: &EvolveStatement) -> Option<String> {
    let mut pieces = vec![text(&evolve.name)];
    if let Some(name) = &evolve.rename {
        pieces.extend(["->".to_owned(), text(name)]);
    }
    if let Some(from) = &evolve.from {
        pieces.extend([part(from, coordinate)?, "->".to_owned()]);
    }
    if let Some(target) = &evolve.target {
        let words = matches!(target.value, Value::Words(_) | Value::Open | Value::Empty);
        let target = part(target, coordinate)?;
        // Words that stand in a place of their own stand in brackets.
        pieces.push(if words { format!("[{target}]") } else { target });
    }
    pieces.extend(modifiers(&evolve.modifiers)?);
    Some(joined(pieces))
}

fn pipeline(pipeline: &PipelineStatement) -> Option<String> {
    let line = with(&pipeline.name, pipeline.range.as_ref(), &pipeline.modifiers)?;
    Some(if pipeline.open.is_some() { line + " {" } else { line })
}

fn annotation(annotation: &AnnotationStatement, dialect: Dialect) -> Option<String> {
    let comma = if dialect == Dialect::Mermaid { "," } else { "" };
    let places = annotation.positions.iter().map(|place| bracket(place, coordinate)).collect::<Option<Vec<_>>>()?;
    let places = if places.len() > 1 { format!("[{}]", places.join(", ")) } else { places.concat() };
    let words = annotation.text.as_ref().map(text).unwrap_or_default();
    Some(joined([format!("{}{comma}", annotation.number.text), places, words]))
}

fn attitude(attitude: &AttitudeStatement) -> Option<String> {
    let mut pieces = Vec::new();
    if let Some(area) = &attitude.area {
        pieces.push(bracket(area, coordinate)?);
    }
    if let Some((width, height)) = &attitude.extent {
        pieces.extend([part(width, number)?, part(height, number)?]);
    }
    pieces.extend(attitude.name.as_ref().map(text));
    Some(joined(pieces))
}

fn link(link: &LinkStatement) -> String {
    let mut pieces = vec![text(&link.ends[0])];
    for (one, end) in link.arrows.iter().zip(&link.ends[1..]) {
        pieces.extend([arrow(one), text(end)]);
    }
    let line = joined(pieces);
    match &link.context {
        Some(context) => format!("{line}; {}", text(context)),
        None => line,
    }
}

/// `+>`, or `+'text'>` with a text.
fn arrow(arrow: &Arrow) -> String {
    let mark = arrow.kind.word();
    match &arrow.text {
        Some(words) => format!("+'{}'{}", words.text, mark.trim_start_matches('+')),
        None => mark.to_owned(),
    }
}

/// The pieces that are not empty, with one space between two.
fn joined(pieces: impl IntoIterator<Item = String>) -> String {
    pieces.into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" ")
}
