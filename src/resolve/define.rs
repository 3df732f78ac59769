//! The first half of the pass: everything with a name gets its place in the map. What refers to names is laid aside.

use super::context::Context;
use super::modifiers::On;
use super::names::Names;
use super::references::Reference;
use crate::map::{Component, ComponentId, ComponentKind, Coordinate, End, Map};
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
}

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
    pub(super) fn define<'a>(&mut self, statements: &[&'a Statement], map: &mut Map) -> Aside<'a> {
        let mut aside = Aside::default();
        let mut brace = Brace::None;
        for &statement in statements {
            match statement {
                Statement::Component(component) => {
                    let child = brace == Brace::Open && is_child(component.word);
                    let id = self.component(component, child, map, &mut aside);
                    if let (true, Some(pipeline)) = (child, aside.pipelines.last_mut()) {
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
        let id = ComponentId(map.components.len() as u32);
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
        if let Some((target, span)) = said.evolve {
            let name = &statement.name.text;
            let instead = format!("evolve {name} {}", self.written(*target.span));
            self.report(Problem::LegacyForm { span, form: "`evolve` on a component's line", instead, in_place: false });
            aside.movements.push(Evolve::Inline(id, target, span));
        }
        map.components.push(Component {
            kind,
            name: self.text(&statement.name),
            span: *statement.name.span,
            position,
            label: said.label,
            properties,
            pipeline: None,
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

/// The names of all components, where they are given.
pub(super) fn given(map: &Map) -> impl Iterator<Item = Reference> {
    let named = map.components().filter(|(_, component)| !component.name.is_empty());
    named.map(|(id, component)| Reference {
        span: component.span,
        end: End { component: id, moved: None },
        defines: true,
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
        | Modifier::UnknownDecorators(span)
        | Modifier::Inertia(span)
        | Modifier::Evolve(_, span)
        | Modifier::Stray(span) => **span,
        Modifier::LabelText(text) | Modifier::Url(text) | Modifier::Description(text) => *text.span,
    }
}
