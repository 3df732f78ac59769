//! `wardley` compiles Wardley maps written as text into pictures.

// What pest derives names it, because pest is used without its `std` feature, which would look at the stack at every step.
extern crate alloc;

#[cfg(feature = "cli")]
pub mod cli;
pub mod layout;
pub mod map;
pub mod problem;
pub mod render;
pub mod resolve;
pub mod scene;
pub mod source;
pub mod syntax;
pub mod text;
pub mod theme;

use map::Map;
use problem::Problem;
use resolve::{Allowed, Load, Resolved};
use source::{Source, Sources};
use syntax::ast;

/// What a text says, and what is to be said about it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The text and all it includes; every span points into one of them.
    pub sources: Sources,
    /// The texts as they are written, line by line, in the order of reading.
    pub files: Vec<ast::File>,
    /// What they mean.
    pub map: Map,
    /// What is wrong with them, in the order of the texts, without what their authors do not want to be told.
    pub problems: Vec<Problem>,
    /// What that is; the problems of a later pass want to be asked too.
    pub allowed: Allowed,
}

/// Reads a text and what it includes. This never fails: what could not be understood is told in [`Reading::problems`], and
/// the map holds everything else.
pub fn read(source: Source, load: &mut dyn Load) -> Reading {
    let mut sources = Sources::default();
    let id = sources.add(source);
    let parsed = syntax::parse(sources.get(id), id);
    let Resolved { files, map, problems: resolved } = resolve::resolve(parsed.file, &mut sources, load);
    let mut problems = parsed.problems;
    problems.extend(resolved);
    let (allowed, unknown) = Allowed::read(&files, &sources);
    problems.extend(unknown);
    problems.retain(|problem| !allowed.allows(problem));
    problems.sort_by_key(Problem::span);
    Reading { sources, files, map, problems, allowed }
}
