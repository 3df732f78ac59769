//! The words that statements and decorators are written with.

use super::ast::{AttitudeWord, ComponentWord, Decorator, ForceStatement, Statement};

impl ComponentWord {
    /// As it is written.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Component => "component",
            Self::Anchor => "anchor",
            Self::Submap => "submap",
            Self::Market => "market",
            Self::Ecosystem => "ecosystem",
        }
    }
}

impl AttitudeWord {
    /// As it is written.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Pioneers => "pioneers",
            Self::Settlers => "settlers",
            Self::TownPlanners => "townplanners",
            Self::Explorers => "explorers",
            Self::Villagers => "villagers",
        }
    }
}

impl Decorator {
    /// As it is written.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Build => "build",
            Self::Buy => "buy",
            Self::Outsource => "outsource",
            Self::Market => "market",
            Self::Ecosystem => "ecosystem",
            Self::Inertia => "inertia",
        }
    }
}

impl ForceStatement {
    /// The word that begins it.
    pub fn keyword(&self) -> &'static str {
        if self.against { "deaccelerator" } else { "accelerator" }
    }
}

impl Statement {
    /// The word that begins it, where it begins with one that could begin a component's name as well.
    pub fn keyword(&self) -> Option<&'static str> {
        match self {
            Self::Component(component) => Some(component.word.keyword()),
            Self::Evolve(_) => Some("evolve"),
            Self::Pipeline(_) => Some("pipeline"),
            Self::Note(_) => Some("note"),
            Self::Annotation(_) => Some("annotation"),
            Self::Url { .. } => Some("url"),
            Self::Include(_) => Some("include"),
            Self::Attitude(attitude) => Some(attitude.word.keyword()),
            Self::Force(force) => Some(force.keyword()),
            Self::Property(property) => Some(property.property.keyword()),
            _ => None,
        }
    }
}
