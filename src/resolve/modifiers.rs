//! What stands behind a name and its position: [`Said`].

use super::context::Context;
use crate::map::{ClassId, Coordinate, Evolution, LabelOffset, Method, Position, Properties, Rgb, Visibility};
use crate::problem::Problem;
use crate::source::Span;
use crate::syntax::ast::{Bracket, Decorator, Modifier, Part, Text, Value};
use crate::vocabulary::{Keyword, ModifierWord};

/// An offset of more pixels than this was dragged there by accident: on real maps offsets end at 190 and begin again at 286.
const FARTHEST_LABEL: f64 = 240.0;

/// The size of a picture in pixels where the map asks for none ...
const USUAL_SIZE: (f64, f64) = (1280.0, 800.0);
/// ... and about as much of it as a character takes.
const CHARACTER: f64 = 8.0;

/// What modifiers say.
#[derive(Default)]
pub(super) struct Said<'a> {
    pub(super) properties: Properties,
    pub(super) label: Option<LabelOffset>,
    pub(super) href: Option<String>,
    pub(super) description: Option<String>,
    pub(super) class: Option<ClassId>,
    pub(super) color: Option<Rgb>,
    /// A movement on the component's own line, and where it stands.
    pub(super) evolve: Option<(&'a Part, Span)>,
    /// Where the method stands.
    method: Option<(Decorator, Span)>,
}

/// On what the modifiers stand, which decides what they may be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum On {
    /// On a component: everything.
    Component,
    /// On a movement: its label and properties.
    Evolve,
    /// On what has nothing but a place: nothing. Holds its keyword.
    Mark(&'static str),
}

impl On {
    fn keyword(self) -> &'static str {
        match self {
            Self::Component => Keyword::Component.word(),
            Self::Evolve => Keyword::Evolve.word(),
            Self::Mark(keyword) => keyword,
        }
    }

    fn takes(self, modifier: &Modifier) -> bool {
        match self {
            Self::Component => true,
            Self::Evolve => !matches!(modifier, Modifier::Url(_) | Modifier::Description(_) | Modifier::Evolve(..)),
            Self::Mark(_) => false,
        }
    }
}

