//! The word that begins a statement, and where that stands.

use super::ast::{ForceStatement, Statement};
use crate::source::Span;
use crate::vocabulary::Keyword;

impl ForceStatement {
    /// The word that begins it.
    pub fn keyword(&self) -> &'static str {
        if self.against { Keyword::Deaccelerator.word() } else { Keyword::Accelerator.word() }
    }
}

impl Statement {
    /// The word that begins it. Links, braces and what is not understood begin with none.
    pub fn keyword(&self) -> Option<&'static str> {
        let keyword = match self {
            Self::Component(component) => return Some(component.word.word()),
            Self::Attitude(attitude) => return Some(attitude.word.word()),
            Self::Force(force) => return Some(force.keyword()),
            Self::Property(property) => return Some(property.property.word()),
            Self::Either { statement, .. } => return statement.keyword(),
            Self::Words(keyword, _) => *keyword,
            Self::Class(_) => Keyword::Class,
            Self::Area(_) => Keyword::Area,
            Self::Key(..) => Keyword::Key,
            Self::MermaidHeader(_) => Keyword::Header,
            Self::Size(_) => Keyword::Size,
            Self::Evolution(_) => Keyword::Evolution,
            Self::ValueChain(_) => Keyword::ValueChain,
            Self::YAxis(_) => Keyword::YAxis,
            Self::XAxis(_) => Keyword::XAxis,
            Self::Url { .. } => Keyword::Url,
            Self::Evolve(_) => Keyword::Evolve,
            Self::Pipeline(_) => Keyword::Pipeline,
            Self::Note(_) => Keyword::Note,
            Self::Annotation(_) => Keyword::Annotation,
            Self::Annotations(_) => Keyword::Annotations,
            Self::Include(_) => Keyword::Include,
            Self::Metric(metric) => return Some(metric.word.word()),
            Self::Work(_) => Keyword::Work,
            Self::Stream(_) => Keyword::Stream,
            Self::FrontMatter(_) | Self::Open(_) | Self::Close(_) | Self::Link(_) | Self::Unknown(_) => return None,
        };
        Some(keyword.word())
    }

    /// Where it stands, as far as it is kept: the whole of it, or what follows its keyword.
    pub fn span(&self) -> Span {
        *match self {
            Self::Component(component) => component.keyword.to(component.name.span),
            Self::Attitude(attitude) => attitude.span,
            Self::Force(force) => force.span,
            Self::Property(property) => property.span,
            Self::Either { link, .. } | Self::Link(link) => link.span,
            Self::Words(_, text) | Self::Include(text) | Self::Url { id: text, .. } => text.span,
            Self::Size(bracket) | Self::Annotations(bracket) => bracket.span,
            Self::Evolution(axis) | Self::ValueChain(axis) | Self::YAxis(axis) | Self::XAxis(axis) => axis.span,
            Self::Evolve(evolve) => evolve.span,
            Self::Pipeline(pipeline) => pipeline.span,
            Self::Note(note) => note.span,
            Self::Metric(metric) => metric.span,
            Self::Work(work) => work.span,
            Self::Stream(stream) => stream.span,
            Self::Annotation(annotation) => annotation.span,
            Self::Class(class) => class.span,
            Self::Area(area) => area.span,
            Self::Key(span, _)
            | Self::MermaidHeader(span)
            | Self::FrontMatter(span)
            | Self::Open(span)
            | Self::Close(span)
            | Self::Unknown(span) => *span,
        }
    }
}
