//! Statements without where they stand, to tell whether two lines say the same.

use super::ast::{
    Arrow, AxisStatement, Bracket, ComponentStatement, EvolveStatement, LinkStatement, Modifier, Part, Statement, Text,
};
use crate::source::Span;

impl Statement {
    /// The same statement with every span empty: what is said, wherever it stands.
    #[must_use]
    pub fn placeless(mut self) -> Self {
        self.unplace();
        self
    }
}

impl LinkStatement {
    /// The same link with every span empty.
    #[must_use]
    pub fn placeless(mut self) -> Self {
        self.unplace();
        self
    }
}

trait Unplace {
    fn unplace(&mut self);
}

impl Unplace for Span {
    fn unplace(&mut self) {
        *self = Self::default();
    }
}

impl Unplace for Text {
    fn unplace(&mut self) {
        self.span.unplace();
    }
}

impl Unplace for Part {
    fn unplace(&mut self) {
        self.span.unplace();
    }
}

impl Unplace for Bracket {
    fn unplace(&mut self) {
        self.span.unplace();
        self.parts.unplace();
    }
}

impl<T: Unplace> Unplace for Option<T> {
    fn unplace(&mut self) {
        self.iter_mut().for_each(Unplace::unplace);
    }
}

impl<T: Unplace> Unplace for Vec<T> {
    fn unplace(&mut self) {
        self.iter_mut().for_each(Unplace::unplace);
    }
}

impl<A: Unplace, B: Unplace> Unplace for (A, B) {
    fn unplace(&mut self) {
        self.0.unplace();
        self.1.unplace();
    }
}

impl Unplace for AxisStatement {
    fn unplace(&mut self) {
        self.span.unplace();
        for stage in &mut self.names {
            stage.name.unplace();
            stage.end.unplace();
        }
    }
}

impl Unplace for Modifier {
    fn unplace(&mut self) {
        match self {
            Self::Label { offset, span, .. } => {
                offset.unplace();
                span.unplace();
            }
            Self::Decorators(words, span) => {
                for (_, span) in words {
                    span.unplace();
                }
                span.unplace();
            }
            Self::Evolve(target, span) => {
                target.unplace();
                span.unplace();
            }
            Self::LabelText(text) | Self::Url(text) | Self::Description(text) => text.unplace(),
            Self::UnknownDecorators(span) | Self::Inertia(span) | Self::Stray(span) => span.unplace(),
        }
    }
}

impl Unplace for ComponentStatement {
    fn unplace(&mut self) {
        self.keyword.unplace();
        self.name.unplace();
        self.position.unplace();
        self.modifiers.unplace();
    }
}

impl Unplace for EvolveStatement {
    fn unplace(&mut self) {
        self.span.unplace();
        self.name.unplace();
        self.rename.unplace();
        self.target.unplace();
        self.from.unplace();
        self.modifiers.unplace();
    }
}

impl Unplace for Arrow {
    fn unplace(&mut self) {
        self.span.unplace();
        self.text.unplace();
    }
}

impl Unplace for LinkStatement {
    fn unplace(&mut self) {
        self.span.unplace();
        self.ends.unplace();
        self.arrows.unplace();
        self.context.unplace();
    }
}

impl Unplace for Statement {
    fn unplace(&mut self) {
        match self {
            Self::MermaidHeader(span)
            | Self::FrontMatter(span)
            | Self::Open(span)
            | Self::Close(span)
            | Self::Unknown(span) => span.unplace(),
            Self::Title(text)
            | Self::AccTitle(text)
            | Self::AccDescr(text)
            | Self::Style(text)
            | Self::Include(text) => {
                text.unplace();
            }
            Self::Size(bracket) | Self::Annotations(bracket) => bracket.unplace(),
            Self::Evolution(axis) | Self::ValueChain(axis) | Self::YAxis(axis) | Self::XAxis(axis) => axis.unplace(),
            Self::Component(component) => component.unplace(),
            Self::Url { id, address } => {
                id.unplace();
                address.unplace();
            }
            Self::Evolve(evolve) => evolve.unplace(),
            Self::Pipeline(pipeline) => {
                pipeline.span.unplace();
                pipeline.name.unplace();
                pipeline.range.unplace();
                pipeline.modifiers.unplace();
                pipeline.open.unplace();
            }
            Self::Note(note) => {
                note.span.unplace();
                note.text.unplace();
                note.position.unplace();
                note.modifiers.unplace();
            }
            Self::Annotation(annotation) => {
                annotation.span.unplace();
                annotation.number.unplace();
                annotation.positions.unplace();
                annotation.text.unplace();
            }
            Self::Attitude(attitude) => {
                attitude.span.unplace();
                attitude.area.unplace();
                attitude.extent.unplace();
                attitude.name.unplace();
            }
            Self::Force(force) => {
                force.span.unplace();
                force.name.unplace();
                force.position.unplace();
                force.modifiers.unplace();
            }
            Self::Property(property) => {
                property.span.unplace();
                property.name.unplace();
            }
            Self::Link(link) => link.unplace(),
            Self::Either { statement, link } => {
                statement.unplace();
                link.unplace();
            }
        }
    }
}
