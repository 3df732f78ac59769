//! TREE → MAP: [`resolve`] makes of what was written what is meant. First everything with a name is defined, then everything
//! that refers to a name is connected; names are looked up in tables, so that the time is linear in the length of the text.
//!
//! Resolving never fails: a name that nothing has, a number out of range, a line that could be two things each get a sane
//! reading and a [`Problem`].

mod address;
mod allow;
mod axes;
mod commented;
mod context;
mod cycles;
mod define;
mod followups;
mod frame;
mod groups;
mod include;
mod links;
mod load;
mod marks;
mod modifiers;
mod movements;
mod names;
mod outline;
mod pipelines;
mod position;
mod properties;
mod purposes;
mod questions;
mod references;
mod settings;
mod steps;
mod strategy;
mod suggest;
mod urls;
mod words;

pub use allow::Allowed;
pub use load::{Load, LoadError, NoIncludes};
pub use questions::questions;
pub use references::Reference;

#[cfg(feature = "serde")]
pub(crate) use address::safe_address;
use context::Context;
#[cfg(feature = "serde")]
pub(crate) use context::fit_for_xml;
use names::Names;
use outline::Outline;
use references::References;
pub(crate) use words::Words;

use crate::map::Map;
use crate::problem::Problem;
use crate::source::Sources;
use crate::syntax::ast::File;

/// What a text means.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// The text and all it includes, in the order of reading; each has its text in the [`Sources`].
    pub files: Vec<File>,
    /// The map.
    pub map: Map,
    /// Every name in the texts that means a component or what it becomes, in the order of the texts.
    pub references: Vec<Reference>,
    /// What was found on the way, in no particular order. What parsing the included texts found is among it.
    pub problems: Vec<Problem>,
}

/// Resolves a text, which must be one of `sources`. What it includes is asked of `load` and added to `sources`.
pub fn resolve(file: File, sources: &mut Sources, load: &mut dyn Load) -> Resolved {
    let mut problems = Vec::new();
    let gathered = include::gather(file, sources, load, &mut problems);
    let outline = Outline::of(gathered.lines(), sources, &mut problems);
    let statements = &outline.statements;

    let asked = gathered.files[0].source;
    let mut map = Map { dialect: frame::dialect(statements, asked), ..Map::default() };
    let mut context = Context::new(sources, map.dialect, problems);
    context.axes(statements, &mut map);
    context.words = Words::new(&map.evolution, &map.value_chain.levels, map.dialect);
    context.learn_urls(statements);
    context.frame(statements, &mut map);
    context.settings(gathered.lines(), &mut map);
    context.size = map.size;
    context.learn_classes(statements, &mut map);
    let aside = context.define(&outline, &mut map);

    let children = aside.pipelines.iter().flat_map(|pipeline| pipeline.children.iter().copied());
    let names = Names::of(&map, &aside.texts, children);
    context.report_second_names(&aside.texts, &names, &map);
    let mut references = References::new(names, &gathered.files);
    context.pipelines(&aside, &mut references, &mut map);
    let later = context.properties_apart(&aside, &mut references, &mut map);
    let movements = context.movements(&aside, &mut references, &mut map);
    context.moved_properties_apart(&later, &mut references, &mut map);
    context.links(&outline.links, &mut references, &movements, &mut map);
    context.groups(statements, &mut references, &mut map);
    context.marks(statements, &mut references, &mut map);

    context.strategy(statements, &mut references, &mut map);
    map.steps = context.steps(&gathered);

    map.value_chain.bands |= context.words.level_used();
    context.report_empty(&map, asked);
    let Context { problems, mut references, .. } = context;
    let problems = followups::without_followups(problems, sources);
    references.extend(define::given(&map));
    references.sort_by_key(|reference| reference.span);
    Resolved { files: gathered.files, map, references, problems }
}
