//! [`Markup`]: the items of a scene as SVG text.

mod paint;

use super::address;
use super::color_scheme::Slots;
use super::letters;
use super::number;
use crate::geometry::Point;
use crate::scene::{Anchor, Fill, Item, PathPart, Scene, Shape, Text, Weight};
use crate::text::{Fonts, Outlines, printable};

/// The items as they are written.
pub(super) struct Markup<'a> {
    /// The text, without the prefix of ids.
    text: String,
    /// Where in the text the prefix is missing.
    gaps: Vec<usize>,
    /// The gradients in use; each id is the prefix and `-g` and the place in this list.
    pub(super) gradients: Vec<Fill>,
    /// The colors in use, if they are to follow the reader's color scheme.
    pub(super) slots: Option<Slots>,
    /// The fonts to draw letters with, if letters are to be drawn.
    letters: Option<Outlines<'a>>,
    /// Whether items say in which step they appear.
    steps: bool,
}

impl<'a> Markup<'a> {
    /// Writes the items of a scene.
    pub(super) fn of(scene: &Scene, letters: Option<&'a Fonts>, steps: bool) -> Self {
        let shapes: usize = scene.items.iter().map(|item| item.shapes.len()).sum();
        let mut markup = Self {
            text: String::with_capacity(120 * (shapes + scene.items.len())),
            gaps: Vec::new(),
            gradients: Vec::new(),
            slots: scene.dark.is_some().then(Slots::default),
            letters: letters.map(Outlines::new),
            steps,
        };
        for item in &scene.items {
            markup.item(item);
        }
        markup
    }

    /// A short number that differs where the items differ, the same on every machine: FNV-1a over words of eight bytes.
    pub(super) fn hash(&self) -> u32 {
        let words = self.text.as_bytes().chunks(8).map(|chunk| {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            u64::from_le_bytes(word)
        });
        let hash = words.fold(0xcbf2_9ce4_8422_2325, |hash: u64, word| (hash ^ word).wrapping_mul(0x0100_0000_01b3));
        (hash >> 32) as u32 ^ hash as u32
    }

    /// The text with the prefix in its places.
    pub(super) fn with_prefix(&self, prefix: &str) -> String {
        let mut text = String::with_capacity(self.text.len() + self.gaps.len() * prefix.len());
        let mut start = 0;
        for &gap in &self.gaps {
            text.push_str(&self.text[start..gap]);
            text.push_str(prefix);
            start = gap;
        }
        text.push_str(&self.text[start..]);
        text
    }

    fn item(&mut self, item: &Item) {
        self.push("<g class=\"wm-");
        self.push(item.role.word());
        self.push("\"");
        if !item.name.is_empty() {
            self.attribute("data-name", &item.name);
        }
        if let Some((from, to)) = &item.ends {
            self.attribute("data-from", from);
            self.attribute("data-to", to);
        }
        if self.steps && item.step > 0 {
            self.attribute("data-step", &item.step.to_string());
        }
        self.push(">\n");
        if let Some(tooltip) = &item.tooltip {
            self.push("<title>");
            push_escaped(&mut self.text, tooltip);
            self.push("</title>\n");
        }
        let address = item.href.as_deref().and_then(address::harmless);
        if let Some(address) = address {
            self.push("<a");
            self.attribute("href", address);
            self.push(">\n");
        }
        for shape in &item.shapes {
            self.shape(shape);
        }
        if address.is_some() {
            self.push("</a>\n");
        }
        self.push("</g>\n");
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Circle { center, radius, fill, stroke } => {
                self.push("<circle");
                self.numbers([("cx", center.x), ("cy", center.y), ("r", *radius)]);
                self.paint(*fill, stroke.as_ref());
            }
            Shape::Rect { corner, width, height, rounding, fill, stroke } => {
                self.push("<rect");
                self.numbers([("x", corner.x), ("y", corner.y), ("width", *width), ("height", *height)]);
                if *rounding > 0.0 {
                    self.numbers([("rx", *rounding)]);
                }
                self.paint(*fill, stroke.as_ref());
            }
            Shape::Line { from, to, stroke } => {
                self.push("<line");
                self.numbers([("x1", from.x), ("y1", from.y), ("x2", to.x), ("y2", to.y)]);
                self.class(false, None, Some(stroke.ink));
                self.stroke(stroke);
            }
            Shape::Path { parts, fill, stroke } => {
                self.push("<path d=\"");
                for part in parts {
                    self.part(*part);
                }
                self.push("\"");
                self.paint(*fill, stroke.as_ref());
            }
            Shape::Text(text) => return self.line_of_text(text),
        }
        self.push("/>\n");
    }

    fn line_of_text(&mut self, text: &Text) {
        match &mut self.letters {
            None => {
                self.push("<text");
                self.numbers([("x", text.at.x), ("y", text.at.y), ("font-size", text.size)]);
                match text.anchor {
                    Anchor::Start => {}
                    Anchor::Middle => self.push(" text-anchor=\"middle\""),
                    Anchor::End => self.push(" text-anchor=\"end\""),
                }
                if text.weight == Weight::Bold {
                    self.push(" font-weight=\"bold\"");
                }
                if text.italic {
                    self.push(" font-style=\"italic\"");
                }
                if text.content.contains("  ") {
                    self.push(" xml:space=\"preserve\"");
                }
                self.letter_paint(text);
                self.push(">");
                push_escaped(&mut self.text, &text.content);
                self.push("</text>\n");
            }
            Some(letters) => {
                self.text.push_str("<path d=\"");
                letters::write(letters, text, &mut self.text);
                self.push("\"");
                self.letter_paint(text);
                self.push("/>\n");
            }
        }
    }

    fn letter_paint(&mut self, text: &Text) {
        self.class(text.label, Some(text.ink), None);
        if text.turned != 0.0 {
            self.push(" transform=\"rotate(");
            number::push(&mut self.text, text.turned);
            self.push(" ");
            self.point(text.at);
            self.push(")\"");
        }
        self.ink("fill", text.ink);
    }

    fn part(&mut self, part: PathPart) {
        let (command, points): (_, &[Point]) = match &part {
            PathPart::Move(to) => ("M", &[*to]),
            PathPart::Line(to) => ("L", &[*to]),
            PathPart::Quad(by, to) => ("Q", &[*by, *to]),
            PathPart::Cubic(by, then, to) => ("C", &[*by, *then, *to]),
            PathPart::Close => ("Z", &[]),
        };
        self.push(command);
        for (at, point) in points.iter().enumerate() {
            if at > 0 {
                self.push(" ");
            }
            self.point(*point);
        }
    }

    fn point(&mut self, point: Point) {
        number::push(&mut self.text, point.x);
        self.push(" ");
        number::push(&mut self.text, point.y);
    }

    fn numbers<const N: usize>(&mut self, numbers: [(&str, f64); N]) {
        for (name, value) in numbers {
            self.push(" ");
            self.push(name);
            self.push("=\"");
            number::push(&mut self.text, value);
            self.push("\"");
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.push(" ");
        self.push(name);
        self.push("=\"");
        push_escaped(&mut self.text, value);
        self.push("\"");
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }
}

/// Writes text so that XML reads it back, in an element and in an attribute. What XML cannot hold becomes U+FFFD.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    for letter in text.chars() {
        match printable(letter) {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter => out.push(letter),
        }
    }
}
