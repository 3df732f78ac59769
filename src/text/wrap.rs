//! [`wraps`]: the ways a label can be broken into lines.

use unicode_linebreak::linebreaks;

use super::Fonts;

/// One way to break a text into lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrap<'a> {
    /// The lines from top to bottom, without the blanks at their ends.
    pub lines: Vec<&'a str>,
    /// The width of each line in pixels.
    pub widths: Vec<f64>,
    /// The width of the widest line in pixels.
    pub width: f64,
}

/// More lines are not tried.
const MOST_LINES: usize = 4;
/// A further line must make the whole narrower by this many pixels.
const LEAST_GAIN: f64 = 4.0;
/// A text with more pieces than this is broken only at every n-th place, so that the search costs the same for any text.
const MOST_PIECES: usize = 64;
/// Within a word, `/` and `-` part only stretches of at least this many characters.
const LEAST_STRETCH: usize = 4;

/// The ways to break `text`: for one line, two, up to four, the one whose widest line is the narrowest; the fewest lines
/// first, and never two ways that are nearly as wide. Where the author broke the lines, there is this one way.
///
/// Costs are linear in the length of the text; breaks in texts of more than 64 pieces are coarse.
pub fn wraps<'a>(fonts: &Fonts, text: &'a str, size: f64, bold: bool) -> Vec<Wrap<'a>> {
    let wrap = |lines: Vec<&'a str>| {
        let widths: Vec<f64> = lines.iter().map(|line| fonts.width(line, size, bold)).collect();
        let width = widths.iter().copied().fold(0.0, f64::max);
        Wrap { lines, widths, width }
    };
    let text = text.trim();
    let whole = wrap(text.lines().map(str::trim).collect());
    let places = places(text);
    if whole.lines.len() != 1 || places.len() < 2 {
        return vec![whole];
    }
    let pieces = Pieces::measure(fonts, text, &places, size, bold);
    let mut wraps = vec![whole];
    for ends in balance(&pieces) {
        let mut start = 0;
        let lines = ends.into_iter().map(|end| {
            let line = text[start..places[end]].trim();
            start = places[end];
            line
        });
        let wrap = wrap(lines.collect());
        if wraps.last().is_none_or(|last| wrap.width <= last.width - LEAST_GAIN) {
            wraps.push(wrap);
        }
    }
    wraps
}

/// Where pieces end, as byte offsets; the last is the end of the text.
fn places(text: &str) -> Vec<usize> {
    let mut places: Vec<usize> = linebreaks(text).map(|(at, _)| at).filter(|&at| may_break(text, at)).collect();
    let step = places.len().div_ceil(MOST_PIECES);
    if step > 1 {
        let last = places.len() - 1;
        let mut number = 0;
        places.retain(|_| {
            number += 1;
            number % step == 0 || number > last
        });
    }
    places
}

/// Whether a break that Unicode allows is one that reads well: `and/or` and `e-mail` stay whole.
fn may_break(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    if !before.ends_with(['/', '-']) || after.is_empty() {
        return true;
    }
    let is_long = |stretch: &mut dyn Iterator<Item = char>| {
        stretch.take(LEAST_STRETCH).take_while(|letter| !letter.is_whitespace()).count() == LEAST_STRETCH
    };
    is_long(&mut before.chars().rev()) && is_long(&mut after.chars())
}

/// How wide the pieces are, blanks at the end with and without.
struct Pieces {
    /// Where each piece starts, and at last where the text ends.
    starts: Vec<f64>,
    /// Where each piece ends, without the blanks.
    ends: Vec<f64>,
}

impl Pieces {
    fn measure(fonts: &Fonts, text: &str, places: &[usize], size: f64, bold: bool) -> Self {
        let mut pieces = Self { starts: vec![0.0], ends: Vec::new() };
        let (mut start, mut across) = (0, 0.0);
        for &end in places {
            let piece = &text[start..end];
            pieces.ends.push(across + fonts.width(piece.trim_end(), size, bold));
            across += fonts.width(piece, size, bold);
            pieces.starts.push(across);
            start = end;
        }
        pieces
    }

    fn count(&self) -> usize {
        self.ends.len()
    }

    /// The width of a line that holds the pieces `first..=last`.
    fn width(&self, first: usize, last: usize) -> f64 {
        self.ends[last] - self.starts[first]
    }
}

/// For two lines and more: the last piece of each line, so that the widest line is the narrowest.
fn balance(pieces: &Pieces) -> Vec<Vec<usize>> {
    let count = pieces.count();
    // By the number of lines so far, less one: for each piece that may end them, the width, and where the line before ends.
    let mut best: Vec<Vec<(f64, usize)>> = vec![(0..count).map(|last| (pieces.width(0, last), 0)).collect()];
    let mut ways = Vec::new();
    for lines in 1..MOST_LINES.min(count) {
        let shorter = &best[lines - 1];
        let row = (0..count).map(|last| {
            let ends = lines - 1..last;
            let options = ends.map(|end| (shorter[end].0.max(pieces.width(end + 1, last)), end));
            options.fold((f64::INFINITY, 0), |best, option| if option.0 < best.0 { option } else { best })
        });
        best.push(row.collect());
        let mut ends = vec![count - 1];
        for row in best[1..].iter().rev() {
            ends.push(row[ends[ends.len() - 1]].1);
        }
        ends.reverse();
        ways.push(ends);
    }
    ways
}
