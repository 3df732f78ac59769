//! A statement as it is written in the canonical form.

use super::words::{coordinate, number, text};
use crate::source::Source;
use crate::syntax::ast::{
    AnnotationStatement, Arrow, ArrowKind, AttitudeStatement, AxisStatement, Bracket, ComponentStatement,
    EvolveStatement, LinkStatement, Modifier, NoteStatement, Part, PipelineStatement, StageName, Statement, Value,
};

/// How numbers are written.
type Numbers = fn(f64) -> String;

/// Writes statements of one text.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    /// The text they stand in.
    pub(super) source: &'a Source,
    /// Whether Mermaid is to read it too: it wants a comma behind an annotation's number.
    pub(super) mermaid: bool,
}

impl Writer<'_> {
    /// The statement's one line. `None` where a part of it was not understood: such a line stays as it is.
    pub(super) fn statement(self, statement: &Statement) -> Option<String> {
        Some(match statement {
            Statement::MermaidHeader(_) => "wardley-beta".to_owned(),
            Statement::Title(words) => keyword("title", &words.text),
            Statement::AccTitle(words) => keyword("accTitle:", &words.text),
            Statement::AccDescr(words) => keyword("accDescr:", &words.text),
            Statement::Style(words) => keyword("style", &words.text),
            Statement::Size(size) => keyword("size", &bracket(size, number)?),
            Statement::Annotations(place) => keyword("annotations", &bracket(place, coordinate)?),
            Statement::Evolution(said) | Statement::XAxis(said) => axis("evolution", said)?,
            Statement::ValueChain(said) => axis("valuechain", said)?,
            Statement::YAxis(said) => axis("y-axis", said)?,
            Statement::Component(said) => component(said)?,
            Statement::Url { id, address } => {
                let address = address.as_ref().map(|address| format!("[{}]", address.text));
                joined(["url".to_owned(), text(id)].into_iter().chain(address))
            }
            Statement::Evolve(said) => evolve(said)?,
            Statement::Pipeline(said) => pipeline(said)?,
            Statement::Open(_) => "{".to_owned(),
            Statement::Close(_) => "}".to_owned(),
            Statement::Note(said) => note(said)?,
            Statement::Annotation(annotation) => self.annotation(annotation)?,
            Statement::Attitude(said) => attitude(said)?,
            Statement::Force(force) => {
                let words = [force.keyword().to_owned(), text(&force.name)];
                with(words, force.position.as_ref(), &force.modifiers)?
            }
            Statement::Property(property) => keyword(property.property.keyword(), &text(&property.name)),
            Statement::Link(link) => self.link(link),
            Statement::Include(path) => keyword("include", &text(path)),
            Statement::FrontMatter(_) | Statement::Unknown(_) | Statement::Either { .. } => return None,
        })
    }

    fn annotation(self, annotation: &AnnotationStatement) -> Option<String> {
        let comma = if self.mermaid { "," } else { "" };
        let places = annotation.positions.iter().map(|place| bracket(place, coordinate)).collect::<Option<Vec<_>>>()?;
        let places = if places.len() > 1 { format!("[{}]", places.join(", ")) } else { places.concat() };
        let words = annotation.text.as_ref().map(text).unwrap_or_default();
        let number = format!("{}{comma}", annotation.number.text);
        Some(joined(["annotation".to_owned(), number, places, words]))
    }

    fn link(self, link: &LinkStatement) -> String {
        let mut pieces = vec![text(&link.ends[0])];
        for (arrow, end) in link.arrows.iter().zip(&link.ends[1..]) {
            pieces.extend([self.arrow(arrow), text(end)]);
        }
        let line = joined(pieces);
        match &link.context {
            Some(context) => format!("{line}; {}", text(context)),
            None => line,
        }
    }

    fn arrow(self, arrow: &Arrow) -> String {
        let head = match arrow.kind {
            ArrowKind::Need => return "->".to_owned(),
            ArrowKind::Short => return ">".to_owned(),
            // Mermaid draws only one of its dashed arrows dashed, so each stays the one it is.
            ArrowKind::Dashed => return self.source.slice(arrow.span).to_owned(),
            ArrowKind::Flow => ">",
            ArrowKind::FlowBack => "<",
            ArrowKind::FlowBoth => "<>",
        };
        match &arrow.text {
            Some(words) => format!("+'{}'{head}", words.text),
            None => format!("+{head}"),
        }
    }
}

