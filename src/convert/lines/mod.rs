//! A map in the map language, line by line: all that can be said of it ([`wm`]), or what OWM reads and draws ([`owm`]).

mod components;
mod frame;
mod links;
mod marks;
mod places;
mod strategy;

use std::collections::BTreeSet;

use places::Words;

use super::loss::Converted;
use super::tree::{Tree, report_story};
use crate::layout::place::Places;
use crate::map::{ComponentId, Map, PipelineId};
use crate::source::Span;
use crate::syntax::ast::Text;
use crate::syntax::{Role, loose, written};
use crate::vocabulary::{Dialect, Keyword};

/// Writes `map` in the map language. Coordinates that name a stage or a level are written as words, open ones are left open.
///
/// ```
/// use wardley::convert;
/// use wardley::layout::place::Plot;
/// use wardley::resolve::NoIncludes;
/// use wardley::source::Source;
///
/// let text = "wardley-beta\ncomponent Cup [0.8, 0.6]\ncomponent Tea [0.5, 0.7]\nCup -> Tea\n";
/// let map = wardley::read(Source::new("tea.mmd", text), &mut NoIncludes).map;
/// let places = wardley::layout::place::places(&map, Plot { width: 1200.0, height: 700.0 }, None);
/// assert!(convert::wm(&map, &places).text.ends_with("component Cup [0.80, 0.60]\ncomponent Tea [0.50, 0.70]\nCup -> Tea\n"));
/// ```
pub fn wm(map: &Map, places: &Places) -> Converted {
    Writer::new(map, places, Form::Whole).written()
}

/// Writes `map` as `OnlineWardleyMaps` reads it: words and open places are numbers, as `places` has them, every link has a line
/// of its own, and what OWM does not draw is left out and reported.
///
/// ```
/// use wardley::convert;
/// use wardley::layout::place::Plot;
/// use wardley::resolve::NoIncludes;
/// use wardley::source::Source;
///
/// let map = wardley::read(Source::new("tea.wm", "component Cup [0.8, 0.6] \"to drink from\""), &mut NoIncludes).map;
/// let places = wardley::layout::place::places(&map, Plot { width: 1200.0, height: 700.0 }, None);
/// let owm = convert::owm(&map, &places);
/// assert_eq!(owm.text, "component Cup [0.80, 0.60]\n");
/// assert_eq!(owm.losses[0].reason, "Cup: its description is left out");
/// ```
pub fn owm(map: &Map, places: &Places) -> Converted {
    Writer::new(map, places, Form::Owm).written()
}

/// What may be written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// The whole language.
    Whole,
    /// What OWM draws.
    Owm,
}

struct Writer<'a> {
    map: &'a Map,
    places: &'a Places,
    form: Form,
    words: Words,
    /// The name of every component as it is written.
    names: Vec<Text>,
    /// Which step of the map's story is being written; 0 for what belongs to all.
    step: u32,
    /// The names of all components, without regard to case and whitespace.
    known: BTreeSet<String>,
    out: Tree,
}

impl<'a> Writer<'a> {
    fn new(map: &'a Map, places: &'a Places, form: Form) -> Self {
        let names = map.components.iter().map(|component| written(&component.name, Role::Name, Dialect::Owm)).collect();
        let known = map.components.iter().map(|component| loose(&component.name)).collect();
        Self { map, places, form, words: Words::of(map), names, known, step: 0, out: Tree::default() }
    }

    fn written(mut self) -> Converted {
        self.frame();
        self.elements();
        let map = self.map;
        if self.owm() {
            report_story(map, &mut self.out);
            return self.out.printed(Dialect::Owm);
        }
        for step in &map.steps.list {
            self.out.words(Keyword::Step, &step.name);
            self.step += 1;
            self.elements();
        }
        self.out.printed(Dialect::Owm)
    }

    /// What is to be written in this step.
    fn elements(&mut self) {
        self.components();
        self.movements();
        self.links();
        self.marks();
        if !self.owm() {
            self.strategy();
        }
        self.groups();
    }

    /// Whether something is to be written in this step. OWM has none: everything is.
    fn is_here(&self, span: Span) -> bool {
        self.owm() || self.map.steps.of(span) == self.step
    }

    /// Components in the order of the map; those in braces with the first of them.
    fn components(&mut self) {
        let map = self.map;
        let mut pipelines = 0;
        for (id, component) in map.components() {
            match component.pipeline {
                None if self.is_here(component.span) => self.component(id),
                Some(pipeline) if pipeline.0 as usize >= pipelines => {
                    self.pipelines(pipelines..pipeline.0 as usize + 1);
                    pipelines = pipeline.0 as usize + 1;
                }
                None | Some(_) => {}
            }
        }
        self.pipelines(pipelines..map.pipelines.len());
    }

    fn pipelines(&mut self, which: std::ops::Range<usize>) {
        for at in which {
            if self.is_here(self.map.pipelines[at].span) {
                self.pipeline(PipelineId(at as u32));
            }
        }
    }

    fn owm(&self) -> bool {
        self.form == Form::Owm
    }

    fn name(&self, id: ComponentId) -> &Text {
        &self.names[id.0 as usize]
    }

    /// Reports that OWM does not draw something of what is called `name`.
    fn lose(&mut self, span: Span, name: &str, reason: &str) {
        let name = if name.is_empty() { "(without a name)" } else { name }.replace('\n', " ");
        self.out.lose(span, format!("{name}: {reason}"));
    }
}
