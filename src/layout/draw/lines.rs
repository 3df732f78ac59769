//! Text in lines: breaking it to a width, and the box it fills.

use unicode_linebreak::linebreaks;

use crate::geometry::Rect;
use crate::scene::{Anchor, Text};

/// The lines of a text, none wider than `width`. Line breaks of the author stay; others stand where Unicode allows them,
/// and anywhere in a word that is wider than a line.
pub(super) fn fit(text: &str, width: f64, measure: &dyn Fn(&str) -> f64) -> Vec<String> {
    text.split('\n').flat_map(|given| fit_line(given.trim(), width, measure)).collect()
}

fn fit_line(text: &str, width: f64, measure: &dyn Fn(&str) -> f64) -> Vec<String> {
    if measure(text) <= width {
        return vec![text.to_owned()];
    }
    let (mut lines, mut line, mut used, mut start) = (Vec::new(), String::new(), 0.0, 0);
    for (end, _) in linebreaks(text) {
        let piece = &text[start..end];
        start = end;
        if used + measure(piece.trim_end()) <= width {
            used += measure(piece);
            line.push_str(piece);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        used = 0.0;
        for letter in piece.chars() {
            let wide = measure(letter.encode_utf8(&mut [0; 4]));
            if used + wide > width && !line.is_empty() && !letter.is_whitespace() {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            line.push(letter);
            used += wide;
        }
    }
    lines.push(line);
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

/// The box that a line of upright text fills: 0.74 of its size above the baseline, 0.22 below, as Arial's capitals and descenders.
pub(in crate::layout) fn bounds(text: &Text) -> Rect {
    let left = match text.anchor {
        Anchor::Start => text.at.x,
        Anchor::Middle => text.at.x - text.width / 2.0,
        Anchor::End => text.at.x - text.width,
    };
    Rect::new(left, text.at.y - 0.74 * text.size, left + text.width, text.at.y + 0.22 * text.size)
}
