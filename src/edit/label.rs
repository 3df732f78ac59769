//! [`move_label`], [`place_label`]: where a label stands.

use super::find::{self, Mover};
use super::{Edit, Id, Refused, number};
use crate::Reading;
use crate::source::Span;
use crate::syntax::ast::{Bracket, Modifier, Value};

/// The first line of a label begins `offset` pixels right of and below the middle of its symbol. `pin` says that it stands there
/// whatever is in its way; a pin that is there stays.
///
/// # Errors
///
/// When `id` names nothing that has a label.
pub fn move_label(reading: &Reading, id: Id, offset: (f64, f64), pin: bool) -> Result<Vec<Edit>, Refused> {
    let (modifiers, behind) = site(reading, id, "move the label of")?;
    let written = |at: usize, bracket: &Bracket| {
        let part = bracket.parts.get(at).filter(|part| matches!(part.value, Value::Number(_)));
        part.map_or("", |part| reading.sources.slice(*part.span))
    };
    let label = modifiers.iter().find_map(|modifier| match modifier {
        Modifier::Label { offset, pin, span } => Some((offset.as_ref(), *pin, *span)),
        _ => None,
    });
    let pinned = if pin { " pin" } else { "" };
    let (x, y) = offset;
    Ok(match label {
        Some((Some(bracket), has_pin, span)) => {
            let (x, y) = (number::pixels(x, written(0, bracket)), number::pixels(y, written(1, bracket)));
            let mut edits = match bracket.parts.as_slice() {
                [first, second] => [(first, x), (second, y)]
                    .into_iter()
                    .filter(|(part, text)| reading.sources.slice(*part.span) != text)
                    .map(|(part, text)| Edit::new(*part.span, text))
                    .collect(),
                _ => vec![Edit::new(*bracket.span, format!("[{x}, {y}]"))],
            };
            if pin && !has_pin {
                edits.push(Edit::new(*span.after(), pinned));
            }
            edits
        }
        Some((None, _, span)) => {
            vec![Edit::new(*span, format!("label [{}, {}]{pinned}", number::pixels(x, ""), number::pixels(y, "")))]
        }
        None => {
            let text = format!(" label [{}, {}]{pinned}", number::pixels(x, ""), number::pixels(y, ""));
            vec![Edit::new(behind.after(), text)]
        }
    })
}

/// The label is left to the layout.
///
/// # Errors
///
/// When `id` names nothing that has a label.
pub fn place_label(reading: &Reading, id: Id) -> Result<Vec<Edit>, Refused> {
    let modifiers: Vec<&Modifier> = match id {
        Id::Component(id) => find::all_of(reading, id)?.1.into_iter().flat_map(|said| &said.modifiers).collect(),
        _ => site(reading, id, "place the label of")?.0.iter().collect(),
    };
    let spans = modifiers.into_iter().filter_map(|modifier| match modifier {
        Modifier::Label { span, .. } => Some(*span),
        _ => None,
    });
    let edits = spans.map(|span| {
        let before = &reading.sources.get(span.source).text()[..span.start as usize];
        let blanks = before.len() - before.trim_end_matches([' ', '\t']).len();
        Edit::new(Span { start: span.start - blanks as u32, ..*span }, "")
    });
    Ok(edits.collect())
}

fn is_label(modifier: &Modifier) -> bool {
    matches!(modifier, Modifier::Label { .. })
}

/// The modifiers of what has a label, and what a first one would stand behind.
fn site<'a>(reading: &'a Reading, id: Id, edit: &'static str) -> Result<(&'a [Modifier], Span), Refused> {
    match id {
        Id::Component(id) => {
            // Of several lines that write the component, the first that has a label.
            let (_, lines) = find::all_of(reading, id)?;
            let labeled = lines.iter().find(|said| said.modifiers.iter().any(is_label));
            let said = labeled.unwrap_or(&lines[0]);
            let name = said.keyword.to(said.name.span);
            Ok((&said.modifiers, said.position.as_ref().map_or(*name, |bracket| *bracket.span)))
        }
        Id::Movement(id) => match find::movement(reading, id)?.1 {
            Mover::Inline(_) => Err(Refused::Inline),
            Mover::Evolve(said) => {
                let name = *said.rename.as_ref().unwrap_or(&said.name).span;
                let target = said.target.as_ref().map_or(name, |target| {
                    // Words of a target stand in brackets of their own.
                    let behind = &reading.sources.get(name.source).text()[target.span.end as usize..];
                    let bracket = behind.trim_start_matches([' ', '\t']).strip_prefix(']');
                    let end = bracket.map_or(0, |rest| behind.len() - rest.len());
                    Span { end: target.span.end + end as u32, ..*target.span }
                });
                Ok((&said.modifiers, target))
            }
        },
        _ => Err(Refused::Meaningless(edit, find::kind(id))),
    }
}
