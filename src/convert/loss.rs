//! What another form cannot say: [`Loss`].

use crate::source::Span;
use crate::vocabulary::Keyword;

/// A map in another form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Converted {
    /// The text in that form.
    pub text: String,
    /// What it does not say any more, in the order of the elements.
    pub losses: Vec<Loss>,
}

/// Something that the other form cannot say.
#[derive(Clone, Debug, PartialEq)]
pub struct Loss {
    /// Where it is written. Empty, at the start of the first text, where the map was not read from one.
    pub span: Span,
    /// What is lost and what stands there instead; a sentence without capital and period.
    pub reason: String,
}

impl Converted {
    /// Adds a line.
    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Reports a loss.
    pub(super) fn lose(&mut self, span: Span, reason: impl Into<String>) {
        self.losses.push(Loss { span, reason: reason.into() });
    }
}

/// That what is said with this keyword has no place in the other form.
pub(super) fn left_out(keyword: Keyword) -> String {
    format!("the {} is left out", keyword.word())
}
