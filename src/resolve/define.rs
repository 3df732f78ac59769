//! The first half of the pass: everything with a name gets its place in the map. What refers to names is laid aside.

use super::context::Context;
use super::modifiers::On;
use super::names::Names;
use super::outline::Outline;
use super::references::Reference;
use std::collections::HashMap;

use crate::map::{Component, ComponentId, ComponentKind, Coordinate, End, Evolution, Map, Properties, Visibility};
use crate::problem::{Axis, Problem};
use crate::source::Span;
use crate::syntax::ast::{
    ComponentStatement, ComponentWord, EvolveStatement, Modifier, Part, PipelineStatement, PropertyStatement, Statement,
};

/// What refers to names, in the order of the text.
#[derive(Default)]
pub(super) struct Aside<'a> {
    /// The name of every component as it is written.
    pub(super) texts: Vec<&'a str>,
    pub(super) pipelines: Vec<Opened<'a>>,
    pub(super) movements: Vec<Evolve<'a>>,
    pub(super) properties: Vec<&'a PropertyStatement>,
    /// Every component by its name, its place, and the pipeline that it is a child of, if any.
    placed: HashMap<(&'a str, Placed, usize), ComponentId>,
}

/// The bits of a position.
type Placed = [(u64, u64); 2];

/// A pipeline and what stands in its braces.
pub(super) struct Opened<'a> {
    pub(super) statement: &'a PipelineStatement,
    /// The opening brace.
    pub(super) brace: Option<Span>,
    pub(super) children: Vec<ComponentId>,
}

/// A movement, as it is written.
pub(super) enum Evolve<'a> {
    Statement(&'a EvolveStatement),
    /// On the line of the component itself.
    Inline(ComponentId, &'a Part, Span),
}

/// Which pipeline the next component may belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Brace {
    /// No pipeline waits for its brace.
    None,
    /// The last pipeline has no brace yet; one may still come.
    Awaited,
    /// The last pipeline's brace is open.
    Open,
}

