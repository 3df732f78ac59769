//! A map as statements, on its way to a text: [`Tree`], and the pieces that every form needs.

use super::loss::{Converted, Loss};
use crate::map::{Component, Coordinate, Evolution, Flow, LabelOffset, Link, Map, Method, Properties, Visibility};
use crate::source::{Span, Where};
use crate::syntax::ast::{Arrow, ArrowKind, Bracket, Decorator, Modifier, Part, Statement, Text, Value};
use crate::syntax::print;
use crate::vocabulary::{Dialect, Keyword};

/// Statements in their order, and what they do not say of the map.
#[derive(Default)]
pub(super) struct Tree {
    statements: Vec<Statement>,
    pub(super) losses: Vec<Loss>,
}

impl Tree {
    pub(super) fn add(&mut self, statement: Statement) {
        self.statements.push(statement);
    }

    /// Adds a keyword with words up to the line's end.
    pub(super) fn words(&mut self, keyword: Keyword, words: &str) {
        self.add(Statement::Words(keyword, bare(words)));
    }

    /// Reports a loss.
    pub(super) fn lose(&mut self, span: Span, reason: impl Into<String>) {
        self.losses.push(Loss { span, reason: reason.into() });
    }

    /// The text of the statements, those in braces indented.
    pub(super) fn printed(self, dialect: Dialect) -> Converted {
        let mut converted = Converted { text: String::new(), losses: self.losses };
        let mut inside = false;
        for statement in &self.statements {
            inside &= !matches!(statement, Statement::Close(_));
            let line = print(statement, dialect).unwrap_or_default();
            converted.line(&if inside { format!("  {line}") } else { line });
            inside |= match statement {
                Statement::Pipeline(pipeline) => pipeline.open.is_some(),
                Statement::Open(_) => true,
                _ => false,
            };
        }
        converted
    }
}

/// Reports that the other form has no steps, and does not say what the map is for.
pub(super) fn report_story(map: &Map, out: &mut Tree) {
    if let Some(first) = map.steps.list.first() {
        out.lose(first.span, "the steps are left out; the whole map is written");
    }
    for (span, name) in map.strategy.named() {
        out.lose(span, format!("{name}: metrics, work, values and streams are left out"));
    }
}

/// Whether anything on the map has a class, a color, an area or a key, and reports it as lost.
pub(super) fn report_groups(map: &Map, out: &mut Tree) {
    let colored = map.components.iter().filter(|component| component.class.is_some() || component.color.is_some());
    for component in colored {
        out.lose(component.span, format!("{}: its color is left out", component.name.replace('\n', " ")));
    }
    for area in &map.areas {
        out.lose(area.span, format!("the area {} is left out", area.name));
    }
    if let Some(key) = &map.key {
        out.lose(key.span, "the key is left out");
    }
}

/// A number in a place of its own.
pub(super) fn number(value: f64) -> Part {
    part(Value::Number(value))
}

/// What stands between two commas.
pub(super) fn part(value: Value) -> Part {
    Part { value, span: Where::default() }
}

/// The visibility that was given, else the computed one to three decimals.
pub(super) fn visibility(given: Coordinate<Visibility>, computed: Visibility) -> Part {
    number(given.given().map_or_else(|| rounded(computed.get()), Visibility::get))
}

/// The evolution that was given, else the computed one to three decimals.
pub(super) fn evolution(given: Coordinate<Evolution>, computed: Evolution) -> Part {
    number(given.given().map_or_else(|| rounded(computed.get()), Evolution::get))
}

pub(super) fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

pub(super) fn bracket(parts: impl IntoIterator<Item = Part>) -> Bracket {
    Bracket { parts: parts.into_iter().collect(), span: Where::default(), closed: true }
}

/// A text without quotes, on one line.
pub(super) fn bare(text: &str) -> Text {
    Text { text: text.replace(['\n', '\r'], " "), ..Text::default() }
}

/// `label [x, y]`
pub(super) fn label(label: LabelOffset, pin: bool) -> Modifier {
    Modifier::Label { offset: Some(bracket([number(label.x), number(label.y)])), pin, span: Where::default() }
}

/// `(build, Ours) inertia`
pub(super) fn said_of(component: &Component, map: &Map) -> Vec<Modifier> {
    let mut modifiers = decorators(component.properties);
    let class = component.class.map(|class| bare(&map.class(class).name));
    let meanings = class.into_iter().chain(component.color.map(|color| bare(&color.hex())));
    let meanings: Vec<Text> = meanings.collect();
    if meanings.is_empty() {
        return modifiers;
    }
    let mut words = Vec::new();
    if let Some(Modifier::Decorators(known, _)) = modifiers.first() {
        words.extend(known.iter().map(|(word, _)| bare(word.word())));
        modifiers.remove(0);
    }
    words.extend(meanings);
    modifiers.insert(0, Modifier::Parenthesis(words, Where::default()));
    modifiers
}

/// `(build, market) inertia`
pub(super) fn decorators(properties: Properties) -> Vec<Modifier> {
    let method = properties.method.map(|method| match method {
        Method::Build => Decorator::Build,
        Method::Buy => Decorator::Buy,
        Method::Outsource => Decorator::Outsource,
    });
    let symbols = [(properties.market, Decorator::Market), (properties.ecosystem, Decorator::Ecosystem)];
    let symbols = symbols.into_iter().filter(|(said, _)| *said).map(|(_, word)| word);
    let words: Vec<_> = method.into_iter().chain(symbols).map(|word| (word, Where::default())).collect();
    let mut modifiers = Vec::new();
    if !words.is_empty() {
        modifiers.push(Modifier::Decorators(words, Where::default()));
    }
    if properties.inertia {
        modifiers.push(Modifier::Inertia(Where::default()));
    }
    modifiers
}

/// What stands between the ends of a link. Only flows have a text.
pub(super) fn arrow(link: &Link, dashed: bool) -> Arrow {
    let kind = match link.flow {
        Some(Flow::Forward) => ArrowKind::Flow,
        Some(Flow::Back) => ArrowKind::FlowBack,
        Some(Flow::Both) => ArrowKind::FlowBoth,
        None if dashed => ArrowKind::Dashed,
        None => ArrowKind::Need,
    };
    let text = link.text.as_ref().filter(|_| link.flow.is_some()).map(|text| bare(&text.text.replace('\'', "’")));
    Arrow { kind, text, span: Where::default() }
}