impl Context<'_> {
    pub(super) fn modifiers<'a>(&mut self, modifiers: &'a [Modifier], on: On) -> Said<'a> {
        let mut said = Said::default();
        for modifier in modifiers {
            if on.takes(modifier) {
                self.modifier(modifier, &mut said);
            } else if let Some((word, span)) = word(modifier) {
                self.report(Problem::IgnoredModifier { span, modifier: word, keyword: on.keyword() });
            }
        }
        said
    }

    fn modifier<'a>(&mut self, modifier: &'a Modifier, said: &mut Said<'a>) {
        match modifier {
            Modifier::Label { offset, pin, span } => {
                if let Some(offset) = offset {
                    let label = self.label(offset, *pin, **span);
                    said.label = said.label.or(label);
                } else {
                    self.report_no_offset(**span);
                }
            }
            Modifier::LabelText(text) => {
                self.report(Problem::LabelText { span: *text.span, text: text.text.clone() });
            }
            Modifier::Decorators(decorators, _) => {
                for &(decorator, span) in decorators {
                    self.decorator(decorator, *span, said);
                }
            }
            Modifier::Parenthesis(words, _) => self.parenthesis(words, said),
            Modifier::Inertia(_) => said.properties.inertia = true,
            Modifier::Evolve(target, span) => said.evolve = said.evolve.or(Some((target, **span))),
            Modifier::Url(address) => {
                let href = self.href(address);
                said.href = said.href.take().or(href);
            }
            Modifier::Description(text) => {
                let description = self.text(text);
                said.description.get_or_insert(description);
            }
            Modifier::Stray(_) => {}
        }
    }

    fn decorator(&mut self, decorator: Decorator, span: Span, said: &mut Said) {
        let properties = &mut said.properties;
        let method = match decorator {
            Decorator::Market => return properties.market = true,
            Decorator::Ecosystem => return properties.ecosystem = true,
            Decorator::Inertia => return properties.inertia = true,
            Decorator::Build => Method::Build,
            Decorator::Buy => Method::Buy,
            Decorator::Outsource => Method::Outsource,
        };
        match said.method {
            None => {
                properties.method = Some(method);
                said.method = Some((decorator, span));
            }
            Some((kept, _)) if kept == decorator => {}
            Some((kept, first)) => {
                let (word, kept) = (decorator.word(), kept.word());
                self.report(Problem::ConflictingMethods { span, word, first, kept });
            }
        }
    }

    /// A parenthesis in which not every word is a decorator: those that are count, others are classes and colors.
    fn parenthesis(&mut self, words: &[Text], said: &mut Said) {
        for word in words {
            let color = word.text.trim_start_matches(|letter: char| !"#0123456789".contains(letter));
            let named = word.text[..word.text.len() - color.len()].trim();
            let is_color = named.is_empty() || named.eq_ignore_ascii_case(ModifierWord::Color.word());
            if let Some(decorator) = Decorator::from_word(&word.text) {
                self.decorator(decorator, *word.span, said);
            } else if let Some(color) = Rgb::parse(color).filter(|_| is_color) {
                said.color.get_or_insert(color);
            } else {
                said.class = said.class.or(self.class(word));
            }
        }
    }

    /// `label [x, y]`, which may lead anywhere: see [`Context::shown_label`].
    fn label(&mut self, offset: &Bracket, pinned: bool, span: Span) -> Option<LabelOffset> {
        self.report_extra_parts(offset, 2);
        let [first, second, ..] = offset.parts.as_slice() else {
            self.report_no_offset(span);
            return None;
        };
        let (x, y) = (self.number(first, "the offset to the right"), self.number(second, "the offset downward"));
        let (Some(x), Some(y)) = (x, y) else {
            if offset.parts.iter().all(|part| part.value != Value::Empty) {
                self.report_no_offset(span);
            }
            return None;
        };
        Some(LabelOffset { x, y, pinned, hides: false, span })
    }

    /// What becomes of the offset of a label of something at `position`. One that leaves the picture hides the label; one that
    /// is just far outside is reported and left to the layout. What is pinned stays.
    pub(super) fn shown_label(&mut self, label: LabelOffset, position: Position, name: &str) -> Option<LabelOffset> {
        let LabelOffset { x, y, pinned, span, .. } = label;
        if pinned || x.abs().max(y.abs()) <= FARTHEST_LABEL {
            return Some(label);
        }
        if self.leaves_picture((x, y), position, name) {
            self.report(Problem::HiddenLabel { span });
            return Some(LabelOffset { hides: true, ..label });
        }
        self.report(Problem::RunawayLabel { span, x, y });
        None
    }

    /// Whether a label of this offset lies outside a picture of the size that the map asks for, wherever its symbol may stand.
    fn leaves_picture(&self, (x, y): (f64, f64), position: Position, name: &str) -> bool {
        let (width, height) = (self.size.width.unwrap_or(USUAL_SIZE.0), self.size.height.unwrap_or(USUAL_SIZE.1));
        let (left, right) = ends(position.evolution, Evolution::get);
        let (bottom, top) = ends(position.visibility, Visibility::get);
        let text = CHARACTER * name.chars().count() as f64;
        right * width + x + text < 0.0
            || left * width + x > width
            || (1.0 - bottom) * height + y < 0.0
            || (1.0 - top) * height + y > height + CHARACTER
    }

    fn report_no_offset(&mut self, span: Span) {
        let assumed = "the layout places the label";
        self.report(Problem::MissingPart { span, part: "an offset in pixels, `label [x, y]`,", assumed });
    }
}

/// From where to where a coordinate may lie.
fn ends<T: Copy>(coordinate: Coordinate<T>, get: impl Fn(T) -> f64) -> (f64, f64) {
    match coordinate {
        Coordinate::Given(at) => (get(at), get(at)),
        Coordinate::Within(low, high) => (get(low), get(high)),
        Coordinate::Unknown => (0.0, 1.0),
    }
}

/// What to call the modifier, and where it stands, unless it is reported already that it means nothing.
fn word(modifier: &Modifier) -> Option<(&'static str, Span)> {
    Some(match modifier {
        Modifier::Label { span, .. } => (ModifierWord::Label.word(), **span),
        Modifier::LabelText(text) => (ModifierWord::Label.word(), *text.span),
        Modifier::Decorators(words, span) => (words.first().map_or("decorators", |(word, _)| word.word()), **span),
        Modifier::Inertia(span) => (ModifierWord::Inertia.word(), **span),
        Modifier::Evolve(_, span) => (ModifierWord::Evolve.word(), **span),
        Modifier::Url(text) => (ModifierWord::Url.word(), *text.span),
        Modifier::Description(text) => ("description", *text.span),
        Modifier::Parenthesis(_, span) => ("decorators", **span),
        Modifier::Stray(_) => return None,
    })
}
