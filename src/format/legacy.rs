//! Forms that others replaced, in the forms of today: [`Modern`].

use std::collections::{BTreeMap, HashMap};

use super::line::Lines;
use super::names::Names;
use crate::source::Where;
use crate::syntax::ast::{
    ComponentStatement, ComponentWord, Decorator, EvolveStatement, File, Line, Modifier, Statement, Value,
};

/// What the lines of a text say in the forms of today.
pub(super) struct Modern {
    names: Names,
    /// What is said of a component on a line of its own, by the component's line.
    said_apart: HashMap<usize, Vec<Decorator>>,
    /// The lines that say it.
    moved: Vec<usize>,
}

impl Modern {
    pub(super) fn of(file: &File, lines: &Lines) -> Self {
        let mut modern = Self { names: Names::of(file), said_apart: HashMap::new(), moved: Vec::new() };
        let apart = modern.gather(file);
        for (place, said) in apart {
            modern.said_apart.insert(place, said.iter().map(|(_, decorator)| *decorator).collect());
            let line = &file.lines[place];
            if lines.anew(line, &modern.statements(place, line)).is_some() {
                modern.moved.extend(said.iter().map(|(at, _)| *at));
            } else {
                modern.said_apart.remove(&place);
            }
        }
        modern.moved.sort_unstable();
        modern
    }

    /// The statements of line number `at` (from 0), none where another line says it now.
    pub(super) fn statements(&self, at: usize, line: &Line) -> Vec<Statement> {
        match &line.statement {
            None => Vec::new(),
            Some(_) if self.moved.binary_search(&at).is_ok() => Vec::new(),
            Some(Statement::Component(component)) => self.component(at, component),
            Some(Statement::XAxis(axis)) => vec![Statement::Evolution(axis.clone())],
            Some(Statement::Evolve(evolve)) => vec![Statement::Evolve(in_order(evolve.clone()))],
            Some(Statement::Either { statement, link }) => {
                let statement = match statement.as_ref() {
                    Statement::Evolve(evolve) => Statement::Evolve(in_order(evolve.clone())),
                    other => other.clone(),
                };
                vec![Statement::Either { statement: Box::new(statement), link: link.clone() }]
            }
            Some(other) => vec![other.clone()],
        }
    }

    /// `build X` and its like, by the component's line, where there is no doubt which component is meant and nothing else is said
    /// of its sourcing.
    fn gather(&self, file: &File) -> BTreeMap<usize, Vec<(usize, Decorator)>> {
        let mut lines = HashMap::new();
        let mut methods: HashMap<&str, usize> = HashMap::new();
        for (at, line) in file.lines.iter().enumerate() {
            match &line.statement {
                Some(Statement::Component(component)) if self.names.is_unique(&component.name.text) => {
                    lines.insert(component.name.text.as_str(), (at, component));
                }
                Some(Statement::Property(property)) if is_method(property.property) => {
                    *methods.entry(&property.name.text).or_default() += 1;
                }
                _ => {}
            }
        }
        let mut apart: BTreeMap<usize, Vec<(usize, Decorator)>> = BTreeMap::new();
        for (at, line) in file.lines.iter().enumerate() {
            let Some(Statement::Property(said)) = &line.statement else { continue };
            let Some(&(place, component)) = lines.get(said.name.text.as_str()) else { continue };
            let clear = methods.get(said.name.text.as_str()).is_none_or(|&count| count == 1)
                && !(is_method(said.property) && component.modifiers.iter().any(has_method))
                && component.modifiers.iter().all(is_clear);
            if clear && line.comments.is_empty() && place < at {
                apart.entry(place).or_default().push((at, said.property));
            }
        }
        apart
    }

    fn component(&self, at: usize, component: &ComponentStatement) -> Vec<Statement> {
        let mut component = component.clone();
        match component.word {
            ComponentWord::Market => decorate(&mut component, Decorator::Market),
            ComponentWord::Ecosystem => decorate(&mut component, Decorator::Ecosystem),
            ComponentWord::Component | ComponentWord::Anchor | ComponentWord::Submap => {}
        }
        for &decorator in self.said_apart.get(&at).into_iter().flatten() {
            add(&mut component.modifiers, decorator);
        }
        if component.modifiers.iter().all(is_clear) {
            component.modifiers.sort_by_key(rank);
        }
        let evolve = self.movement(&mut component);
        [Statement::Component(component)].into_iter().chain(evolve).collect()
    }

    /// Takes `evolve 0.8` off a component's line.
    fn movement(&self, component: &mut ComponentStatement) -> Option<Statement> {
        let evolves: Vec<usize> = (0..component.modifiers.len())
            .filter(|&at| matches!(component.modifiers[at], Modifier::Evolve(..)))
            .collect();
        let [at] = evolves.as_slice() else { return None };
        let Modifier::Evolve(target, span) = &component.modifiers[*at] else { return None };
        if !matches!(target.value, Value::Number(_)) || !self.names.is_unique(&component.name.text) {
            return None;
        }
        let evolve = EvolveStatement {
            span: *span,
            name: component.name.clone(),
            rename: None,
            target: Some(target.clone()),
            from: None,
            modifiers: Vec::new(),
        };
        component.modifiers.remove(*at);
        Some(Statement::Evolve(evolve))
    }
}

/// `market X` as `component X (market)`.
fn decorate(component: &mut ComponentStatement, decorator: Decorator) {
    component.word = ComponentWord::Component;
    add(&mut component.modifiers, decorator);
}

/// Adds the word to the decorators, unless it is there.
fn add(modifiers: &mut Vec<Modifier>, decorator: Decorator) {
    let word = (decorator, Where::default());
    for modifier in modifiers.iter_mut() {
        match modifier {
            Modifier::Decorators(words, _) if words.iter().any(|(known, _)| *known == decorator) => return,
            Modifier::Inertia(_) if decorator == Decorator::Inertia => return,
            _ => {}
        }
    }
    match modifiers.iter_mut().find_map(|modifier| match modifier {
        Modifier::Decorators(words, _) => Some(words),
        _ => None,
    }) {
        Some(words) => words.push(word),
        None => modifiers.push(Modifier::Decorators(vec![word], Where::default())),
    }
}

fn in_order(mut evolve: EvolveStatement) -> EvolveStatement {
    if evolve.modifiers.iter().all(is_clear) {
        evolve.modifiers.sort_by_key(rank);
    }
    evolve
}

fn is_method(decorator: Decorator) -> bool {
    matches!(decorator, Decorator::Build | Decorator::Buy | Decorator::Outsource)
}

fn has_method(modifier: &Modifier) -> bool {
    matches!(modifier, Modifier::Decorators(words, _) if words.iter().any(|(word, _)| is_method(*word)))
}

/// Whether the modifier may change places with others.
fn is_clear(modifier: &Modifier) -> bool {
    !matches!(
        modifier,
        Modifier::Stray(_) | Modifier::Parenthesis(..) | Modifier::LabelText(_) | Modifier::Label { offset: None, .. }
    )
}

/// The order of modifiers, which is the only one that Mermaid reads.
fn rank(modifier: &Modifier) -> u8 {
    match modifier {
        Modifier::Label { .. } => 0,
        Modifier::Decorators(..) => 1,
        Modifier::Inertia(_) => 2,
        Modifier::Url(_) => 3,
        Modifier::Description(_) => 4,
        _ => 5,
    }
}
