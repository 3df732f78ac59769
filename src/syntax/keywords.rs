//! The word that begins a statement.

use super::ast::{ForceStatement, Statement};
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
            Self::MermaidHeader(_) => Keyword::Header,
            Self::Title(_) => Keyword::Title,
            Self::AccTitle(_) => Keyword::AccTitle,
            Self::AccDescr(_) => Keyword::AccDescr,
            Self::Style(_) => Keyword::Style,
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
            Self::Step(_) => Keyword::Step,
            Self::FrontMatter(_) | Self::Open(_) | Self::Close(_) | Self::Link(_) | Self::Unknown(_) => return None,
        };
        Some(keyword.word())
    }
}