impl Context<'_> {
    pub(super) fn define<'a>(&mut self, outline: &Outline<'a>, map: &mut Map) -> Aside<'a> {
        let mut aside = Aside::default();
        let mut brace = Brace::None;
        for &statement in &outline.statements {
            match statement {
                Statement::Component(component) => {
                    let inside = brace == Brace::Open || outline.indented.contains(&*component.keyword);
                    let child = inside && is_child(component.word);
                    let before = map.components.len();
                    let id = self.component(component, child, map, &mut aside);
                    let is_new = map.components.len() > before;
                    if let (true, Some(pipeline)) = (child && is_new, aside.pipelines.last_mut()) {
                        pipeline.children.push(id);
                    }
                }
                Statement::Pipeline(pipeline) => {
                    self.report_unclosed(brace, &aside);
                    brace = if pipeline.open.is_some() { Brace::Open } else { Brace::Awaited };
                    aside.pipelines.push(Opened {
                        statement: pipeline,
                        brace: pipeline.open.map(|span| *span),
                        children: Vec::new(),
                    });
                }
                Statement::Open(span) => match aside.pipelines.last_mut() {
                    Some(pipeline) if brace == Brace::Awaited => {
                        pipeline.brace = Some(**span);
                        brace = Brace::Open;
                    }
                    _ => self.report(Problem::StrayBrace { span: **span }),
                },
                Statement::Close(_) if brace == Brace::Open => brace = Brace::None,
                Statement::Close(span) => self.report(Problem::StrayBrace { span: **span }),
                Statement::Evolve(evolve) => aside.movements.push(Evolve::Statement(evolve)),
                Statement::Property(property) => aside.properties.push(property),
                _ => {}
            }
        }
        self.report_unclosed(brace, &aside);
        aside
    }

    /// Reports components that no link reaches because another one has the same name.
    pub(super) fn report_second_names(&mut self, texts: &[&str], names: &Names, map: &Map) {
        for (text, component) in texts.iter().zip(&map.components) {
            if let Some(first) = names.defined_at(text).filter(|&first| first != component.span) {
                self.report(Problem::DuplicateName { span: component.span, name: component.name.clone(), first });
            }
        }
    }

    fn report_unclosed(&mut self, brace: Brace, aside: &Aside) {
        let open = aside.pipelines.last().and_then(|pipeline| pipeline.brace);
        if let (Brace::Open, Some(span)) = (brace, open) {
            self.report(Problem::UnclosedBrace { span });
        }
    }

    fn component<'a>(
        &mut self,
        statement: &'a ComponentStatement,
        child: bool,
        map: &mut Map,
        aside: &mut Aside<'a>,
    ) -> ComponentId {
        let single = if child { Axis::Evolution } else { Axis::Visibility };
        let mut position = self.position(statement.position.as_ref(), single);
        if child && !position.visibility.is_unknown() {
            position.visibility = Coordinate::Unknown;
            self.report_child_visibility(statement);
        }
        let said = self.modifiers(&statement.modifiers, On::Component);
        let mut properties = said.properties;
        let kind = match statement.word {
            ComponentWord::Component => ComponentKind::Component,
            ComponentWord::Anchor => ComponentKind::Anchor,
            ComponentWord::Submap => ComponentKind::Submap,
            ComponentWord::Market => {
                properties.market = true;
                self.report_legacy(statement, "`market` at the start of a line");
                ComponentKind::Component
            }
            ComponentWord::Ecosystem => {
                properties.ecosystem = true;
                self.report_legacy(statement, "`ecosystem` at the start of a line");
                ComponentKind::Component
            }
        };
        let name = statement.name.text.as_str();
        let pipeline = if child { aside.pipelines.len() } else { 0 };
        let (next, mut first) = (ComponentId(map.components.len() as u32), None);
        if !name.is_empty() {
            let place = (
                name,
                [bits(position.visibility, Visibility::get), bits(position.evolution, Evolution::get)],
                pipeline,
            );
            let known = *aside.placed.entry(place).or_insert(next);
            first = (known != next).then_some(known);
        }
        let id = first.unwrap_or(next);
        if let Some((target, span)) = said.evolve {
            let instead = format!("evolve {name} {}", self.written(*target.span));
            self.report(Problem::LegacyForm { span, form: "`evolve` on a component's line", instead, in_place: false });
            aside.movements.push(Evolve::Inline(id, target, span));
        }
        let label = said.label.and_then(|label| self.shown_label(label, position, name));
        if let Some(first) = first {
            let component = &mut map.components[first.index()];
            let span = *statement.name.span;
            self.report(Problem::RepeatedComponent { span, name: component.name.clone(), first: component.span });
            component.again.push(span.into());
            if component.kind == ComponentKind::Component || kind == ComponentKind::Anchor {
                component.kind = kind;
            }
            component.label = component.label.or(label);
            component.properties = joined(component.properties, properties);
            component.class = component.class.or(said.class);
            component.color = component.color.or(said.color);
            component.href = component.href.take().or(said.href);
            component.description = component.description.take().or(said.description);
            return first;
        }
        map.components.push(Component {
            kind,
            name: self.text(&statement.name),
            span: *statement.name.span,
            again: Vec::new(),
            position,
            label,
            properties,
            pipeline: None,
            class: said.class,
            color: said.color,
            href: said.href,
            description: said.description,
        });
        aside.texts.push(&statement.name.text);
        id
    }

    /// A component in braces has its visibility from the pipeline.
    fn report_child_visibility(&mut self, statement: &ComponentStatement) {
        let Some(bracket) = &statement.position else { return };
        if let Some(first) = bracket.parts.first() {
            self.report(Problem::ExtraPart { span: *first.span, expected: 1 });
        }
    }

    fn report_legacy(&mut self, statement: &ComponentStatement, form: &'static str) {
        let end = statement.modifiers.iter().map(span_of).chain(statement.position.iter().map(|bracket| *bracket.span));
        let mut span = end.fold(*statement.keyword.to(statement.name.span), Span::to);
        // The span of `url(…)` is what stands between the parentheses.
        span.end += u32::from(self.sources.get(span.source).text()[span.end as usize..].starts_with(')'));
        let rest = Span { start: statement.keyword.end, ..span };
        let instead = format!("component{} ({})", self.written(rest), statement.word.word());
        self.report(Problem::LegacyForm { span, form, instead, in_place: true });
    }
}

/// What both lines say of one component; of two methods the first.
fn joined(first: Properties, second: Properties) -> Properties {
    Properties {
        method: first.method.or(second.method),
        market: first.market || second.market,
        ecosystem: first.ecosystem || second.ecosystem,
        inertia: first.inertia || second.inertia,
    }
}

/// A coordinate as two numbers that are the same only for the same coordinate.
fn bits<T: Copy>(coordinate: Coordinate<T>, get: impl Fn(T) -> f64) -> (u64, u64) {
    match coordinate {
        Coordinate::Given(at) => (get(at).to_bits(), get(at).to_bits()),
        Coordinate::Within(low, high) => (get(low).to_bits(), get(high).to_bits()),
        Coordinate::Unknown => (u64::MAX, u64::MAX),
    }
}

/// The names of all components, where they are given.
pub(super) fn given(map: &Map) -> impl Iterator<Item = Reference> {
    let named = map.components().filter(|(_, component)| !component.name.is_empty());
    named.flat_map(|(id, component)| {
        let end = End { component: id, moved: None };
        [component.span].into_iter().chain(component.again.iter().map(|span| **span)).map(move |span| Reference {
            span,
            end,
            defines: true,
        })
    })
}

/// Anchors and submaps stand for themselves, in braces as elsewhere.
fn is_child(word: ComponentWord) -> bool {
    !matches!(word, ComponentWord::Anchor | ComponentWord::Submap)
}

fn span_of(modifier: &Modifier) -> Span {
    match modifier {
        Modifier::Label { span, .. }
        | Modifier::Decorators(_, span)
        | Modifier::Parenthesis(_, span)
        | Modifier::Inertia(span)
        | Modifier::Evolve(_, span)
        | Modifier::Stray(span) => **span,
        Modifier::LabelText(text) | Modifier::Url(text) | Modifier::Description(text) => *text.span,
    }
}
