//! Statements and links, apart: [`Outline`]. Lines that could be either are decided here, by the names there are.

use std::collections::HashSet;

use crate::problem::{Problem, Reading, Unknown};
use crate::source::{Sources, Span};
use crate::syntax::ast::{ArrowKind, ComponentWord, EvolveStatement, Line, LinkStatement, Statement, Text};
use crate::syntax::{loose, validate};

/// What a text says, in its order.
#[derive(Default)]
pub(super) struct Outline<'a> {
    pub(super) statements: Vec<&'a Statement>,
    pub(super) links: Vec<&'a LinkStatement>,
    /// The keywords of the components that stand deeper than the pipeline above them.
    pub(super) indented: HashSet<Span>,
}

impl<'a> Outline<'a> {
    /// The outline of these lines.
    pub(super) fn of(lines: impl Iterator<Item = &'a Line>, sources: &Sources, problems: &mut Vec<Problem>) -> Self {
        let mut indented = HashSet::new();
        let mut statements: Vec<&Statement> = Vec::new();
        for line in lines {
            if let (true, Some(Statement::Component(component))) = (line.indented, &line.statement) {
                indented.insert(*component.keyword);
            }
            statements.extend(&line.statement);
        }
        let doubtful = statements.iter().any(|statement| is_doubtful(statement));
        let names = if doubtful { Defined::in_statements(&statements) } else { Defined::default() };
        let mut outline = Self { indented, ..Self::default() };
        for statement in statements {
            match statement {
                Statement::Link(link) if is_short(link) && !link.ends.iter().any(|end| names.has(end)) => {
                    problems.push(Problem::UnknownStatement { span: *link.span, why: Unknown::Plain });
                }
                Statement::Link(link) => outline.links.push(link),
                Statement::Either { statement, link } => {
                    let all = names.has_all(link);
                    if all || names.is_link(statement, link) {
                        // Where both ends are names, or the keyword's statement lacks its form, nothing else was meant.
                        if !all && has_form(statement) {
                            let other = Reading::Statement(statement.keyword().unwrap_or("statement"));
                            problems.push(Problem::ReadAs { span: *link.span, taken: Reading::Link, other });
                        }
                        validate(&Statement::Link(link.clone()), sources.get(link.span.source), problems);
                        outline.links.push(link);
                    } else {
                        validate(statement, sources.get(link.span.source), problems);
                        outline.statements.push(statement);
                    }
                }
                other => outline.statements.push(other),
            }
        }
        outline
    }
}

/// Whether only the names can tell what the line says.
fn is_doubtful(statement: &Statement) -> bool {
    match statement {
        Statement::Either { .. } => true,
        Statement::Link(link) => is_short(link),
        _ => false,
    }
}

fn is_short(link: &LinkStatement) -> bool {
    link.arrows.iter().any(|arrow| arrow.kind == ArrowKind::Short)
}

/// The names that statements define beyond doubt, without regard to case and whitespace.
#[derive(Default)]
struct Defined {
    names: HashSet<String>,
    /// Those that no line gives which may be a link itself.
    sure: HashSet<String>,
}

impl Defined {
    fn in_statements(statements: &[&Statement]) -> Self {
        let name = |statement: &Statement| match statement {
            Statement::Component(component) => Some(loose(&component.name.text)),
            Statement::Evolve(EvolveStatement { rename, .. }) => rename.as_ref().map(|name| loose(&name.text)),
            _ => None,
        };
        let mut sure: HashSet<String> = HashSet::new();
        let mut names: HashSet<String> = HashSet::new();
        for &statement in statements {
            match statement {
                // The new name of a movement. Its arrow alone makes the line one that could be a link.
                Statement::Either { statement, .. } if matches!(**statement, Statement::Evolve(_)) => {
                    names.extend(name(statement));
                }
                other => sure.extend(name(other)),
            }
        }
        names.extend(sure.iter().cloned());
        names.remove("");
        sure.remove("");
        Self { names, sure }
    }

    fn has(&self, name: &Text) -> bool {
        self.names.contains(&loose(&name.text))
    }

    /// Whether every end of the link is a name beyond doubt.
    fn has_all(&self, link: &LinkStatement) -> bool {
        link.ends.iter().all(|end| self.sure.contains(&loose(&end.text)))
    }

    /// A line is a link if its first name is defined and the statement does not make sense as well, or if the statement lacks
    /// its form and another name of the link is defined.
    fn is_link(&self, statement: &Statement, link: &LinkStatement) -> bool {
        if let Statement::Words(..) = statement {
            return false;
        }
        let first = link.ends.first().is_some_and(|end| self.has(end));
        let another = link.ends.iter().skip(1).any(|end| self.has(end));
        first && !self.makes_sense(statement) || another && !has_form(statement)
    }

    /// Whether nothing is lost when the line is read as this statement.
    fn makes_sense(&self, statement: &Statement) -> bool {
        match statement {
            Statement::Evolve(evolve) => self.has(&evolve.name),
            Statement::Pipeline(pipeline) => self.has(&pipeline.name),
            Statement::Property(property) => self.has(&property.name),
            Statement::Component(component) => component.position.is_some(),
            _ => has_form(statement),
        }
    }
}

/// Whether the statement has what makes it one.
fn has_form(statement: &Statement) -> bool {
    match statement {
        Statement::Component(component) => match component.word {
            ComponentWord::Component | ComponentWord::Anchor | ComponentWord::Submap => {
                !component.name.text.starts_with(['-', '+'])
            }
            ComponentWord::Market | ComponentWord::Ecosystem => component.position.is_some(),
        },
        Statement::Evolve(evolve) => evolve.target.is_some() || evolve.rename.is_some(),
        Statement::Pipeline(pipeline) => pipeline.range.is_some() || pipeline.open.is_some(),
        Statement::Note(note) => note.position.is_some(),
        Statement::Annotation(annotation) => !annotation.positions.is_empty(),
        Statement::Attitude(attitude) => attitude.area.is_some(),
        Statement::Force(force) => force.position.is_some(),
        Statement::Url { address, .. } => address.is_some(),
        Statement::Property(_) => false,
        _ => true,
    }
}
