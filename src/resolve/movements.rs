//! What evolves, and where to.

use super::context::Context;
use super::define::{Aside, Evolve};
use super::modifiers::{On, Said};
use super::references::{Reference, References};
use crate::map::{ComponentId, Coordinate, End, Evolution, Map, Movement, MovementId, Position, Properties};
use crate::problem::{Axis, Problem, Role};
use crate::source::Span;
use crate::syntax::ast::{EvolveStatement, Part, Text, Value};

/// Where a component evolves to whose movement has no target (as OWM has it).
const USUAL_TARGET: f64 = 0.85;

/// How many words at the end of a name may be those of a target (`late` and a stage's own name).
const MOST_WORDS: usize = 8;

/// The first movement of each component.
pub(super) type FirstMovements = Vec<Option<MovementId>>;

/// What is said of where something moves.
struct Target<'a> {
    component: ComponentId,
    /// The other components that are written like it and do not move yet, where this is its first movement.
    others: Vec<ComponentId>,
    /// The movement it has already.
    before: Option<MovementId>,
    to: Option<Coordinate<Evolution>>,
    rename: Option<Rename<'a>>,
}

/// A new name: all that is written there, and how much of it is the name.
struct Rename<'a> {
    text: &'a str,
    span: Span,
}

impl Context<'_> {
    /// The movements, in the order of the text. Their new names can be referred to from now on.
    pub(super) fn movements<'a>(
        &mut self,
        aside: &Aside<'a>,
        references: &mut References<'a>,
        map: &mut Map,
    ) -> FirstMovements {
        let mut first: FirstMovements = vec![None; map.components.len()];
        for evolve in &aside.movements {
            match *evolve {
                Evolve::Inline(component, target, span) => {
                    let to = self.target(target);
                    let before = first[component.0 as usize];
                    let target = Target { component, others: Vec::new(), before, to, rename: None };
                    self.movement(&target, &Said::default(), span, references, map, &mut first);
                }
                Evolve::Statement(evolve) => {
                    let said = self.modifiers(&evolve.modifiers, On::Evolve);
                    if let Some(target) = self.evolve(evolve, references, &first) {
                        self.movement(&target, &said, *evolve.span, references, map, &mut first);
                    }
                }
            }
        }
        first
    }

    /// Who moves, where to, and to which name. Words of a target may still stand at the end of the last name.
    fn evolve<'a>(
        &mut self,
        evolve: &'a EvolveStatement,
        references: &mut References<'a>,
        first: &FirstMovements,
    ) -> Option<Target<'a>> {
        let mut to = evolve.target.as_ref().and_then(|part| self.target(part));
        let mut rename = None;
        if let Some(name) = &evolve.rename {
            let (mut text, mut span) = (name.text.as_str(), name.span);
            if evolve.target.is_none() && !name.quoted {
                if let Some(stage) = self.stage_or_number(text) {
                    (to, text) = (Some(stage), "");
                } else if let Some((head, stage)) = self.tails(name).next() {
                    span = self.head(name, &name.text[head_end(name, head)..]).into();
                    (to, text) = (Some(stage), head);
                }
            }
            rename = (!text.is_empty()).then_some(Rename { text, span: *span });
        }
        let mut name = evolve.name.text.as_str();
        let mut found = self.mover(name, *evolve.name.span, references);
        if found.is_none() && evolve.rename.is_none() && evolve.target.is_none() && !evolve.name.quoted {
            let known = |head: &str| references.names.find(head).is_some();
            let split = self.tails(&evolve.name).find(|(head, _)| known(head));
            let split = split.or_else(|| self.number_at_end(&evolve.name, known));
            if let Some((head, stage)) = split {
                let span = self.head(&evolve.name, &evolve.name.text[head_end(&evolve.name, head)..]);
                (name, to) = (head, Some(stage));
                found = self.mover(head, span, references);
            }
        }
        let is_bare = found.is_none() && evolve.rename.is_none() && evolve.target.is_none() && !evolve.name.quoted;
        let is_known = |head: &str| references.names.find(head).is_some();
        if let Some((head, target)) = mover_and_rest(&evolve.name, is_known).filter(|_| is_bare) {
            let span = self.head(&evolve.name, &evolve.name.text[head_end(&evolve.name, head)..]);
            found = self.mover(head, span, references);
            name = head;
            let rest = Span { start: evolve.name.span.end - target.len() as u32, ..*evolve.name.span };
            let bare = target.trim_start_matches("to ").trim_start_matches("into ").trim_start_matches("-> ");
            to = self.stage_or_number(bare);
            let problem = match to {
                Some(_) => {
                    Problem::StrayText { span: rest, text: target[..target.len() - bare.len()].trim().to_owned() }
                }
                None => self.words.unknown(target, rest),
            };
            self.report(problem);
            to = to.or(Some(Coordinate::Unknown));
        }
        let Some(end) = found else {
            references.report_unknown(&evolve.name, Role::Evolve, self);
            return None;
        };
        let component = end.component;
        let before = first[component.0 as usize];
        let others = match before {
            None => {
                references.names.others(component, name).filter(|other| first[other.0 as usize].is_none()).collect()
            }
            Some(_) => Vec::new(),
        };
        Some(Target { component, others, before, to, rename })
    }

    fn mover(&mut self, name: &str, span: Span, references: &References) -> Option<End> {
        references.find(&Text { text: name.to_owned(), span: span.into(), quoted: false }, self)
    }

    /// The ways to split words of a target off the end of a name, the longest target first.
    fn tails<'t>(&self, name: &'t Text) -> impl Iterator<Item = (&'t str, Coordinate<Evolution>)> {
        let starts: Vec<usize> = name.text.rmatch_indices(' ').map(|(at, _)| at).take(MOST_WORDS).collect();
        starts.into_iter().rev().filter_map(|at| {
            let (head, tail) = (&name.text[..at], &name.text[at + 1..]);
            Some((unquoted(head), self.stage_or_number(tail)?))
        })
    }

    /// A number at the end of a name that is no place on the axis; the nearest place there is.
    fn number_at_end<'t>(
        &mut self,
        name: &'t Text,
        known: impl Fn(&str) -> bool,
    ) -> Option<(&'t str, Coordinate<Evolution>)> {
        let (head, tail) = name.text.rsplit_once(' ')?;
        let head = Some(unquoted(head)).filter(|head| known(head))?;
        let value = tail.parse().ok().filter(|value: &f64| value.is_finite())?;
        let used = value.clamp(0.0, 1.0);
        self.report(Problem::OutOfRange { span: *name.span, axis: Axis::Evolution, value, used });
        Some((head, Coordinate::Given(Evolution::new(used))))
    }

    /// `late custom` or `1`.
    fn stage_or_number(&self, text: &str) -> Option<Coordinate<Evolution>> {
        let number = || text.parse().ok().map(|value| self.percent(value)).filter(|value| (0.0..=1.0).contains(value));
        self.words.stage(text).or_else(|| number().map(|value| Coordinate::Given(Evolution::new(value))))
    }

    /// The target that stands in a place of its own.
    fn target(&mut self, part: &Part) -> Option<Coordinate<Evolution>> {
        match &part.value {
            Value::Open => Some(Coordinate::Unknown),
            Value::Empty => None,
            Value::Words(_) | Value::Name(_) | Value::Number(_) | Value::Malformed(_) => Some(self.evolution(part)),
        }
    }

    fn movement<'a>(
        &mut self,
        target: &Target<'a>,
        said: &Said,
        span: Span,
        references: &mut References<'a>,
        map: &mut Map,
        first: &mut FirstMovements,
    ) {
        let name = map.component(target.component).name.clone();
        let from = map.component(target.component).position.evolution;
        let to = target.to.unwrap_or(Coordinate::Given(Evolution::new(USUAL_TARGET)));
        // A new name that is on the map already is that component, and its place is where the movement leads.
        let onto = target.rename.as_ref().and_then(|rename| references.names.find(rename.text)).map(|found| found.end);
        let onto = onto.filter(|end| end.moved.is_none() && end.component != target.component).map(|end| end.component);
        let to = match onto {
            Some(component) if target.to.is_none() => map.component(component).position.evolution,
            _ => to,
        };
        if target.to.is_none() && onto.is_none() {
            self.report(Problem::MissingTarget { span, name: name.clone() });
        }
        if matches!((from, to), (Coordinate::Given(from), Coordinate::Given(to)) if from == to) {
            self.report(Problem::IdleEvolve { span, name: name.clone() });
        }
        let new_name = target
            .rename
            .as_ref()
            .map(|rename| self.text(&Text { text: rename.text.to_owned(), span: rename.span.into(), quoted: true }));
        let position = Position { visibility: map.component(target.component).position.visibility, evolution: to };
        let shown = new_name.as_ref().unwrap_or(&name);
        let label = said.label.and_then(|label| self.shown_label(label, position, shown));
        let mut add = |map: &mut Map, component: ComponentId| {
            let id = MovementId(map.movements.len() as u32);
            let properties = moved_properties(map.component(component).properties, said.properties);
            let name = new_name.clone();
            map.movements.push(Movement { component, to, name, onto, label, properties, span });
            first[component.0 as usize].get_or_insert(id);
            id
        };
        let movement = if let Some(before) = target.before {
            let earlier = map.movement(before);
            self.report(Problem::DuplicateEvolve { span, name, first: earlier.span });
            let nowhere = earlier.to == to || target.to.is_none();
            if nowhere && (new_name.is_none() || earlier.name == new_name) {
                return;
            }
            add(map, target.component)
        } else {
            // Everything that is written the same moves the same; links reach the first.
            let movement = add(map, target.component);
            for &component in &target.others {
                add(map, component);
            }
            movement
        };
        if let Some(rename) = &target.rename {
            let end = match onto {
                Some(component) => End { component, moved: None },
                None => End { component: target.component, moved: Some(movement) },
            };
            if onto.is_none() {
                references.names.add_moved(rename.text, rename.span, end);
            }
            self.references.push(Reference { span: rename.span, end, defines: onto.is_none() });
        }
    }
}

/// The longest beginning of a name that is one of a component, and the words behind it, a few at most.
fn mover_and_rest(name: &Text, known: impl Fn(&str) -> bool) -> Option<(&str, &str)> {
    let ends = name.text.rmatch_indices(' ').map(|(at, _)| at).take(3);
    ends.map(|at| (&name.text[..at], &name.text[at + 1..])).find(|(head, _)| known(head))
}

/// What holds of the moved state: what the movement says, else what is said of the component.
fn moved_properties(own: Properties, said: Properties) -> Properties {
    let symbol = if said.market || said.ecosystem { said } else { own };
    Properties {
        method: said.method.or(own.method),
        market: symbol.market,
        ecosystem: symbol.ecosystem,
        inertia: own.inertia || said.inertia,
    }
}

/// Where a name ends of which the words of a target were split off, quotes included.
fn head_end(name: &Text, head: &str) -> usize {
    head.len() + if name.text.starts_with(head) { 0 } else { 2 }
}

/// A name before a target keeps its quotes until it is clear that the rest is one.
fn unquoted(name: &str) -> &str {
    let inside = |mark| name.strip_prefix(mark)?.strip_suffix(mark);
    inside('"').or_else(|| inside('\'')).unwrap_or(name)
}
