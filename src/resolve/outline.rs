//! Statements and links, apart: [`Outline`]. Lines that could be either are decided here, by the names there are.

use std::collections::HashSet;

use crate::problem::{Problem, Reading, Unknown};
use crate::source::Sources;
use crate::syntax::ast::{ArrowKind, ComponentWord, EvolveStatement, Line, LinkStatement, Statement, Text};
use crate::syntax::{loose, validate};

/// What a text says, in its order.
#[derive(Default)]
pub(super) struct Outline<'a> {
    pub(super) statements: Vec<&'a Statement>,
    pub(super) links: Vec<&'a LinkStatement>,
}

impl<'a> Outline<'a> {
    /// The outline of these lines.
    pub(super) fn of(lines: impl Iterator<Item = &'a Line>, sources: &Sources, problems: &mut Vec<Problem>) -> Self {
        let statements: Vec<&Statement> = lines.filter_map(|line| line.statement.as_ref()).collect();
        let doubtful = statements.iter().any(|statement| is_doubtful(statement));
        let names = if doubtful { Defined::in_statements(&statements) } else { Defined::default() };
        let mut outline = Self::default();
        for statement in statements {
            match statement {
                Statement::Link(link) if is_short(link) && !link.ends.iter().any(|end| names.has(end)) => {
                    problems.push(Problem::UnknownStatement { span: *link.span, why: Unknown::Plain });
                }
                Statement::Link(link) => outline.links.push(link),
                Statement::Either { statement, link } => {
                    let as_statement = Reading::Statement(statement.keyword().unwrap_or("statement"));
                    let is_link = names.is_link(statement, link);
                    if is_link {
                        problems.push(Problem::ReadAs { span: *link.span, taken: Reading::Link, other: as_statement });
                        validate(&Statement::Link(link.clone()), sources.get(link.span.source), problems);
                        outline.links.push(link);
                    } else {
                        if link.ends.iter().all(|end| names.has(end)) {
                            let other = Reading::Link;
                            problems.push(Problem::ReadAs { span: *link.span, taken: as_statement, other });
                        }
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
struct Defined(HashSet<String>);

impl Defined {
    fn in_statements(statements: &[&Statement]) -> Self {
        let name = |statement: &Statement| match statement {
            Statement::Component(component) => Some(loose(&component.name.text)),
            Statement::Evolve(EvolveStatement { rename, .. }) => rename.as_ref().map(|name| loose(&name.text)),
            _ => None,
        };
        let mut names: HashSet<String> = HashSet::new();
        for &statement in statements {
            names.extend(match statement {
                // The new name of a movement. Its arrow alone makes the line one that could be a link.
                Statement::Either { statement, .. } if matches!(**statement, Statement::Evolve(_)) => name(statement),
                other => name(other),
            });
        }
        names.remove("");
        Self(names)
    }

    fn has(&self, name: &Text) -> bool {
        self.0.contains(&loose(&name.text))
    }

    /// A line is a link if its first name is defined and the statement does not make sense as well, or if the statement lacks
    /// its form and another name of the link is defined.
    fn is_link(&self, statement: &Statement, link: &LinkStatement) -> bool {
        if let Statement::Words(..) = statement {
            return link.ends.iter().all(|end| self.has(end));
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