fn axis(word: &str, axis: &AxisStatement) -> Option<String> {
    let names = axis.names.iter().map(stage).collect::<Option<Vec<_>>>()?.join(" -> ");
    let hide = axis.hide.then(|| "--hide".to_owned());
    Some(joined([word.to_owned()].into_iter().chain(hide).chain([names])))
}

fn component(component: &ComponentStatement) -> Option<String> {
    let words = [component.word.keyword().to_owned(), text(&component.name)];
    with(words, component.position.as_ref(), &component.modifiers)
}

fn note(note: &NoteStatement) -> Option<String> {
    with(["note".to_owned(), text(&note.text)], note.position.as_ref(), &note.modifiers)
}

/// Keyword, name, position, modifiers.
fn with(words: [String; 2], position: Option<&Bracket>, behind: &[Modifier]) -> Option<String> {
    let mut pieces = Vec::from(words);
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
    Some(match modifier {
        Modifier::Label { offset, pin, .. } => {
            let offset = offset.as_ref().map_or(Some(String::new()), |offset| bracket(offset, number))?;
            joined(["label", &offset, if *pin { "pin" } else { "" }].map(str::to_owned))
        }
        Modifier::LabelText(words) => keyword("label", &words.text),
        Modifier::Decorators(words, _) => {
            let words = words.iter().map(|(word, _)| word.keyword()).collect::<Vec<_>>();
            format!("({})", words.join(", "))
        }
        Modifier::Inertia(_) => "inertia".to_owned(),
        Modifier::Evolve(target, _) => keyword("evolve", &part(target, coordinate)?),
        Modifier::Url(address) => format!("url({})", address.text),
        Modifier::Description(words) => text(words),
        Modifier::UnknownDecorators(_) | Modifier::Stray(_) => return None,
    })
}

fn evolve(evolve: &EvolveStatement) -> Option<String> {
    let mut pieces = vec!["evolve".to_owned(), text(&evolve.name)];
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
    let words = ["pipeline".to_owned(), text(&pipeline.name)];
    let line = with(words, pipeline.range.as_ref(), &pipeline.modifiers)?;
    Some(if pipeline.open.is_some() { line + " {" } else { line })
}

fn attitude(attitude: &AttitudeStatement) -> Option<String> {
    let mut pieces = vec![attitude.word.keyword().to_owned()];
    if let Some(area) = &attitude.area {
        pieces.push(bracket(area, coordinate)?);
    }
    if let Some((width, height)) = &attitude.extent {
        pieces.extend([part(width, number)?, part(height, number)?]);
    }
    pieces.extend(attitude.name.as_ref().map(text));
    Some(joined(pieces))
}

fn stage(stage: &StageName) -> Option<String> {
    let name = text(&stage.name);
    match &stage.end {
        Some(end) => Some(format!("{name}@{}", part(end, coordinate)?)),
        None => Some(name),
    }
}

fn bracket(bracket: &Bracket, numbers: Numbers) -> Option<String> {
    let parts = bracket.parts.iter().map(|one| part(one, numbers)).collect::<Option<Vec<_>>>()?;
    Some(format!("[{}]", parts.join(", ")))
}

fn part(part: &Part, numbers: Numbers) -> Option<String> {
    Some(match &part.value {
        Value::Number(value) => numbers(*value),
        Value::Words(words) => words.clone(),
        Value::Open => "_".to_owned(),
        Value::Empty => String::new(),
        Value::Malformed(_) => return None,
    })
}

fn keyword(word: &str, rest: &str) -> String {
    joined([word, rest].map(str::to_owned))
}

/// The pieces that are not empty, with one space between two.
fn joined(pieces: impl IntoIterator<Item = String>) -> String {
    pieces.into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" ")
}
